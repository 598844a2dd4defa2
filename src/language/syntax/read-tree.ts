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
  const first = parseWithVerb(forms, parser, lemmatiser);
  const whole = mendHyphenatedParticiples(forms, first, parser);
  return mendClauses(forms, mendCoordination(forms, whole), timeNouns);
}
