import { describe, expect, test } from "vitest";
import { StoryFinder, type StoryReport } from "./story-finder.ts";

const TEXT =
  "The foreign minister of Norland arrived in Porto Alto on Monday for three days of talks about fishing rights in the northern strait. " +
  "Ilse Brandt will meet her Maran counterpart and the heads of two unions of fishermen, who have blocked the harbour since last week. " +
  "Norland closed its waters to Maran boats in spring after a patrol ship had been rammed at night. Nobody was hurt.";
const OTHER =
  "A court in the capital sentenced four former officers to long prison terms for the murder of a judge who had looked into their dealings with smugglers along the river.";

let count = 0;
const report = (id: string, text: string, date: string | null = "2024-05-10"): StoryReport => ({
  id,
  date,
  text,
  position: count++,
});

describe("a copy of a report", () => {
  const words = TEXT.split(" ");
  test.each([
    ["with another headline in the text", `Minister comes to talk fish\n\n${TEXT}`],
    ["with an agency's dateline", `PORTO ALTO, May 10 (Newswire) - ${TEXT}`],
    ["with the last third cut", words.slice(0, Math.ceil((words.length * 2) / 3)).join(" ")],
    ["with every tenth word replaced", words.map((word, i) => (i % 10 === 9 ? "other" : word)).join(" ")],
  ])("%s is of its story", (_, copy) => {
    const stories = new StoryFinder();
    expect(stories.add(report("a", TEXT))).toEqual({ story: "a", share: 1 });
    const { story, share } = stories.add(report("b", copy, "2024-05-11"));
    expect(story).toBe("a");
    expect(share).toBeGreaterThan(0.5);
  });

  test("of a copy is of the first report's story, and its share is of that one", () => {
    const stories = new StoryFinder();
    stories.add(report("a", TEXT));
    stories.add(report("b", `${TEXT} The strait is forty miles wide.`));
    expect(stories.add(report("c", `${TEXT} The strait is forty miles wide.`))).toMatchObject({ story: "a" });
  });
});

describe("a report is a story of its own", () => {
  test.each([
    ["when its text is another", OTHER, "2024-05-11"],
    ["when it comes a month later", TEXT, "2024-06-20"],
    ["when it has no date", TEXT, null],
    ["when it is too short to tell", "Norland arrived on Monday.", "2024-05-11"],
  ])("%s", (_, text, date) => {
    const stories = new StoryFinder();
    stories.add(report("a", TEXT));
    expect(stories.add(report("b", text, date))).toEqual({ story: "b", share: 1 });
  });
});

test("a run that is taken up again answers as one long run", () => {
  const first = new StoryFinder();
  first.add(report("a", TEXT));
  first.add(report("x", OTHER));
  const second = new StoryFinder();
  second.remember(report("a", TEXT), "a");
  second.remember(report("x", OTHER), "x");
  const copy = report("b", `LIMA - ${TEXT}`);
  expect(second.add(copy)).toEqual(first.add(copy));
});

test("of two first texts that are equally like it a copy is of the earlier one, in whichever order they were given back", () => {
  const [first, second, copy] = [report("a", TEXT), report("b", TEXT), report("c", TEXT)];
  for (const known of [
    [first, second],
    [second, first],
  ]) {
    const stories = new StoryFinder();
    for (const one of known) stories.remember(one, one.id);
    expect(stories.add(copy).story).toBe("a");
  }
});

test("the days that must be known are the two weeks around a report", () => {
  const days = StoryFinder.neededDays("2024-05-10");
  expect([days.length, days[0], days.at(-1)]).toEqual([29, "2024-04-26", "2024-05-24"]);
});
