/** Training end to end: sentences of an ontology of one's own, read by the real language layer. */
import { beforeAll, describe, expect, test } from "vitest";
import { type Coder, createCoder, trainClassifier } from "../index.ts";
import { unmark } from "../readers/relation-fields.ts";
import { decodeClassifier } from "./classifier-file.ts";

const WARM = ["praised", "thanked", "congratulated", "welcomed", "applauded"];
const COLD = ["mocked", "insulted", "ridiculed", "scolded", "rebuked"];
const PAIRS = [
  ["Norland", "Mara"],
  ["Rao", "the council"],
  ["The union", "the mayor"],
] as const;

let coder: Coder;
let bytes: Uint8Array;
const rows = (): Parameters<typeof trainClassifier>[0] =>
  [
    ["warm words", WARM],
    ["cold words", COLD],
  ].flatMap(([label, verbs]) =>
    PAIRS.flatMap(([s, t]) =>
      [...(verbs ?? [])].map((verb) => {
        const row = unmark(`<s>${s}</s> ${verb} <t>${t}</t> on Friday.`);
        return { label: String(label), text: row.text, features: coder.features({ id: "r", ...row }) };
      }),
    ),
  );

beforeAll(async () => {
  coder = await createCoder();
  bytes = trainClassifier(rows(), coder.featureVersions(), { folds: 5 }).bytes;
});

describe("trainClassifier", () => {
  test("learns labels of any ontology and answers new sentences", () => {
    const model = decodeClassifier(bytes, "m");
    const ask = (marked: string): string | null => coder.relateWith(model, { id: "q", ...unmark(marked) }).event;
    expect(ask("<s>The minister</s> praised <t>the teachers</t>.")).toBe("warm words");
    expect(ask("On Monday <s>the minister</s> ridiculed <t>the teachers</t> in parliament.")).toBe("cold words");
  });

  test("gives reasons, a probability and no code that the ontology lacks", () => {
    const model = decodeClassifier(bytes, "m");
    const row = unmark("<s>The minister</s> praised <t>the teachers</t>.");
    const { because, confidence, quad_code, mode } = coder.relateWith(model, { id: "q", ...row });
    expect(because[0]).toMatchObject({ field: "event", rule: `model.${model.header.version}` });
    expect(because[0]?.path).not.toBe("");
    expect(confidence).toBeGreaterThan(0.5);
    expect({ quad_code, mode }).toEqual({ quad_code: null, mode: [] });
  });

  test("writes cross-validated figures and versions into the header", () => {
    const { header } = decodeClassifier(bytes, "m");
    expect(header.figures?.rows).toBe(30);
    expect(header.figures?.labels.map((l) => [l.label, l.support])).toEqual([
      ["cold words", 15],
      ["warm words", 15],
    ]);
    expect(header.lexicon).toBe(coder.featureVersions().lexicon);
    expect(header.general).toBe(coder.featureVersions().general);
  });

  test("gives the same bytes again", () => {
    expect(trainClassifier(rows(), coder.featureVersions(), { folds: 5 }).bytes).toEqual(bytes);
  });

  test("refuses labels of one category", () => {
    const one = rows().filter((r) => r.label === "warm words");
    expect(() => trainClassifier(one, coder.featureVersions())).toThrow(/at least two/);
  });
});
