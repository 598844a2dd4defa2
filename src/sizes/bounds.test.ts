import { join } from "node:path";
import { expect, it } from "vitest";
import { readNumber } from "../core/number-words.ts";
import { readSizeTables } from "../lexicon/size-tables.ts";
import { boundedNumber } from "./bounds.ts";
import { sizeLexicon } from "./size-words.ts";

const lexicon = sizeLexicon(readSizeTables(join(import.meta.dirname, "../../data")));

it.each<[string, string, number, number | null]>([
  ["at least 12 people", "12", 12, null],
  ["at least another 12 people", "12", 12, null],
  ["more than an estimated 300 people", "300", 300, null],
  ["no fewer than 40 people", "40", 40, null],
  ["no more than 40 people", "40", 0, 40],
  ["as many as 90 people", "90", 0, 90],
  ["nearly 50 people", "50", 45, 50],
  ["about 200 people", "200", 200, 200],
  ["between 300 and 400 people", "300", 300, 400],
  ["between 300 and 400 people", "400", 300, 400],
  ["12 to 15 people", "12", 12, 15],
  ["two or three people", "two", 2, 3],
  ["100 or more people", "100", 100, null],
])("%s from %s: %d to %s", (phrase, word, low, high) => {
  const words = phrase.split(" ");
  const at = words.indexOf(word);
  const reading = readNumber(words, at, lexicon.numbers);
  if (reading === null) throw new Error("no number");
  expect(boundedNumber(words, at, reading, lexicon)).toMatchObject({ low, high });
});
