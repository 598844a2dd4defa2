import type { Category } from "../core/codes.ts";
import { COUNT_KINDS, type CountKind, type PartyRecord, type PlaceRecord } from "../core/record.ts";
import {
  type CountClaim,
  countClaims,
  type CountFigures,
  countFigures,
  type StanceClaim,
  stanceClaims,
} from "./happening-claims.ts";
import { type Happening, happeningId } from "./happening.ts";
import { independentSources } from "./independent-sources.ts";

/** A row of the table happenings, with the claims behind it. */
export interface HappeningRow {
  readonly happening: string;
  readonly date: string | null;
  readonly enddate: string | null;
  readonly category: Category;
  readonly actor: readonly string[];
  readonly recipient: readonly string[];
  readonly place: string | null;
  readonly country: string | null;
  /** Reports that tell it. */
  readonly reports: number;
  /** Those of them that are independent: copies of one text, and texts of one paper, count once. */
  readonly sources: number;
  readonly counts: Readonly<Record<CountKind, CountFigures | null>>;
  /** Somebody denies it. */
  readonly disputed: boolean;
  readonly countClaims: readonly CountClaim[];
  readonly stances: readonly StanceClaim[];
}

/** What is known of a happening from all its tellings. */
export function happeningRow(happening: Happening): HappeningRow {
  const { members } = happening;
  const records = members.map(({ trace }) => trace.record);
  const days =
    commonest(
      members
        .filter(({ trace }) => trace.days?.isFirm)
        .map(({ trace: { record } }) => `${record.date ?? ""} ${record.enddate ?? ""}`),
    ) ?? commonest(records.flatMap(({ date, enddate }) => (date === null ? [] : [`${date} ${enddate ?? date}`])));
  const [date = null, enddate = null] = days?.split(" ") ?? [];
  const place = bestPlace(records.flatMap(({ event_loc }) => event_loc ?? []));
  const stances = stanceClaims(happening);
  const counts = COUNT_KINDS.map((kind) => [kind, countFigures(kind, happening)]);
  const sources = independentSources(happening);
  return {
    happening: happeningId(happening),
    date,
    enddate,
    category: commonest(records.map(({ event }) => event[0])) ?? "",
    actor: commonParties(records.map(({ actor }) => actor)),
    recipient: commonParties(records.map(({ recipient }) => recipient)),
    place: place?.resolved_place ?? null,
    country: place?.country_code ?? null,
    reports: sources.size,
    sources: new Set(sources.values()).size,
    counts: Object.fromEntries(counts) as Record<CountKind, CountFigures | null>,
    disputed: stances.some(({ stance }) => stance === "denies"),
    countClaims: countClaims(happening),
    stances,
  };
}

/** The value that comes most often; of several the first. */
function commonest<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

/** The codes that half of the tellings have which name any, in the order of the reports. */
function commonParties(tellings: readonly (readonly PartyRecord[])[]): readonly string[] {
  const named = tellings.map((parties) => [...new Set(parties.map(({ code }) => code).filter((code) => code !== ""))]);
  const telling = named.filter((codes) => codes.length > 0);
  const counts = new Map<string, number>();
  for (const code of telling.flat()) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].filter(([, count]) => 2 * count >= telling.length).map(([code]) => code);
}

/** Of the most precise places the one named most often. */
function bestPlace(places: readonly PlaceRecord[]): PlaceRecord | null {
  const precision = Math.max(...places.map(({ resolution }) => resolution));
  const precise = places.filter(({ resolution }) => resolution === precision);
  const name = commonest(precise.map(({ resolved_place }) => resolved_place));
  return precise.find(({ resolved_place }) => resolved_place === name) ?? null;
}
