import { describe, expect, it } from "vitest";
import type { EventRecord, PartyRecord, PlaceRecord } from "../core/record.ts";
import { completePlaces, type ReportScenes } from "./complete-places.ts";

const place = (name: string, country: string): PlaceRecord => ({
  extracted_place: name, resolved_place: name, geonameid: null, lat: null, lon: null, country_code: country,
  province: null, city: name, feature_code: null, resolution: 4, start: 0, end: name.length,
}); // prettier-ignore

function record(category: string, sequence: number, rest: Partial<EventRecord> = {}): EventRecord {
  const known = {
    id: `e${sequence}`, event: [category], status: "actual", historical: false, date: null, enddate: null, actor: [],
    recipient: [], event_loc: null, same_as: null, because: [], text_info: { sequence, start: 0, end: 1 },
  }; // prettier-ignore
  return { ...known, ...rest } as unknown as EventRecord;
}

const NOWHERE: ReportScenes = { sceneOf: () => null, home: () => null };
const party = (code: string): PartyRecord => ({ code }) as unknown as PartyRecord;
const namesOf = (records: readonly EventRecord[], scenes = NOWHERE): readonly (string | null)[] =>
  completePlaces(records, scenes).map((r) => r.event_loc?.extracted_place ?? null);

describe("places from the rest of the report", () => {
  const pel = place("Pel", "XNO");

  it("are those of the earlier telling, whatever the category", () => {
    expect(namesOf([record("COERCE", 1, { event_loc: pel }), record("COERCE", 9, { same_as: "e1" })])).toEqual([
      "Pel",
      "Pel",
    ]);
  });

  it("are those of what happened beside it, for what happens on the ground", () => {
    const first = record("ASSAULT", 1, { event_loc: pel });
    expect(namesOf([first, record("ASSAULT", 2), record("ACCUSE", 2), record("ASSAULT", 7)])).toEqual([
      "Pel",
      "Pel",
      null,
      null,
    ]);
  });

  it("name the rule", () => {
    const [only] = completePlaces([record("PROTEST", 1)], { ...NOWHERE, sceneOf: () => pel });
    expect(only?.because).toEqual([{ field: "event_loc", rule: "place.sentence", path: "Pel" }]);
  });

  it("are the report's country at last", () => {
    expect(namesOf([record("ASSAULT", 1)], { ...NOWHERE, home: () => place("Norland", "XNO") })).toEqual(["Norland"]);
  });

  it.each([
    ["what did not happen", record("ASSAULT", 2, { status: "negation" })],
    ["what was done to people of another country", record("ASSAULT", 2, { recipient: [party("XMA")] })],
    ["what happened at another time", record("ASSAULT", 2, { date: "2001-01-01", enddate: "2001-01-01" })],
    ["what is said", record("REQUEST", 2)],
  ])("are not given to %s", (_, other) => {
    const first = record("ASSAULT", 1, { event_loc: pel, date: "2020-01-01", enddate: "2020-01-01" });
    expect(namesOf([first, other])).toEqual(["Pel", null]);
  });
});
