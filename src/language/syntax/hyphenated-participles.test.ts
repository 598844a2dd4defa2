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
});
