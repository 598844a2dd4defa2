import { describe, expect, test } from "vitest";
import type { EventRecord } from "../src/index.ts";
import type { GoldReport } from "../src/scoring/types.ts";
import { countEvents } from "./event-counts.ts";
import { intervalTables } from "./event-intervals.ts";
import type { UnitCounts } from "./resampling.ts";

const TEXT = "Norland accused Mara of spying on Monday.";
const REPORT = { id: "r", date: "2024-05-10", text: TEXT };
const GOLD = {
  report: "r",
  events: [
    {
      id: "e", sentence: TEXT, anchor: "accused", type: "ACCUSE", actor: [{ country: "XNO" }], recipient: [{ country: "XMA" }],
      status: "actual", date: { start: "2024-05-06", end: "2024-05-06" }, core: true,
    },
  ],
} as unknown as GoldReport; // prettier-ignore
const RECORD = {
  id: "p", report: "r", event: ["ACCUSE"], mode: [], actor: [{ code: "XNO" }], recipient: [{ code: "XMA" }], status: "actual",
  historical: false, same_as: null, date: "2024-05-06", enddate: "2024-05-06", date_info: { basis: "text" },
  trigger: [{ start: 8, end: 15 }], text_info: { sequence: 1, start: 0, end: TEXT.length }, event_loc: null, attribution: null,
} as unknown as EventRecord; // prettier-ignore

const counted = (changed: object): UnitCounts => countEvents(GOLD, REPORT, [{ ...RECORD, ...changed }]);

describe("what is counted in a report", () => {
  test("an event that is right in everything", () => {
    expect(counted({})).toMatchObject({
      "ACCUSE coded": 1, "ACCUSE right": 1, "ACCUSE core": 1, "ACCUSE found": 1,
      hit: 1, triple: 1, whole: 1, listed: 1, listed_right: 1, listed_triple: 1, listed_triple_day: 1,
    }); // prettier-ignore
  });

  const NAMES = ["hit", "triple", "whole", "listed", "listed_right", "listed_triple", "listed_triple_day"] as const;

  test.each<[string, object, readonly (typeof NAMES)[number][]]>([
    ["a wrong day", { date: "2024-05-07" }, ["hit", "triple", "listed", "listed_right", "listed_triple"]],
    ["a wrong recipient", { recipient: [] }, ["hit", "listed", "listed_right"]],
    ["another category", { event: ["REJECT"] }, ["listed"]],
    ["a repetition, which is not listed", { same_as: "q" }, ["hit", "triple", "whole"]],
  ])("%s", (_, changed, expected) => {
    const counts = counted(changed);
    expect(NAMES.filter((name) => (counts[name] ?? 0) > 0)).toEqual(expected);
  });

  test("an event that only may happen is no event that happened", () => {
    const may = { ...GOLD, events: GOLD.events.map((event) => ({ ...event, status: "hypothetical" })) };
    const counts = countEvents(may, REPORT, [RECORD]);
    expect(counts).toMatchObject({ hit: 1, triple: 1, listed: 1 });
    expect([counts["whole"], counts["listed_right"]]).toEqual([undefined, undefined]);
  });
});

test("figures stand with interval and number of cases, categories only where there are enough", () => {
  const ids = Array.from({ length: 12 }, (_, i) => `r${i}`);
  const gold = new Map(ids.map((report) => [report, { ...GOLD, report }]));
  const reports = new Map(ids.map((id) => [id, { ...REPORT, id }]));
  const records = ids.slice(0, 11).map((report) => ({ ...RECORD, report }));
  const [overall, categories] = intervalTables(gold, reports, records);
  expect(overall?.rows).toContainEqual(["event: precision", "100.0", "100.0 to 100.0", 11]);
  expect(overall?.rows).toContainEqual(["event: recall", "91.7", "75.0 to 100.0", 12]);
  expect(overall?.rows).toContainEqual(["found events: place", "-", "", 0]);
  expect(categories?.rows).toEqual([["ACCUSE", 11, "100.0", "100.0 to 100.0", 12, "91.7", "75.0 to 100.0"]]);
});
