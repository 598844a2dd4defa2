import type { Parse } from "./parser.ts";

/** A dateline's words are no part of the sentence's syntax: they hang on its root by this relation. */
const DATELINE = "dep";

/**
 * Reads what follows the `dateline` leading tokens with `read`, so that "TASHKENT - Kazakhstan agreed" has Kazakhstan as its subject;
 * the dateline's tokens keep the tags that a list of names would get.
 */
export function readAfterDateline(
  forms: readonly string[],
  dateline: number,
  read: (forms: readonly string[]) => Parse,
): Parse {
  const body = read(dateline === 0 ? forms : forms.slice(dateline));
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
