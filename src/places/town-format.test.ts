import { describe, expect, it } from "vitest";
import type { PlaceRow } from "../lexicon/place-tables.ts";
import { packTown, packTowns, unpackTowns } from "./town-format.ts";

const row = (country: string, weight: number): PlaceRow => [
  "Pel", "", country, "West", 1.25, -3.5, 4, "PPL", 7, weight, "pel",
]; // prettier-ignore

describe("the long table of towns", () => {
  it("gives back the rows that were packed", () => {
    const rows = [row("FRA", 12), row("USA", 1)];
    expect(unpackTowns(packTowns(rows.map(packTown)), "pel")).toEqual(rows);
  });
});
