import { describe, expect, test } from "vitest";
import { carryOutEdit, type EditResult } from "./carry-out-edit.ts";
import type { HappeningEdit } from "./happening-edits.ts";
import { HappeningFinder } from "./happening-finder.ts";
import { happeningRow } from "./happening-row.ts";
import type { Happening } from "./happening.ts";
import type { EventRecord } from "../core/record.ts";
import type { HappeningReport } from "./event-trace.ts";
import { LAGOA, party, report, told } from "./told.test-data.ts";

const A = report("a", "A bomb killed 14 traders at the fish market in Porto Alto, the Maran police said.");
const B = report("b", "At least 17 traders were killed when a bomb went off among stalls in Porto Alto.", {
  date: "2024-05-11",
});
const C = report("c", "The bomb that killed traders in Porto Alto had lain under a stall of the fish market.", {
  date: "2024-05-11",
});

const LATER = report("z", "A bridge over the river was blown up near Lagoa.", { date: "2024-07-01" });

type Coded = readonly [report: HappeningReport, records: readonly EventRecord[]];
const TOLD: readonly Coded[] = [
  [A, [told("a1", A, { dead: 14 })]],
  [B, [told("b1", B, { dead: 17 })]],
  [C, [told("c1", C)]],
];

/** All happenings that the reports tell. */
function find(coded: readonly Coded[], finder = new HappeningFinder()): readonly Happening[] {
  for (const [of, records] of coded) finder.add({ report: of, records });
  return finder.takeChanges().map(({ happening }) => happening);
}

/** Happenings as rows of event ids. */
function groups(happenings: readonly Happening[]): readonly (readonly string[])[] {
  return happenings.map(({ members }) => members.map(({ event }) => event));
}

describe("reports of one happening", () => {
  const found = find(TOLD);
  const happenings = found.map(happeningRow);
  const events = found.flatMap(({ members }) => members);

  test("are one row, named after the first event", () => {
    expect(happenings.map(({ happening }) => happening)).toEqual(["a1"]);
    expect(happenings[0]).toMatchObject({ date: "2024-05-09", place: "Porto Alto", reports: 3, sources: 3 });
  });

  test("state score and reasons of each merge; the points make up the score of the best comparison", () => {
    expect(events.map(({ score }) => score)).toEqual([1, expect.any(Number), expect.any(Number)]);
    expect(events[1]?.reasons.map(({ what }) => what)).toContain("same place: Porto Alto");
    const sum = events[1]?.reasons.reduce((all, { points }) => all + points, 0) ?? 0;
    expect(events[1]?.score).toBeCloseTo(sum, 1);
  });

  test("keep each figure with its source; the newest is the best", () => {
    expect(happenings[0]?.counts.dead).toEqual({ low: 14, best: 17, high: 17 });
    expect(happenings[0]?.countClaims.map(({ source, low }) => [source, low])).toEqual([
      ["Paper a", 14],
      ["Paper b", 17],
    ]);
  });
});

describe("look-alikes stay apart", () => {
  test.each([
    ["another town", { event_loc: LAGOA }],
    ["another day", { date: "2024-05-05" }],
    ["another stage: it was only planned", { status: "future" as const }],
    ["another act", { event: ["PROTEST"] as const }],
  ])("%s", (_, rest) => {
    expect(
      groups(
        find([
          [A, [told("a1", A)]],
          [B, [told("b1", B, rest)]],
        ]),
      ),
    ).toEqual([["a1"], ["b1"]]);
  });

  test("one text written over the other: another name in the same words", () => {
    const killing = (id: string, name: string): Coded => {
      const of = report(
        id,
        `The police of Porto Alto killed the union leader ${name} when he left a meeting with teachers.`,
      );
      return [of, [told(`${id}1`, of, { recipient: [party("XMA", "LAB", name, name)] })]];
    };
    expect(groups(find([killing("a", "Ana Silva"), killing("b", "Ana Silva")]))).toEqual([["a1", "b1"]]);
    expect(groups(find([killing("a", "Ana Silva"), killing("b", "Joao Reis")]))).toEqual([["a1"], ["b1"]]);
  });

  test("two events of one report", () => {
    const second = told("a2", A, { dead: 3, event_loc: LAGOA });
    expect(groups(find([[A, [told("a1", A, { dead: 14 }), second]]]))).toEqual([["a1"], ["a2"]]);
  });
});

