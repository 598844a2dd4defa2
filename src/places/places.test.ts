import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Category } from "../core/codes.ts";
import { parsedSentences } from "../core/parsed-sentences.test-data.ts";
import type { PlaceMention } from "../core/place-layers.ts";
import { readPlaceTables } from "../lexicon/place-tables.ts";
import { createPlaceStage, placeOf } from "./index.ts";

const tables = readPlaceTables(join(import.meta.dirname, "../../data"));
const stage = createPlaceStage(tables);

function placesIn(line: string): readonly PlaceMention[] {
  const { text, sentences } = parsedSentences([line]);
  return stage.run({
    report: { id: "t", date: null, title: null, source: null, url: null, language: "en", text },
    sentences,
  }).places;
}

function placed(line: string, head: string, category: Category = "ASSAULT"): string | null {
  const sentence = parsedSentences([line]).sentences[0];
  if (sentence === undefined) return null;
  const at = sentence.tokens.find((t) => t.form === head)?.index ?? 0;
  const place = placeOf({ sentence: 0, head: at, light: null, outer: at, category }, sentence, placesIn(line), tables);
  return place === null ? null : `${place.extracted_place}/${place.country_code}`;
}

const MET =
  "The|DT|det|2 minister|NN|nsubj|3 met=meet|VBD|root|0 rebels=rebel|NNS|obj|3 in|IN|case|6 Marib|NNP|obl|3 .|.|punct|3";
const BOMB =
  "A|DT|det|2 bomb|NN|nsubj|3 exploded=explode|VBD|root|0 near|IN|case|6 the|DT|det|6 town|NN|obl|3 of|IN|case|8 Nice|NNP|nmod|6 ,|,|punct|10 France|NNP|appos|8 .|.|punct|3";
const SHELLED = "The|DT|det|2 army|NN|nsubj|3 shelled=shell|VBD|root|0 Kharkiv|NNP|obj|3 .|.|punct|3";
const OFFICIALS =
  "Officials=official|NNS|nsubj|4 in|IN|case|3 Moscow|NNP|nmod|1 criticised=criticise|VBD|root|0 the|DT|det|6 raid|NN|obj|4 .|.|punct|4";
const TALKS =
  "Norland|NNP|nsubj|2 held=hold|VBD|root|0 talks=talk|NNS|obj|2 with|IN|case|5 Moscow|NNP|nmod|3 .|.|punct|2";
const NAMED =
  "Three|CD|nummod|2 men=man|NNS|nsubj:pass|4 were|AUX|aux:pass|4 shot=shoot|VBN|root|0 in|IN|case|6 Tammun|NNP|obl|4 in|IN|case|10 the|DT|det|10 West|NNP|compound|10 Bank|NNP|nmod|6 .|.|punct|4";

describe("place names", () => {
  it.each([
    [MET, "Marib", "YEM", 4],
    [BOMB, "Nice", "FRA", 4],
    [SHELLED, "Kharkiv", "UKR", 4],
    [
      "He|PRP|nsubj|2 spoke=speak|VBD|root|0 in|IN|case|6 Homs|NNP|compound|6 Province|NNP|obl|2 .|.|punct|2",
      "Homs Province",
      "SYR",
      2,
    ],
  ])("resolves %s", (line, text, country, resolution) => {
    expect(placesIn(line)).toContainEqual(expect.objectContaining({ text, country, resolution }));
  });

  it("prefers the report's countries for a name of several places", () => {
    const line = "Tripoli|NNP|nsubj|4 ,|,|punct|3 Lebanon|NNP|appos|1 burns=burn|VBZ|root|0 .|.|punct|4";
    expect(placesIn(line)[0]?.country).toBe("LBN");
  });

  it.each([
    "Paris|NNP|nsubj|3 Hilton|NNP|flat|1 spoke=speak|VBD|root|0 .|.|punct|3",
    "Mr|NNP|nsubj|3 Orange|NNP|flat|1 spoke=speak|VBD|root|0 .|.|punct|3",
    "It|PRP|nsubj|2 pleased=please|VBD|root|0 us|PRP|obj|2 .|.|punct|2",
  ])("finds none in “%s”", (line) => {
    expect(placesIn(line)).toEqual([]);
  });
});

describe("the place of an act", () => {
  it.each([
    [MET, "met", "Marib/YEM"],
    [BOMB, "exploded", "Nice/FRA"],
    [SHELLED, "shelled", "Kharkiv/UKR"],
    [NAMED, "shot", "Tammun/PSE"],
  ])("%s", (line, head, expected) => {
    expect(placed(line, head)).toBe(expected);
  });

  it("is never a capital that stands for a government, nor where a speaker is", () => {
    expect(placed(TALKS, "talks", "CONSULT")).toBeNull();
    expect(placed(OFFICIALS, "criticised", "ACCUSE")).toBeNull();
  });
});
