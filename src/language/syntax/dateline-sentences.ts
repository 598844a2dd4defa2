import type { Lemmatiser } from "../lemmas/lemmatiser.ts";
import type { Parse, Parser } from "./parser.ts";
import { mendClauses } from "./mend-clauses.ts";
import { mendHyphenatedParticiples } from "./hyphenated-participles.ts";
import { mendCoordination } from "./mend-coordination.ts";
import { parseWithVerb } from "./verbless-sentences.ts";

/** A dateline's words are no part of the sentence's syntax: they hang on its root by this relation. */
const DATELINE = "dep";

/**
 * Parses what follows the dateline, so that "TASHKENT - Kazakhstan agreed" has Kazakhstan as its subject; the `dateline` leading
 * tokens keep the tags that a list of names would get.
 */
export function parseAfterDateline(
  forms: readonly string[],
  dateline: number,
  parser: Parser,
  lemmatiser: Lemmatiser,
  timeNouns: ReadonlySet<string>,
): Parse {
  const rest = dateline === 0 ? forms : forms.slice(dateline);
  const body = mendClauses(
    rest,
    mendCoordination(rest, mendHyphenatedParticiples(rest, parseWithVerb(rest, parser, lemmatiser), parser)),
    timeNouns,
  );
  if (dateline === 0) return body;
  const root = body.heads.indexOf(-1) + dateline;
  const heads = new Int32Array(forms.length).fill(root);
  body.heads.forEach((h, i) => (heads[dateline + i] = h < 0 ? -1 : h + dateline));
  const shown = forms.slice(0, dateline).map(datelineTag);
  return {
    heads,
    labels: [...shown.map((t) => (t.startsWith("PUNCT") ? "punct" : DATELINE)), ...body.labels],
    tags: [...shown, ...body.tags],
  };
}

function datelineTag(form: string): string {
  if (/\d/.test(form)) return "NUM|CD";
  return /^\P{L}+$/u.test(form) ? "PUNCT|," : "PROPN|NNP";
}
