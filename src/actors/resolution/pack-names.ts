import { nameWords, skeletonOf } from "./name-words.ts";
import type { NameEntry, NameKind } from "./name-index.ts";
import { nameOf } from "./packed-rows.ts";
import { TableDraft, type PackedTable } from "./packed-table.ts";

/** Divides the names that begin with one word. */
const NAME_END = "\u001e";

/**
 * All names of the tables by their first word: a line for each name with its words, "!" for an acronym, and what it may stand for, in
 * the order of the tables; longer names first. Taken apart word by word when a text asks for them.
 */
export interface PackedNames {
  readonly exact: PackedTable;
  /** Persons of two names or more by the skeletons of their words, for other transliterations. */
  readonly variants: PackedTable;
}

interface Draft {
  readonly words: readonly string[];
  readonly acronym: boolean;
  readonly entries: NameEntry[];
}

const ACRONYM = /^[A-Z][A-Z&.]{0,5}$/;
const LETTER: Readonly<Record<NameKind, string>> = {
  country: "c", demonym: "d", capital: "k", metonym: "m", body: "b", person: "p", place: "l", region: "r",
}; // prettier-ignore
const KINDS: Readonly<Record<string, NameKind>> = Object.fromEntries(
  Object.entries(LETTER).map(([kind, letter]) => [letter, kind as NameKind]),
);

/** Packs names in the order in which they are added. */
export class NamePacker {
  private readonly exact = new Map<string, Draft>();
  private readonly variants = new Map<string, Draft>();

  add(name: string, entry: NameEntry): void {
    const words = nameWords(name);
    const first = words[0];
    if (first === undefined) return;
    const acronym = words.length === 1 && ACRONYM.test(name) && name.replaceAll(".", "").length > 1;
    note(this.exact, acronym ? `${first} acronym` : words.join(" "), words, acronym, entry);
    if (entry.kind !== "person" || words.length < 2) return;
    const skeletons = words.map(skeletonOf);
    if (skeletons.every((s) => s.length > 1)) note(this.variants, skeletons.join(" "), skeletons, false, entry);
  }

  pack(): PackedNames {
    return { exact: byFirst(this.exact), variants: byFirst(this.variants) };
  }
}

function note(
  drafts: Map<string, Draft>,
  key: string,
  words: readonly string[],
  acronym: boolean,
  entry: NameEntry,
): void {
  const same = drafts.get(key);
  if (!same) drafts.set(key, { words, acronym, entries: [entry] });
  else if (!same.entries.some((e) => e.id === entry.id)) same.entries.push(entry);
}

function byFirst(drafts: ReadonlyMap<string, Draft>): PackedTable {
  const lists = new Map<string, Draft[]>();
  for (const d of drafts.values()) {
    const first = d.words[0] ?? "";
    const list = lists.get(first);
    if (list) list.push(d);
    else lists.set(first, [d]);
  }
  const out = new TableDraft();
  for (const [first, list] of lists) {
    list.sort((a, b) => b.words.length - a.words.length);
    const lines = list.map((d) => [d.words.join(" "), d.acronym ? "!" : "", ...d.entries.map(packEntry)].join("\t"));
    out.set(first, lines.join(NAME_END));
  }
  return out;
}

function packEntry(e: NameEntry): string {
  return `${LETTER[e.kind]}${e.id}=${e.code}`;
}

/** A name of the tables, ready to be compared with a text. */
export interface PackedName {
  readonly words: readonly string[];
  readonly acronym: boolean;
  readonly entries: readonly NameEntry[];
}

/** The names that begin with a word, longest first. */
export function namesStartingWith(packed: PackedTable, first: string): readonly PackedName[] {
  const text = packed.get(first);
  if (text === undefined) return [];
  return text.split(NAME_END).map((line) => {
    const [words = "", flag, ...entries] = line.split("\t");
    return { words: words.split(" "), acronym: flag === "!", entries: entries.map(unpackEntry) };
  });
}

function unpackEntry(text: string): NameEntry {
  const at = text.lastIndexOf("=");
  const id = text.slice(1, at);
  const kind = KINDS[text.charAt(0)];
  if (kind === undefined) throw new RangeError(`a packed name of unknown kind: ${text}`);
  return { id, kind, canonical: nameOf(id), code: text.slice(at + 1) };
}
