import { SUPRANATIONAL, type Category } from "../core/codes.ts";
import type { EventRecord, PlaceRecord } from "../core/record.ts";
import { datesMeet } from "./same-as.ts";

/** Where the rest of the report says that things happen. */
export interface ReportScenes {
  /** The place that a sentence tells its happenings to be in; null when it tells none. */
  sceneOf(sentence: number): PlaceRecord | null;
  /** The country that the report is about, as its text names it; null when it is about several. */
  home(): PlaceRecord | null;
}

/** What happens in the streets and on the ground has a place, told or not; what is said has one only where it is told. */
const ON_THE_GROUND: ReadonlySet<Category> = new Set<Category>(["ASSAULT", "PROTEST", "MOBILIZE"]);
/** Talks are held somewhere, but hardly where the last attack was. */
const HELD: ReadonlySet<Category> = new Set<Category>([...ON_THE_GROUND, "CONSULT"]);

/**
 * Places that an event's own phrases leave out: that of the scene of its sentence, of the earlier telling of the same happening, of what
 * happened just before, of the next scene of the paragraph, and at last the country that the whole report is about. `because` says
 * which. Nothing is placed in a country that none of the event's recipients has to do with.
 */
export function completePlaces(records: readonly EventRecord[], scenes: ReportScenes): readonly EventRecord[] {
  // What stands before the event has its place already, what comes after it only what its own phrases tell.
  const all = [...records];
  all.forEach((record, i) => {
    const found = record.event_loc === null ? impliedPlace(i, all, scenes) : null;
    if (found !== null) all[i] = placed(record, found);
  });
  return all;
}

interface ImpliedPlace {
  readonly place: PlaceRecord;
  readonly rule: string;
}

function impliedPlace(at: number, records: readonly EventRecord[], scenes: ReportScenes): ImpliedPlace | null {
  const record = records[at];
  if (record === undefined) return null;
  const category = record.event[0];
  const first = record.same_as === null ? undefined : records.find((r, i) => i < at && r.id === record.same_as);
  const same = first?.event_loc ?? null;
  if (same !== null) return { place: same, rule: "place.same" };
  // What did not happen, or may yet, happened nowhere.
  if (!HELD.has(category) || record.status !== "actual") return null;
  // "… after drone attacks on Kyiv, following talks": the place is that of the attacks.
  const isOthers = category === "CONSULT" && records.some((r) => isGroundBeside(record, r));
  const scene = isOthers ? null : scenes.sceneOf(record.text_info.sequence - 1);
  if (scene !== null && fits(record, scene)) return { place: scene, rule: "place.sentence" };
  if (!ON_THE_GROUND.has(category)) return null;
  const last = neighbourOf(at, records);
  if (last?.event_loc && isAtHome(record, last.event_loc)) return { place: last.event_loc, rule: "place.scene" };
  for (const sequence of [record.text_info.sequence - 1, record.text_info.sequence + 1]) {
    const near = scenes.sceneOf(sequence - 1);
    if (near !== null && isAtHome(record, near)) return { place: near, rule: "place.scene" };
  }
  const home = scenes.home();
  return home !== null && isAtHome(record, home) ? { place: home, rule: "place.report" } : null;
}

/** Codes of unknown parties and of those that belong to no country. */
const NO_COUNTRY: ReadonlySet<string> = new Set(["", ...SUPRANATIONAL]);

/** How many sentences away a place still holds. */
const REACH = 2;

function isGroundBeside(record: EventRecord, other: EventRecord): boolean {
  return other.text_info.sequence === record.text_info.sequence && ON_THE_GROUND.has(other.event[0]);
}

/** The nearest before it, else the nearest after it. */
function neighbourOf(at: number, records: readonly EventRecord[]): EventRecord | undefined {
  const record = records[at];
  if (record === undefined) return undefined;
  return (
    records.findLast((r, i) => i < at && isNeighbour(record, r)) ??
    records.find((r, i) => i > at && isNeighbour(record, r))
  );
}

function isNeighbour(record: EventRecord, other: EventRecord): boolean {
  return (
    other.event_loc !== null &&
    ON_THE_GROUND.has(other.event[0]) &&
    Math.abs(other.text_info.sequence - record.text_info.sequence) <= REACH &&
    record.historical === other.historical &&
    datesMeet(record, other)
  );
}

/** Those whom it happened to are at home where it happened, as far as the report tells whose they are. */
function fits({ recipient, actor }: EventRecord, { country_code: country }: PlaceRecord): boolean {
  const codes = [...recipient, ...actor].map((p) => p.code).filter((code) => code !== "");
  return codes.length === 0 || recipient.every((p) => p.code === "") || country === "" || codes.includes(country);
}

/** Beyond its own sentence a place holds only where one of the parties belongs, or where nobody's country is known. */
function isAtHome(record: EventRecord, place: PlaceRecord): boolean {
  const codes = [...record.recipient, ...record.actor].map((p) => p.code).filter((code) => !NO_COUNTRY.has(code));
  return fits(record, place) && (codes.length === 0 || codes.includes(place.country_code));
}

function placed(record: EventRecord, { place, rule }: ImpliedPlace): EventRecord {
  return {
    ...record,
    event_loc: place,
    because: [...record.because, { field: "event_loc", rule, path: place.extracted_place }],
  };
}
