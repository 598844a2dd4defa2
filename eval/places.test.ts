import { describe, expect, test } from "vitest";
import type { PlaceMention } from "../src/core/place-layers.ts";
import { isResolved, readGeoVirus, type GoldPlace } from "./places.ts";

const GOLD: GoldPlace = { name: "Pel", start: 0, end: 3, lat: 10, lon: 20, page: "Pel, Mara" };
const mention = (found: Partial<PlaceMention>): PlaceMention =>
  ({ resolution: 4, country: "FRA", resolved: "Pel", lat: null, lon: null, ...found }) as PlaceMention;
const LARGE = new Map([["mara", "XMA"]]);

describe("GeoVirus", () => {
  test("is read with entities and titles undone", () => {
    const [article] = readGeoVirus(
      "<article><text>A &amp; B in Pel</text><locations><location><name>Pel</name><start>9</start><end>12</end>" +
        "<lat>1.5</lat><lon>-2</lon><page>https://en.wikipedia.org/wiki/P%C3%A9l_Town</page></location></locations></article>",
    );
    expect(article?.text).toBe("A & B in Pel");
    expect(article?.places).toEqual([{ name: "Pel", start: 9, end: 12, lat: 1.5, lon: -2, page: "Pél Town" }]);
  });

  test("counts towns within 161 km", () => {
    expect(isResolved(GOLD, mention({ lat: 11.4, lon: 20 }), LARGE)).toBe(true);
    expect(isResolved(GOLD, mention({ lat: 11.5, lon: 20 }), LARGE)).toBe(false);
    expect(isResolved(GOLD, mention({}), LARGE)).toBe(false);
  });

  test("counts countries by identity", () => {
    const gold = { ...GOLD, page: "Mara (country)" };
    expect(isResolved(gold, mention({ resolution: 1, country: "XMA" }), LARGE)).toBe(true);
    expect(isResolved(gold, mention({ resolution: 4, country: "XMA", lat: 10, lon: 20 }), LARGE)).toBe(false);
  });
});
