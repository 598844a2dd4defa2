import type { Parse } from "./parser.ts";

/** Words that open a clause as well as a noun phrase. */
const OPENERS = new Set(["after", "before", "since", "until", "as"]);

/**
 * Mends clauses whose conjunction was read as a preposition: in "a day after gunmen attacked a post" the gunmen are the subject of
 * the attack, not a point in time.
 */
export function mendClauses(forms: readonly string[], parse: Parse): Parse {
  let heads: Int32Array | null = null;
  let labels: string[] | null = null;
  for (let verb = 2; verb < forms.length; verb++) {
    if (!/\|VB[DPZ]$/.test(parse.tags[verb] ?? "") || parse.labels[verb] !== "advcl") continue;
    const children = childrenOf(parse, verb);
    if (children.some((c) => parse.labels[c]?.startsWith("nsubj"))) continue;
    const noun = children.findLast((c) => c < verb && parse.labels[c] === "obl");
    if (noun === undefined) continue;
    const opener = childrenOf(parse, noun).find((c) => parse.labels[c] === "case" && c < noun);
    if (opener === undefined || !OPENERS.has((forms[opener] ?? "").toLowerCase())) continue;
    heads ??= Int32Array.from(parse.heads);
    labels ??= [...parse.labels];
    labels[noun] = "nsubj";
    heads[opener] = verb;
    labels[opener] = "mark";
  }
  return heads && labels ? { ...parse, heads, labels } : parse;
}

function childrenOf(parse: Parse, head: number): readonly number[] {
  const out: number[] = [];
  parse.heads.forEach((h, i) => {
    if (h === head) out.push(i);
  });
  return out;
}