test("re-mentions of a report go along", () => {
  expect(
    groups(
      find([
        [A, [told("a1", A), told("a2", A, { same_as: "a1", date: null })]],
        [B, [told("b1", B)]],
      ]),
    ),
  ).toEqual([["a1", "a2", "b1"]]);
});

test("copies of one text and texts of one paper are one source", () => {
  const copy = report("b", B.text, { story: "a" });
  const again = report("c", C.text, { source: "Paper a" });
  const happenings = find([TOLD[0] ?? [A, []], [copy, [told("b1", copy)]], [again, [told("c1", again)]]]).map(
    happeningRow,
  );
  expect(happenings[0]).toMatchObject({ reports: 3, sources: 1 });
});

test("who denies it stands beside who asserts it", () => {
  const denial = told("b1", B, { status: "negation" });
  const happenings = find([
    [A, [told("a1", A)]],
    [B, [denial]],
  ]).map(happeningRow);
  expect(happenings[0]?.disputed).toBe(true);
  expect(happenings[0]?.stances.map(({ stance, source }) => [stance, source])).toEqual([
    ["asserts", "Paper a"],
    ["denies", "Paper b"],
  ]);
});

test("a run that is taken up again answers as one long run, with what a record leaves out read from its report", () => {
  // The second record of each report tells no place itself: it is where the first one is.
  const both = ([of, records]: Coded): Coded => [of, [...records, told(`${of.id}2`, of, { event: ["PROTEST"], event_loc: null })]]; // prettier-ignore
  const [first, ...rest] = TOLD.map(both);
  if (!first) throw new Error("no report");
  const whole = find([first, ...rest]);
  const resumed = new HappeningFinder({ nextPosition: 2 });
  resumed.resume(
    find([first]).map(({ position, members }) => ({ position, events: members })),
    [{ report: first[0], records: first[1] }],
  );
  expect(resumed.takeChanges()).toEqual([]);
  expect(find(rest, resumed)).toEqual(whole);
});

test("of happenings that are equally like it a telling is of the one that was opened first, in whichever order they came back", () => {
  const twin = report("x", A.text);
  const [one, two] = [{ position: 0, report: A, event: "a1" }, { position: 1, report: twin, event: "x1" }]; // prettier-ignore
  for (const known of [
    [one, two],
    [two, one],
  ]) {
    const finder = new HappeningFinder({ nextPosition: 2 });
    for (const { position, report: of, event } of known)
      finder.resume(
        [{ position, events: [{ event, report: of.id, score: 1, reasons: [] }] }],
        [{ report: of, records: [told(event, of)] }],
      );
    expect(finder.add({ report: B, records: [told("b1", B)] })).toEqual(["a1"]);
  }
});

test("a report that is added again keeps what is placed; what is new goes with its telling", () => {
  const finder = new HappeningFinder({ nextPosition: 1 });
  const records = [told("a1", A), told("a2", A, { same_as: "a1", date: null })];
  finder.resume(
    [{ position: 0, events: [{ event: "a1", report: "a", score: 1, reasons: [] }] }],
    [{ report: A, records }],
  );
  expect(groups(find([[A, records]], finder))).toEqual([["a1", "a2"]]);
});

test("the days that must be in memory are those of the events, and those before the report of an undated one", () => {
  const finder = new HappeningFinder();
  const records = [told("a1", A, { date: "2024-01-06" }), told("a2", A, { date: null })];
  expect(finder.neededDays({ report: A, records })).toEqual(["2024-01-06", "2024-05-06", "2024-05-07", "2024-05-08", "2024-05-09", "2024-05-10"]); // prettier-ignore
});

test("what has no day at all is found by nothing", () => {
  const [one, two] = [report("a", A.text, { date: null }), report("b", A.text, { date: null })];
  expect(groups(find([[one, [told("a1", one, { date: null })]], [two, [told("b1", two, { date: null })]]]))).toEqual([["a1"], ["b1"]]); // prettier-ignore
});

