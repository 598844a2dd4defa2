import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Token } from "../core/layers.ts";
import type { TimeExpression } from "../core/time-layers.ts";
import { readTimeTables } from "../lexicon/time-tables.ts";
import { createTimeStage } from "./expressions.ts";
import { plainSentences } from "./plain-sentences.test-data.ts";

const stage = createTimeStage(readTimeTables(join(import.meta.dirname, "../../data")));

function timesOf(
  text: string,
  date: string | null = "2022-02-17",
  marks: Readonly<Record<string, Partial<Token>>> = {},
): readonly TimeExpression[] {
  const report = { id: "t", date, title: null, source: null, url: null, language: "en", text };
  return stage.run({ report, sentences: plainSentences(text, marks) }).times;
}

function shown(time: TimeExpression | undefined): string {
  if (time === undefined) return "nothing";
  if (time.kind !== "date") return time.kind;
  const { interval } = time;
  return interval === null ? "null" : `${interval.start ?? ""} ${interval.end ?? ""} ${interval.precision}`;
}

const day = (iso: string): string => `${iso} ${iso} day`;

// 17 February 2022 is a Thursday.
describe("time expressions against a publication date", () => {
  it.each([
    ["met on 17 February 2022 .", day("2022-02-17")],
    ["met on February 17, 2022, in Kyiv", day("2022-02-17")],
    ["met on Feb. 17, 2022", day("2022-02-17")],
    ["met on the 3rd of March 2021", day("2021-03-03")],
    ["met on 2021-12-05", day("2021-12-05")],
    ["met on 25/12/2021", day("2021-12-25")],
    ["met on Friday, 4 February 2022", day("2022-02-04")],
    ["met on July 4-6, 2021", "2021-07-04 2021-07-06 day"],
    ["met on January 12", day("2022-01-12")],
    ["met on November 12", day("2021-11-12")],
    ["met on Wednesday", day("2022-02-16")],
    ["met on Thursday", day("2022-02-17")],
    ["met on Friday night", day("2022-02-11")],
    ["met last Monday", day("2022-02-14")],
    ["met last Thursday", day("2022-02-10")],
    ["meets next Tuesday", day("2022-02-22")],
    ["met yesterday", day("2022-02-16")],
    ["met today", day("2022-02-17")],
    ["meets tomorrow", day("2022-02-18")],
    ["met the day before yesterday", day("2022-02-15")],
    ["met overnight", "2022-02-16 2022-02-17 day"],
    ["met last night", day("2022-02-16")],
    ["met this morning", day("2022-02-17")],
    ["met last week", "2022-02-07 2022-02-13 week"],
    ["meet next week", "2022-02-21 2022-02-27 week"],
    ["met last weekend", "2022-02-12 2022-02-13 week"],
    ["met last month", "2022-01-01 2022-01-31 month"],
    ["Last month, they met", "2022-01-01 2022-01-31 month"],
    ["met this year", "2022-01-01 2022-12-31 year"],
    ["met in 2018", "2018-01-01 2018-12-31 year"],
    ["the 2018 election", "2018-01-01 2018-12-31 year"],
    ["met in October", "2021-10-01 2021-10-31 month"],
    ["met in January", "2022-01-01 2022-01-31 month"],
    ["met in October 2014", "2014-10-01 2014-10-31 month"],
    ["met in early May", "2021-05-01 2021-05-10 month"],
    ["met at the end of January", "2022-01-21 2022-01-31 month"],
    ["met last October", "2021-10-01 2021-10-31 month"],
    ["met in mid-2019", "2019-05-01 2019-08-31 year"],
    ["met late last year", "2021-09-01 2021-12-31 year"],
    ["met earlier this month", "2022-02-01 2022-02-17 month"],
    ["meet later this week", "2022-02-17 2022-02-20 week"],
    ["met in the past two weeks", "2022-02-03 2022-02-17 week"],
    ["met three days ago", day("2022-02-14")],
    ["met two weeks ago", "2022-01-31 2022-02-06 week"],
    ["met two years ago", "2020-01-01 2020-12-31 year"],
    ["met a century ago", "1920-01-01 1929-12-31 decade"],
    ["met in the 1990s", "1990-01-01 1999-12-31 decade"],
    ["met in the late 1990s", "1996-01-01 1999-12-31 decade"],
    ["met in the spring of 2019", "2019-03-01 2019-05-31 season"],
    ["met last summer", "2021-06-01 2021-08-31 season"],
    ["met in the first quarter of 2019", "2019-01-01 2019-03-31 quarter"],
    ["met in the second half of 2019", "2019-07-01 2019-12-31 year"],
    ["met on Christmas Day", day("2021-12-25")],
    ["met at Easter 2019", day("2019-04-21")],
    ["met on Good Friday 2019", day("2019-04-19")],
    ["met on Thanksgiving", day("2021-11-25")],
    ["no later than 2024", "2024-01-01 2024-12-31 year"],
    ["met in the last week of August", "2021-08-21 2021-08-31 month"],
    ["killed on the night of 10 August 2021", day("2021-08-10")],
    ["Wednesday 's meeting", day("2022-02-16")],
  ])("%s -> %s", (text, expected) => {
    expect(shown(timesOf(text)[0])).toBe(expected);
  });

  it.each([
    ["talks lasted for two days", "duration"],
    ["a two-day visit", "duration"],
    ["for the first time in 20 years", "duration"],
    ["a 34-year-old man", "age"],
    ["a woman aged 34 years old", "age"],
    ["a man in his 30s", "age"],
    ["they meet every Monday", "set"],
    ["the annual meeting", "set"],
    ["they meet on Mondays", "set"],
    ["a months-long siege", "duration"],
  ])("%s is a %s", (text, kind) => {
    expect(timesOf(text).map((t) => t.kind)).toEqual([kind]);
  });

  it.each([
    "in 2000 cases",
    "Resolution 1973 was adopted",
    "No 2018 was drawn",
    "it may rain",
    "troops march on the city",
    "2018 people were killed",
    "$ 2000 was paid",
    "at 1500 GMT",
    "the second attack",
    "the Prague Spring",
    "prices fall",
    "a thousand troops",
    "the last government",
  ])("finds no date in “%s”", (text) => {
    expect(timesOf(text)).toEqual([]);
  });

  it("keeps relative expressions null without a publication date", () => {
    expect(timesOf("They met on Monday and last week.", null).map(shown)).toEqual(["null", "null"]);
    expect(timesOf("They met in 2018.", null).map(shown)).toEqual(["2018-01-01 2018-12-31 year"]);
  });

  it("counts “the next day” and “two days later” from the date told before", () => {
    const text =
      "They met on Monday. They left the next day. Two days later they fought. The following week they made peace.";
    expect(timesOf(text).map(shown)).toEqual([
      day("2022-02-14"),
      day("2022-02-15"),
      day("2022-02-17"),
      "2022-02-21 2022-02-27 week",
    ]);
  });

  it("gives “a day after” an event the head of that event", () => {
    const [time] = timesOf("He left two days after the talks.");
    expect(time?.relative).toEqual({ days: 2, months: 0, unit: "day", eventToken: 6 });
    expect(timesOf("He left on the eve of the talks.")[0]?.relative).toMatchObject({ days: -1, eventToken: 7 });
    expect(timesOf("He left about a month after the talks.")[0]?.relative).toMatchObject({
      days: 0,
      months: 1,
      eventToken: 7,
    });
  });

  it("dates bare months of an old passage by the year told before", () => {
    const text =
      "In June 2014, rebels took the town. In September, they signed a truce.\n\nIn January, they met again.";
    expect(timesOf(text).map((t) => t.value)).toEqual(["2014-06", "2014-09", "2022-01"]);
  });

  it("takes the year of a pair from its end", () => {
    expect(timesOf("fighting between March and June 2019").map((t) => t.value)).toEqual(["2019-03", "2019-06"]);
  });

  it("looks ahead when the governing verb does", () => {
    const marks = {
      will: { upos: "AUX", xpos: "MD", head: 2, deprel: "aux" },
      meet: { upos: "VERB", xpos: "VB", head: -1, deprel: "root", children: [0, 1, 4] },
      Monday: { upos: "PROPN", xpos: "NNP", head: 2, deprel: "obl", children: [3] },
    };
    expect(shown(timesOf("They will meet on Monday", "2022-02-17", marks)[0])).toBe(day("2022-02-21"));
  });

  it("quotes its span", () => {
    const text = "They met in early May 2021 in Kyiv.";
    const [time] = timesOf(text);
    expect(text.slice(time?.start, time?.end)).toBe("early May 2021");
  });
});
