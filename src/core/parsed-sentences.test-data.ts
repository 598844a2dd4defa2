import type { Sentence, Token } from "./layers.ts";

/**
 * Sentences for tests from hand-made parses: tokens divided by spaces, each `form|xpos|deprel|head` with heads from 1, 0 the root;
 * `form=lemma` where the lemma differs. The text is the forms, joined by spaces.
 */
export function parsedSentences(
  lines: readonly string[],
  paragraphs: readonly number[] = [],
): { readonly text: string; readonly sentences: readonly Sentence[] } {
  let text = "";
  const sentences = lines.map((line, index): Sentence => {
    const rows = line.split(" ").map((cell) => cell.split("|"));
    const start = text === "" ? 0 : text.length + 1;
    let at = start;
    const tokens = rows.map(([word = "", xpos = "", deprel = "dep", head = "0"], i): Token => {
      const [form = "", lemma = form.toLowerCase()] = word.split("=");
      const token = { form, lower: form.toLowerCase(), lemma, start: at, end: at + form.length };
      at += form.length + 1;
      const children = rows.flatMap((r, k) => (Number(r[3]) === i + 1 ? [k] : []));
      return { ...token, index: i, upos: uposOf(xpos), xpos, deprel, head: Number(head) - 1, children };
    });
    text += (text === "" ? "" : " ") + tokens.map((t) => t.form).join(" ");
    return { index, paragraph: paragraphs[index] ?? 0, start, end: text.length, tokens };
  });
  return { text, sentences };
}

const UPOS: Readonly<Record<string, string>> = {
  NNP: "PROPN", NNPS: "PROPN", NN: "NOUN", NNS: "NOUN", IN: "ADP", DT: "DET", CD: "NUM", JJ: "ADJ", JJS: "ADJ", RB: "ADV",
  PRP: "PRON", WDT: "PRON", MD: "AUX", AUX: "AUX", CC: "CCONJ", POS: "PART", TO: "PART",
}; // prettier-ignore

function uposOf(xpos: string): string {
  return UPOS[xpos] ?? (xpos.startsWith("VB") ? "VERB" : "PUNCT");
}
