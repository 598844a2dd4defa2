/** import(export(x)) = x, for what each format can carry. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EventRecord, PartyRecord, PlaceRecord } from "../core/record.ts";
import { exportRows, importReader, type ImportFormat } from "./formats.ts";
import type { HandedEvent } from "./handed-event.ts";
import {
  anyCategory,
  anyDay,
  anyName,
  book,
  cameoActs,
  namedParty,
  party,
  record,
  REPORT,
  town,
} from "./records.test-data.ts";

/** Writes the event and reads it again. */
function roundTrip(format: ImportFormat, event: HandedEvent): readonly EventRecord[] {
  const writer = exportRows(format, book);
  const reader = importReader(format, book);
  const made = writer.rowsOf(event);
  if ("leftOut" in made) throw new Error(`left out: ${made.leftOut}`);
  const lines = [...(writer.header === null ? [] : [writer.header]), ...made.rows];
  return lines.flatMap((line, i) => {
    const row = reader.read(line, i + 1);
    if ("nothing" in row) return [];
    if (!("event" in row)) throw new Error(JSON.stringify(row));
    return [row.event.record];
  });
}

/** The fields that a format carries, of a record or of one that was read again. */
function carried(
  r: EventRecord,
  partyFields: (p: PartyRecord) => object,
  placeFields: (p: PlaceRecord) => object,
): object {
  return {
    date: r.date,
    event: r.event,
    mode: r.mode,
    actor: r.actor.map(partyFields),
    recipient: r.recipient.map(partyFields),
    place: r.event_loc && placeFields(r.event_loc),
  };
}

const point = ({ lat, lon }: PlaceRecord): object => ({ lat, lon });
const townOf = (p: PlaceRecord): object => ({ ...point(p), city: p.city, province: p.province, code: p.country_code });
const who = (p: PartyRecord): object => ({ code: p.code, sectors: p.sectors, name: p.identifier_text });

const pair = fc.record({
  act: fc.constantFrom(...cameoActs),
  date: anyDay,
  source: namedParty,
  target: fc.option(namedParty),
  place: fc.option(town),
  sequence: fc.integer({ min: 1, max: 400 }),
});

describe("ICEWS", () => {
  /** ICEWS has no sector for spies and unknowns of its own, and none for paramilitaries, separatists and civil society. */
  const SAME = new Set([
    "COP",
    "JUD",
    "LEG",
    "MIL",
    "PTY",
    "REB",
    "UAF",
    "AGR",
    "BUS",
    "CRM",
    "CVL",
    "EDU",
    "ELI",
    "GOV",
    "JRN",
    "LAB",
    "MED",
    "OPP",
    "REF",
    "REL",
  ]);
  const sectorsThere = (p: PartyRecord): PartyRecord => party({ ...p, sectors: p.sectors.filter((s) => SAME.has(s)) });

  it("gives back act, day, parties by name, country and sector, sentence, publisher and town", () => {
    fc.assert(
      fc.property(pair, ({ act, date, source, target, place, sequence }) => {
        const x = record({
          ...act.fields,
          date,
          actor: [sectorsThere(source)],
          recipient: target ? [sectorsThere(target)] : [],
          event_loc: place,
          text_info: { sequence, start: 0, end: 0 },
        });
        const [y, ...more] = roundTrip("icews", { record: x, report: REPORT });
        expect(more).toEqual([]);
        expect(y && carried(y, who, townOf)).toEqual(carried(x, who, townOf));
        expect(y).toMatchObject({
          cameo: x.cameo,
          event_scale: x.event_scale,
          quad_code: x.quad_code,
          context: x.context,
        });
        expect(y?.text_info.sequence).toBe(sequence);
        expect(y?.cite_info.publication).toBe(REPORT.source);
      }),
    );
  });

  it("gives back countries that act", () => {
    for (const [code, { name }] of book.tables.countries) {
      const x = record({ actor: [party({ code, sectors: ["GOV"], entity_text: name, identifier_text: name })] });
      const [y] = roundTrip("icews", { record: x, report: REPORT });
      expect(y?.actor.map(who)).toEqual(x.actor.map(who));
    }
  });
});

