import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Status } from "../core/codes.ts";
import { parsedSentences } from "../core/parsed-sentences.test-data.ts";
import { readTimeTables } from "../lexicon/time-tables.ts";
import { createDater, type EventDate } from "./anchoring.ts";
import { createTimeStage } from "./expressions.ts";

const tables = readTimeTables(join(import.meta.dirname, "../../data"));
const stage = createTimeStage(tables);

interface Asked {
  readonly lines: readonly string[];
  readonly head: string;
  readonly outer?: string;
  readonly isSpeech?: boolean;
  readonly isPlan?: boolean;
  readonly status?: Status;
  readonly paragraphs?: readonly number[];
  readonly date?: string | null;
}

/** Dates the act that the last sentence with the head's form tells; 17 February 2022 is a Thursday. */
function dateOf({
  lines,
  head,
  outer,
  status = "actual",
  isSpeech = false,
  isPlan = false,
  paragraphs = [],
  date = "2022-02-17",
}: Asked): EventDate {
  const { text, sentences } = parsedSentences(lines, paragraphs);
  const report = { id: "t", date, title: null, source: null, url: null, language: "en", text };
  const dater = createDater({ report, sentences, times: stage.run({ report, sentences }).times }, tables);
  const sentence = sentences.findLast((s) => s.tokens.some((t) => t.form === head));
  const at = sentence?.tokens.find((t) => t.form === head)?.index ?? 0;
  const above = sentence?.tokens.find((t) => t.form === outer)?.index ?? at;
  return dater.dateOf({
    sentence: sentence?.index ?? 0,
    head: at,
    light: null,
    outer: above,
    status,
    isSpeech,
    isPlan,
  });
}

function shown({ date, enddate, dateInfo }: EventDate): string {
  return date === null ? "none" : `${date} ${enddate ?? ""} ${dateInfo?.basis ?? ""}`;
}

const ARRESTED =
  "Police|NNS|nsubj|2 arrested=arrest|VBD|root|0 30|CD|nummod|4 protesters=protester|NNS|obj|2 on|IN|case|6 Friday|NNP|obl|2 ,|,|punct|8 accusing=accuse|VBG|advcl|2 them|PRP|obj|8 of|IN|case|11 riot|NN|obl|8 .|.|punct|2";
const SAID_LAST_MONTH =
  "Last|JJ|amod|2 month|NN|obl:unmarked|5 ,|,|punct|2 envoys=envoy|NNS|nsubj|5 warned=warn|VBD|root|0 him|PRP|obj|5 .|.|punct|5";
const CONDEMNED =
  "They|PRP|nsubj|2 condemned=condemn|VBD|root|0 the|DT|det|4 attack|NN|obj|2 on|IN|case|6 Tuesday|NNP|obl|2 .|.|punct|2";
const KILLED =
  "Monday|NNP|nmod:poss|3 's|POS|case|1 attack|NN|nsubj|4 killed=kill|VBD|root|0 12|CD|nummod|6 people|NNS|obj|4 .|.|punct|4";
const LEFT =
  "He|PRP|nsubj|2 left=leave|VBD|root|0 two|CD|nummod|4 days=day|NNS|obl:unmarked|2 after|IN|case|7 the|DT|det|7 talks=talk|NNS|obl|2 .|.|punct|2";
const TREATY =
  "Norland|NNP|nsubj|2 signed=sign|VBD|root|0 a|DT|det|4 treaty|NN|obj|2 in|IN|case|6 2017|CD|obl|2 .|.|punct|2";
const EXPELLED =
  "Norland|NNP|nsubj|3 had=have|VBD|aux|3 expelled=expel|VBN|root|0 the|DT|det|5 envoy|NN|obj|3 .|.|punct|3";
const RESIGNED = "The|DT|det|2 envoy|NN|nsubj|3 resigned=resign|VBD|root|0 .|.|punct|3";
const AGREED =
  "Norland|NNP|nsubj|2 agreed=agree|VBD|root|0 to|TO|mark|4 withdraw|VB|xcomp|2 troops|NNS|obj|4 in|IN|case|7 May|NNP|obl|4 .|.|punct|2";
const PROTESTED =
  "Workers=worker|NNS|nsubj|3 have|AUX|aux|3 protested=protest|VBN|root|0 since|IN|case|5 January|NNP|obl|3 .|.|punct|3";
const BAN =
  "They|PRP|nsubj|2 lifted=lift|VBD|root|0 a|DT|det|4 ban|NN|obj|2 imposed=impose|VBN|acl|4 in|IN|case|7 November|NNP|obl|5 .|.|punct|2";

