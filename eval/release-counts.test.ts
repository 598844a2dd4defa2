import { describe, expect, test } from "vitest";
import type { CountRecord } from "../src/core/record.ts";
import type { EventRecord } from "../src/index.ts";
import { releaseCounts } from "./release-counts.ts";

let start = 0;

function captured(text: string, low: number, sides: readonly [string, number][], more: object = {}): EventRecord {
  start += 100;
  const by = sides.map(([noun, n]) => ({ text: noun, code: "", sector: "", low: n, high: n, start, end: start }));
  const arrested: CountRecord = { low, high: low, text, start, end: start, by };
  const size = { dead: null, injured: null, arrested, participants: null };
  return {
    id: String(start),
    status: "actual",
    same_as: null,
    event_loc: null,
    size,
    ...more,
  } as unknown as EventRecord;
}

describe("sum of a release", () => {
  test.each<[string, readonly EventRecord[], number]>([
    ["a leader, then two others", [captured("a leader", 1, [["leader", 1]]), captured("two", 2, [])], 3],
    [
      "told again with the same number",
      [captured("two", 2, [["insurgents", 2]]), captured("two", 2, [["insurgents", 2]])],
      2,
    ],
    [
      "additional ones",
      [captured("two", 2, [["insurgents", 2]]), captured("two additional", 2, [["insurgents", 2]])],
      4,
    ],
    ["the leader again", [captured("a leader", 1, [["leader", 1]]), captured("the leader", 1, [["leader", 1]])], 1],
    [
      "the whole told in parts",
      [captured("two", 2, [["insurgents", 2]]), captured("the leader and one", 2, [["leader", 1]])],
      2,
    ],
    [
      "one of the two told before",
      [
        captured("a commander", 1, [["commander", 1]]),
        captured("two", 2, [
          ["insurgents", 2],
          ["commander", 1],
        ]),
      ],
      2,
    ],
    ["more than ten", [captured("more than 10", 10, [["insurgents", 10]])], 11],
    ["what has not happened", [captured("a leader", 1, [], { status: "future" })], 0],
  ])("%s", (_name, records, sum) => {
    expect(releaseCounts(records)).toEqual({ killed: 0, captured: sum });
  });
});
