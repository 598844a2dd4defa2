import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createLemmatiser } from "./lemmatiser.ts";
import type { LemmaTables } from "./lemmatiser.ts";

const tables = JSON.parse(
  readFileSync(new URL("../../../models/en/lemmas.json", import.meta.url), "utf8"),
) as LemmaTables;
const lemmatiser = createLemmatiser(tables);

describe("lemmas", () => {
  test.each([
    ["attacked", "VERB", "VBD", "attack"],
    ["seized", "VERB", "VBN", "seize"],
    ["bombed", "VERB", "VBD", "bomb"],
    ["expelled", "VERB", "VBN", "expel"],
    ["denied", "VERB", "VBD", "deny"],
    ["died", "VERB", "VBD", "die"],
    ["fled", "VERB", "VBD", "flee"],
    ["overthrown", "VERB", "VBN", "overthrow"],
    ["agreed", "VERB", "VBD", "agree"],
    ["Arrested", "VERB", "VBN", "arrest"],
    ["negotiating", "VERB", "VBG", "negotiate"],
    ["planning", "VERB", "VBG", "plan"],
    ["dying", "VERB", "VBG", "die"],
    ["accuses", "VERB", "VBZ", "accuse"],
    ["clashes", "NOUN", "NNS", "clash"],
    ["casualties", "NOUN", "NNS", "casualty"],
    ["women", "NOUN", "NNS", "woman"],
    ["servicemen", "NOUN", "NNS", "serviceman"],
    ["crises", "NOUN", "NNS", "crisis"],
    ["NGOs", "NOUN", "NNS", "NGO"],
    ["houses", "NOUN", "NNS", "house"],
    ["Iraqis", "PROPN", "NNPS", "Iraqi"],
    ["Reuters", "PROPN", "NNP", "Reuters"],
    ["n't", "PART", "RB", "not"],
    ["n’t", "PART", "RB", "not"],
    ["'s", "AUX", "VBZ", "be"],
    ["’s", "PART", "POS", "'s"],
    ["'ve", "AUX", "VBP", "have"],
    ["wo", "AUX", "MD", "will"],
    ["them", "PRON", "PRP", "they"],
    ["these", "DET", "DT", "this"],
    ["an", "DET", "DT", "a"],
    ["worse", "ADJ", "JJR", "bad"],
    ["largest", "ADJ", "JJS", "large"],
    ["heavier", "ADJ", "JJR", "heavy"],
    ["1,200", "NUM", "CD", "1200"],
    ["Russian", "ADJ", "JJ", "Russian"],
    ["TV", "NOUN", "NN", "TV"],
  ])("%s (%s, %s): %s", (form, upos, xpos, lemma) => {
    expect(lemmatiser.lemma(form, upos, xpos)).toBe(lemma);
  });

  test("a capital at the start of a sentence is no name's", () => {
    expect(lemmatiser.lemma("Heavy", "ADJ", "JJ", true)).toBe("heavy");
    expect(lemmatiser.lemma("Soldiers", "NOUN", "NNS", true)).toBe("soldier");
  });

  test.each([["", "X", "FW"], ["s", "NOUN", "NNS"], ["ed", "VERB", "VBD"], ["ing", "VERB", "VBG"], ["'", "PART", "POS"]])(
    "short or odd form %j does not fail",
    (form, upos, xpos) => {
      expect(typeof lemmatiser.lemma(form, upos, xpos)).toBe("string");
    },
  ); // prettier-ignore
});