describe("dates of acts", () => {
  it.each<[string, Asked, string]>([
    ["an expression of the verb", { lines: [ARRESTED], head: "arrested" }, "2022-02-11 2022-02-11 text"],
    ["that of the verb whose participle it is", { lines: [ARRESTED], head: "accusing" }, "2022-02-11 2022-02-11 text"],
    ["the possessor of its subject", { lines: [KILLED], head: "killed" }, "2022-02-14 2022-02-14 text"],
    ["its own possessor", { lines: [KILLED], head: "attack" }, "2022-02-14 2022-02-14 text"],
    ["a year", { lines: [TREATY], head: "signed" }, "2017-01-01 2017-12-31 text"],
    ["the clause that modifies the noun", { lines: [BAN], head: "ban" }, "2021-11-01 2021-11-30 text"],
    ["what has lasted since", { lines: [PROTESTED], head: "protested" }, "2022-01-01 2022-02-17 text"],
    ["publication, in the lead", { lines: [RESIGNED], head: "resigned" }, "2022-02-17 2022-02-17 publication"],
    [
      "the month before it goes on from",
      { lines: [ARRESTED, SAID_LAST_MONTH, RESIGNED], head: "resigned" },
      "2022-01-01 2022-01-31 inherited",
    ],
    ["the date told before", { lines: [ARRESTED, RESIGNED], head: "resigned" }, "2022-02-11 2022-02-11 inherited"],
    [
      "the lead, in a later paragraph",
      { lines: [ARRESTED, RESIGNED, RESIGNED], head: "resigned", paragraphs: [0, 1, 2] },
      "2022-02-11 2022-02-11 inherited",
    ],
    [
      "the statement, for a commitment",
      { lines: [AGREED], head: "withdraw", outer: "agreed" },
      "2022-02-17 2022-02-17 publication",
    ],
    [
      "its own time, for what is to come",
      { lines: [AGREED], head: "withdraw", outer: "agreed", status: "future" },
      "2022-05-01 2022-05-31 text",
    ],
  ])("takes %s", (_, asked, expected) => {
    expect(shown(dateOf(asked))).toBe(expected);
  });

  it.each<[string, Asked]>([
    ["what is condemned on a day", { lines: [CONDEMNED], head: "attack" }],
    ["what had happened before", { lines: [EXPELLED], head: "expelled" }],
    ["the lead without a publication date", { lines: [RESIGNED], head: "resigned", date: null }],
    [
      "background of a later paragraph",
      { lines: [RESIGNED, RESIGNED, RESIGNED], head: "resigned", paragraphs: [0, 1, 2] },
    ],
    ["what is only planned", { lines: [RESIGNED], head: "resigned", status: "future" }],
  ])("leaves undated %s", (_, asked) => {
    expect(dateOf(asked).date).toBeNull();
  });

  it("counts “two days after the talks” from the date of the talks", () => {
    const { text, sentences } = parsedSentences([LEFT]);
    const report = { id: "t", date: "2022-02-17", title: null, source: null, url: null, language: "en", text };
    const dater = createDater({ report, sentences, times: stage.run({ report, sentences }).times }, tables);
    const act = {
      sentence: 0,
      head: 1,
      light: null,
      outer: 1,
      status: "actual",
      isSpeech: false,
      isPlan: false,
    } as const;
    const answer = dater.dateOf(act, (_, token) =>
      token === 6 ? { start: "2022-02-01", end: "2022-02-01", precision: "day" } : null,
    );
    expect(shown(answer)).toBe("2022-02-03 2022-02-03 text");
    expect(answer.dateInfo?.text).toBe("two days");
    expect(dater.dateOf(act).date).toBeNull();
  });
});

describe("an event that the date of the main clause is counted from", () => {
  const MET =
    "Envoys|NNS|nsubj|2 met=meet|VBD|root|0 on|IN|case|4 Wednesday|NNP|obl|2 ,|,|punct|7 a|DT|det|7 day|NN|obl:unmarked|2 after|IN|mark|10 rebels=rebel|NNS|nsubj|10 struck=strike|VBD|advcl|2 .|.|punct|2";
  const GATHERED =
    "Envoys|NNS|nsubj|2 met=meet|VBD|root|0 on|IN|case|4 Wednesday|NNP|obl|2 ,|,|punct|7 two|CD|nummod|7 weeks=week|NNS|obl:unmarked|2 before|IN|case|9 rebels=rebel|NNS|obl|2 from|IN|case|11 Chad|NNP|nmod|9 gathered=gather|VBN|acl|11 .|.|punct|2";
  const CAME =
    "The|DT|det|2 meeting|NN|nsubj|3 came=come|VBD|root|0 a|DT|det|5 month|NN|obl:unmarked|3 after|IN|mark|8 envoys=envoy|NNS|nsubj|8 spoke=speak|VBD|advcl|3 .|.|punct|3";

  it("lies as far from it on the other side", () => {
    expect(shown(dateOf({ lines: [MET], head: "struck" }))).toBe("2022-02-15 2022-02-15 text");
  });

  it("is found where the parser took its verb for a clause of a name in its subject", () => {
    expect(shown(dateOf({ lines: [GATHERED], head: "gathered" }))).toBe("2022-02-28 2022-03-06 text");
  });

  it("is counted from the date told before where the sentence has none", () => {
    const told = "Envoys|NNS|nsubj|2 met=meet|VBD|root|0 on|IN|case|4 Wednesday|NNP|obl|2 .|.|punct|2";
    expect(shown(dateOf({ lines: [told, CAME], head: "spoke" }))).toBe("2022-01-01 2022-01-31 text");
  });

  it("is not dated without any date to count from", () => {
    expect(dateOf({ lines: [CAME], head: "spoke", date: null }).date).toBeNull();
  });
});
