import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Category } from "../core/codes.ts";
import { parsedSentences } from "../core/parsed-sentences.test-data.ts";
import { SentenceGraph } from "../core/sentence-graph.ts";
import { readSizeTables } from "../lexicon/size-tables.ts";
import { CountReader } from "./count-phrase.ts";
import { countRecord } from "./count-record.ts";
import { countsOf } from "./size-of.ts";
import { sizeLexicon } from "./size-words.ts";
import { tollsOf } from "./tolls.ts";

const tables = readSizeTables(join(import.meta.dirname, "../../data"));

function sizes(line: string, head: string, category: Category): Record<string, string> {
  const sentence = parsedSentences([line]).sentences[0];
  if (sentence === undefined) return {};
  const at = sentence.tokens.find((t) => t.form === head)?.index ?? 0;
  const reader = new CountReader(new SentenceGraph(sentence), sizeLexicon(tables), () => null);
  const counts = countsOf(
    { head: at, category, trigger: [at], hasHappened: true, rivals: new Set() },
    reader,
    tollsOf(reader),
  );
  const told: Record<string, string> = {};
  for (const field of ["dead", "injured", "arrested", "participants"] as const) {
    const count = counts[field];
    if (count !== null) told[field] = `${count.low}-${count.high ?? ""} ${countRecord(reader, count).text}`;
  }
  return told;
}

const ATTACK =
  "An|DT|det|2 attack|NN|nsubj|3 killed=kill|VBD|root|0 12|CD|nummod|5 people|NNS|obj|3 and|CC|cc|7 injured=injure|VBD|conj|3 at|IN|case|9 least|JJS|nmod|10 30|CD|nummod|11 others=other|NNS|obj|7 .|.|punct|3";
const LEFT_DEAD =
  "A|DT|det|2 bomb|NN|nsubj|3 exploded=explode|VBD|root|0 ,|,|punct|5 leaving=leave|VBG|advcl|3 5|CD|nummod|7 men=man|NNS|obj|5 dead|JJ|xcomp|5 .|.|punct|3";
const STUDENTS =
  "Thousands=thousand|NNS|nsubj|4 of|IN|case|3 students=student|NNS|nmod|1 protested=protest|VBD|root|0 .|.|punct|4";
const DOZEN =
  "Police|NNS|nsubj|2 arrested=arrest|VBD|root|0 a|DT|det|4 dozen|NN|nummod|5 protesters=protester|NNS|obj|2 .|.|punct|2";
const DETAINED =
  "Up|IN|case|2 to|IN|case|3 40|CD|nummod|4 migrants=migrant|NNS|nsubj:pass|6 were|AUX|aux:pass|6 detained=detain|VBN|root|0 .|.|punct|6";
const SETTING =
  "Two|CD|nummod|2 people|NNS|nsubj:pass|4 were|AUX|aux:pass|4 killed=kill|VBN|root|0 in|IN|case|7 a|DT|det|7 shooting|NN|obl|4 .|.|punct|4";
const SUM =
  "They|PRP|nsubj|2 killed=kill|VBD|root|0 two|CD|nummod|4 soldiers=soldier|NNS|obj|2 and|CC|cc|7 three|CD|nummod|7 civilians=civilian|NNS|conj|4 .|.|punct|2";
const SOLDIER = "They|PRP|nsubj|2 killed=kill|VBD|root|0 a|DT|det|4 soldier|NN|obj|2 .|.|punct|2";
const MANY = "They|PRP|nsubj|2 killed=kill|VBD|root|0 the|DT|det|4 soldiers=soldier|NNS|obj|2 .|.|punct|2";

describe("sizes of acts", () => {
  it.each<[string, string, Category, Record<string, string>]>([
    [ATTACK, "attack", "ASSAULT", { dead: "12-12 12", injured: "30- at least 30" }],
    [ATTACK, "killed", "ASSAULT", { dead: "12-12 12", injured: "30- at least 30" }],
    [LEFT_DEAD, "exploded", "ASSAULT", { dead: "5-5 5" }],
    [STUDENTS, "protested", "PROTEST", { participants: "2000-9999 Thousands" }],
    [DOZEN, "arrested", "COERCE", { arrested: "12-12 a dozen" }],
    [DETAINED, "detained", "COERCE", { arrested: "0-40 Up to 40" }],
    [SETTING, "shooting", "ASSAULT", { dead: "2-2 Two" }],
    [SUM, "killed", "ASSAULT", { dead: "5-5 two soldiers and three" }],
    [SOLDIER, "killed", "ASSAULT", { dead: "1-1 a soldier" }],
  ])("%s: %s", (line, head, category, expected) => {
    expect(sizes(line, head, category)).toEqual(expected);
  });

  it("counts nothing that is not told, nor the dead of a statement", () => {
    expect(sizes(MANY, "killed", "ASSAULT")).toEqual({});
    expect(sizes(ATTACK, "killed", "ACCUSE")).toEqual({});
  });
});
