import { describe, expect, test } from "vitest";
import { foldText, joinTokens, readTagged } from "./conll.ts";

describe("tagged sentences", () => {
  test("blank lines divide them; the last column is the tag", () => {
    expect(readTagged("Norland\tNNP\tB-S\nfell\tVBD\tO\n\n\nMara B-T\n")).toEqual([
      [
        { form: "Norland", tag: "B-S" },
        { form: "fell", tag: "O" },
      ],
      [{ form: "Mara", tag: "B-T" }],
    ]);
  });

  test.each([
    [["Norland", "'s", "army", ",", "it", "says", "."], "Norland's army, it says."],
    [["Norland", "’", "s", "army"], "Norland’s army"],
    [["a", "rebel", "-", "held", "town", "(", "Ost", ")"], "a rebel-held town (Ost)"],
    [["He", "said", '"', "no", '"', "."], 'He said "no".'],
    [["$", "5", ",", "000", "for", "it", ",", "in", "2", ",", "3", "parts"], "$5,000 for it, in 2, 3 parts"],
    [["7", ".", "5", "percent"], "7.5 percent"],
  ])("%j reads as print does", (forms, text) => {
    const joined = joinTokens(forms);
    expect(joined.text).toBe(text);
    expect(joined.spans.map(({ start, end }) => joined.text.slice(start, end))).toEqual(forms);
  });

  test("sentences that differ only in how they are cut fold alike", () => {
    expect(foldText("Norland 's army , it says .")).toBe(foldText("Norland's army, it says"));
  });
});
