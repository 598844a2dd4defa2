import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Category } from "../core/codes.ts";
import { parsedSentences } from "../core/parsed-sentences.test-data.ts";
import type { PlaceMention } from "../core/place-layers.ts";
import { readPlaceTables, type PlaceRow } from "../lexicon/place-tables.ts";
import { compileGazetteer } from "./gazetteer.ts";
import { createPlaceStage, homeOf, placeOf, sceneOf } from "./index.ts";

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
  const place = placeOf(
    { sentence: 0, head: at, light: null, outer: at, category, trigger: [at] },
    sentence,
    placesIn(line),
    tables,
  );
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
    [
      "towns that only the long table has, in a country of the report",
      "France|NNP|nsubj|2 said=say|VBD|root|0 fire|NN|nsubj|4 hit=hit|VBD|ccomp|2 homes=home|NNS|obj|4 in|IN|case|7 Pouzauges|NNP|nmod|5 .|.|punct|2",
      ["France/FRA", "Pouzauges/FRA"],
    ],
    [
      "a town by the division behind it",
      "It|PRP|nsubj|2 hit=hit|VBD|root|0 Paris|NNP|obj|2 ,|,|punct|5 Texas|NNP|appos|3 .|.|punct|2",
      ["Paris/USA", "Texas/USA"],
    ],
    [
      "divisions of one country in a list",
      "Oregon|NNP|nsubj|6 ,|,|punct|3 Washington|NNP|conj|1 and|CC|cc|5 Wyoming|NNP|conj|1 burned=burn|VBD|root|0 .|.|punct|6",
      ["Oregon/USA", "Washington/USA", "Wyoming/USA"],
    ],
    [
      "a name that no table has, by its kind and the place behind it",
      "Gunmen=gunman|NNS|nsubj|2 raided=raid|VBD|root|0 the|DT|det|4 village|NN|obj|2 of|IN|case|6 Zzorbel|NNP|nmod|4 in|IN|case|8 Mali|NNP|nmod|4 .|.|punct|2",
      ["Zzorbel/MLI", "Mali/MLI"],
    ],
    [
      "former names and other spellings",
      "Bombay|NNP|nsubj|4 and|CC|cc|3 Kiev|NNP|conj|1 slept=sleep|VBD|root|0 .|.|punct|4",
      ["Bombay/IND", "Kiev/UKR"],
    ],
    [
      "the country before its army",
      "The|DT|det|3 U.S.|NNP|compound|3 Army|NNP|nsubj|4 left=leave|VBD|root|0 .|.|punct|4",
      ["U.S./USA"],
    ],
  ])("finds %s", (_, line, expected) => {
    expect(placesIn(line).map((p) => `${p.text}/${p.country}`)).toEqual(expected);
  });

  it.each([
    "Poland|NNP|nsubj|2 sent=send|VBD|root|0 Police|NNP|obj|2 in|IN|case|5 March|NNP|obl|2 .|.|punct|2",
    "Poland|NNP|nsubj|2 told=tell|VBD|root|0 the|DT|det|5 Justice|NNP|compound|5 Department|NNP|obj|2 .|.|punct|2",
  ])("takes no common word for a town in “%s”", (line) => {
    expect(placesIn(line).map((p) => p.text)).toEqual(["Poland"]);
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

  it("is where the court sits that sentences", () => {
    const line =
      "A|DT|det|2 court|NN|nsubj|5 in|IN|case|4 Kharkiv|NNP|nmod|2 jailed=jail|VBD|root|0 him|PRP|obj|5 .|.|punct|5";
    expect(placed(line, "jailed", "SANCTION")).toBe("Kharkiv/UKR");
    expect(placed(line, "jailed", "ACCUSE")).toBeNull();
  });

  it("is where people gathered for it", () => {
    const line =
      "Thousands=thousand|NNS|nsubj|2 gathered=gather|VBD|root|0 in|IN|case|4 Marib|NNP|obl|2 to|TO|mark|6 protest|VB|advcl|2 .|.|punct|2";
    expect(placed(line, "protest", "PROTEST")).toBe("Marib/YEM");
  });

  it("is no dateline", () => {
    const line =
      "KABUL|NNP|obl|4 ,|,|punct|1 rebels=rebel|NNS|nsubj|4 attacked=attack|VBD|root|0 posts=post|NNS|obj|4 .|.|punct|4";
    expect(placed(line, "attacked")).toBeNull();
  });

  it("is never a capital that stands for a government, nor where a speaker is", () => {
    expect(placed(TALKS, "talks", "CONSULT")).toBeNull();
    expect(placed(OFFICIALS, "criticised", "ACCUSE")).toBeNull();
  });
});

describe("a reviewed row", () => {
  it("stands in place of the town of its name and division in the long table", () => {
    const pouzauges = compileGazetteer(tables).named("pouzauges")?.rows[0];
    if (pouzauges === undefined) throw new Error("the long table must have Pouzauges");
    const own = [...pouzauges.slice(0, 9), 77, "pouzauges"] as unknown as PlaceRow;
    const rows = compileGazetteer({ ...tables, places: [own] }).named("pouzauges")?.rows;
    expect(rows).toEqual([own]);
  });
});

describe("the scene of a sentence", () => {
  it.each([
    [MET, "Marib"],
    [OFFICIALS, null],
  ])("%s", (line, expected) => {
    const sentence = parsedSentences([line]).sentences[0];
    expect(sentence && (sceneOf(sentence, placesIn(line), tables)?.extracted_place ?? null)).toBe(expected);
  });
});

describe("the country of a report", () => {
  it("is the one that most of its places lie in", () => {
    const line = "Yemen|NNP|nsubj|2 said=say|VBD|root|0 Marib|NNP|nsubj|4 fell=fall|VBD|ccomp|2 .|.|punct|2";
    expect(homeOf(placesIn(line))?.country_code).toBe("YEM");
    expect(homeOf(placesIn(SHELLED))).toBeNull();
  });
});
