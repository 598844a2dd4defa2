import { describe, expect, test } from "vitest";
import { type Draft, draftOf } from "../draft.ts";
import { dayInAddress, publicationDate } from "./publication-date.ts";

const TEXT = "Norland expelled two Maran diplomats.";
const found = (fields: Partial<Draft>, fetched: string | null = null): unknown =>
  publicationDate(draftOf({ text: TEXT, ...fields }), fetched);

describe("the publication date", () => {
  test("is the one of the metadata before all", () => {
    const date = { date: "2024-05-09", basis: "metadata" } as const;
    expect(found({ date, text: `LIMA, 10 May 2024 - ${TEXT}`, url: "https://a.example/2024/05/11/" })).toEqual(date);
  });

  test.each([
    `LIMA, 10 May 2024 (Reuters) - ${TEXT}`,
    `Published: 10 May 2024\n\n${TEXT}`,
    `Posted on May 10, 2024\n${TEXT}`,
    `Friday, 10 May 2024\n\n${TEXT}`,
  ])("stands in the text: %j", (text) => {
    expect(found({ text, url: "https://a.example/2024/05/11/" })).toEqual({ date: "2024-05-10", basis: "text" });
  });

  test.each([`The treaty of 10 May 2020 holds. ${TEXT}`, `A letter dated May 10, 2020, was found. ${TEXT}`])(
    "is not a date that is told: %j",
    (text) => {
      expect(found({ text })).toBeNull();
    },
  );

  test("takes the year of a dateline from address or fetch", () => {
    expect(found({ text: `LIMA, May 10 (Reuters) - ${TEXT}` }, "2024-05-12")).toEqual({
      date: "2024-05-10",
      basis: "text",
    });
    expect(found({ text: `LIMA, Dec 30 (Reuters) - ${TEXT}` }, "2024-01-02")).toEqual({
      date: "2023-12-30",
      basis: "text",
    });
    expect(found({ text: `LIMA, May 10 (Reuters) - ${TEXT}` })).toBeNull();
  });

  test("is in the address when nothing else says it", () => {
    expect(found({ url: "https://a.example/world/2024/05/10/story" })).toEqual({ date: "2024-05-10", basis: "url" });
  });

  test("is not after the fetch", () => {
    expect(found({ date: { date: "2031-01-01", basis: "metadata" } }, "2024-05-10")).toBeNull();
  });
});

test.each([
  ["https://a.example/2024-05-10-story", "2024-05-10"],
  ["https://a.example/n/20240510/story", "2024-05-10"],
  ["https://a.example/2024/may/10/story", "2024-05-10"],
  ["https://a.example/story-20249910", null],
  ["https://2024.05.10.example/story", null],
])("the address %s says %s", (url, day) => {
  expect(dayInAddress(url)).toBe(day);
});
