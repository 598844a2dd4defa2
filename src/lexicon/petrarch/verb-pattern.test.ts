import { describe, expect, it } from "vitest";
import { parsePattern } from "./verb-pattern.ts";

const SETS = new Set(["RAID", "RAID_GAMES"]);
const word = (w: string): object => ({ kind: "word", word: w });
const set = (name: string): object => ({ kind: "set", name });

describe("parsePattern", () => {
  it.each([
    ["words joined and apart", "SO_IN * TALKS", [word("so"), word("in")], [word("talks")]],
    ["a verb joined to its neighbours", "IN_*_OUT", [word("in")], [word("out")]],
    ["early PETRARCH's two stars", "** TALKS", [], [word("talks")]],
    ["markers", "$ * + TREATY", [{ kind: "marker", marker: "$" }], [{ kind: "marker", marker: "+" }, word("treaty")]],
    ["the longest set name", "* &RAID_GAMES", [], [set("RAID_GAMES")]],
    ["a set joined to a word", "* NEW_&RAID_PLAN", [], [word("new"), set("RAID"), word("plan")]],
    ["a phrase", "* {AIR &RAID}", [], [{ kind: "phrase", pieces: [word("air"), set("RAID")] }]],
    [
      "a prepositional phrase with a phrase inside",
      "* (BY/WITH {HAND GRENADE})",
      [],
      [{ kind: "prepositional", prepositions: ["by", "with"], inside: [{ kind: "phrase", pieces: [word("hand"), word("grenade")] }] }],
    ],
    ["an empty preposition", "* (WITH)", [], [{ kind: "prepositional", prepositions: ["with"], inside: [] }]],
  ])("reads %s", (_, text, before, after) => {
    expect(parsePattern(text, SETS)).toEqual([{ before, after }]);
  }); // prettier-ignore

  it("gives a reading for each alternative", () => {
    expect(parsePattern("{ WAS | WERE } * OF", SETS)).toEqual([
      { before: [word("was")], after: [word("of")] },
      { before: [word("were")], after: [word("of")] },
    ]);
  });

  it("refuses a pattern without a verb, and bears brackets that do not close", () => {
    expect(parsePattern("TALKS", SETS)).toBeNull();
    expect(parsePattern("* (WITH TALKS", SETS)).toHaveLength(1);
    expect(parsePattern("* {TALKS } )", SETS)).toHaveLength(1);
  });
});
