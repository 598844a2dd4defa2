/** A small event base of our own writing for the tests of `events`, `show` and `series`. */
import { NO_SIZE, type EventRecord, type PartyRecord } from "../src/core/record.ts";
import type { CodedReport } from "../src/store/event-store.ts";
import { DuckDbStore } from "../src/store/duckdb/duckdb-store.ts";
import { DuckDBInstance } from "@duckdb/node-api";

const AT = "2024-06-01T00:00:00.000Z";

export const SENTENCE = "The foreign minister of Norland,\nIlse Brandt, met João Reis of Mara on Tuesday.";

export function party(
  code: string,
  sector: string,
  name: string,
  mention: readonly [number, number] | null = null,
): PartyRecord {
  return {
    code, sector, sectors: sector ? [sector] : [], entity_text: name, start: null, end: null,
    mention: mention ? { text: SENTENCE.slice(...mention), start: mention[0], end: mention[1] } : null,
    identifier_text: name, identifier_id: null, office: null,
  }; // prettier-ignore
}

const BRANDT = party("XNO", "GOV", "Ilse Brandt", [0, 44]);
const REIS = party("XMA", "GOV", "João Reis", [50, 59]);

type Fields = Partial<Omit<EventRecord, "date">> & { readonly date?: string | null };

/** An event of one day; whatever is not given is as empty as it may be. */
function eventOf(report: string, id: string, fields: Fields): EventRecord {
  const { date = null } = fields;
  return {
    id, report, enddate: date, date_info: date === null ? null : { precision: "day", basis: "text", text: "on Tuesday", start: 68, end: 78 },
    event: ["CONSULT"], mode: [], context: [], quad_code: 1, event_scale: 2.5, cameo: "040", status: "actual",
    historical: false, actor: [], recipient: [], event_text: ["met"], trigger: [{ start: 46, end: 49 }], event_loc: null,
    attribution: null, disputed_by: [], size: NO_SIZE, confidence: 0.9, same_as: null, text_info: { sequence: 1, start: 0, end: SENTENCE.length },
    because: [{ field: "event", rule: "consult.meet", path: "met > nsubj Brandt" }],
    cite_info: { title: "", publication: "", url: "", language: "en" }, coder: "coder 1", ...fields, date,
  }; // prettier-ignore
}

const SANCTION: Fields = {
  event: ["SANCTION"],
  quad_code: 4,
  event_scale: -6,
  event_text: ["imposed sanctions"],
  trigger: [],
};

/** The events of the first report are of two countries, those of the second have all that is left out by default. */
function reports(): readonly CodedReport[] {
  const place = { extracted_place: "Porto Alto", resolved_place: "Porto Alto", geonameid: null, lat: 1, lon: 2, country_code: "XMA", province: "Costa Verde", city: "Porto Alto", feature_code: null, resolution: 5, start: 0, end: 1 } as const; // prettier-ignore
  const attribution = { entity_text: "the ministry", code: "XMA", sector: "GOV", start: null, end: null, cue: "according to", quoted: false }; // prettier-ignore
  const denier = { entity_text: "the opposition", code: "XMA", sector: "OPP", start: null, end: null, cue: "denied" };
  const month = { precision: "month", basis: "text", text: "in March", start: null, end: null } as const;
  const first = [
    eventOf("r1", "aa10", { date: "2024-01-30", actor: [BRANDT, REIS], event_loc: place, context: ["diplomatic"], attribution, disputed_by: [denier] }), // prettier-ignore
    eventOf("r1", "aa20", { ...SANCTION, date: "2024-03-02", actor: [party("XNO", "GOV", "Norland")], recipient: [party("XMA", "MIL", "Mara's army")] }), // prettier-ignore
    eventOf("r1", "bb30", { ...SANCTION, date: "2024-03-30", enddate: "2024-04-05", actor: [party("XMA", "LEG", "the assembly of Mara")], recipient: [party("XNO", "BUS", "Norland Steel")] }), // prettier-ignore
    eventOf("r1", "bb40", { date: "2024-03-01", enddate: "2024-03-31", date_info: month, mode: ["visit"], actor: [REIS], recipient: [BRANDT] }), // prettier-ignore
    eventOf("r1", "bb45", { event: ["REQUEST"], quad_code: 3, event_scale: null, date: "2024-03-05", actor: [party("XNO", "GOV", "Norland"), party("XMA", "GOV", "Mara")] }), // prettier-ignore
  ];
  const second = [
    eventOf("r2", "cc10", { date: "2024-03-06", actor: [REIS], recipient: [BRANDT], status: "hypothetical" }),
    eventOf("r2", "cc20", { date: "1975-03-06", actor: [REIS], recipient: [BRANDT], historical: true }),
    eventOf("r2", "cc30", { date: "2024-03-07", actor: [REIS], recipient: [BRANDT], same_as: "aa10" }),
    eventOf("r2", "cc40", { actor: [REIS], recipient: [BRANDT] }),
  ];
  const report = (id: string, text: string, events: readonly EventRecord[]): CodedReport => ({
    report: { id, date: "2024-03-10", title: `Report ${id}`, source: "The Norland Post", url: null, language: "en", text },
    content: `content of ${id}`, words: [], sentences: [{ start: 0, end: text.length }], events, quotations: [],
  }); // prettier-ignore
  return [report("r1", SENTENCE, first), report("r2", `${SENTENCE} Fishing rights were on the table.`, second)];
}

/** Writes the base: two reports, a later run in which one event is coded otherwise, and one happening. */
export async function writeAskingBase(path: string): Promise<void> {
  const store = await DuckDbStore.open(path, "create");
  const run = await store.startRun({ kind: "ingest", coder: "coder 1", note: null, fingerprint: null }, AT);
  const coded = reports();
  await store.add(run, { reports: coded, refused: [] });
  await store.addEvents(run, [eventOf("other", "dd10", { date: "2023-11-02", actor: [party("XOT", "GOV", "Otherland")], event_text: ["said"] })]); // prettier-ignore
  const later = await store.startRun({ kind: "recode", coder: "coder 2", note: null, fingerprint: null }, AT);
  const gone = eventOf("r3", "ee10", { date: "2024-03-08", actor: [REIS] });
  const third = { ...coded[1], report: { id: "r3", date: null, title: null, source: null, url: null, language: "en", text: SENTENCE }, content: "content of r3" } as CodedReport; // prettier-ignore
  await store.add(run, { reports: [{ ...third, events: [gone] }], refused: [] });
  await store.recode(later, [{ ...third, events: [] }]);
  await store.close();
  await writeHappening(path);
}

async function writeHappening(path: string): Promise<void> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  await connection.run(`
    INSERT INTO happenings BY NAME SELECT 0 AS position, 'aa20' AS happening, 'SANCTION' AS category, ['XNO'] AS actor, ['XMA'] AS recipient,
      2 AS reports, 1 AS sources, 3 AS dead_low, 4 AS dead_best, 5 AS dead_high, true AS disputed;
    INSERT INTO happening_events BY NAME
      SELECT 0 AS position, 0 AS place, 'aa20' AS happening, 'aa20' AS event, 'r1' AS report, 1 AS score, '[]' AS reasons
      UNION ALL SELECT 0, 1, 'aa20', 'bb30', 'r1', 5.5, '[{"what":"same category","points":5.5}]';
    UPDATE events SET happening = 'aa20' WHERE event IN ('aa20', 'bb30')`);
  connection.closeSync();
  instance.closeSync();
}
