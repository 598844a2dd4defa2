import { describe, expect, test } from "vitest";
import { createCoder } from "../../coder/create-coder.ts";
import { readAfterDateline } from "./dateline-sentences.ts";
import { arcOf, handMade } from "./hand-made.test-data.ts";
import type { Parse } from "./parser.ts";
import { isSingleRootTree } from "./tree.ts";

const coder = await createCoder();

/** Each token of the text's first sentence with its relation and head: "nsubj agreed". */
function arcsIn(text: string): (form: string) => string | undefined {
  const tokens = coder.parse(text)[0]?.tokens ?? [];
  return (form) => {
    const token = tokens.find((t) => t.form === form);
    return token && `${token.deprel} ${tokens[token.head]?.form ?? "ROOT"}`;
  };
}

describe("a sentence behind a dateline", () => {
  test.each([
    ["TASHKENT - Kazakhstan and Uzbekistan agreed on a border on Friday.", "agreed", { Kazakhstan: "nsubj agreed", Uzbekistan: "conj Kazakhstan" }],
    ["NAIROBI, Kenya (AP) — Kenyan police arrested ten students.", "arrested", { police: "nsubj arrested", students: "obj arrested" }],
    ["LIMA, May 3 (Reuters) - Peru expelled two diplomats.", "expelled", { Peru: "nsubj expelled", diplomats: "obj expelled" }],
  ] as const)("has its own subject: %s", (text, root, arcs) => {
    const arc = arcsIn(text);
    expect(arc(root)).toBe("root ROOT");
    for (const [form, wanted] of Object.entries(arcs)) expect([form, arc(form)]).toEqual([form, wanted]);
    expect(arc(text.split(/[ ,]/, 1)[0] ?? "")).toBe(`dep ${root}`);
  }); // prettier-ignore

  test("is read as it is without one", () => {
    const body = "Kenyan police arrested ten students in the capital on Friday.";
    const [plain, dated] = [body, `NAIROBI (AP) - ${body}`].map((text) => coder.parse(text)[0]?.tokens ?? []);
    const shift = (dated?.length ?? 0) - (plain?.length ?? 0);
    expect(shift).toBe(5);
    expect(dated?.slice(shift).map((t) => [t.form, t.deprel, t.head < 0 ? -1 : t.head - shift])).toEqual(
      plain?.map((t) => [t.form, t.deprel, t.head]),
    );
  });

  test("is no sentence about two countries with a hyphen between them", () => {
    const arc = arcsIn("Kazakhstan - Uzbekistan talks failed on Friday.");
    expect(arc("talks")).toBe("nsubj failed");
    expect(arc("Kazakhstan")).not.toContain("dep");
  });
});

describe("readAfterDateline", () => {
  const BODY = handMade("Peru PROPN NNP 2 nsubj\nagreed VERB VBD 0 root\n. PUNCT . 2 punct");
  const asked: string[] = [];
  const read = (forms: readonly string[]): Parse => {
    asked.push(forms.join(" "));
    return BODY.parse;
  };
  const forms = ["LIMA", ",", "3", "-", ...BODY.forms];

  test("shows the parser the sentence alone and hangs the dateline on its root", () => {
    const parse = readAfterDateline(forms, 4, read);
    expect(asked).toEqual(["Peru agreed ."]);
    expect(["LIMA", ",", "3", "-", "Peru", "agreed", "."].map((f) => arcOf(forms, parse, f))).toEqual([
      "dep agreed",
      "punct agreed",
      "dep agreed",
      "punct agreed",
      "nsubj agreed",
      "root ROOT",
      "punct agreed",
    ]);
    expect(parse.tags.slice(0, 4)).toEqual(["PROPN|NNP", "PUNCT|,", "NUM|CD", "PUNCT|,"]);
    expect(isSingleRootTree(parse.heads)).toBe(true);
  });

  test("changes nothing without a dateline", () => {
    expect(readAfterDateline(BODY.forms, 0, read)).toEqual(BODY.parse);
  });
});

describe("the real parser's readings are mended", () => {
  test("a hyphenated participle is an adjective", () => {
    const arc = arcsIn("The Peru-backed rebels attacked a village.");
    expect(arc("backed")).toBe("amod rebels");
    expect(arc("rebels")).toBe("nsubj attacked");
  });

  test("a name behind a day is the subject", () => {
    const arc = arcsIn("On Thursday, Anna Berg, the mayor, opened a bridge.");
    expect(arc("Anna")).toBe("nsubj opened");
    expect(arc("mayor")).toBe("appos Anna");
  });
});
