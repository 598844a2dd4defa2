import type { HeadRow } from "../../lexicon/actor-tables.ts";
import type { Sentence, Token } from "../../core/layers.ts";

/** A noun phrase of agents.csv or offices.csv found in a sentence. */
export interface HeadMatch {
  readonly row: HeadRow;
  readonly first: number;
  readonly last: number;
}

/** The row's name in evidence: "offices:foreign minister". */
export function rowId(row: HeadRow): string {
  return `${row.table}:${row.words}`;
}

interface Pattern {
  readonly row: HeadRow;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const JOINTS = new Set(["of", "to", "for", "in"]);

/** Finds the longest known actor noun that a token heads ("deputy prime minister", "member of parliament"). */
export class HeadIndex {
  private readonly byHead = new Map<string, Pattern[]>();

  constructor(rows: readonly HeadRow[]) {
    for (const row of rows) this.add(row);
    for (const list of this.byHead.values())
      list.sort((a, b) => b.before.length + b.after.length - a.before.length - a.after.length);
  }

  private add(row: HeadRow): void {
    const words = row.words.split(" ");
    const joint = words.findIndex((w, i) => i > 0 && JOINTS.has(w));
    const at = joint > 0 ? joint - 1 : words.length - 1;
    const head = words[at] ?? "";
    const pattern: Pattern = { row, before: words.slice(0, at), after: words.slice(at + 1) };
    const list = this.byHead.get(head);
    if (list) list.push(pattern);
    else this.byHead.set(head, [pattern]);
  }

  /** The longest entry headed by the token, or null. */
  match(sentence: Sentence, head: number): HeadMatch | null {
    const token = sentence.tokens[head];
    if (!token) return null;
    const lower = withoutEx(token.lower);
    const lemma = withoutEx(token.lemma.toLowerCase());
    const byForm = this.byHead.get(lower);
    const byLemma = lemma === lower ? undefined : this.byHead.get(lemma);
    return (
      best(find(byForm, sentence.tokens, head), find(byLemma, sentence.tokens, head)) ?? this.bySingular(sentence, head)
    );
  }

  /** Proper nouns keep their form as lemma ("Ministers", "Police"), so a plural may need its singular. */
  private bySingular(sentence: Sentence, head: number): HeadMatch | null {
    const token = sentence.tokens[head];
    if (!token || token.lower.length < 4) return null;
    for (const singular of singularsOf(token.lower)) {
      const found = find(this.byHead.get(singular), sentence.tokens, head);
      if (found) return found;
    }
    return null;
  }
}

/** "ex-minister" is one token: the prefix is read apart, with the modifiers. */
function withoutEx(word: string): string {
  return word.startsWith("ex-") ? word.slice(3) : word;
}

function singularsOf(lower: string): readonly string[] {
  if (lower.endsWith("ies")) return [`${lower.slice(0, -3)}y`];
  if (lower.endsWith("men")) return [`${lower.slice(0, -3)}man`];
  if (lower.endsWith("es")) return [lower.slice(0, -1), lower.slice(0, -2)];
  return lower.endsWith("s") ? [lower.slice(0, -1)] : [];
}

function best(a: HeadMatch | null, b: HeadMatch | null): HeadMatch | null {
  if (!a || !b) return a ?? b;
  return b.last - b.first > a.last - a.first ? b : a;
}

function find(list: readonly Pattern[] | undefined, tokens: readonly Token[], head: number): HeadMatch | null {
  if (!list) return null;
  for (const p of list) {
    const first = spanBefore(tokens, head, p.before);
    const last = first < 0 ? -1 : spanAfter(tokens, head, p.after);
    if (last >= 0) return { row: p.row, first, last };
  }
  return null;
}

function spanBefore(tokens: readonly Token[], head: number, words: readonly string[]): number {
  let at = head;
  for (let k = words.length - 1; k >= 0; k--) {
    at--;
    if (!same(tokens[at], words[k])) return -1;
  }
  return at;
}

/** Words after the head; articles of the text are skipped ("chief of the general staff" stands for "chief of general staff"). */
function spanAfter(tokens: readonly Token[], head: number, words: readonly string[]): number {
  let at = head;
  for (const word of words) {
    at++;
    if (tokens[at]?.lower === "the" && word !== "the") at++;
    if (!same(tokens[at], word)) return -1;
  }
  return at;
}

function same(token: Token | undefined, word: string | undefined): boolean {
  return token !== undefined && (withoutEx(token.lower) === word || token.lemma === word);
}
