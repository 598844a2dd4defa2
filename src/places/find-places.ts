import type { Sentence, Token } from "../core/layers.ts";
import type { PlaceRow, Resolution } from "../lexicon/place-tables.ts";
import { foldName } from "../core/fold-name.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { matchName, type NameMatch } from "./match-name.ts";

/** A capitalised name in a sentence that may be a place's, with every row that bears it. */
export interface PlaceCandidate {
  readonly sentence: Sentence;
  readonly first: number;
  /** Last token of the name itself, and of the name with its kind ("Homs" and "Homs Province"). */
  readonly last: number;
  readonly end: number;
  /** Heaviest first; none for a name that no table has and a word of kind makes a place ("the village of …"). */
  readonly rows: readonly PlaceRow[];
  readonly isReviewed: boolean;
  /** Resolution told by the kind word, or null. */
  readonly kind: Resolution | null;
  readonly sign: PlaceSign;
}

/**
 * What the words around a name say. kind: "the town of Orange", "Homs Province"; where: "in Marib"; way: "from Marib", which may be a
 * person's or a body's, too; none: nothing.
 */
export type PlaceSign = "kind" | "where" | "way" | "none";

const DIRECTION =
  /^(?:north|south|east|west|northern|southern|eastern|western|central|greater|downtown|upper|lower|inner|outer)(?:-?east|-?west|-?eastern|-?western)?$/;

/** All candidates of a sentence, left to right, the longest name first; people and bodies that bear a place's name are none. */
export function findCandidates(sentence: Sentence, gazetteer: Gazetteer): readonly PlaceCandidate[] {
  const found: PlaceCandidate[] = [];
  const { tokens } = sentence;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || !isNameStart(token)) continue;
    const match = matchName(tokens, i, gazetteer);
    const candidate = match === null ? unknownPlace(sentence, i, gazetteer) : knownName(sentence, i, match, gazetteer);
    if (candidate !== null) {
      found.push(candidate);
      i = candidate.end;
    } else if (match !== null) i = match.last;
  }
  return found;
}

function isNameStart(token: Token): boolean {
  const code = token.form.charCodeAt(0);
  return (
    (code >= 65 && code <= 90) ||
    code > 191 ||
    token.lower.startsWith("al-") ||
    token.lower.startsWith("el-") ||
    code === 39
  );
}

function knownName(sentence: Sentence, i: number, match: NameMatch, gazetteer: Gazetteer): PlaceCandidate | null {
  const { tokens } = sentence;
  const { end, kind } = kindAfter(tokens, match, gazetteer);
  const span = { first: withDirection(tokens, i, match), last: match.last, end };
  if (!isNamedSo(tokens, { ...span, first: i }, match.rows, kind, gazetteer)) return null;
  return { sentence, ...span, ...match, kind, sign: signOf(tokens, span, kind, gazetteer) };
}

/** "Homs Province", "Kabul International Airport": the kind that ends the name. */
function kindAfter(
  tokens: readonly Token[],
  { last, rows }: NameMatch,
  gazetteer: Gazetteer,
): { readonly end: number; readonly kind: Resolution | null } {
  for (let k = last + 1; k <= last + 3; k++) {
    const token = tokens[k];
    if (token === undefined || !(token.upos === "PROPN" || token.upos === "NOUN")) break;
    const kind = gazetteer.words.kinds.get(token.lower) ?? gazetteer.words.kinds.get(token.lemma);
    if (!isCapital(token)) return { end: last, kind: kind !== undefined && kind < 4 && k === last + 1 ? kind : null };
    if (kind !== undefined)
      return endsName(tokens, k) && !isCountry(rows) ? { end: k, kind } : { end: last, kind: null };
  }
  return { end: last, kind: null };
}

/** Not "California Department of Health", "Denver District Judge": the kind is part of a body's or an officer's name. */
function endsName(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next === undefined || !(next.lower === "of" || (isCapital(next) && next.upos === "PROPN"));
}

function isCountry(rows: readonly PlaceRow[]): boolean {
  return rows[0]?.[6] === 1 && rows[0][2] !== "";
}

/** "North Dallas", "Greater Mumbai": a capital inside the sentence makes the direction part of the name. */
function withDirection(tokens: readonly Token[], first: number, { rows }: NameMatch): number {
  const before = tokens[first - 1];
  if (before === undefined || first < 2 || !isCapital(before) || !DIRECTION.test(before.lower)) return first;
  return isCountry(rows) || !isCapital(tokens[first] ?? before) ? first : first - 1;
}

interface NameSpan {
  readonly first: number;
  readonly last: number;
  readonly end: number;
}

