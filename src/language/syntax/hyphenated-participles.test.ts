import { describe, expect, test } from "vitest";
import { arcOf, arcsOf, handMade, type HandMade } from "./hand-made.test-data.ts";
import { mendHyphenatedParticiples } from "./hyphenated-participles.ts";
import type { Parser } from "./parser.ts";
import { isSingleRootTree } from "./tree.ts";

/** "the Peru-backed rebels fled" with the participle read as the main verb. */
const wrong = (participle: string, label = "root"): HandMade =>
  handMade(`
    the   DET   DT   5 det
    Peru  PROPN NNP  4 nsubj
    -     PUNCT HYPH 4 punct
    ${participle} VERB VBD ${label === "root" ? 0 : 6} ${label}
    rebels NOUN NNS  4 obj
    fled  VERB  VBD  ${label === "root" ? "4 ccomp" : "0 root"}`);

/** The same with one adjective in the place of the three. */
const SHORT = handMade(`
  the     DET  DT  3 det
  foreign ADJ  JJ  3 amod
  rebels  NOUN NNS 4 nsubj
  fled    VERB VBD 0 root`);

/** A parser with one answer, which notes what it was asked. */
function parserOf(answer: HandMade): Parser & { readonly asked: readonly string[] } {
  const asked: string[] = [];
  return {
    kernel: "plain",
    asked,
    parse: (forms) => {
      asked.push(forms.join(" "));
      return answer.parse;
    },
  };
}

describe("mendHyphenatedParticiples", () => {
  test.each(["backed", "led", "held", "born", "made", "brokered"])(
    "reads the words before “%s” as an adjective",
    (word) => {
      const { forms, parse } = wrong(word);
      const parser = parserOf(SHORT);
      const mended = mendHyphenatedParticiples(forms, parse, parser);
      expect(parser.asked).toEqual(["the foreign rebels fled"]);
      expect(["the", "Peru", "-", word, "rebels", "fled"].map((f) => arcOf(forms, mended, f))).toEqual([
        "det rebels",
        `compound ${word}`,
        `punct ${word}`,
        "amod rebels",
        "nsubj fled",
        "root ROOT",
      ]);
      expect(mended.tags).toEqual(["DET|DT", "PROPN|NNP", "PUNCT|HYPH", "VERB|VBN", "NOUN|NNS", "VERB|VBD"]);
      expect(isSingleRootTree(mended.heads)).toBe(true);
    },
  );

  test.each([
    ["the participle modifies a noun already", wrong("backed", "amod")],
    ["no participle stands behind the hyphen", wrong("wide")],
    ["the second word is a name", wrong("Backed")],
  ])("asks no second time where %s", (_what, { forms, parse }) => {
    const parser = parserOf(SHORT);
    expect(mendHyphenatedParticiples(forms, parse, parser)).toBe(parse);
    expect(parser.asked).toEqual([]);
  });

  test("asks no second time without a hyphen or behind a number", () => {
    for (const word of ["then", "12"]) {
      const { forms, parse } = wrong("backed");
      const other = word === "then" ? forms.with(2, word) : forms.with(1, word);
      const parser = parserOf(SHORT);
      expect(mendHyphenatedParticiples(other, parse, parser)).toBe(parse);
      expect(parser.asked).toEqual([]);
    }
  });

  test("keeps the first reading where the adjective does not fit either", () => {
    const { forms, parse } = wrong("backed");
    const apart = handMade(`
      the     DET  DT  4 det
      foreign ADJ  JJ  4 advmod
      rebels  NOUN NNS 4 nsubj
      fled    VERB VBD 0 root`);
    expect(arcsOf(mendHyphenatedParticiples(forms, parse, parserOf(apart)))).toEqual(arcsOf(parse));
  });

  test("mends two participles one after the other, each in the sentence that the last one left", () => {
    const { forms, parse } = handMade(`
      US     PROPN NNP  3 nsubj
      -      PUNCT HYPH 3 punct
      backed VERB  VBD  0 root
      rebels NOUN  NNS  3 obj
      and    CCONJ CC   8 cc
      Iran   PROPN NNP  8 nsubj
      -      PUNCT HYPH 8 punct
      funded VERB  VBD  3 conj
      men    NOUN  NNS  8 obj
      fought VERB  VBD  3 ccomp`);
    const first = handMade(`
      foreign ADJ   JJ   2 amod
      rebels  NOUN  NNS  8 nsubj
      and     CCONJ CC   6 cc
      Iran    PROPN NNP  6 nsubj
      -       PUNCT HYPH 6 punct
      funded  VERB  VBD  2 conj
      men     NOUN  NNS  6 obj
      fought  VERB  VBD  0 root`);
    const second = handMade(`
      foreign ADJ   JJ  2 amod
      rebels  NOUN  NNS 6 nsubj
      and     CCONJ CC  5 cc
      foreign ADJ   JJ  5 amod
      men     NOUN  NNS 2 conj
      fought  VERB  VBD 0 root`);
    const answers = [first, second];
    const asked: string[] = [];
    const parser: Parser = {
      kernel: "plain",
      parse: (words) => {
        asked.push(words.join(" "));
        const answer = answers.shift();
        if (!answer) throw new Error("asked too often");
        return answer.parse;
      },
    };
    const mended = mendHyphenatedParticiples(forms, parse, parser);
    expect(asked).toEqual(["foreign rebels and Iran - funded men fought", "foreign rebels and foreign men fought"]);
    expect(arcOf(forms, mended, "backed")).toBe("amod rebels");
    expect(arcOf(forms, mended, "funded")).toBe("amod men");
    expect(arcOf(forms, mended, "fought")).toBe("root ROOT");
    expect(isSingleRootTree(mended.heads)).toBe(true);
  });
});
