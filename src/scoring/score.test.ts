import { describe, expect, test } from "vitest";
import { checkGold } from "./check-gold.ts";
import { datesEqual } from "./count.ts";
import { formatScore } from "./format.ts";
import { roundTenth, scoreEvents } from "./score.ts";
import type { Score } from "./score.ts";
import type { GoldEvent, Prediction, ScoredReport } from "./types.ts";

const TEXT = "Norland accused Mara of spying. Mara denied it on Monday.\n\nNorland's army shelled a Maran village.";
const SENTENCES = { accused: [0, 31], denied: [32, 57], shelled: [59, 98] } as const;
type Verb = keyof typeof SENTENCES;

const REPORT: ScoredReport = { id: "r1", date: "2024-05-10", text: TEXT };
const NORLAND = { country: "XNO", sector: "GOV" };
const MARA = { country: "XMA", sector: "GOV" };

function gold(verb: Verb, type: string, more: Partial<GoldEvent> = {}): GoldEvent {
  const [start, end] = SENTENCES[verb];
  const sentence = TEXT.slice(start, end);
  return { id: verb, sentence, anchor: verb, type, actor: [NORLAND], recipient: [MARA], core: true, ...more };
}

function coded(verb: Verb, event: string, more: Partial<Prediction> = {}): Prediction {
  const [start, end] = SENTENCES[verb];
  const at = TEXT.indexOf(verb);
  return {
    report: "r1",
    id: `p-${verb}-${event}`,
    event: [event],
    actor: [{ code: "XNO", sector: "GOV" }],
    recipient: [{ code: "XMA", sector: "GOV" }],
    trigger: [{ start: at, end: at + verb.length }],
    text_info: { start, end },
    ...more,
  };
}

function score(events: GoldEvent[], predictions: Prediction[], bySentence = false): Score {
  const golds = new Map([["r1", { report: "r1", events }]]);
  return scoreEvents({ gold: golds, reports: new Map([["r1", REPORT]]), predictions }, { bySentence });
}

describe("matching", () => {
  test("a prediction on the anchor with the category and both parties is right in everything", () => {
    const figures = score([gold("accused", "ACCUSE")], [coded("accused", "ACCUSE")]);
    expect(figures).toMatchObject({ precision: 100, recall: 100, f1: 100, triple_f1: 100, sector: 100 });
    expect(figures.recall_by_category).toEqual({ ACCUSE: "1/1" });
  });

  test("an alternative category matches, but not strictly", () => {
    const figures = score([gold("denied", "REJECT", { alt: ["ACCUSE"] })], [coded("denied", "ACCUSE")]);
    expect(figures).toMatchObject({ f1: 100, type_strict: 0 });
  });

  test("another category does not match", () => {
    expect(score([gold("denied", "REJECT")], [coded("denied", "AID")]).f1).toBe(0);
  });

  test("a trigger more than 30 characters away does not match unless sentences are compared", () => {
    const far = coded("shelled", "ASSAULT", { trigger: [{ start: 0, end: 7 }] });
    expect(score([gold("shelled", "ASSAULT")], [far]).f1).toBe(0);
    expect(score([gold("shelled", "ASSAULT")], [far], true).f1).toBe(100);
  });

  test("two predictions of one event count as one right and one wrong", () => {
    const twice = [coded("accused", "ACCUSE"), coded("accused", "ACCUSE", { id: "p2" })];
    expect(score([gold("accused", "ACCUSE")], twice)).toMatchObject({ precision: 50, recall: 100 });
  });

  test("an event that is not core forgives but is not asked for", () => {
    const optional = gold("denied", "REJECT", { core: false });
    expect(score([gold("accused", "ACCUSE"), optional], [coded("denied", "REJECT")])).toMatchObject({
      precision: 100,
      recall: 0,
    });
  });

  test("predictions of other reports are left out", () => {
    expect(score([gold("accused", "ACCUSE")], [coded("accused", "ACCUSE", { report: "r9" })]).predicted).toBe(0);
  });
});

describe("refused predictions count as wrong", () => {
  const span = { start: 8, end: 15 };
  test.each<[string, Partial<Prediction>]>([
    ["two categories", { event: ["ACCUSE", "REJECT"] }],
    ["no category", { event: [] }],
    ["no trigger", { trigger: [] }],
    ["four trigger spans", { trigger: [span, span, span, span] }],
    ["a trigger of more than 90 characters", { trigger: [{ start: 0, end: 91 }] }],
    ["a sentence over two paragraphs", { text_info: { start: 0, end: 98 } }],
    ["no sentence", { text_info: null }],
  ])("%s", (_, more) => {
    const figures = score([gold("accused", "ACCUSE")], [coded("accused", "ACCUSE", more)]);
    expect(figures).toMatchObject({ predicted: 1, refused: 1, precision: 0, recall: 0 });
  });
});

