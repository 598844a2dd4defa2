import type { Sentence, Token, TokenizedSentence } from "../../core/layers.ts";
import type { Stage } from "../../core/stage.ts";
import type { Lemmatiser } from "../lemmas/lemmatiser.ts";
import type { Parser } from "./parser.ts";
import { readAfterDateline } from "./dateline-sentences.ts";
import { readTree } from "./read-tree.ts";
import { foldForm } from "./vocabulary.ts";

/** Tags, parses and lemmatises every sentence. */
export function createSyntaxStage(
  parser: Parser,
  lemmatiser: Lemmatiser,
  timeNouns: ReadonlySet<string>,
): Stage<"tokenized", "sentences"> {
  return {
    name: "syntax",
    version: 1,
    requires: ["tokenized"],
    assigns: ["sentences"],
    run: (doc) => ({ sentences: doc.tokenized.map((sentence) => analyse(sentence, parser, lemmatiser, timeNouns)) }),
  };
}

function analyse(
  sentence: TokenizedSentence,
  parser: Parser,
  lemmatiser: Lemmatiser,
  timeNouns: ReadonlySet<string>,
): Sentence {
  const forms = sentence.tokens.map((t) => t.form);
  const { heads, labels, tags } = readAfterDateline(forms, sentence.dateline, (body) =>
    readTree(body, parser, lemmatiser, timeNouns),
  );
  const children: number[][] = sentence.tokens.map(() => []);
  heads.forEach((head, i) => children[head]?.push(i));
  const tokens = sentence.tokens.map(({ form, start, end }, index): Token => {
    const [upos = "X", xpos = "FW"] = (tags[index] ?? "").split("|");
    return {
      form,
      start,
      end,
      index,
      lower: foldForm(form).toLowerCase(),
      lemma: lemmatiser.lemma(form, upos, xpos, index === 0),
      upos,
      xpos,
      head: heads[index] ?? -1,
      deprel: labels[index] ?? "dep",
      children: children[index] ?? [],
    };
  });
  const { start, end, index, paragraph } = sentence;
  return { start, end, index, paragraph, tokens };
}
