import { describe, expect, test } from "vitest";
import { readBrat } from "./attribution-gold.ts";
import { scoreDocument } from "./attribution.ts";
import { ErrorCounter } from "./error-counter.ts";

const TEXT = "The mayor said that it rained.";
const NOTATION = [
  "T1\tSource 0 9\tThe mayor",
  "T2\tCue 10 14\tsaid",
  "T3\tContent 15 29\tthat it rained",
  "T4\tAttribution 10 14\tsaid",
  "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3",
  "T5\tDiscuss 10 14\tsaid",
  "T6\tContent 15 19;23 29\tthat … rained",
  "E2\tAttribution:T4 Cue:T2 Content:T3 Content2:T6",
  "E3\tAttribution:T4 Source:T1 Content:T3",
].join("\n");

describe("attributions of PolNeAR", () => {
  test("are read from stand-off notation, in as many stretches as they have", () => {
    const gold = readBrat(NOTATION);
    expect(gold).toHaveLength(2);
    expect(gold[0]?.source).toEqual([{ start: 0, end: 9 }]);
    expect(gold[1]?.content).toEqual([
      { start: 15, end: 29 },
      { start: 15, end: 19 },
      { start: 23, end: 29 },
    ]);
  });

  test("count words once a part, and a source as right when half of the shorter one is shared", () => {
    const gold = readBrat(NOTATION).slice(0, 1);
    const answer = { source: [{ start: 4, end: 9 }], cue: [{ start: 10, end: 14 }], content: [{ start: 20, end: 29 }] };
    const score = scoreDocument({ id: "a", text: TEXT, gold }, [answer, answer], new ErrorCounter());
    expect(score).toEqual({
      source: { right: 1, gold: 2, coded: 1 },
      cue: { right: 1, gold: 1, coded: 1 },
      content: { right: 2, gold: 3, coded: 2 },
      given: { right: 1, of: 1 },
    });
  });
});
