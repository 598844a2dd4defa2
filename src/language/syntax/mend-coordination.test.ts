import { describe, expect, test } from "vitest";
import { arcOf, arcsOf, handMade } from "./hand-made.test-data.ts";
import { mendCoordination } from "./mend-coordination.ts";
import { isSingleRootTree } from "./tree.ts";

/** Sentence, its wrong parse, and arcs of the mended one. */
type Case = readonly [what: string, source: string, arcs: Readonly<Record<string, string>>];

const TITLED = `
  President PROPN NNP 2 nmod:desc
  Boric     PROPN NNP 7 nsubj
  and       CCONJ CC  4 cc
  Minister  PROPN NNP 2 nmod:desc
  Ana       PROPN NNP 2 flat
  Soto      PROPN NNP 2 flat
  met       VERB  VBD 0 root`;

const ADJECTIVES = `
  by       ADP   IN  2 case
  Tuareg   ADJ   JJ  6 obl:agent
  and      CCONJ CC  4 cc
  Arab     ADJ   JJ  5 amod
  fighters NOUN  NNS 2 conj
  held     VERB  VBN 0 root`;

const SIBLINGS = `
  Raided   VERB  VBN 0 root
  by       ADP   IN  3 case
  Haitian  PROPN NNP 1 obl:agent
  and      CCONJ CC  5 cc
  Kenyan   PROPN NNP 3 conj
  police   NOUN  NN  1 obl:agent`;

const SHARED = `
  The      DET   DT  6 det
  Korean   ADJ   JJ  6 amod
  and      CCONJ CC  6 cc
  U.S.     PROPN NNP 6 compound
  air      NOUN  NN  6 compound
  forces   NOUN  NNS 7 nsubj
  flew     VERB  VBD 0 root`;

const LIST = `
  Peru     PROPN NNP 8 nsubj
  ,        PUNCT ,   3 punct
  Chile    PROPN NNP 1 appos
  ,        PUNCT ,   6 punct
  and      CCONJ CC  6 cc
  Bolivia  PROPN NNP 1 conj
  now      ADV   RB  8 advmod
  agreed   VERB  VBD 0 root`;

const SECOND = `
  Benin    PROPN NNP 2 nsubj
  sent     VERB  VBD 0 root
  boats    NOUN  NNS 2 obj
  ,        PUNCT ,   6 punct
  and      CCONJ CC  6 cc
  Interpol PROPN NNP 1 conj
  promised VERB  VBD 2 conj
  help     NOUN  NN  7 obj`;

describe("mendCoordination", () => {
  test.each<Case>([
    ["a second titled name is a party of its own", TITLED, { Ana: "conj Boric", Minister: "nmod:desc Ana", and: "cc Ana", Soto: "flat Ana", Boric: "nsubj met" }],
    ["adjectives of one noun are no party beside it", ADJECTIVES, { fighters: "obl:agent held", Tuareg: "amod fighters", Arab: "conj Tuareg", by: "case fighters" }],
    ["nationality words hang on the noun that bears their preposition", SIBLINGS, { police: "obl:agent Raided", Haitian: "amod police", Kenyan: "conj Haitian", by: "case police" }],
    ["a name is joined to the adjective of the shared noun", SHARED, { "U.S.": "conj Korean", and: "cc U.S.", Korean: "amod forces", air: "compound forces" }],
    ["a name between commas belongs to the list", LIST, { Chile: "conj Peru", Bolivia: "conj Peru", Peru: "nsubj agreed" }],
    ["the second verb gets its subject", SECOND, { Interpol: "nsubj promised", and: "cc promised", Benin: "nsubj sent", help: "obj promised" }],
  ])("%s", (_what, source, arcs) => {
    const { forms, parse } = handMade(source);
    const mended = mendCoordination(forms, parse);
    for (const [form, arc] of Object.entries(arcs)) expect([form, arcOf(forms, mended, form)]).toEqual([form, arc]);
    expect(isSingleRootTree(mended.heads)).toBe(true);
    expect(mended.tags).toBe(parse.tags);
  }); // prettier-ignore

  test.each([
    ["a title without a conjunction", TITLED.replace("and       CCONJ CC  4 cc", "then      ADV   RB  7 advmod")],
    ["a title whose second name the parser found", TITLED.replace("Ana       PROPN NNP 2 flat", "Ana       PROPN NNP 2 conj").replace("Soto      PROPN NNP 2 flat", "Soto      PROPN NNP 5 flat")],
    ["a noun beside a noun", ADJECTIVES.replace("Tuareg   ADJ   JJ", "nomads   NOUN  NNS")],
    ["a place beside its inhabitants", SIBLINGS.replace("Kenyan   PROPN NNP", "border   NOUN  NN")],
    ["a compound of common nouns", SHARED.replace("U.S.     PROPN NNP", "ground   NOUN  NN")],
    ["an apposition that is told about by a noun", LIST.replace("Chile    PROPN NNP", "hosts    NOUN  NNS")],
    ["an apposition without a list behind it", LIST.replace("and      CCONJ", "with     ADP")],
    ["a second verb with a subject", `${SECOND}\n  it PRON PRP 7 nsubj`],
    ["joint subjects before the verb", "Peru PROPN NNP 4 nsubj\nand CCONJ CC 3 cc\nChile PROPN NNP 1 conj\nsent VERB VBD 0 root\nboats NOUN NNS 4 obj\nand CCONJ CC 7 cc\nleft VERB VBD 4 conj"],
  ])("leaves %s as it is", (_what, source) => {
    const { forms, parse } = handMade(source);
    expect(arcsOf(mendCoordination(forms, parse))).toEqual(arcsOf(parse));
  }); // prettier-ignore

  test("gives the parse itself back where nothing is coordinated, and never changes the one it got", () => {
    const plain = handMade("Peru PROPN NNP 2 nsubj\nagreed VERB VBD 0 root");
    expect(mendCoordination(plain.forms, plain.parse)).toBe(plain.parse);
    const { forms, parse } = handMade(LIST);
    const before = arcsOf(parse);
    mendCoordination(forms, parse);
    expect(arcsOf(parse)).toEqual(before);
  });
});

describe("a list that has lost a comma", () => {
  test("is one list", () => {
    const { forms, parse } = handMade(`
      Envoys  NOUN  NNS 10 nsubj
      from    ADP   IN  4 case
      the     DET   DT  4 det
      US      PROPN NNP 1 nmod
      the     DET   DT  6 det
      EU      PROPN NNP 1 appos
      and     CCONJ CC  9 cc
      ten     NUM   CD  9 nummod
      states  NOUN  NNS 1 nmod
      met     VERB  VBD 0 root`);
    const { heads, labels } = mendCoordination(forms, parse);
    expect([heads[5], labels[5], heads[8], labels[8]]).toEqual([3, "conj", 3, "conj"]);
    expect(isSingleRootTree(heads)).toBe(true);
  });
});

describe("a list whose “and” hangs on its first name", () => {
  test("makes no loop of that name", () => {
    const { forms, parse } = handMade(`
      of      ADP   IN  2 case
      Peru    PROPN NNP 7 conj
      ,       PUNCT ,   4 punct
      Chile   PROPN NNP 2 appos
      and     CCONJ CC  2 cc
      others  NOUN  NNS 2 dep
      met     VERB  VBD 0 root`);
    expect(isSingleRootTree(mendCoordination(forms, parse).heads)).toBe(true);
  });
});
