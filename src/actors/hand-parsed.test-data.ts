import type { Sentence, Token } from "../core/layers.ts";

/**
 * Sentences for tests with syntax written by hand: one token a line as `form upos xpos head deprel [lemma]`, heads counted from
 * 1 with 0 for the root, a blank line between sentences. A form that begins with `_` follows its predecessor without a space.
 */
export function handParsed(source: string): { readonly text: string; readonly sentences: readonly Sentence[] } {
  let text = "";
  const sentences: Sentence[] = [];
  for (const block of source.trim().split(/\n\s*\n/)) {
    if (text !== "") text += " ";
    const start = text.length;
    const rows = block.split("\n").map((line) => line.trim().split(/\s+/));
    const heads = rows.map((r) => Number(r[3]) - 1);
    const tokens = rows.map((row, index): Token => {
      const [shown = "", upos = "X", xpos = "", , deprel = "dep", lemma] = row;
      const form = shown.replace(/^_/, "");
      if (index > 0 && !shown.startsWith("_")) text += " ";
      const from = text.length;
      text += form;
      const lower = form.toLowerCase();
      const children = heads.flatMap((h, i) => (h === index ? [i] : []));
      const head = heads[index] ?? -1;
      return {
        form,
        lower,
        lemma: lemma ?? lower,
        upos,
        xpos,
        deprel,
        head,
        index,
        children,
        start: from,
        end: text.length,
      };
    });
    sentences.push({ index: sentences.length, paragraph: 0, start, end: text.length, tokens });
  }
  return { text, sentences };
}