/** Whether the words are a name of their own here: no part of a person's or a body's name, no abbreviation of something else. */
function isNamedSo(
  tokens: readonly Token[],
  { first, last, end }: NameSpan,
  rows: readonly PlaceRow[],
  kind: Resolution | null,
  gazetteer: Gazetteer,
): boolean {
  const token = tokens[first];
  const final = tokens[last];
  if (token === undefined || final === undefined || !isCapital(final)) return false;
  if (token.deprel === "flat" && tokens[token.head]?.upos === "PROPN" && token.head < first) return false;
  // "the United States Department of …" is a body, not a division.
  if (end > last && isCountry(rows) && kind !== null && kind < 4) return false;
  if (last === first && isShouted(token) && !(rows[0] !== undefined && rows[0][6] <= 2)) return false;
  const before = tokens[first - 1];
  const after = tokens[end + 1];
  const isNamedAfter =
    after !== undefined &&
    end === last &&
    isCapital(after) &&
    after.upos === "PROPN" &&
    areOneName(tokens, first, last, end + 1);
  if (isNamedAfter && !isOwner(rows, after, gazetteer)) return false;
  const isNamedBefore =
    before !== undefined && before.upos === "PROPN" && isCapital(before) && !DIRECTION.test(before.lower);
  if (isNamedBefore && areOneName(tokens, first, end, first - 1)) return false;
  // "the Justice Department", "School District": a common word before a capitalised kind is what the body is for.
  if (end > last && first === last && gazetteer.words.common.has(token.lower)) return false;
  // A parser may take an unknown name for a noun; a capital inside a sentence still says name.
  return first > 0 || tokens.slice(first, last + 1).some((t) => t.upos === "PROPN");
}

/** "the U.S. Army", "Queensland Police": whose body or officer it is, stands before it. */
function isOwner(rows: readonly PlaceRow[], after: Token, gazetteer: Gazetteer): boolean {
  return rows[0] !== undefined && rows[0][6] <= 2 && gazetteer.words.offices.has(after.lower);
}

function areOneName(tokens: readonly Token[], first: number, last: number, other: number): boolean {
  const token = tokens[other];
  if (token === undefined) return false;
  if (token.head >= first && token.head <= last) return /^(?:flat|compound)$/.test(token.deprel);
  for (let i = first; i <= last; i++)
    if (tokens[i]?.head === other && /^(?:flat|compound)$/.test(tokens[i]?.deprel ?? "")) return true;
  return false;
}

const WAY = /^(?:from|to|of|towards?|via|through|between|into|for)$/;
const NAMING = /^(?:called|named)$/;

function signOf(
  tokens: readonly Token[],
  { first, end }: NameSpan,
  kind: Resolution | null,
  { words }: Gazetteer,
): PlaceSign {
  if (kind !== null) return "kind";
  let at = first - 1;
  while (tokens[at] !== undefined && (tokens[at]?.upos === "DET" || DIRECTION.test(tokens[at]?.lower ?? ""))) at--;
  const before = tokens[at];
  if (before === undefined) return "none";
  const named = before.lower === "of" || NAMING.test(before.lower) ? tokens[at - 1] : before;
  if (named !== undefined && (words.kinds.has(named.lower) || words.kinds.has(named.lemma))) return "kind";
  const isOwners = tokens[end + 1]?.xpos === "POS";
  if (words.in.has(before.lower)) return isOwners ? "way" : "where";
  if (tokens[at - 1]?.lower === "according") return "none";
  return WAY.test(before.lower) && before.upos === "ADP" ? "way" : "none";
}

/** Divisions and settlements: a building's or a body's kind says less about the name beside it. */
const SETTLED = 4;

/** "the village of Pel", "Karo district", "Rice County": a word of kind makes a place of a name that no table has. */
function unknownPlace(sentence: Sentence, first: number, { words }: Gazetteer): PlaceCandidate | null {
  const { tokens } = sentence;
  if (!isNamePart(tokens[first])) return null;
  let last = first;
  while (isNamePart(tokens[last + 1]) && !words.kinds.has(tokens[last + 1]?.lower ?? "")) last++;
  const next = tokens[last + 1];
  const after = next?.upos === "NOUN" || next?.upos === "PROPN" ? words.kinds.get(next.lower) : undefined;
  const plain = { sentence, first, last, rows: [], isReviewed: false, sign: "kind" } as const;
  if (after !== undefined && after >= 2 && after <= SETTLED && after !== 1 && next !== undefined) {
    const isSplit = tokens[last]?.head !== next.index && next.head !== last;
    if (isSplit || !endsName(tokens, last + 1)) return null;
    return { ...plain, end: isCapital(next) ? last + 1 : last, kind: after };
  }
  if (tokens[first - 1]?.lower !== "of") return null;
  const kind = words.kinds.get(tokens[first - 2]?.lower ?? "") ?? words.kinds.get(tokens[first - 2]?.lemma ?? "");
  return kind !== undefined && kind > 2 && kind <= SETTLED && !isCapital(tokens[first - 2])
    ? { ...plain, end: last, kind }
    : null;
}

function isNamePart(token: Token | undefined): boolean {
  return token?.upos === "PROPN" && isCapital(token) && !DIRECTION.test(token.lower);
}

/** "US", "UAE", "UGA": abbreviations name countries and divisions only. */
function isShouted(token: Token): boolean {
  return token.form.length <= 4 && token.form === token.form.toUpperCase() && /^[A-Z]+$/.test(token.form);
}

export function isCapital(token: Token | undefined): boolean {
  return token !== undefined && (token.form.charAt(0) !== token.lower.charAt(0) || token.form.charCodeAt(0) > 191);
}

/** The words of a candidate with its kind, folded: its name for the rest of the report. */
export function nameOf({ sentence, first, end }: PlaceCandidate): string {
  return foldName(
    sentence.tokens
      .slice(first, end + 1)
      .map((t) => t.lower)
      .join(" "),
  );
}
