import { describe, expect, test } from "vitest";
import { HappeningFinder, type StoredHappening } from "./happening-finder.ts";
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

type Coded = readonly [report: HappeningReport, records: readonly EventRecord[]];
const TOLD: readonly Coded[] = [
  [A, [told("a1", A, { dead: 14 })]],
  [B, [told("b1", B, { dead: 17 })]],
  [C, [told("c1", C)]],
];

function find(coded: readonly Coded[], finder = new HappeningFinder()): HappeningFinder {
  for (const [of, records] of coded) finder.add(of, records);
  return finder;
}

/** Happenings as rows of event ids. */
function groups(finder: HappeningFinder): readonly (readonly string[])[] {
  const { happenings, events } = finder.result();
  return happenings.map(({ happening }) => events.filter((e) => e.happening === happening).map(({ event }) => event));
}

/** What a store would give back. */
function stored(finder: HappeningFinder, coded: readonly Coded[]): readonly StoredHappening[] {
  const known = new Map(
    coded.flatMap(([of, records]) => records.map((record) => [record.id, { record, report: of }] as const)),
  );
  const { happenings, events } = finder.result();
  return happenings.map(({ happening }) => ({
    events: events.flatMap((event) => {
      const own = known.get(event.event);
      return event.happening === happening && own ? [{ ...event, ...own }] : [];
    }),
  }));
}

describe("reports of one happening", () => {
  const { happenings, events } = find(TOLD).result();

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
  const { happenings } = find([TOLD[0] ?? [A, []], [copy, [told("b1", copy)]], [again, [told("c1", again)]]]).result();
  expect(happenings[0]).toMatchObject({ reports: 3, sources: 1 });
});

test("who denies it stands beside who asserts it", () => {
  const denial = told("b1", B, { status: "negation" });
  const { happenings } = find([
    [A, [told("a1", A)]],
    [B, [denial]],
  ]).result();
  expect(happenings[0]?.disputed).toBe(true);
  expect(happenings[0]?.stances.map(({ stance, source }) => [stance, source])).toEqual([
    ["asserts", "Paper a"],
    ["denies", "Paper b"],
  ]);
});

test("a run that is taken up again answers as one long run", () => {
  const whole = find(TOLD);
  const resumed = new HappeningFinder();
  resumed.resume(stored(find(TOLD.slice(0, 2)), TOLD));
  find(TOLD.slice(2), resumed);
  expect(resumed.result()).toEqual(whole.result());
});

test("the dates that a store must give back are those around the events, and around the report of an undated one", () => {
  const finder = new HappeningFinder();
  expect(finder.neededDates(A, [told("a1", A, { date: "2024-01-06" }), told("a2", A, { date: null })])).toEqual([
    { from: "2024-01-04", to: "2024-01-12" },
    { from: "2024-05-04", to: "2024-05-16" },
  ]);
});

describe("edits", () => {
  test("a split stands when the happening is taken up and when reports are read again", () => {
    const edits = [{ kind: "split", happening: "a1", events: ["b1", "c1"] }] as const;
    const resumed = new HappeningFinder({ edits });
    expect(resumed.resume(stored(find(TOLD), TOLD))).toEqual(["a1", "b1"]);
    expect(groups(resumed)).toEqual([["a1"], ["b1", "c1"]]);
    expect(groups(find(TOLD, new HappeningFinder({ edits })))).toEqual([["a1"], ["b1", "c1"]]);
  });

  test("a join overrules a contradiction", () => {
    const apart: readonly Coded[] = [
      [A, [told("a1", A)]],
      [B, [told("b1", B, { event_loc: LAGOA })]],
    ];
    const edits = [{ kind: "join", happening: "a1", events: ["b1"] }] as const;
    expect(groups(find(apart, new HappeningFinder({ edits })))).toEqual([["a1", "b1"]]);
    const resumed = new HappeningFinder({ edits });
    expect(resumed.resume(stored(find(apart), apart))).toEqual(["a1"]);
    expect(groups(resumed)).toEqual([["a1", "b1"]]);
  });

  test("the latest edit about a pair holds", () => {
    const edits = [
      { kind: "split", happening: "a1", events: ["b1"] },
      { kind: "join", happening: "a1", events: ["b1"] },
    ] as const;
    expect(groups(find(TOLD, new HappeningFinder({ edits })))).toEqual([["a1", "b1", "c1"]]);
  });

  test("what cannot be done is named with the remedy", () => {
    const finder = new HappeningFinder({ edits: [{ kind: "split", happening: "a1", events: ["a1"] }] });
    expect(finder.editFaults[0]?.reason).toContain("name the others");
  });
});
