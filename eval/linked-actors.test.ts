import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Mention } from "../src/core/actor-layers.ts";
import { parsedSentences } from "../src/core/parsed-sentences.test-data.ts";
import { readActorTables } from "../src/lexicon/actor-tables.ts";
import { mentionOf } from "./linked-actors.ts";
import { pageReader } from "./linked-pages.ts";

const root = join(import.meta.dirname, "..");
const read = pageReader(readActorTables(join(root, "data")).countries, join(root, "eval/gold/linked-pages.csv"));

describe("what a page says about its country", () => {
  test.each([
    ["Georgia_%28country%29", "GEO state"],
    ["Ivory_Coast", "CIV state"],
    ["Israeli_Air_Force", "ISR institution"],
    ["Ministry_of_Defence_%28Russia%29", "RUS institution"],
    ["Armed_Forces_of_the_Democratic_Republic_of_the_Congo", "COD institution"],
    ["United_States_Department_of_State", "USA institution"],
    ["Bundestag", "DEU institution"],
    ["President_of_the_United_States", "USA head"],
    ["U.S._president", "USA head"],
    ["Foreign_Secretary_%28India%29", "IND head"],
    ["Javier_Milei", "ARG head"],
  ])("%s: %s", (page, expected) => {
    const truth = read(page);
    expect(`${truth?.country ?? ""} ${truth?.kind ?? ""}`).toBe(expected);
  });

  test.each([
    "Palestinians",
    "Americans",
    "Hamas",
    "Niger_State",
    "Puntland",
    "Airstrike",
    "100%_pure",
    "Nepali_Congress",
  ])("%s is no state's", (page) => {
    expect(read(page)).toBeNull();
  });
});

describe("the mention behind a link", () => {
  const { text, sentences } = parsedSentences([
    "Norlandic|JJ|amod|2 president|NN|nmod:desc|3 Ola|NNP|nsubj|4 met|VBD|root|0 Maran|JJ|amod|6 envoys|NNS|obj|4",
  ]);
  const mention = (id: number, first: number, last: number, head: number): Mention =>
    ({ id, sentence: 0, first, last, head }) as Mention;
  const [demonym, ola, envoys] = [mention(0, 0, 0, 0), mention(1, 0, 2, 2), mention(2, 4, 5, 5)];
  const linked = (words: string): Mention | null => {
    const start = text.indexOf(words);
    return mentionOf({ start, end: start + words.length }, [demonym, ola, envoys], sentences);
  };

  test.each([
    ["Norlandic", demonym],
    ["Norlandic president", ola],
    ["president", ola],
    ["Maran envoys", envoys],
    ["met", null],
  ])("of “%s”", (words, expected) => {
    expect(linked(words)).toBe(expected);
  });
});
