import { describe, expect, test } from "vitest";
import { accuracy, labelTable, macroF1 } from "./classification.ts";
import { eventErrors } from "./event-errors.ts";
import { failuresOf, formatErrors, formatFigures } from "./format-report.ts";
import { isHeldOut, pentaOf, rootOf } from "./relation-sets.ts";
import { newsSentences } from "./sentence-sets.ts";
import type { SetReport } from "./set-report.ts";

const REPORT: SetReport = {
  set: "own",
  title: "Own",
  figures: [
    { name: "f1", value: 48.25, unit: "%", interval: [40, 55.5], of: 12, floor: 50 },
    { name: "core", value: 12, unit: "n" },
  ],
  tables: [],
  errors: [],
  failures: [],
  notes: [],
};

describe("classification", () => {
  const rows = [
    { gold: "AID", answer: "AID" },
    { gold: "AID", answer: "REJECT" },
    { gold: "REJECT", answer: "REJECT" },
    { gold: "REJECT", answer: null },
  ];

  test("no answer is wrong", () => {
    expect(accuracy(rows)).toBe(50);
  });

  test("macro-F1 is the mean of the labels' F1", () => {
    expect(macroF1(rows)).toBeCloseTo((200 / 3 + 50) / 2, 6);
  });

  test("a label that the gold lacks has no part in the mean", () => {
    expect(
      macroF1([
        { gold: "AID", answer: "COERCE" },
        { gold: "AID", answer: "AID" },
      ]),
    ).toBeCloseTo(200 / 3, 6);
    expect(labelTable("x", [{ gold: "AID", answer: "COERCE" }]).rows).toContainEqual(["COERCE", 0, "0.0", "-", "0.0"]);
  });
});

test.each([
  ["CONCEDE", "YIELD", "2"],
  ["RETREAT", "YIELD", "2"],
  ["CONSULT", "CONSULT", "1"],
  ["THREATEN", "THREATEN", "3"],
  ["COERCE", "COERCE", "4"],
  [null, null, null],
])("%s is %s in the sets of 15 labels and penta %s", (category, root, penta) => {
  expect([rootOf(category), pentaOf(rootOf(category))]).toEqual([root, penta]);
});

test("rows whose number modulo 7 is 0 or 3 are held out", () => {
  expect(["plv-dev-0007", "plv-dev-0010", "plv-dev-0001", "plv-dev-0012"].map(isHeldOut)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test("paragraphs of news sentences are joined with spaces and divided by blank lines", () => {
  const { text, sentences, documents } = newsSentences("One.\nTwo.\n\nThree.\n");
  expect(text).toBe("One. Two.\n\nThree.");
  expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual(["One.", "Two.", "Three."]);
  expect(documents).toEqual(["0", "0", "1"]);
});

describe("the printed report", () => {
  test("has one line a figure, with interval and floor", () => {
    const line = formatFigures([REPORT]).split("\n")[2];
    expect(line?.split(/ {2,}/)).toEqual(["own", "f1", "48.3", "40.0 to 55.5", "12", "50.0"]);
  });

  test("a figure below its floor fails", () => {
    expect(failuresOf([REPORT])).toEqual(["own: f1 is 48.3, below its floor of 50.0"]);
  });

  test("shows the ten commonest kinds of error", () => {
    const errors = Array.from({ length: 12 }, (_, i) => ({
      kind: `kind ${i}`,
      count: 20 - i,
      examples: ["an example"],
    }));
    const shown = formatErrors("own", errors);
    expect(shown).toContain("kind 9");
    expect(shown).not.toContain("kind 10");
  });
});

describe("error kinds of coded events", () => {
  const text = "Norland accused Mara of spying. Mara denied it.";
  const reports = new Map([["r1", { id: "r1", date: "2024-05-10", text }]]);
  const accused = {
    id: "e1",
    sentence: text.slice(0, 31),
    anchor: "accused",
    type: "ACCUSE",
    actor: [{ country: "XNO" }],
    recipient: [{ country: "XMA" }],
    core: true,
  };
  const gold = new Map([["r1", { report: "r1", events: [accused] }]]);
  const prediction = (event: string, start: number, sentence: [number, number]): object => ({
    report: "r1",
    event: [event],
    actor: [{ code: "XNO" }],
    recipient: [],
    trigger: [{ start, end: start + 7 }],
    text_info: { start: sentence[0], end: sentence[1] },
  });
  const kinds = (...predictions: object[]): string[] =>
    eventErrors(gold, reports, predictions as never).map(({ kind }) => kind);

  test.each<[string, object[], string[]]>([
    ["nothing coded", [], ["missed ACCUSE"]],
    ["another category on the anchor", [prediction("REJECT", 8, [0, 31])], ["ACCUSE coded REJECT"]],
    ["a wrong recipient", [prediction("ACCUSE", 8, [0, 31])], ["recipient missing"]],
    [
      "an event elsewhere",
      [prediction("ACCUSE", 8, [0, 31]), prediction("REJECT", 37, [32, 47])],
      ["invented REJECT", "recipient missing"],
    ],
  ])("%s", (_, predictions, expected) => {
    expect(kinds(...predictions)).toEqual(expected);
  });
});
