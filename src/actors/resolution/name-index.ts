import type { Sentence, Token } from "../../core/layers.ts";
import { nameWords, skeletonOf, tokenWord } from "./name-words.ts";
import { namesStartingWith, type PackedName, type PackedNames } from "./pack-names.ts";
import type { PackedTable } from "./packed-table.ts";

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

const NONE: readonly PackedName[] = [];
/** Forms of a corpus are endless; the cache is for the frequent ones. */
const MOST_KEPT = 50_000;

/** Finds known names in sentences, longest first. */
export class NameIndex {
  private readonly packed: PackedNames;
  private readonly exact = new Map<string, readonly PackedName[]>();
  private readonly variants = new Map<string, readonly PackedName[]>();
  private readonly wordCache = new Map<string, string>();
  private readonly skeletonCache = new Map<string, string>();

  constructor(packed: PackedNames) {
    this.packed = packed;
  }

  /** Every entry that bears this name, or when none does a transliteration of it. */
  lookup(name: string): readonly NameEntry[] {
    const words = nameWords(name);
    const same = this.named(words[0] ?? "").filter((c) => c.words.join(" ") === words.join(" "));
    if (same.length > 0) return same.flatMap((c) => c.entries);
    const skeletons = words.map(skeletonOf);
    const alike = kept(this.variants, this.packed.variants, skeletons[0] ?? "");
    return alike.filter((c) => c.words.join(" ") === skeletons.join(" ")).flatMap((c) => c.entries);
  }

  /** Every entry with a name that has all these words, in the order of their first words. */
  containing(words: readonly string[]): readonly NameEntry[] {
    const out = new Map<string, NameEntry>();
    for (const first of this.packed.exact.keys())
      for (const c of this.named(first))
        if (words.every((w) => c.words.includes(w))) for (const e of c.entries) out.set(e.id, e);
    return [...out.values()];
  }

  /** All names of the sentence, left to right, without overlap. */
  scan(sentence: Sentence): readonly NameMatch[] {
    const out: NameMatch[] = [];
    const { tokens } = sentence;
    for (let i = 0; i < tokens.length; i++) {
      const found = this.matchAt(tokens, i) ?? this.variantAt(tokens, i);
      if (!found) continue;
      out.push(found);
      i = found.last;
    }
    return out;
  }

  private named(first: string): readonly PackedName[] {
    return kept(this.exact, this.packed.exact, first);
  }

  private matchAt(tokens: readonly Token[], i: number): NameMatch | null {
    const token = tokens[i];
    if (!token || !mayStart(token.form)) return null;
    for (const c of this.named(this.wordOf(token.form))) {
      const last = lastOf(tokens, i, c.words, (form) => this.wordOf(form));
      if (last < 0 || !fitsCase(tokens, i, last, c)) continue;
      return { first: i, last, entries: c.entries };
    }
    return null;
  }

  /** "Kassem Suleimani" for Qasem Soleimani: capital words that differ from a known person's in transliteration only. */
  private variantAt(tokens: readonly Token[], i: number): NameMatch | null {
    if (!isCapital(tokens[i]?.form) || !isCapital(tokens[i + 1]?.form)) return null;
    for (const c of kept(this.variants, this.packed.variants, this.skeletonAt(tokens[i]?.form ?? ""))) {
      const last = lastOf(tokens, i, c.words, (form) => this.skeletonAt(form));
      if (last < 0 || !isCapital(tokens[last]?.form)) continue;
      return { first: i, last, entries: c.entries };
    }
    return null;
  }

  private wordOf(form: string): string {
    return cached(this.wordCache, form, tokenWord);
  }

  private skeletonAt(form: string): string {
    return cached(this.skeletonCache, form, (f) => skeletonOf(this.wordOf(f)));
  }
}

function kept(cache: Map<string, readonly PackedName[]>, packed: PackedTable, first: string): readonly PackedName[] {
  const known = cache.get(first);
  if (known) return known;
  const found = namesStartingWith(packed, first);
  if (cache.size < MOST_KEPT) cache.set(first, found.length === 0 ? NONE : found);
  return found;
}

function cached(cache: Map<string, string>, form: string, make: (form: string) => string): string {
  let word = cache.get(form);
  if (word === undefined) {
    word = make(form);
    if (cache.size < MOST_KEPT) cache.set(form, word);
  }
  return word;
}

/** Index of the last token if the words stand at `i`, hyphens skipped, else -1. */
function lastOf(
  tokens: readonly Token[],
  i: number,
  words: readonly string[],
  wordOf: (form: string) => string,
): number {
  let at = i;
  for (let k = 1; k < words.length; k++) {
    at++;
    let word = wordOf(tokens[at]?.form ?? "");
    while (word === "" && at < tokens.length) word = wordOf(tokens[++at]?.form ?? "");
    if (word !== words[k]) return -1;
  }
  return at;
}

/** Names start with a capital or a digit, or with a particle such as "al" or "de". */
function mayStart(form: string): boolean {
  const c = form.charCodeAt(0);
  if (c >= 97 && c <= 122) return form.length <= 3;
  return c !== 44 && c !== 46;
}

function isCapital(form: string | undefined): boolean {
  if (form === undefined || form.length < 2) return false;
  const head = form.charAt(0);
  return head !== head.toLowerCase();
}

function fitsCase(tokens: readonly Token[], first: number, last: number, c: PackedName): boolean {
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
