import { describe, expect, test } from "vitest";
import { arcOf, arcsOf, handMade } from "./hand-made.test-data.ts";
import { mendClauses } from "./mend-clauses.ts";
import { isSingleRootTree } from "./tree.ts";

const TIMES = new Set(["monday", "thursday"]);

/** The clause behind a day, as the parser likes to get it wrong: its subject became a point in time. */
const behind = (opener: string, xpos = "VBD", relation = "obl"): string => `
  Talks   NOUN  NNS 2 nsubj
  failed  VERB  VBD 0 root
  ${opener} ADP IN  4 case
  gunmen  NOUN  NNS 5 ${relation}
  struck  VERB  ${xpos} 2 advcl
  a       DET   DT  7 det
  post    NOUN  NN  5 obj`;

describe("a clause behind “after” and its like", () => {
  test.each(["after", "before", "since", "until", "as"])("has its subject and mark: %s", (opener) => {
    const { forms, parse } = handMade(behind(opener));
    const mended = mendClauses(forms, parse, TIMES);
    expect(arcOf(forms, mended, "gunmen")).toBe("nsubj struck");
    expect(arcOf(forms, mended, opener)).toBe("mark struck");
    expect(arcOf(forms, mended, "post")).toBe("obj struck");
    expect(isSingleRootTree(mended.heads)).toBe(true);
  });

  test.each([
    ["another preposition", behind("near")],
    ["a participle, which has no subject of its own", behind("after", "VBG")],
    ["a passive participle", behind("after", "VBN")],
    ["a subject that was read", behind("after", "VBD", "nsubj")],
  ])("stays as it is with %s", (_what, source) => {
    const { forms, parse } = handMade(source);
    expect(arcsOf(mendClauses(forms, parse, TIMES))).toEqual(arcsOf(parse));
  });
});

describe("a clause whose subject was read as the object before it", () => {
  const fired = (label: string, head: number, more = ""): string => `
    Nine    NUM   CD  2 nsubj
    died    VERB  VBD 0 root
    after   SCONJ IN  5 mark
    police  NOUN  NNS 2 obj
    fired   VERB  VBN ${head} ${label}
    on      ADP   IN  7 case
    crowds  NOUN  NNS 5 obl${more}`;

  test.each([
    ["advcl", 2],
    ["acl", 4],
  ])("has it again, the verb read as %s", (label, head) => {
    const { forms, parse } = handMade(fired(label, head));
    const mended = mendClauses(forms, parse, TIMES);
    expect(arcOf(forms, mended, "police")).toBe("nsubj fired");
    expect(arcOf(forms, mended, "fired")).toBe("advcl died");
    expect(mended.tags[4]).toBe("VERB|VBD");
    expect(isSingleRootTree(mended.heads)).toBe(true);
  });

  test("stays as it is where somebody is named who did it", () => {
    const { forms, parse } = handMade(fired("advcl", 2, "\n miners NOUN NNS 5 obl:agent"));
    expect(arcsOf(mendClauses(forms, parse, TIMES))).toEqual(arcsOf(parse));
  });
});

describe("those who fired", () => {
  const behindAfter = (preposition: string, what: string): string => `
    Two     NUM   CD  2 nsubj
    died    VERB  VBD 0 root
    after   ADP   IN  4 case
    rebels  NOUN  NNS 2 obl
    fired   VERB  VBN 4 acl
    ${preposition} ADP IN 7 case
    ${what} NOUN  NN  5 obl`;

  test("at something are no dismissed", () => {
    const { forms, parse } = handMade(behindAfter("at", "buses"));
    const mended = mendClauses(forms, parse, TIMES);
    expect(arcOf(forms, mended, "rebels")).toBe("nsubj fired");
    expect(arcOf(forms, mended, "after")).toBe("mark fired");
  });

  test("on a day may be", () => {
    const { forms, parse } = handMade(behindAfter("on", "Monday"));
    expect(arcsOf(mendClauses(forms, parse, TIMES))).toEqual(arcsOf(parse));
  });
});

