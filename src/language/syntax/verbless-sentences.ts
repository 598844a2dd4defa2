import type { Lemmatiser } from "../lemmas/lemmatiser.ts";
import type { Parse, Parser } from "./parser.ts";

/** A sentence that ends like one has a verb: fewer words than this need none ("Not yet."). */
const SHORTEST = 4;
/** Of several words that could be the verb only the first ones are tried: subjects are short in such sentences. */
const MOST_TRIALS = 4;
/** A past tense that is nothing else: it stands in for one that looks like a participle. */
const CLEAR_PAST = "took";
const FINITE = new Set(["VBD", "VBZ", "VBP", "MD", "VB"]);

/**
 * Mends sentences whose verb was taken for a noun or a participle: "A court sentences opposition leader …", "Police fire tear
 * gas at …". A sentence without any finite verb is read again with one of its words in another tense ("sentenced"), which is
 * clearly a verb; when that word then becomes the main verb with a subject, the new tree stands.
 */
export function parseWithVerb(forms: readonly string[], parser: Parser, lemmatiser: Lemmatiser): Parse {
  const first = parser.parse(forms);
  if (
    forms.length < SHORTEST ||
    forms.at(-1) !== "." ||
    (hasFinite(first) && !hasNounForVerb(first) && !hasNounBeforeClause(first))
  )
    return first;
  // "The British relinquished control": a past taken for a participle comes before a present taken for a noun.
  for (const reading of [/\|VBN$/, /\|NNS?$/]) {
    let trials = 0;
    for (let i = 1; i < forms.length - 2 && trials < MOST_TRIALS; i++) {
      const form = forms[i] ?? "";
      if (!reading.test(first.tags[i] ?? "") || form !== form.toLowerCase()) continue;
      const past = reading.source.includes("VBN");
      const clear = past ? CLEAR_PAST : lemmatiser.pastOfPresent(form);
      if (clear === null) continue;
      trials++;
      const again = parser.parse(forms.map((f, k) => (k === i ? clear : f)));
      const tag = past ? "VERB|VBD" : presentTag(form);
      if (isMainVerb(again, i)) return { ...again, tags: again.tags.with(i, tag) };
    }
  }
  return first;
}

function hasFinite({ tags }: Parse): boolean {
  return tags.some((t) => FINITE.has(t.slice(t.indexOf("|") + 1)) && !t.endsWith("|VB"));
}

/** "Authorities arrest Ann Berg, a suspect in the raid that …": the clauses have verbs, but the main one hangs on a plain noun. */
function hasNounForVerb({ heads, labels, tags }: Parse): boolean {
  const root = heads.indexOf(-1);
  if (!/^(?:NOUN|PROPN)/.test(tags[root] ?? "")) return false;
  return !heads.some((h, k) => h === root && /^(?:cop|nsubj|csubj|aux|expl|mark)/.test(labels[k] ?? ""));
}

/** "Germany announces it will halt …": a bare noun behind a name hangs loosely on the clause that follows. */
function hasNounBeforeClause({ heads, labels, tags }: Parse): boolean {
  const root = heads.indexOf(-1);
  return tags.some(
    (tag, i) =>
      i > 0 &&
      i < root &&
      tag === "NOUN|NNS" &&
      /^(?:obl:unmarked|dep)$/.test(labels[i] ?? "") &&
      heads[i - 1] === i &&
      labels[i - 1] === "compound" &&
      (tags[i - 1] ?? "").startsWith("PROPN") &&
      heads.indexOf(i) === i - 1,
  );
}

function isMainVerb({ heads, labels, tags }: Parse, i: number): boolean {
  if (!/\|VB[DZP]$/.test(tags[i] ?? "") || (heads[i] ?? -1) >= 0) return false;
  return heads.some((h, k) => h === i && k < i && (labels[k] ?? "") === "nsubj");
}

function presentTag(form: string): string {
  return form.endsWith("s") ? "VERB|VBZ" : "VERB|VBP";
}
