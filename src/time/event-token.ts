import type { Token } from "../core/layers.ts";

/**
 * Head of the phrase or clause that "after", "before", "of" at token `at` introduces: "talks" in "a day after the talks",
 * "met" in "a day after Russia met Y". Syntax first (the token that `at` marks), else the end of the noun phrase that
 * follows; null when nothing follows ("two days before.").
 */
export function eventTokenAfter(tokens: readonly Token[], at: number): number | null {
  const marker = tokens[at];
  if (marker === undefined) return null;
  const head = tokens[marker.head];
  if (head !== undefined && marker.head > at && (marker.deprel === "case" || marker.deprel === "mark"))
    return marker.head;
  let last: number | null = null;
  for (let i = at + 1; i < tokens.length && i < at + 12; i++) {
    const token = tokens[i];
    if (token === undefined || isBoundary(token)) break;
    if (isContent(token)) last = i;
    else if (last !== null && !/^(?:'s|')$/.test(token.lower)) break;
  }
  return last;
}

const STOP = /^[.,;:!?)("”“]$/;
const FUNCTION =
  /^(?:the|a|an|this|that|these|those|to|his|her|its|their|in|on|at|of|and|or|by|with|from|for|was|were|is|are|had|has|have)$/;

function isBoundary(token: Token): boolean {
  return STOP.test(token.lower);
}

function isContent(token: Token): boolean {
  return /^\p{L}/u.test(token.lower) && !FUNCTION.test(token.lower);
}
