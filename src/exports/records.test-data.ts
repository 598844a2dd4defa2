import fc from "fast-check";
import { CATEGORIES, SECTORS } from "../core/codes.ts";
import { type EventRecord, NO_SIZE, type PartyRecord, type PlaceRecord } from "../core/record.ts";
import { readSchemeTables } from "../lexicon/code-tables/read-scheme-tables.ts";
import { dataDir } from "../lexicon/package-files.ts";
import { CodeBook } from "./code-book.ts";
import type { HandedEvent, HandedReport } from "./handed-event.ts";

export const book: CodeBook = new CodeBook(readSchemeTables(dataDir));

export function party(fields: Partial<PartyRecord>): PartyRecord {
  const sectors = fields.sectors ?? (fields.sector ? [fields.sector] : []);
  return {
    code: "",
    sector: sectors[0] ?? "",
    sectors,
    entity_text: "",
    start: null,
    end: null,
    mention: null,
    identifier_text: null,
    identifier_id: null,
    office: null,
    ...fields,
  };
}

export const LIMA: PlaceRecord = {
  extracted_place: "Lima",
  resolved_place: "Lima",
  geonameid: 3936456,
  lat: -12.043,
  lon: -77.028,
  country_code: "PER",
  province: "Lima Province",
  city: "Lima",
  feature_code: "PPLC",
  resolution: 4,
  start: 0,
  end: 0,
};

/** A record of our own: what a test does not name is empty. */
export function record(fields: Partial<EventRecord>): EventRecord {
  const own: EventRecord & { readonly disputed_by: readonly object[] } = {
    id: "e1",
    report: "r1",
    date: "2024-05-09",
    enddate: fields.date ?? "2024-05-09",
    date_info: null,
    event: ["CONSULT"],
    mode: [],
    context: [],
    quad_code: 1,
    event_scale: 2.5,
    cameo: "040",
    status: "actual",
    historical: false,
    actor: [],
    recipient: [],
    event_text: ["met"],
    trigger: [],
    event_loc: null,
    attribution: null,
    disputed_by: [],
    size: NO_SIZE,
    confidence: 0.8,
    same_as: null,
    text_info: { sequence: 2, start: 10, end: 60 },
    because: [{ field: "event", rule: "consult.meet", path: "" }],
    cite_info: { title: "", publication: "", url: "", language: "en" },
    coder: "dragoman 0.1.0",
    ...fields,
  };
  return own;
}

export const REPORT: HandedReport = {
  id: "r1",
  date: "2024-05-10",
  title: "Talks in Lima",
  source: "Norland Times",
  url: "https://example.org/talks",
  language: "en",
};

export function handed(fields: Partial<EventRecord>, report: Partial<HandedReport> = {}): HandedEvent {
  return { record: record(fields), report: { ...REPORT, ...report } };
}

/** Words as names have them: no dividers of any format, nothing that a table would trim. */
const words: fc.Arbitrary<string> = fc
  .array(fc.stringMatching(/^[A-Zäöü][a-zéñß']{1,8}$/), { minLength: 1, maxLength: 3 })
  .map((w) => w.join(" "));
const name: fc.Arbitrary<string> = words.filter((n) => !book.countryNamed(n));
const country: fc.Arbitrary<string> = fc.constantFrom(...book.tables.countries.keys());
const day: fc.Arbitrary<string> = fc
  .date({ min: new Date("1979-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));

/** Acts that a CAMEO code tells exactly. */
export const cameoActs: readonly { readonly cameo: string; readonly fields: Partial<EventRecord> }[] = [
  ...book.tables.events,
].flatMap(([cameo, { meaning, quad, score }]) =>
  meaning
    ? [
        {
          cameo,
          fields: {
            cameo,
            event: [meaning.category],
            mode: meaning.modes,
            context: meaning.contexts,
            quad_code: quad,
            event_scale: score,
          },
        },
      ]
    : [],
);

/** A party with a name of its own, in a country, with at most one sector. */
export const namedParty: fc.Arbitrary<PartyRecord> = fc
  .record({ code: country, sector: fc.constantFrom("", ...SECTORS), name })
  .map(({ code, sector, name: n }) =>
    party({ code, sectors: sector ? [sector] : [], entity_text: n, identifier_text: n }),
  );

export const town: fc.Arbitrary<PlaceRecord> = fc
  .record({
    city: name,
    province: fc.option(name),
    code: country,
    lat: fc.integer({ min: -89_999, max: 89_999 }),
    lon: fc.integer({ min: -179_999, max: 179_999 }),
    geonameid: fc.option(fc.integer({ min: 1, max: 12_000_000 })),
  })
  .map(({ city, province, code, lat, lon, geonameid }) => ({
    extracted_place: city,
    resolved_place: city,
    geonameid,
    lat: lat / 1000,
    lon: lon / 1000,
    country_code: code,
    province,
    city,
    feature_code: "PPL",
    resolution: 4 as const,
    start: 0,
    end: 0,
  }));

export const anyDay: fc.Arbitrary<string> = day;
export const anyName: fc.Arbitrary<string> = name;
export const anyCategory: fc.Arbitrary<(typeof CATEGORIES)[number]> = fc.constantFrom(...CATEGORIES);