describe("GDELT", () => {
  /** GDELT has no role for these. */
  const LOST = new Set(["UNK", "PRE", "SOC"]);

  it("gives back act, day, parties by country, role and name, town, day of the report and address", () => {
    fc.assert(
      fc.property(pair, ({ act, date, source, target, place }) => {
        const plain = (p: PartyRecord): PartyRecord => party({ ...p, sectors: p.sectors.filter((s) => !LOST.has(s)) });
        const x = record({
          ...act.fields,
          id: "12345",
          date,
          actor: [plain(source)],
          recipient: target ? [plain(target)] : [],
          event_loc: place,
        });
        const [y] = roundTrip("gdelt", { record: x, report: REPORT });
        const loud = (p: PartyRecord): object => ({
          code: p.code,
          sectors: p.sectors,
          name: (p.identifier_text ?? p.entity_text).toUpperCase(),
        });
        expect(y && carried(y, loud, townOf)).toEqual(carried(x, loud, townOf));
        expect(y).toMatchObject({ id: "12345", cameo: x.cameo, event_scale: x.event_scale, quad_code: x.quad_code });
        expect(y?.cite_info.url).toBe(REPORT.url);
      }),
    );
  });
});

const whole = fc.record({
  category: anyCategory,
  date: anyDay,
  actor: fc.array(namedParty, { maxLength: 3 }),
  recipient: fc.array(namedParty, { maxLength: 3 }),
  office: fc.option(anyName),
  place: fc.option(town),
  scale: fc.option(fc.integer({ min: -100, max: 100 })),
});

describe.each(["polecat", "plover"] as const)("%s", (format) => {
  it("gives back the event with all its parties, their offices and its place", () => {
    fc.assert(
      fc.property(whole, ({ category, date, actor, recipient, office, place, scale }) => {
        const x = record({
          id: "abc",
          date,
          event: [category],
          mode: category === "PROTEST" ? ["demo"] : [],
          context: ["election", "economic"],
          quad_code: 4,
          event_scale: scale === null ? null : scale / 10,
          actor: actor.map((p) => ({ ...p, office })),
          recipient,
          event_loc: place,
        });
        const [y, ...more] = roundTrip(format, { record: x, report: REPORT });
        expect(more).toEqual([]);
        const all = (p: PartyRecord): object => ({ ...who(p), office: p.office, words: p.entity_text });
        const place_ = (p: PlaceRecord): object => ({ ...townOf(p), id: p.geonameid, feature: p.feature_code });
        expect(y && carried(y, all, place_)).toEqual(carried(x, all, place_));
        expect(y).toMatchObject({
          id: "abc",
          context: x.context,
          quad_code: 4,
          event_scale: x.event_scale,
          coder: x.coder,
        });
        expect(y?.cite_info).toMatchObject({ publication: REPORT.source, language: "en" });
      }),
    );
  });
});

describe("PLOVER", () => {
  it.each([
    ["future", false],
    ["negation", true],
    ["actual", true],
  ] as const)("gives back the status %s and whether it is historical", (status, historical) => {
    const x = record({ status, historical, actor: [party({ code: "PER" })] });
    expect(roundTrip("plover", { record: x, report: REPORT })[0]).toMatchObject({ status, historical });
  });

  it("gives back intervals and numbers of dead, injured and arrested", () => {
    const count = { low: 5, high: 5, text: "", start: 0, end: 0, by: [] };
    const x = record({
      date: "2024-05-01",
      enddate: "2024-12-31",
      size: { dead: count, injured: null, arrested: { ...count, low: 7, high: 7 }, participants: null },
    });
    const [y] = roundTrip("plover", { record: x, report: REPORT });
    expect(y).toMatchObject({ date: x.date, enddate: x.enddate, size: x.size });
  });
});

it("every code of PLOVER's categories and modes has a CAMEO code that means it or stands in", () => {
  for (const { cameo, fields } of cameoActs) expect(book.cameoOf(record(fields))).toBe(cameo);
  for (const [key, code] of book.tables.nearest) {
    const [category = "", mode] = key.split(".");
    expect(book.cameoOf(record({ cameo: null, event: [category], mode: mode === undefined ? [] : [mode] }))).toBe(code);
  }
  expect(book.cameoOf(record({ cameo: null, event: ["ASSAULT"], mode: ["of-my-own"] }))).toBe("180");
  expect(book.cameoOf(record({ cameo: null, event: ["ELECT"] }))).toBeNull();
});