describe("fields of matched events", () => {
  test("a wrong recipient spoils the triple only", () => {
    const figures = score([gold("accused", "ACCUSE")], [coded("accused", "ACCUSE", { recipient: [] })]);
    expect(figures).toMatchObject({ f1: 100, actor: 100, recipient: 0, triple_f1: 0, sector: 50 });
  });

  test("status: “negated” is negation and nothing is actual", () => {
    const events = [gold("accused", "ACCUSE", { status: "negation" }), gold("denied", "REJECT")];
    const predictions = [coded("accused", "ACCUSE", { status: "negated" }), coded("denied", "REJECT")];
    expect(score(events, predictions)).toMatchObject({ status: 100, status_not_actual_f1: 100 });
  });

  test("attribution is right by country or by a shared word", () => {
    const said = { text: "the Maran ministry", country: "XMA" };
    const events = [gold("accused", "ACCUSE", { attribution: said })];
    const by = (attribution: Prediction["attribution"]): number =>
      score(events, [coded("accused", "ACCUSE", { attribution })]).attribution_f1;
    expect([by({ entity_text: "officials", code: "XMA" }), by({ entity_text: "A Ministry" })]).toEqual([100, 100]);
    expect([by({ entity_text: "the army" }), by(null), by({})]).toEqual([0, 0, 0]);
  });

  test("same_as is right when the two events found are linked", () => {
    const events = [gold("accused", "ACCUSE"), gold("denied", "ACCUSE", { same_as: "accused" })];
    const first = coded("accused", "ACCUSE");
    const linked = coded("denied", "ACCUSE", { same_as: "p-accused-ACCUSE" });
    expect(score(events, [first, linked]).same_as_f1).toBe(100);
    expect(score(events, [first, coded("denied", "ACCUSE")]).same_as_f1).toBe(0);
  });

  test("an event without a date in the gold may be dated by the publication", () => {
    const events = [gold("accused", "ACCUSE", { date: null })];
    const basis = (name: string): number =>
      score(events, [coded("accused", "ACCUSE", { date: "2024-05-10", date_info: { basis: name } })]).date_null;
    expect([basis("publication"), basis("text")]).toEqual([100, 0]);
  });
});

test.each<[string, string, string | null, string | null, boolean]>([
  ["2024-05-06", "2024-05-06", "2024-05-06", null, true],
  ["2024-05-06", "2024-05-06", "2024-05-06", "2024-05-07", false],
  ["2024-05-01", "2024-05-31", "2024-05-06", "2024-05-06", true],
  ["2024-05-01", "2024-05-31", "2024-04-30", "2024-05-06", false],
  ["2023-01-01", "2024-12-31", "2023-06-01", "2024-02-01", true],
  ["2024-05-06", "2024-05-06", null, null, false],
])("gold %s to %s against %s to %s: %s", (start, end, date, enddate, expected) => {
  expect(datesEqual({ start, end }, { date, enddate })).toBe(expected);
});

test.each([
  [66.65, 66.7],
  [12.25, 12.2],
  [12.75, 12.8],
  [50, 50],
  [0.05, 0.1],
])("%d rounds to %d, ties to even", (value, expected) => {
  expect(roundTenth(value)).toBe(expected);
});

test("no gold gives zeros, not an error", () => {
  expect(score([], []).f1_interval).toEqual([0, 0]);
  expect(scoreEvents({ gold: new Map(), reports: new Map(), predictions: [] }).f1).toBe(0);
});

test("the written form has one line a figure", () => {
  const written = formatScore(score([gold("accused", "ACCUSE")], [coded("accused", "ACCUSE")]));
  expect(written).toContain("f1                     100.0\n");
  expect(written).toContain("predicted              1\n");
  expect(written).toContain("f1_interval            100.0 to 100.0\n");
  expect(written).toContain("recall_by_category     ACCUSE 1/1");
});

test("gold whose words are not in the text is found", () => {
  const events = [gold("accused", "ACCUSE", { anchor: "blamed" }), gold("denied", "REJECT", { sentence: "He left." })];
  const issues = checkGold(new Map([["r1", { report: "r1", events }]]), new Map([["r1", REPORT]]));
  expect(issues.map((issue) => [issue.data["event"], issue.data["field"]])).toEqual([
    ["accused", "anchor"],
    ["denied", "sentence"],
  ]);
});
