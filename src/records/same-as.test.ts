import { describe, expect, it } from "vitest";
import { createCoder } from "../coder/create-coder.ts";
import { dataDir } from "../lexicon/package-files.ts";

const coder = await createCoder({ lexicon: dataDir });

/** Whether the events at two words of a report are told to be one happening. */
function areOne(text: string, first: string, second: string): boolean {
  const records = coder.code({ text, date: "2024-05-10" });
  const at = (word: string): { readonly id: string; readonly same: string } => {
    const found = records.filter((r) => r.event_text.some((t) => t.split(" ").includes(word)));
    const record = word === first ? found[0] : found.at(-1);
    if (!record)
      throw new Error(`no event at “${word}” among ${records.map((r) => r.event_text.join("…")).join(" | ")}`);
    return { id: record.id, same: record.same_as ?? record.id };
  };
  const [a, b] = [at(first), at(second)];
  if (a.id === b.id) throw new Error("the two words must tell two events");
  return a.same === b.same;
}

describe("one happening", () => {
  it.each([
    ["a participle", "Students gathered outside parliament, blocking the exits.", "gathered", "blocking"],
    [
      "a row of what a crowd did",
      "Protesters threw stones at a police station and set fire to two buses.",
      "threw",
      "set",
    ],
    ["the harm of an attack", "Gunmen attacked a border post and killed three soldiers.", "attacked", "killed"],
    [
      "the harm of an attack in the next sentence",
      "A convoy of the Malian army was ambushed near Gao on Thursday. At least 17 soldiers were killed.",
      "ambushed",
      "killed",
    ],
    [
      "a definite noun of other people",
      "The opposition held a rally in Minsk on Thursday. About 2,000 visitors attended the rally.",
      "held",
      "attended",
    ],
    [
      "a departure of several days",
      "Governor Ana Reyes announced her resignation on Thursday. Reyes stepped down on Friday.",
      "announced",
      "stepped",
    ],
  ])("is %s", (_what, text, first, second) => {
    expect(areOne(text, first, second)).toBe(true);
  });
});

describe("happenings of their own", () => {
  it.each([
    ["deeds in a row", "Italian police searched six houses and seized two cars.", "searched", "seized"],
    [
      "what an indefinite noun brings up",
      "Gunmen killed nine villagers near Mopti on Monday. Another attack in Mopti on Monday hurt nobody.",
      "killed",
      "attack",
    ],
    [
      "what was also done",
      "Rebels attacked a bridge near Gao on Thursday. Two farmers were also killed.",
      "attacked",
      "killed",
    ],
    [
      "departures of two people",
      "Governor Ana Reyes announced her resignation on Thursday. Mayor Luis Soto resigned on Friday.",
      "announced",
      "resigned",
    ],
  ])("are %s", (_what, text, first, second) => {
    expect(areOne(text, first, second)).toBe(false);
  });
});
