import type { Sentence, Token } from "../../core/layers.ts";
import { nameWords, tokenWord } from "./name-words.ts";

export type NameKind = "country" | "demonym" | "capital" | "metonym" | "body" | "person" | "place" | "region";

/** Something that a name may stand for: a row of a table (several rows if they are dated). */
export interface NameEntry {
  readonly id: string;
  readonly kind: NameKind;
  readonly canonical: string;
  readonly code: string;
}

/** A stretch of a sentence that a table knows as a name. */
export interface NameMatch {
  readonly first: number;
  readonly last: number;
  /** Every reading of the name, in table order. */
  readonly entries: readonly NameEntry[];
}

interface Candidate {
  readonly words: readonly string[];
  readonly acronym: boolean;
  readonly entries: NameEntry[];
}

const ACRONYM = /^[A-Z][A-Z&.]{0,5}$/;

/** Finds known names in sentences, longest first. Filled once, then only read. */
export class NameIndex {
  private readonly byFirst = new Map<string, Candidate[]>();
  private readonly byName = new Map<string, Candidate>();
  private readonly wordCache = new Map<string, string>();

  add(name: string, entry: NameEntry): void {
    const words = nameWords(name);
    const first = words[0];
    if (first === undefined) return;
    const acronym = words.length === 1 && ACRONYM.test(name) && name.replaceAll(".", "").length > 1;
    const key = acronym ? `${first} acronym` : words.join(" ");
    const same = this.byName.get(key);
    if (same) {
      if (!same.entries.some((e) => e.id === entry.id)) same.entries.push(entry);
      return;
    }
    const candidate = { words, acronym, entries: [entry] };
    this.byName.set(key, candidate);
    const list = this.byFirst.get(first);
    if (list) list.push(candidate);
    else this.byFirst.set(first, [candidate]);
  }

  /** To be called after the last `add`. */
  seal(): void {
    this.byName.clear();
    for (const list of this.byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  }

  /** Every entry that bears exactly this name. */
  lookup(name: string): readonly NameEntry[] {
    const words = nameWords(name);
    const same = (this.byFirst.get(words[0] ?? "") ?? []).filter((c) => c.words.join(" ") === words.join(" "));
    return same.flatMap((c) => c.entries);
  }

  /** Every entry with a name that has all these words, in the order of the tables. */
  containing(words: readonly string[]): readonly NameEntry[] {
    const out = new Map<string, NameEntry>();
    for (const list of this.byFirst.values())
      for (const c of list) if (words.every((w) => c.words.includes(w))) for (const e of c.entries) out.set(e.id, e);
    return [...out.values()];
  }

  /** All names of the sentence, left to right, without overlap. */
  scan(sentence: Sentence): readonly NameMatch[] {
    const out: NameMatch[] = [];
    const { tokens } = sentence;
    for (let i = 0; i < tokens.length; i++) {
      const found = this.matchAt(tokens, i);
      if (!found) continue;
      out.push(found);
      i = found.last;
    }
    return out;
  }

  private matchAt(tokens: readonly Token[], i: number): NameMatch | null {
    const token = tokens[i];
    if (!token || !mayStart(token.form)) return null;
    const list = this.byFirst.get(this.wordOf(token.form));
    if (!list) return null;
    for (const c of list) {
      const last = this.lastOf(tokens, i, c.words);
      if (last < 0 || !fitsCase(tokens, i, last, c)) continue;
      return { first: i, last, entries: c.entries };
    }
    return null;
  }

  /** Index of the last token if the words stand at `i`, hyphens skipped, else -1. */
  private lastOf(tokens: readonly Token[], i: number, words: readonly string[]): number {
    let at = i;
    for (let k = 1; k < words.length; k++) {
      at++;
      let word = this.wordOf(tokens[at]?.form ?? "");
      while (word === "" && at < tokens.length) word = this.wordOf(tokens[++at]?.form ?? "");
      if (word !== words[k]) return -1;
    }
    return at;
  }

  private wordOf(form: string): string {
    let word = this.wordCache.get(form);
    if (word === undefined) {
      word = tokenWord(form);
      // Forms of a corpus are endless; the cache is for the frequent ones.
      if (this.wordCache.size < 50_000) this.wordCache.set(form, word);
    }
    return word;
  }
}

/** Names start with a capital or a digit, or with a particle such as "al" or "de". */
function mayStart(form: string): boolean {
  const c = form.charCodeAt(0);
  if (c >= 97 && c <= 122) return form.length <= 3;
  return c !== 44 && c !== 46;
}

function fitsCase(tokens: readonly Token[], first: number, last: number, c: Candidate): boolean {
  if (c.acronym) return isUpper(tokens[first]?.form ?? "");
  let capital = false;
  for (let k = first; k <= last; k++) {
    const form = tokens[k]?.form ?? "";
    const head = form.charAt(0);
    if (head !== head.toLowerCase() || (head >= "0" && head <= "9")) capital = true;
    // "may" is no first minister: every part of a one-word name, and the last of a longer one, wants its capital.
    else if (first === last) return false;
  }
  return capital;
}

function isUpper(form: string): boolean {
  return form === form.toUpperCase() && form !== form.toLowerCase();
}