test("who is shot dead is no dead protester", () => {
  const { forms, parse } = handMade(`
    Police     NOUN NNS 2 nsubj
    shot       VERB VBD 0 root
    dead       ADJ  JJ  5 amod
    six        NUM  CD  5 nummod
    protesters NOUN NNS 2 obj`);
  expect(arcOf(forms, mendClauses(forms, parse, TIMES), "dead")).toBe("xcomp shot");
});

/** "On Thursday, Anna Berg, the mayor, opened a bridge." with both names read as appositions of the day. */
const opening = (day: string): string => `
  On      ADP   IN  2 case
  ${day}  PROPN NNP 10 obl
  ,       PUNCT ,   4 punct
  Anna    PROPN NNP 2 appos
  Berg    PROPN NNP 4 flat
  ,       PUNCT ,   8 punct
  the     DET   DT  8 det
  mayor   NOUN  NN  2 appos
  ,       PUNCT ,   4 punct
  opened  VERB  VBD 0 root
  bridges NOUN  NNS 10 obj`;

describe("a name behind a day", () => {
  test("is the subject, and what stood beside it its apposition", () => {
    const { forms, parse } = handMade(opening("Thursday"));
    const mended = mendClauses(forms, parse, TIMES);
    expect(arcOf(forms, mended, "Anna")).toBe("nsubj opened");
    expect(arcOf(forms, mended, "mayor")).toBe("appos Anna");
    expect(arcOf(forms, mended, "Thursday")).toBe("obl opened");
  });

  test.each([
    ["a place", opening("Oslo")],
    ["a verb that has its subject", `${opening("Thursday")}\n  he PRON PRP 10 nsubj`],
  ])("stays an apposition of %s", (_what, source) => {
    const { forms, parse } = handMade(source);
    expect(arcsOf(mendClauses(forms, parse, TIMES))).toEqual(arcsOf(parse));
  });
});

describe("a name that was read as an auxiliary", () => {
  test("is a part of the name before it when it is a modal too", () => {
    const { forms, parse } = handMade(`
      Theresa PROPN NNP 3 nsubj
      May     AUX   MD  3 aux
      resigned VERB VBD 0 root`);
    const mended = mendClauses(forms, parse, TIMES);
    expect(arcOf(forms, mended, "May")).toBe("flat Theresa");
    expect(mended.tags[1]).toBe("PROPN|NNP");
    expect(mended.tags[2]).toBe("VERB|VBD");
  });

  test("is the subject when nothing like an auxiliary, and the participle is a past tense", () => {
    const { forms, parse } = handMade(`
      Chad   AUX  VBZ 2 aux
      signed VERB VBN 0 root
      it     PRON PRP 2 obj`);
    const mended = mendClauses(forms, parse, TIMES);
    expect(arcOf(forms, mended, "Chad")).toBe("nsubj signed");
    expect(mended.tags.slice(0, 2)).toEqual(["PROPN|NNP", "VERB|VBD"]);
  });

  test.each([
    ["a modal in small letters", "Theresa PROPN NNP 3 nsubj\nmay AUX MD 3 aux\nresign VERB VB 0 root"],
    ["a modal behind a noun", "Ministers NOUN NNS 3 nsubj\nMay AUX MD 3 aux\nresign VERB VB 0 root"],
    ["an auxiliary that opens a question", "Has AUX VBZ 3 aux\nhe PRON PRP 3 nsubj\nresigned VERB VBN 0 root"],
    ["an auxiliary of a clause without subject", "Having AUX VBG 2 aux\nresigned VERB VBN 0 root"],
    ["an odd auxiliary beside a subject", "Chad AUX VBZ 3 aux\nhe PRON PRP 3 nsubj\nresigned VERB VBN 0 root"],
  ])("%s stays", (_what, source) => {
    const { forms, parse } = handMade(source);
    const mended = mendClauses(forms, parse, TIMES);
    expect(arcsOf(mended)).toEqual(arcsOf(parse));
    expect(mended.tags).toEqual(parse.tags);
  });
});

