import type { Lemmatiser } from "../lemmas/lemmatiser.ts";
import { mendHyphenatedParticiples } from "./hyphenated-participles.ts";
import { mendClauses } from "./mend-clauses.ts";
import { mendCoordination } from "./mend-coordination.ts";
import type { Parse, Parser } from "./parser.ts";
import { parseWithVerb } from "./verbless-sentences.ts";

/** What the parser makes of a sentence, with the mends in the order in which each builds on the last. */
export function readTree(
  forms: readonly string[],
  parser: Parser,
  lemmatiser: Lemmatiser,
  timeNouns: ReadonlySet<string>,
): Parse {
  const first = withPasts(forms, parseWithVerb(forms, parser, lemmatiser), lemmatiser);
  const whole = mendHyphenatedParticiples(forms, first, parser);
  return mendClauses(forms, mendCoordination(forms, whole), timeNouns);
}

/** "Police shot dead a man" with the verb tagged as a present: a form that no present has is a past. */
function withPasts(forms: readonly string[], parse: Parse, lemmatiser: Lemmatiser): Parse {
  const isPast = (i: number): boolean => parse.tags[i] === "VERB|VBP" && lemmatiser.isOnlyPast(forms[i] ?? "");
  return parse.tags.some((_, i) => isPast(i))
    ? { ...parse, tags: parse.tags.map((tag, i) => (isPast(i) ? "VERB|VBD" : tag)) }
    : parse;
}
