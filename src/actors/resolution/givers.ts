import type { Token } from "../../core/layers.ts";
import { baseRelation } from "../../core/sentence-graph.ts";
import type { NameEntry, NameMatch } from "./name-index.ts";
import type { SentenceView } from "./sentence-view.ts";

/** A name inside a phrase that tells where its head belongs, and how closely it is tied to it. */
export interface Giver {
  readonly entry: NameEntry;
  readonly match: NameMatch;
  /** 4 possessor, 3.5 modifier, 3 "of", 2 "in", "from", 1 "London-based". */
  readonly weight: number;
}

/** Prepositions by which a complement tells the country, with their weight. */
const CASES: Readonly<Record<string, number>> = {
  of: 3, from: 2.5, in: 2, at: 2, across: 2, near: 2, within: 2, inside: 2, throughout: 2, around: 2, outside: 1.5, for: 1.8,
}; // prettier-ignore

/** Names in the phrase of `head` that give it a country or a body, closest tie first. */
export function giversOf(view: SentenceView, head: number, first: number, last: number): readonly Giver[] {
  if (view.matches.length === 0) return [];
  const out: Giver[] = [];
  for (const match of view.matches) {
    if (match.last < first || match.first > last || (match.first <= head && head <= match.last)) continue;
    const entry = view.pick(match);
    const weight = weightOf(view, match, head);
    if (weight > 0) out.push({ entry, match, weight });
  }
  // Of two modifiers the one nearest to the head says what it is ("Syrian Turkish-made tanks" aside, "US Navy sailors").
  return out.sort((a, b) => b.weight - a.weight || Math.abs(head - a.match.last) - Math.abs(head - b.match.last));
}

function weightOf(view: SentenceView, match: NameMatch, head: number): number {
  const joined = hyphenEffect(view, match);
  if (joined === "cut") return 0;
  const top = topOf(view, match);
  const path = pathWeight(view, top, head);
  return joined === "location" && path > 0 ? 1 : path;
}

/** "US-backed", "pro-Russian", "anti-Taliban": not whose the actor is; "London-based": where it is. */
export function hyphenEffect(view: SentenceView, match: NameMatch): "cut" | "location" | "none" {
  const { tokens } = view.sentence;
  const after = tokens[match.last + 1];
  if (after?.lower === "-" || after?.lower === "–") {
    const effect = view.knowledge.modifiers.get(tokens[match.last + 2]?.lower ?? "")?.effect;
    if (effect === "cut" || effect === "location") return effect;
  }
  const before = tokens[match.first - 1];
  // "Maran-Norlandic": the first one is whose the actor is.
  if ((before?.lower === "-" || before?.lower === "–") && view.matchAt[match.first - 2] !== undefined)
    return "location";
  const prefix = before?.lower === "-" || before?.lower === "–" ? tokens[match.first - 2] : before;
  return view.knowledge.modifiers.get(prefix?.lower ?? "")?.effect === "partisan" ? "cut" : "none";
}

/**
 * The codes of several countries or blocs that a phrase names side by side, tied equally closely to its head: "Thai and Laotian
 * police", "ministers of Peru, Chile and the EU". Empty when it names one or none.
 */
export function sharersOf(view: SentenceView, givers: readonly Giver[]): readonly string[] {
  const codes: string[] = [];
  const first = givers[0];
  if (!first || first.weight < 2.4) return codes;
  for (const g of givers) {
    const { kind, code } = g.entry;
    if (kind === "person" || kind === "region" || code === "" || first.weight - g.weight > 0.15) continue;
    if (g !== first && topOf(view, g.match).deprel !== "conj") continue;
    if (!codes.includes(code)) codes.push(code);
  }
  return codes.length > 1 ? codes : [];
}

/** The token of the match that hangs from outside of it. */
function topOf(view: SentenceView, match: NameMatch): Token {
  for (let k = match.first; k <= match.last; k++) {
    const t = view.token(k);
    if (t.head < match.first || t.head > match.last) return t;
  }
  return view.token(match.last);
}

/** How closely `from` hangs on `head`; 0 when a clause, a coordination or another relation stands between. */
function pathWeight(view: SentenceView, from: Token, head: number): number {
  let weight = 4;
  let at = from;
  for (let depth = 0; depth < 8; depth++) {
    const step = stepWeight(view, at);
    if (step === 0) return 0;
    weight = Math.min(weight, step);
    if (at.head === head) return weight - depth * 0.01;
    if (at.head < 0) return 0;
    at = view.token(at.head);
  }
  return 0;
}

function stepWeight(view: SentenceView, t: Token): number {
  switch (t.deprel) {
    case "nmod:poss":
      return 4;
    case "amod":
    case "compound":
    case "nmod:desc":
    case "flat":
    case "nmod:unmarked":
    case "nmod:npmod":
      return 3.5;
    default:
  }
  const relation = baseRelation(t.deprel);
  if (relation === "nmod" || relation === "obl") return CASES[caseWord(view, t)] ?? 0;
  if (relation === "appos" && isPlace(view, t)) return 2;
  // "Kurdish and Sunni members", "the leaders of Peru and Chile": every conjunct gives, but more weakly.
  if (relation === "conj") return 3.4;
  return 0;
}

function isPlace(view: SentenceView, t: Token): boolean {
  const m = view.matchAt[t.index];
  if (!m) return false;
  const { kind } = view.pick(m);
  return kind === "country" || kind === "place" || kind === "capital";
}

export function caseWord(view: SentenceView, t: Token): string {
  let word = "";
  for (const c of t.children) {
    const child = view.sentence.tokens[c];
    if (child?.deprel === "case" && c < t.index && child.xpos !== "POS") word = child.lower;
  }
  return word;
}