test("the given parse is left untouched", () => {
  const { forms, parse } = handMade(behind("after"));
  const before = arcsOf(parse);
  mendClauses(forms, parse, TIMES);
  expect(arcsOf(parse)).toEqual(before);
});

/** "Norland helped Mara build a port and briefly sent ships." with the help read as an object, a name before it. */
const helped = (verb: string, name = "Mara PROPN NNP"): string => `
  Norland PROPN NNP 2 nsubj
  ${verb} VERB  VBD 0 root
  ${name} 4 compound
  build   NOUN  NN  2 obj
  a       DET   DT  6 det
  port    NOUN  NN  9 nsubj
  and     CCONJ CC  8 cc
  briefly ADV   RB  6 conj
  sent    VERB  VBD 2 conj
  ships   NOUN  NNS 9 obj`;

describe("whom someone helped do a thing", () => {
  test("is helped, and does it", () => {
    const { forms, parse } = handMade(helped("helped"));
    const mended = mendClauses(forms, parse, TIMES);
    expect(arcOf(forms, mended, "Mara")).toBe("obj helped");
    expect(arcOf(forms, mended, "build")).toBe("xcomp helped");
    expect(mended.tags[3]).toBe("VERB|VB");
    expect(arcOf(forms, mended, "port")).toBe("obj build");
    expect(arcOf(forms, mended, "briefly")).toBe("advmod sent");
    expect(arcOf(forms, mended, "and")).toBe("cc sent");
    expect(isSingleRootTree(mended.heads)).toBe(true);
  });

  test.each([
    ["another verb", helped("praised")],
    ["a common noun, which may well be part of a compound", helped("helped", "road NOUN NN")],
  ])("stays as it is with %s", (_what, source) => {
    const { forms, parse } = handMade(source);
    expect(arcsOf(mendClauses(forms, parse, TIMES))).toEqual(arcsOf(parse));
  });
});

/** "Norland is an ally of Mara, which faces sanctions." */
const ally = (det: string, word = "which PRON WDT"): string => `
  Norland PROPN NNP 4 nsubj
  is      AUX   VBZ 4 cop
  ${det}  DET   DT  4 det
  ally    NOUN  NN  0 root
  of      ADP   IN  6 case
  Mara    PROPN NNP 4 nmod
  ,       PUNCT ,   9 punct
  ${word} 9 nsubj
  faces   VERB  VBZ 4 acl:relcl
  sanctions NOUN NNS 9 obj`;

describe("“which” behind a predicate", () => {
  test("is the name that the predicate ends with", () => {
    const { forms, parse } = handMade(ally("an"));
    expect(arcOf(forms, mendClauses(forms, parse, TIMES), "faces")).toBe("acl:relcl Mara");
  });

  test.each([
    ["a definite predicate", ally("the")],
    ["“who”, an ally", ally("an", "who PRON WP")],
  ])("stays as it is with %s", (_what, source) => {
    const { forms, parse } = handMade(source);
    expect(arcsOf(mendClauses(forms, parse, TIMES))).toEqual(arcsOf(parse));
  });
});

describe("a word behind “amid”", () => {
  const amid = (opener: string): string => `
    Leaders NOUN NNS 2 nsubj
    met     VERB VBD 0 root
    ${opener} ADV RB 4 advmod
    talk    VERB VB  2 advcl
    of      ADP  IN  6 case
    war     NOUN NN  4 obl`;

  test("is a noun", () => {
    const { forms, parse } = handMade(amid("amid"));
    const mended = mendClauses(forms, parse, TIMES);
    expect(arcOf(forms, mended, "talk")).toBe("obl met");
    expect(arcOf(forms, mended, "war")).toBe("nmod talk");
    expect(mended.tags.slice(2, 4)).toEqual(["ADP|IN", "NOUN|NN"]);
  });

  test("stays a verb behind another word", () => {
    const { forms, parse } = handMade(amid("rather"));
    expect(arcsOf(mendClauses(forms, parse, TIMES))).toEqual(arcsOf(parse));
  });
});
