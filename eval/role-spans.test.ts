import { describe, expect, test } from "vitest";
import { parsedSentences } from "../src/core/parsed-sentences.test-data.ts";
import type { EventRecord } from "../src/core/record.ts";
import { countRoles, mainEvent, partiesOf, type TokenRoles } from "./role-spans.ts";

const tagged = (tags: string): { form: string; tag: string }[] => tags.split(" ").map((tag) => ({ form: "w", tag }));
const roles = (marks: string): TokenRoles[] =>
  marks.split(" ").map((m) => ({ S: m.includes("S"), T: m.includes("T") }));

describe("tokens of source and target", () => {
  test("are right where gold and answer agree", () => {
    const { S, T } = countRoles(tagged("B-S I-S O B-T"), roles("S - T T"));
    expect(S).toEqual({ right: 1, gold: 2, coded: 1 });
    expect(T).toEqual({ right: 1, gold: 1, coded: 2 });
  });

  test.each([
    ["S", { S: [1, 1, 1], T: [0, 0, 0] }],
    ["T", { S: [0, 0, 0], T: [1, 1, 1] }],
    ["ST", { S: [1, 1, 1], T: [1, 1, 1] }],
    ["-", { S: [0, 1, 0], T: [0, 1, 0] }],
  ])("a party in both roles that is answered as %s counts for the roles answered", (mark, expected) => {
    const { S, T } = countRoles(tagged("B-R"), roles(mark));
    expect({ S: [S.right, S.gold, S.coded], T: [T.right, T.gold, T.coded] }).toEqual(expected);
  });
});

describe("the main event of a sentence", () => {
  const { text, sentences } = parsedSentences([
    "Norland|NNP|nsubj|2 says|VBZ|root|0 Mara|NNP|nsubj|4 fled|VBD|ccomp|2",
  ]);
  const event = (word: string): EventRecord =>
    ({ trigger: [{ start: text.indexOf(word), end: text.indexOf(word) + word.length }] }) as unknown as EventRecord;
  const [says, fled] = [event("says"), event("fled")];

  test("is the one highest in the tree, in whatever order they come", () => {
    expect(mainEvent([fled, says], sentences)).toBe(says);
  });

  test("is none where none is coded", () => {
    expect(mainEvent([], sentences)).toBeNull();
  });
});

describe("the parties of an event", () => {
  const party = (start: number): EventRecord["actor"][number] =>
    ({ mention: { text: "x", start, end: start + 4 } }) as EventRecord["actor"][number];
  const starts = (actor: readonly number[], recipient: readonly number[]): readonly (readonly number[])[] => {
    const event = { actor: actor.map(party), recipient: recipient.map(party), trigger: [{ start: 20, end: 23 }] };
    const { S, T } = partiesOf(event);
    return [S.map((m) => m.start), T.map((m) => m.start)];
  };

  test.each([
    ["an actor and a recipient", [0], [30], [[0], [30]]],
    ["two sides, one behind the trigger", [0, 30], [], [[0], [30]]],
    ["two sides before the trigger", [0, 10], [], [[0, 10], []]],
    ["an actor behind the trigger alone", [30], [], [[30], []]],
  ])("%s", (_, actor, recipient, expected) => {
    expect(starts(actor, recipient)).toEqual(expected);
  });
});
