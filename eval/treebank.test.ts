import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Sentence, Token } from "../src/core/layers.ts";
import { scoreRawText, scoreTreebank } from "./treebank.ts";

const LINES = [
  "# text = They don't fight. Stop!",
  "1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_",
  "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_",
  "2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_",
  "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_",
  "4\tfight\tfight\tVERB\tVB\t_\t0\troot\t_\t_",
  "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_",
  "",
  "1\tStop\tstop\tVERB\tVB\t_\t0\troot\t_\t_",
  "1.1\tit\tit\tPRON\tPRP\t_\t_\t_\t_\t_",
  "2\t!\t!\tPUNCT\t.\t_\t1\tpunct\t_\t_",
  "",
];
const path = join(mkdtempSync(join(tmpdir(), "treebank-")), "sample.conllu");
writeFileSync(path, LINES.join("\n"));

test("counts what a parser gets right on the treebank's own words", () => {
  const parser = {
    kernel: "plain" as const,
    parse: (forms: readonly string[]) =>
      forms.length === 2
        ? { heads: Int32Array.of(-1, 0), labels: ["root", "punct"], tags: ["VERB|VB", "PUNCT|."] }
        : {
            heads: Int32Array.of(3, 3, 3, -1, 2),
            labels: ["obj", "aux", "advmod", "root", "punct"],
            tags: ["PRON|PRP", "AUX|VB", "PART|RB", "VERB|VB", "X|."],
          },
  };
  const score = scoreTreebank(path, parser, {
    isOnlyPast: () => false,
    pastOfPresent: () => null,
    lemma: (form) => form.toLowerCase(),
  });
  expect([score.sentences, score.words]).toEqual([2, 7]);
  const of = (n: number): number => expect.closeTo((100 * n) / 7, 6) as number;
  expect(score.measures.upos.value).toEqual(of(6));
  expect(score.measures.xpos.value).toEqual(of(6));
  expect(score.measures.uas.value).toEqual(of(6));
  expect(score.measures.las.value).toEqual(of(5));
  expect(score.lemmaOfGoldTags.value).toEqual(of(6));
  expect(score.measures.las.low).toBeLessThan(score.measures.las.high);
});

test("matches words of raw text by their characters", () => {
  const text = "They don't fight. Stop!";
  const spans = [[0, 4], [5, 10], [11, 16], [16, 17], [18, 22], [22, 23]] as const; // prettier-ignore
  const heads = [2, 2, -1, 2, -1, 4];
  const labels = ["nsubj", "aux", "root", "punct", "root", "punct"];
  const token = ([start, end]: readonly [number, number], i: number): Token => {
    const form = text.slice(start, end);
    return { form, lower: form, lemma: form, upos: "X", xpos: "FW", start, end, index: i, head: heads[i] ?? -1, deprel: labels[i] ?? "", children: [] }; // prettier-ignore
  };
  const sentence: Sentence = { start: 0, end: 23, index: 0, paragraph: 0, tokens: spans.map(token) };
  const score = scoreRawText(path, text, [sentence]);
  // 7 words of the treebank, 6 predicted, 5 alike, all with the right head and label.
  expect(score.words).toBeCloseTo((200 * 5) / 13, 6);
  expect(score.las).toBeCloseTo((200 * 5) / 13, 6);
  expect(score.upos).toBe(0);
});
