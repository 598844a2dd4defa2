import { rowId, type HeadMatch } from "./head-index.ts";
import type { SentenceView } from "./sentence-view.ts";

/** What the words before a head say about it, apart from names. */
export interface ModifierReading {
  readonly former: boolean;
  readonly foreign: boolean;
  /** Sectors that a modifier gives, nearest to the head first. */
  readonly sectors: readonly string[];
  readonly second: readonly string[];
  readonly ruling: boolean;
  readonly because: string;
}

const BEFORE = new Set(["amod", "compound", "nmod", "nmod:desc", "advmod", "nmod:unmarked", "acl"]);

/** Reads the modifiers that hang on the head, nearest first; words that already belong to the head's table entry are left out. */
export function modifiersOf(view: SentenceView, head: number, own: HeadMatch | null): ModifierReading {
  let former = false;
  let foreign = false;
  let ruling = false;
  const sectors: string[] = [];
  const second: string[] = [];
  const because: string[] = [];
  const inspect = (i: number): void => {
    const t = view.token(i);
    if (own && i >= own.first && i <= own.last) return;
    if (view.matchAt[i] !== undefined) return;
    const word = joinedWord(view, i);
    const row = view.knowledge.modifiers.get(word) ?? view.knowledge.modifiers.get(t.lemma);
    if (row) {
      if (row.effect === "former") former = true;
      else if (row.effect === "foreign") foreign = true;
      else if (row.effect === "ruling") ruling = true;
      else if (row.effect === "second") second.push(...row.sectors);
      else if (row.effect === "sector" || row.effect === "kind") sectors.push(...row.sectors);
      because.push(`modifiers:${row.word}`);
      return;
    }
    if (t.upos !== "NOUN" && t.upos !== "PROPN") return;
    const found = view.knowledge.heads.match(view.sentence, i);
    if (!found || found.row.sectors.length === 0 || found.row.class === "thing") return;
    if (found.row.yields === "yes" && found.row.class === "person") return;
    sectors.push(...found.row.sectors);
    because.push(rowId(found.row));
  };
  for (const i of modifierTokens(view, head)) inspect(i);
  former = former || followsEx(view, own?.first ?? head);
  return { former, foreign, ruling, sectors, second, because: because.join(" ") };
}

/** Modifiers of the head before it, nearest first, with those that modify its modifiers by compounding. */
function modifierTokens(view: SentenceView, head: number): readonly number[] {
  const out: number[] = [];
  const { children } = view.token(head);
  for (let k = children.length - 1; k >= 0; k--) {
    const c = children[k];
    if (c === undefined || c > head) continue;
    const t = view.token(c);
    if (t.deprel === "nmod:desc" || !BEFORE.has(t.deprel)) continue;
    out.push(c);
    for (const g of t.children) if (g < head && view.token(g).deprel === "conj") out.push(g);
  }
  return out;
}

/** "anti-government" as one word: prefix, hyphen and word are three tokens. */
function joinedWord(view: SentenceView, i: number): string {
  const { tokens } = view.sentence;
  const t = view.token(i);
  if (tokens[i - 1]?.lower === "-" && i >= 2) return `${tokens[i - 2]?.lower ?? ""}-${t.lower}`;
  return t.lower;
}

/** "ex-minister", "then - president": the prefix stands in or right before the office, whatever syntax makes of it. */
function followsEx(view: SentenceView, first: number): boolean {
  const { tokens } = view.sentence;
  if (tokens[first]?.lower.startsWith("ex-")) return true;
  const before = tokens[first - 1];
  const word = before?.lower === "-" ? tokens[first - 2]?.lower : before?.lower;
  return word !== undefined && view.knowledge.modifiers.get(word)?.effect === "former";
}
