import type { Token } from "../core/layers.ts";
import type { PlaceRow } from "../lexicon/place-tables.ts";
import { foldName } from "../core/fold-name.ts";
import type { Gazetteer, NamedPlaces } from "./gazetteer.ts";

export interface NameMatch {
  readonly last: number;
  readonly rows: readonly PlaceRow[];
  readonly isReviewed: boolean;
}

interface NamePart {
  readonly text: string;
  readonly at: number;
}

/** The longest name of the gazetteer that begins at a token. */
export function matchName(tokens: readonly Token[], i: number, gazetteer: Gazetteer): NameMatch | null {
  const most = longestFrom(tokens[i]?.lower ?? "", gazetteer);
  if (most === 0) return null;
  const parts = partsFrom(tokens, i, most);
  for (let n = parts.length; n > 0; n--) {
    const key = keyOf(parts.slice(0, n));
    const named = gazetteer.named(key) ?? gazetteer.named(key.replace(/^(?:al|el) /, ""));
    const last = parts[n - 1]?.at;
    if (named === null || last === undefined || !isWritten(tokens, i, key) || isArticled(tokens, i, key, named))
      continue;
    return { last, ...named };
  }
  return null;
}

/** Most words that a name has which begins so; an article is part of many. */
function longestFrom(lower: string, gazetteer: Gazetteer): number {
  const [first = ""] = foldName(lower).split(" ");
  const most = gazetteer.longestFrom(first);
  return most === 0 && (first === "al" || first === "el") ? 2 : most === 0 ? 0 : Math.max(most, 2);
}

function partsFrom(tokens: readonly Token[], i: number, most: number): readonly NamePart[] {
  const parts: NamePart[] = [];
  for (let k = i; k < tokens.length && parts.length <= most; k++) {
    const token = tokens[k];
    if (token === undefined) break;
    if (k > i && /^[-–'’.]$/.test(token.lower)) continue;
    if (k > i && token.lower === ",") break;
    const text = foldName(token.lower);
    if (text === "") break;
    parts.push({ text: token.xpos === "POS" ? "'s" : text, at: k });
  }
  return parts;
}

/** "Queen Anne 's County" is written as one word less. */
function keyOf(parts: readonly NamePart[]): string {
  let key = "";
  for (const { text } of parts) key += text === "'s" ? "s" : key === "" ? text : ` ${text}`;
  return key;
}

/** Short names must be written as such: "US" and "Omi", not "us". */
function isWritten(tokens: readonly Token[], i: number, key: string): boolean {
  if (key.length > 3) return true;
  const form = tokens[i]?.form ?? "";
  return key.length === 3 ? form !== form.toLowerCase() : form === form.toUpperCase() || form.includes(".");
}

/** "The Philippines": an article that opens the sentence is no part of the name, that of "The Hague" is. */
function isArticled(tokens: readonly Token[], i: number, key: string, { rows }: NamedPlaces): boolean {
  return tokens[i]?.lower === "the" && key.startsWith("the ") && !(rows[0]?.[0].startsWith("The ") ?? false);
}
