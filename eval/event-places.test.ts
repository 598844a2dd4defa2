import { expect, test } from "vitest";
import type { GoldReport } from "../src/scoring/types.ts";
import { ErrorCounter } from "./error-counter.ts";
import { placeFigures } from "./event-places.ts";

const TEXT = "Fighters raided Pel. Fighters raided Dor. Fighters raided Ost.";

function figures(places: readonly (readonly [gold: string | null, coded: string | null])[]): Record<string, number> {
  const sentences = TEXT.split(/(?<=\.) /);
  const starts = sentences.map((s) => TEXT.indexOf(s));
  const events = places.map(([gold], i) => ({
    id: `e${i}`, sentence: sentences[i], anchor: "raided", type: "ASSAULT", alt: [], mode: [], actor: [], recipient: [],
    status: "actual", date: null, attribution: null, dead: null, injured: null, size: null, core: true,
    place: gold === null ? null : { name: gold, country: "XNO" },
  })); // prettier-ignore
  const predictions = places.map(([, coded], i) => {
    const start = starts[i] ?? 0;
    const at = start + "Fighters ".length;
    return {
      id: `p${i}`, report: "r", event: ["ASSAULT"], mode: [], actor: [], recipient: [], status: "actual",
      trigger: [{ start: at, end: at + 6 }], text_info: { sequence: i + 1, start, end: start + (sentences[i]?.length ?? 0) },
      event_loc: coded === null ? null : { extracted_place: coded, resolved_place: coded, country_code: coded === "Far" ? "XMA" : "XNO" },
    };
  }); // prettier-ignore
  const gold = new Map([["r", { report: "r", events } as unknown as GoldReport]]);
  const reports = new Map([["r", { id: "r", text: TEXT }]]);
  const found = placeFigures(gold, reports, predictions, new ErrorCounter());
  return Object.fromEntries(found.map(({ name, value }) => [name, value]));
}

test("a place is right by its name or its country, and may be left open where the gold has none", () => {
  expect(figures([["Pel", "Pel"], ["Dor", "Norland"], [null, null]])).toEqual({ place: 100, place_name: 50, place_null: 100 }); // prettier-ignore
  expect(figures([["Pel", "Far"], ["Dor", null], [null, "Far"]])).toEqual({ place: 0, place_name: 0, place_null: 0 }); // prettier-ignore
});
