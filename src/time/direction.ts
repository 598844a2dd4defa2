import type { Token } from "../core/layers.ts";
import type { TimeLexicon } from "./time-words.ts";

/**
 * Whether the predicate that an expression belongs to lies in the past or ahead, as far as grammar says: "will meet on Friday"
 * and "elections due on Sunday" lie ahead, "met on Friday" is past, "meets Friday" may be either (null).
 */
export function directionOf(
  tokens: readonly Token[],
  first: number,
  last: number,
  lexicon: TimeLexicon,
): "past" | "future" | null {
  let at = headOf(tokens, first, last);
  for (let steps = 0; steps < 8; steps++) {
    const token = tokens[at];
    if (token === undefined) return null;
    const said = directionAt(tokens, token, at >= first && at <= last ? token : tokens[first], lexicon);
    if (said !== null) return said === "either" ? null : said;
    if (token.head < 0 || token.head === at) return null;
    at = token.head;
  }
  return null;
}

/** The token of a range whose governor lies outside of it. */
export function headOf(tokens: readonly Token[], first: number, last: number): number {
  for (let i = first; i <= last; i++) {
    const head = tokens[i]?.head ?? -1;
    if (head < first || head > last) return i;
  }
  return last;
}

type Said = "past" | "future" | "either" | null;

function directionAt(tokens: readonly Token[], token: Token, date: Token | undefined, lexicon: TimeLexicon): Said {
  const kind = lexicon.prospects[token.lemma] ?? lexicon.prospects[token.lower];
  const children = token.children.map((c) => tokens[c]).filter((c) => c !== undefined);
  const ahead = children.some(
    (c) => isAhead(c, lexicon) || (c.deprel === "case" && lexicon.prospects[c.lower] === "ahead"),
  );
  if (ahead) return "future";
  if (!/^(?:VERB|AUX|ADJ)$/.test(token.upos) && !children.some((c) => c.deprel === "cop")) return null;
  if (children.some((c) => c.deprel.startsWith("aux") && lexicon.prospects[c.lower] === "modal")) return "future";
  if (kind === "plan") return planDirection(token, children, date, tokens);
  const isInfinitive = token.xpos === "VB" && children.some((c) => c.lower === "to" && c.deprel === "mark");
  if (isInfinitive) return infinitiveDirection(tokens, token, lexicon);
  if (token.xpos === "VBD" || children.some((c) => c.xpos === "VBD" && /^(?:aux|cop)/.test(c.deprel))) return "past";
  if (token.xpos === "VBN") return "past";
  return token.upos === "VERB" ? "either" : null;
}

/** "the upcoming vote on Sunday". */
function isAhead(child: Token, lexicon: TimeLexicon): boolean {
  return child.deprel === "amod" && lexicon.prospects[child.lower] === "ahead";
}

/** "scheduled for Sunday", "is due on Sunday" lie ahead; "agreed on Sunday", "announced plans" do not. */
function planDirection(
  token: Token,
  children: readonly Token[],
  date: Token | undefined,
  tokens: readonly Token[],
): Said {
  const hasHave = children.some((c) => c.lemma === "have" && c.deprel.startsWith("aux"));
  const isParticiple = token.xpos === "VBN" && !hasHave;
  if (isParticiple || token.upos === "ADJ") return "future";
  const prepositions = date === undefined ? [] : date.children.map((c) => tokens[c]?.lower);
  if (prepositions.includes("for")) return "future";
  return token.xpos === "VBD" || hasHave ? "past" : "either";
}

/** "is to meet", "plans to meet", "ready to meet" lie ahead; "failed to meet on Monday" is as past as its governor. */
function infinitiveDirection(tokens: readonly Token[], token: Token, lexicon: TimeLexicon): Said {
  const governor = tokens[token.head];
  if (governor === undefined) return "future";
  const kind = lexicon.prospects[governor.lemma] ?? lexicon.prospects[governor.lower];
  if (kind === "past") return governor.xpos === "VBD" ? "past" : null;
  if (kind === "plan" || kind === "bridge" || governor.lemma === "be") return "future";
  return governor.upos === "NOUN" || governor.upos === "ADJ" ? "future" : null;
}
