import type { Sentence, Token } from "../core/layers.ts";
import type { PlaceMention } from "../core/place-layers.ts";
import type { PlaceRow } from "../lexicon/place-tables.ts";
import { foldName } from "../core/fold-name.ts";
import type { Gazetteer } from "./gazetteer.ts";

/** A name of the gazetteer in a sentence, with every row that bears it. */
export interface PlaceCandidate {
  readonly sentence: Sentence;
  readonly first: number;
  /** Last token of the name itself, and of the name with its kind ("Homs" and "Homs Province"). */
  readonly last: number;
  readonly end: number;
  readonly rows: readonly PlaceRow[];
  /** Resolution told by the kind word, or null. */
  readonly kind: 1 | 2 | 3 | 4 | 5 | null;
}

/** Thousands of inhabitants above which a one-word town needs no other sign that it is meant. */
const KNOWN_TOWN = 250;
const DIRECTION =
  /^(?:north|south|east|west|northern|southern|eastern|western|central|greater|downtown|upper|lower|inner|outer)(?:east|west|eastern|western)?$/;

/** All candidates of a sentence, left to right, the longest name first; people and bodies that bear a place's name are none. */
export function findCandidates(sentence: Sentence, gazetteer: Gazetteer): readonly PlaceCandidate[] {
  const found: PlaceCandidate[] = [];
  const { tokens } = sentence;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || !isNameStart(token) || !beginsName(token.lower, gazetteer)) continue;
    const match = longestMatch(tokens, i, gazetteer);
    if (match === null) continue;
    const candidate = { sentence, first: i, ...match, ...kindAfter(tokens, match.last, gazetteer) };
    if (isPlace(tokens, candidate, gazetteer)) {
      found.push(candidate);
      i = candidate.end;
    } else i = match.last;
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

/** A quick look that spares most capitalised words the rest. */
function beginsName(lower: string, gazetteer: Gazetteer): boolean {
  if (gazetteer.longest.has(lower)) return true;
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i);
    if (code < 97 || code > 122) {
      const folded = foldName(lower);
      const space = folded.indexOf(" ");
      const first = space < 0 ? folded : folded.slice(0, space);
      return gazetteer.longest.has(first) || first === "al" || first === "el";
    }
  }
  return false;
}