describe("edits", () => {
  const SPLIT: HappeningEdit = { kind: "split", happening: "a1", events: ["b1", "c1"] };
  const JOIN: HappeningEdit = { kind: "join", happening: "a1", events: ["b1"] };
  const APART: readonly Coded[] = [
    [A, [told("a1", A)]],
    [B, [told("b1", B, { event_loc: LAGOA })]],
  ];
  const done = (result: EditResult): readonly Happening[] => ("happenings" in result ? result.happenings : []);

  test("a split opens a happening, stands when reports are read again, and is undone by a join", () => {
    const split = done(carryOutEdit(SPLIT, find(TOLD), 7));
    expect(groups(split)).toEqual([["a1"], ["b1", "c1"]]);
    expect(split.map(({ position }) => position)).toEqual([0, 7]);
    expect(groups(find(TOLD, new HappeningFinder({ edits: [SPLIT] })))).toEqual([["a1"], ["b1", "c1"]]);
    const back: HappeningEdit = { kind: "join", happening: "a1", events: ["b1", "c1"] };
    expect(groups(done(carryOutEdit(back, split, 8)))).toEqual([["a1", "b1", "c1"], []]);
    expect(groups(find(TOLD, new HappeningFinder({ edits: [SPLIT, back] })))).toEqual([["a1", "b1", "c1"]]);
  });

  test("a split also parts what one report tells twice", () => {
    const twice: Coded = [A, [told("a1", A), told("a2", A, { same_as: "a1" })]];
    const edit: HappeningEdit = { kind: "split", happening: "a1", events: ["a2"] };
    expect(groups(find([twice], new HappeningFinder({ edits: [edit] })))).toEqual([["a1"], ["a2"]]);
  });

  test("a join overrules a contradiction; a happening whose first event leaves is named after the next", () => {
    expect(groups(find(APART, new HappeningFinder({ edits: [JOIN] })))).toEqual([["a1", "b1"]]);
    expect(groups(done(carryOutEdit(JOIN, find(APART), 2)))).toEqual([["a1", "b1"], []]);
    const taken = done(carryOutEdit({ kind: "join", happening: "z1", events: ["a1"] }, [...find(TOLD), { position: 3, members: find([[LATER, [told("z1", LATER)]]])[0]?.members ?? [] }], 4)); // prettier-ignore
    expect(groups(taken)).toEqual([
      ["b1", "c1"],
      ["z1", "a1"],
    ]);
    expect(taken[0]?.members[0]).toMatchObject({ score: 1, reasons: [] });
  });

  test.each([
    [{ ...SPLIT, events: ["a1"] }, "name the others"],
    [{ ...SPLIT, events: [] }, "name at least one"],
    [{ ...SPLIT, events: ["x1"] }, "x1 is in no happening"],
    [{ ...SPLIT, happening: "x1" }, "x1 is no happening"],
    [JOIN, "b1 is in it already"],
  ])("what cannot be done is named with the remedy: %j", (edit, text) => {
    expect(carryOutEdit(edit, find(TOLD), 1)).toMatchObject({ fault: expect.stringContaining(text) as string });
  });

  test("an event is split from the happening that it is in", () => {
    expect(carryOutEdit({ ...SPLIT, events: ["b1"] }, find(APART), 2)).toEqual({ fault: "b1 is not in it but in b1" });
  });
});

test("an office is whoever holds it", () => {
  const first = report("m", "President Ana Berg scrapped a tax on bread on Thursday after protests in the capital.");
  const second = report("n", "The president of Maran has withdrawn the tax on bread, her spokesman said on Friday.");
  const berg = { ...party("XMA", "GOV", "President Ana Berg", "Ana Berg"), office: "president" };
  const president = { ...party("XMA", "GOV", "head of state"), office: "president" };
  const conceded = (actor: typeof berg): Partial<EventRecord> => ({
    event: ["CONCEDE"],
    actor: [actor],
    recipient: [],
    event_loc: null,
  });
  const reasonsWith = (actor: typeof president): readonly string[] =>
    find([
      [first, [told("m1", first, conceded(berg))]],
      [second, [told("n1", second, conceded(actor))]],
    ]).flatMap(({ members }) => members.flatMap(({ reasons }) => reasons.map(({ what }) => what)));
  expect(reasonsWith(president)).toContain("actor: same name");
  expect(reasonsWith({ ...president, office: "prime minister" })).not.toContain("actor: same name");
});
