import { describe, expect, test } from "vitest";
import { foldForm, indexVocabulary, loweredForm, normaliseForm } from "./vocabulary.ts";

describe("forms as the network reads them", () => {
  test.each([
    ["’s", "'s"],
    ["“", '"'],
    ["—", "-"],
    ["…", "."],
    ["`s", "'s"],
    ["https://example.org/x?y=1", "<url>"],
    ["WWW.example.org", "<url>"],
    ["someone@example.org", "<url>"],
    ["@example", "@example"],
    ["a.m.", "a.m."],
    ["Łódź", "Łódź"],
  ])("%s becomes %s", (form, expected) => {
    expect(normaliseForm(form)).toBe(expected);
  });

  test("digits count as one word, capitals as small letters", () => {
    expect(loweredForm("F-16s")).toBe("f-00s");
  });

  test("folding keeps addresses", () => {
    expect(foldForm("https://example.org")).toBe("https://example.org");
  });
});

test("features of known and unknown words, with long ones clipped to their ends", () => {
  const index = indexVocabulary({ words: ["army"], suffixes: ["rmy"], chars: ["a", "y"], tags: [], labels: [] });
  expect(index.features("Army")).toEqual({ word: 2, suffix: 2, chars: [2, 1, 1, 1, 5, 3] });
  expect(index.features("🙂")).toEqual({ word: 1, suffix: 1, chars: [2, 1, 3] });
  expect(index.features(`${"a".repeat(20)}${"y".repeat(8)}`).chars).toEqual([
    2,
    ...Array<number>(8).fill(4),
    ...Array<number>(8).fill(5),
    3,
  ]);
});