function longestMatch(
  tokens: readonly Token[],
  i: number,
  gazetteer: Gazetteer,
): { last: number; rows: readonly PlaceRow[] } | null {
  const parts: string[] = [];
  const ends: number[] = [];
  const most = Math.max(gazetteer.longest.get(foldName(tokens[i]?.lower ?? "").split(" ")[0] ?? "") ?? 1, 2);
  for (let k = i; k < tokens.length && parts.length < most; k++) {
    const token = tokens[k];
    if (token === undefined) break;
    if (k > i && /^[-–'’.]$/.test(token.lower)) continue;
    if (k > i && token.lower === ",") break;
    const folded = foldName(token.lower);
    if (folded === "") break;
    parts.push(folded);
    ends.push(k);
  }
  for (let n = parts.length; n > 0; n--) {
    const key = parts.slice(0, n).join(" ");
    const rows = gazetteer.byName.get(key) ?? gazetteer.byName.get(key.replace(/^(?:al|el) /, ""));
    const last = ends[n - 1];
    if (rows !== undefined && last !== undefined && (key.length > 3 || isWritten(tokens, i, key)))
      return { last, rows };
  }
  return null;
}

/** Short names must be written as such: "US" and "Omi", not "us". */
function isWritten(tokens: readonly Token[], i: number, key: string): boolean {
  const form = tokens[i]?.form ?? "";
  return key.length === 3 ? form !== form.toLowerCase() : form === form.toUpperCase() || form.includes(".");
}

/** "Homs Province", "Kabul International Airport": the kind that ends the name. */
function kindAfter(
  tokens: readonly Token[],
  last: number,
  gazetteer: Gazetteer,
): { end: number; kind: PlaceCandidate["kind"] } {
  for (let k = last + 1; k <= last + 3; k++) {
    const token = tokens[k];
    if (token === undefined || !(token.upos === "PROPN" || token.upos === "NOUN")) break;
    const kind = gazetteer.words.kinds.get(token.lower);
    if (!isCapital(token)) return { end: last, kind: kind !== undefined && kind < 4 && k === last + 1 ? kind : null };
    if (kind !== undefined) return { end: k, kind };
  }
  return { end: last, kind: null };
}

function isPlace(tokens: readonly Token[], candidate: PlaceCandidate, gazetteer: Gazetteer): boolean {
  const { first, last, end, rows } = candidate;
  const token = tokens[first];
  const final = tokens[last];
  if (token === undefined || final === undefined || !isCapital(final)) return false;
  if (token.deprel === "flat" && tokens[token.head]?.upos === "PROPN" && token.head < first) return false;
  const before = tokens[first - 1];
  const after = tokens[end + 1];
  // "the United States Department of …" is a body, not a division.
  if (end > last && rows[0]?.[6] === 1 && candidate.kind !== null && candidate.kind < 4) return false;
  if (last === first && isShouted(token) && rows[0]?.[6] !== 1) return false;
  if (
    after !== undefined &&
    end === last &&
    isCapital(after) &&
    after.upos === "PROPN" &&
    areOneName(tokens, first, last, end + 1)
  )
    return false;
  const isNamedBefore =
    before !== undefined && before.upos === "PROPN" && isCapital(before) && !DIRECTION.test(before.lower);
  if (isNamedBefore && areOneName(tokens, first, last, first - 1)) return false;
  // A parser may take an unknown name for a noun; a capital inside a sentence still says name.
  if (first === 0 && !tokens.slice(first, last + 1).some((t) => t.upos === "PROPN")) return false;
  return isKnown(candidate, gazetteer) || isTold(tokens, candidate, gazetteer, rows);
}

function areOneName(tokens: readonly Token[], first: number, last: number, other: number): boolean {
  const token = tokens[other];
  if (token === undefined) return false;
  if (token.head >= first && token.head <= last) return /^(?:flat|compound)$/.test(token.deprel);
  for (let i = first; i <= last; i++)
    if (tokens[i]?.head === other && /^(?:flat|compound)$/.test(tokens[i]?.deprel ?? "")) return true;
  return false;
}

/** Countries, longer names and large towns are places anywhere, unless people are called so. */
function isKnown({ first, last, rows, kind, sentence }: PlaceCandidate, gazetteer: Gazetteer): boolean {
  const top = rows[0];
  if (top === undefined) return false;
  if (kind !== null || last > first) return true;
  if (top[6] === 1 && top[2] !== "")
    return !gazetteer.firstNames.has(sentence.tokens[first]?.lower ?? "") || top[9] >= 1_000_000;
  return top[9] >= KNOWN_TOWN && !gazetteer.firstNames.has(sentence.tokens[first]?.lower ?? "");
}

const LEAD = /^(?:from|to|of|towards?|via|through|between|into|for)$/;

/** "in Marib", "the town of Orange", "Nice, France": told as a place by the words around it. */
function isTold(
  tokens: readonly Token[],
  candidate: PlaceCandidate,
  gazetteer: Gazetteer,
  rows: readonly PlaceRow[],
): boolean {
  let at = candidate.first - 1;
  while (tokens[at] !== undefined && (tokens[at]?.upos === "DET" || DIRECTION.test(tokens[at]?.lower ?? ""))) at--;
  const before = tokens[at]?.lower ?? "";
  if (gazetteer.words.in.has(before) || (LEAD.test(before) && tokens[at]?.upos === "ADP")) return true;
  if (gazetteer.words.kinds.has(before) || (before === "of" && gazetteer.words.kinds.has(tokens[at - 1]?.lower ?? "")))
    return true;
  if (tokens[candidate.end + 1]?.lower !== ",") return false;
  const next = longestMatch(tokens, candidate.end + 2, gazetteer);
  return next !== null && rows.some((a) => next.rows.some((b) => holds(b, a)));
}

/** Whether place `a` lies in place `b`, as far as the rows tell. */
export function holds(b: PlaceRow, a: PlaceRow): boolean {
  if (a === b || a[2] !== b[2] || b[6] >= a[6]) return false;
  return b[6] === 1 || (b[6] === 2 && (a[3] === b[0] || a[3] === b[3]));
}

/** "US", "UAE", "UGA": abbreviations name countries only. */
function isShouted(token: Token): boolean {
  return token.form.length <= 4 && token.form === token.form.toUpperCase() && /^[A-Z]+$/.test(token.form);
}

function isCapital(token: Token): boolean {
  return token.form.charAt(0) !== token.lower.charAt(0) || token.form.charCodeAt(0) > 191;
}

/** The mention that a candidate becomes once its row is chosen. */
export function mentionOf(candidate: PlaceCandidate, row: PlaceRow, text: string): PlaceMention {
  const { sentence, first, end } = candidate;
  const start = sentence.tokens[first]?.start ?? sentence.start;
  const stop = sentence.tokens[end]?.end ?? start;
  const resolution = candidate.kind !== null && candidate.kind > row[6] ? candidate.kind : row[6];
  return {
    sentence: sentence.index,
    first,
    last: end,
    head: headIn(sentence.tokens, first, end),
    start,
    end: stop,
    text: text.slice(start, stop),
    resolved: resolution > row[6] ? text.slice(start, stop) : row[0],
    country: row[2],
    province: row[3] === "" ? null : row[3],
    city: row[6] === 4 ? row[0] : null,
    lat: row[4],
    lon: row[5],
    geonameid: row[8],
    featureCode: row[7] === "" ? null : row[7],
    resolution,
  };
}

function headIn(tokens: readonly Token[], first: number, last: number): number {
  for (let i = first; i <= last; i++) {
    const head = tokens[i]?.head ?? -1;
    if (head < first || head > last) return i;
  }
  return last;
}
