import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readParserModel } from "../../lexicon/model-files.ts";
import { createParser } from "./parser.ts";
import { isSingleRootTree } from "./tree.ts";

const model = readParserModel(fileURLToPath(new URL("../../../models/en", import.meta.url)));
const simd = createParser(model);
const plain = createParser(model, { simd: "off" });

/** Words with a fixed mixture of frequent and odd ones, to make sentences of any length. */
const POOL =
  "The president of Iran met 25 “ officials ” in São Paulo on Monday , but didn n't sign the so - called treaty . " +
  "https://example.org/a Zxqwv 漢字 🙂 UN -LRB- 1,200 soldiers ; ministers said who had been arrested near Kharkiv's port";
const words = POOL.split(" ");
const made = (length: number, seed: number): string[] =>
  Array.from({ length }, (_, i) => words[(i * 7 + seed * 13 + ((i * seed) % 5)) % words.length] ?? "the");

describe("the tree of a plain sentence", () => {
  const cases: [string, [dependent: string, label: RegExp, head: string][]][] = [
    ["The army attacked the village .", [["army", /^nsubj$/, "attacked"], ["village", /^obj$/, "attacked"]]],
    ["The minister was arrested by the police .", [["minister", /^nsubj:pass$/, "arrested"], ["police", /^obl:agent$/, "arrested"]]],
    ["France and Germany signed a treaty in Paris .", [["Germany", /^conj$/, "France"], ["France", /^nsubj$/, "signed"], ["treaty", /^obj$/, "signed"]]],
    ["The rebels did not accept the offer .", [["not", /^advmod$/, "accept"], ["did", /^aux$/, "accept"], ["rebels", /^nsubj$/, "accept"]]],
    ["The government said that it would send troops .", [["send", /^ccomp$/, "said"], ["it", /^nsubj$/, "send"], ["troops", /^obj$/, "send"]]],
    ["The police on Sunday arrested three men .", [["Sunday", /^obl$/, "arrested"], ["police", /^nsubj$/, "arrested"]]],
  ]; // prettier-ignore

  test.each(cases)("%s", (text, arcs) => {
    const forms = text.split(" ");
    const { heads, labels } = simd.parse(forms);
    for (const [dependent, label, head] of arcs) {
      const at = forms.indexOf(dependent);
      expect([dependent, forms[heads[at] ?? -1]]).toEqual([dependent, head]);
      expect(labels[at]).toMatch(label);
    }
  });

  test("tags are joint ones", () => {
    const { tags } = simd.parse(["Soldiers", "fled", "."]);
    expect(tags).toEqual(["NOUN|NNS", "VERB|VBD", "PUNCT|."]);
  });
});

describe("whatever the input", () => {
  test.each([1, 2, 3, 5, 8, 17, 40, 65, 130])(
    "%i words give one tree with one root, which alone has the label root",
    (length) => {
      for (let seed = 0; seed < 8; seed++) {
        const { heads, labels, tags } = simd.parse(made(length, seed));
        expect(isSingleRootTree(heads)).toBe(true);
        expect(labels.map((l) => l === "root")).toEqual(Array.from(heads, (h) => h < 0));
        expect(tags).toHaveLength(length);
      }
    },
  );

  test("an empty sentence gives an empty parse", () => {
    expect(simd.parse([])).toEqual({ heads: new Int32Array(0), labels: [], tags: [] });
  });

  test("no head has two subjects", () => {
    for (let seed = 0; seed < 40; seed++) {
      const { heads, labels } = simd.parse(made(24, seed));
      const governors = Array.from(heads).filter((_, i) => /^[nc]subj(:pass)?$/.test(labels[i] ?? ""));
      expect(new Set(governors).size).toBe(governors.length);
    }
  });

  test.each([[""], [" "], ["\u0000"], ["a".repeat(5000)], ["\ud800"]])("odd form %j", (form) => {
    expect(isSingleRootTree(simd.parse(["He", "said", form]).heads)).toBe(true);
  });

  test("sentences of thousands of words are parsed in parts under one root", () => {
    const { heads, labels } = simd.parse(made(3000, 1));
    expect(isSingleRootTree(heads)).toBe(true);
    expect(labels.filter((l) => l === "root")).toHaveLength(1);
  });
});

test("the plain kernel gives the same trees and tags as the SIMD kernel", () => {
  expect([simd.kernel, plain.kernel]).toEqual(["simd", "plain"]);
  for (let seed = 0; seed < 60; seed++) {
    const forms = made(3 + (seed % 29), seed);
    expect(plain.parse(forms)).toEqual(simd.parse(forms));
  }
});

test("a parse does not depend on what was parsed before", () => {
  const forms = made(25, 3);
  const first = createParser(model).parse(forms);
  // More word types than the cache holds.
  for (let i = 0; i < 11_000; i += 1000) simd.parse(Array.from({ length: 1000 }, (_, k) => `w${i + k}`));
  expect(simd.parse(forms)).toEqual(first);
});
