import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createLemmatiser, type LemmaTables } from "../src/language/lemmas/lemmatiser.ts";
import { createParser } from "../src/language/syntax/parser.ts";
import { readParserModel } from "../src/lexicon/model-files.ts";
import { rawTextOf } from "./raw-text.ts";
import type { EvalSet, EvalTools, Figure, SetReport } from "./set-report.ts";
import { scoreRawText, scoreTreebank } from "./treebank.ts";
import type { Estimate } from "./treebank.ts";

export const EWT_TREEBANK: EvalSet = treebankSet("ewt-test", "UD English EWT test", "ewt-test.conllu");
export const GUM_TREEBANK: EvalSet = treebankSet("gum-dev", "UD English GUM dev, free genres", "gum-dev.conllu");

function treebankSet(name: string, title: string, file: string): EvalSet {
  return {
    name,
    title,
    run(tools) {
      const path = join(tools.data, "gold/treebanks", file);
      return existsSync(path) ? score(name, title, path, tools) : { absent: path };
    },
  };
}

/** Tags, trees and lemmas on gold tokens with intervals, then from raw text through the whole language layer. */
function score(set: string, title: string, path: string, { root, coder }: EvalTools): SetReport {
  const models = join(root, "models/en");
  const lemmas = JSON.parse(readFileSync(join(models, "lemmas.json"), "utf8")) as LemmaTables;
  const gold = scoreTreebank(path, createParser(readParserModel(models)), createLemmatiser(lemmas));
  const { text } = rawTextOf(path);
  const raw = scoreRawText(path, text, coder.parse(text));
  const figure = (name: string, { value, low, high }: Estimate): Figure => ({
    name,
    value,
    unit: "%",
    interval: [low, high],
    of: gold.words,
  });
  return {
    set,
    title,
    figures: [
      ...Object.entries(gold.measures).map(([name, estimate]) => figure(`gold tokens: ${name}`, estimate)),
      figure("gold tokens and tags: lemma", gold.lemmaOfGoldTags),
      ...Object.entries(raw).map(([name, value]): Figure => ({
        name: `raw text: ${name} F1`,
        value: Number(value),
        unit: "%",
      })),
    ],
    tables: [],
    errors: [],
    failures: [],
    notes: [],
  };
}
