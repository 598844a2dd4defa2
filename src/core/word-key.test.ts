import { describe, expect, it } from "vitest";
import { wordKey, wordKeys } from "./word-key.ts";

describe("the key of a word", () => {
  it.each([
    ["strike", "strikes", "striking", "Striker"],
    ["agree", "agrees", "agreed", "agreeing"],
    ["free", "freed", "freeing"],
    ["try", "tries", "tried", "trying"],
    ["tie", "ties", "tied", "tying"],
    ["plan", "plans", "planned", "planning"],
    ["travel", "travelled", "traveled", "travelling"],
    ["panic", "panicked", "panicking"],
    ["focus", "focuses", "focussed"],
    ["bus", "buses"],
    ["boss", "bosses"],
    ["veto", "vetoes", "vetoed"],
    ["hop", "hopping", "hope", "hoping", "hoped"],
    ["leaf", "leaves", "leave", "leaving"],
    ["policeman", "policemen"],
    ["quiz", "quizzes"],
    ["easy", "easier", "easiest"],
    ["frob", "frobbed", "frobs"],
    ["use", "used", "using"],
    ["Müller", "Mullers"],
  ])("is one for the forms of %s", (...forms) => {
    expect(new Set(forms.map(wordKey)).size).toBe(1);
  });

  it("keeps words apart that have little in common", () => {
    expect(new Set(["expel", "attack", "arrest", "king", "sing", "sea"].map(wordKey)).size).toBe(6);
  });

  it("is asked of the parts of hyphenated words as well", () => {
    expect(wordKeys("court-martialed")).toEqual(expect.arrayContaining([wordKey("court"), wordKey("martial")]));
    expect(wordKeys("al-Assad")).toContain(wordKey("Assad"));
    expect(wordKeys("—")).toEqual([]);
  });
});
