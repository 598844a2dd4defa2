import { describe, expect, it } from "vitest";
import { createCoder } from "./create-coder.ts";
import { dataDir } from "../lexicon/package-files.ts";
import { eventAt } from "./told-events.test-data.ts";

const coder = await createCoder({ lexicon: dataDir });

/** Published on Friday, 10 May 2024, unless a row says otherwise. */
function dateAt(text: string, word: string): string {
  const { date, enddate, date_info: info } = eventAt(coder, text, word).record;
  return date === null ? "none" : `${date}..${enddate ?? ""} ${info?.basis ?? ""}`;
}

describe("the day of an event by what its sentence says", () => {
  it.each([
    ["the day tied to its verb", "Rebels killed six soldiers on Tuesday.", "killed", "2024-05-07..2024-05-07 text"],
    [
      "the day that the parser hung on its setting",
      "Troops detained two men during an overnight search in Dara district, yesterday.",
      "detained",
      "2024-05-09..2024-05-09 text",
    ],
    [
      "the clause that says when its setting was",
      "Two soldiers were killed in a bombing that happened on May 3.",
      "killed",
      "2024-05-03..2024-05-03 text",
    ],
    [
      "a day before what it is counted from",
      "The ministers met in Lima on Wednesday, a day after gunmen attacked a border post.",
      "attacked",
      "2024-05-07..2024-05-07 text",
    ],
    [
      "the noun that a possessive dates, behind “after”",
      "The bill was withdrawn after last week's protests.",
      "protests",
      "2024-04-29..2024-05-05 text",
    ],
    [
      "an object that begins on a day",
      "The two sides began exchanging prisoners on Tuesday under a deal.",
      "prisoners",
      "2024-05-07..2024-05-07 text",
    ],
    [
      "the duration that it fills",
      "After ten days of protests the governor resigned on Thursday.",
      "protests",
      "2024-04-30..2024-05-09 text",
    ],
    [
      "all verbs of a row",
      "Gunmen attacked a post at Malpasse before dawn on Wednesday, burned four trucks and kidnapped a driver.",
      "kidnapped",
      "2024-05-08..2024-05-08 text",
    ],
    [
      "“in 2018, when …”",
      "Relations had soured in 2018, when a court convicted two Chilean officers.",
      "convicted",
      "2018-01-01..2018-12-31 text",
    ],
    [
      "a past that looks like a present",
      "Chad, which quit talks with the bloc in March, has rejected the offer.",
      "quit",
      "2024-03-01..2024-03-31 text",
    ],
  ])("%s", (_what, text, word, expected) => {
    expect(dateAt(text, word)).toBe(expected);
  });

  it("is not the day of what came before it", () => {
    const text = "Following Turkish airstrikes in Syria on May 7, Kurdish forces launch attacks on three border posts.";
    expect(dateAt(text, "launch")).toBe("2024-05-10..2024-05-10 publication");
  });
});

describe("the day of an event by what the report told before", () => {
  const STRUCK = "Peru's army struck a rebel camp on Wednesday.";

  it.each([
    ["its sentence goes on with the story", `${STRUCK} The army killed three rebels.`, "killed", "inherited"],
    ["a party of the story speaks", `${STRUCK} The army accused Chile of helping the rebels.`, "accused", "inherited"],
  ])("is inherited when %s", (_what, text, word, basis) => {
    expect(dateAt(text, word)).toBe(`2024-05-08..2024-05-08 ${basis}`);
  });

  it("lies between what happened and the report when another party reacts", () => {
    expect(dateAt(`${STRUCK} Brazil condemned the strike.`, "condemned")).toBe("2024-05-08..2024-05-10 publication");
  });

  it("of a definite noun is that of the act it points back to", () => {
    const text = `Mali expelled two diplomats on Monday. ${STRUCK} The expulsion came two days after a convoy was ambushed.`;
    expect(dateAt(text, "expulsion")).toBe("2024-05-06..2024-05-06 inherited");
    expect(dateAt(text, "ambushed")).toBe("2024-05-04..2024-05-04 text");
  });

  it("of a heading is that of its lead", () => {
    const text =
      "Peru's Army Kills Three Rebels\n\nPeru's army killed three rebels near Ayacucho on Wednesday, officials said.";
    expect(dateAt(text, "Kills")).toBe("2024-05-08..2024-05-08 inherited");
  });
});

describe("what is said", () => {
  it("in the present tense of a quotation is done when it is said", () => {
    const text = 'Troops shelled Homs on Monday. "We demand a truce," President Ana Reyes of Peru said on Wednesday.';
    expect(dateAt(text, "demand")).toBe("2024-05-08..2024-05-08 text");
  });

  it("of a plan is dated by the statement, not by the plan", () => {
    const text =
      "Peru's president met union leaders on Monday. Chile will send aid to Peru next month, the ministry said on Tuesday.";
    expect(dateAt(text, "aid")).toBe("2024-05-07..2024-05-07 text");
  });
});

it("weekdays count from the report where an older year stands before them", () => {
  expect(
    dateAt(
      "The two states signed a treaty in 2003. On Sunday they suspended it. Chile expelled two envoys on Sunday.",
      "expelled",
    ),
  ).toBe("2024-05-05..2024-05-05 text");
});
