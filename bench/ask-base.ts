/** `node dist/bench/ask-base.js [FILE [EVENTS]]`: makes a base of synthesised events, unless it is there, and times the queries of the asking commands. */
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BaseReader } from "../src/store/duckdb/base-reader.ts";
import type { EventFilter, Keeping } from "../src/store/queries/event-filter.ts";
import { countQuery, eventsQuery, fittingQuery, type EventRequest } from "../src/store/queries/list-events.ts";
import { readDyad, readParty } from "../src/store/queries/party-choice.ts";
import type { Query } from "../src/store/queries/query-parameters.ts";
import { seriesQuery } from "../src/store/queries/series-counts.ts";
import { idsQuery, reportQuery, retellingsQuery, versionQuery } from "../src/store/queries/show-event.ts";
import { synthesiseBase } from "./synthetic-base.ts";

const EVERYTHING: EventFilter = {
  actor: [], recipient: [], country: [], sector: [], category: [], mode: [], context: [], place: [], text: [], from: null, to: null,
}; // prettier-ignore
const DEFAULT: Keeping = { statuses: ["actual"], historical: false, retold: false, once: false };
const REPEATS = 5;
/** A command finds the fitting rows once in its life, here it is done again. */
const FORGOTTEN: Query = { sql: "DROP TABLE IF EXISTS fitting_events", parameters: [] };

const [path = join(tmpdir(), "dragoman-ask.duckdb"), size = "5000000"] = process.argv.slice(2);
if (!existsSync(path)) await synthesiseBase(path, Number(size));
const base = await BaseReader.open(path);
console.log("query".padEnd(36), "rows".padStart(6), "first s".padStart(9), "median s".padStart(9), "CPU s".padStart(7));
for (const [name, queries] of queriesToTime()) await time(name, queries);
base.close();

function queriesToTime(): readonly (readonly [name: string, queries: readonly Query[]])[] {
  const days = { from: "2022-02-01", to: "2022-02-28" };
  // The id of the second synthesised event.
  const event = "c4ca4238a0b92382";
  return [
    ["events, no filter", list({})],
    ["events, page 1000", list({}, { page: { offset: 50_000, limit: 50 } })],
    ["events, sorted by confidence", list({}, { sort: { by: "confidence", descending: true } })],
    ["events, actor code", list({ actor: [readParty("RUS")] })],
    ["events, actor code and sector", list({ actor: [readParty("RUS:GOV")] })],
    ["events, actor and recipient", list({ actor: [readParty("RUS")], recipient: [readParty("VEN")] })],
    ["events, part of an actor's name", list({ actor: [readParty("name 6024 ")] })],
    ["events, country", list({ country: ["SYR"] })],
    ["events, sector", list({ sector: ["REB"] })],
    ["events, category and mode", list({ category: ["ASSAULT"], mode: ["visit"] })],
    ["events, context", list({ context: ["election"] })],
    ["events, a month", list(days)],
    ["events, place", list({ place: ["place 777"] })],
    ["events, text", list({ text: ["w12345"] })],
    ["events, text in a month", list({ text: ["w12345"], ...days })],
    ["show", [idsQuery(event), versionQuery(event), reportQuery("r0"), retellingsQuery(event)]],
    ["series, dyad by month", series("RUS-VEN", "month")],
    ["series, dyad with sectors by day", series("RUS:GOV-VEN:OPP", "day")],
    ["series, everything by week", series(null, "week")],
  ];
}

function list(fields: Partial<EventFilter>, more: Partial<EventRequest> = {}): readonly Query[] {
  const request: EventRequest = {
    filter: { ...EVERYTHING, ...fields },
    keeping: DEFAULT,
    sort: { by: "date", descending: false },
    page: { offset: 0, limit: 50 },
    ...more,
  };
  const fitting = fittingQuery(request);
  return [...(fitting ? [FORGOTTEN, fitting] : []), countQuery(request), eventsQuery(request, ["record"])];
}

function series(dyad: string | null, by: "day" | "week" | "month"): readonly Query[] {
  const sides = dyad === null ? null : readDyad(dyad);
  const parties = sides ? ({ kind: "dyad", sides, directed: false } as const) : ({ kind: "all" } as const);
  return [seriesQuery({ filter: EVERYTHING, keeping: DEFAULT, parties, by })];
}

/** All queries of a command, their rows read: the first time, the median of some, and CPU seconds. */
async function time(name: string, queries: readonly Query[]): Promise<void> {
  const walls: number[] = [];
  let rows = 0;
  const cpu = process.cpuUsage();
  for (let i = 0; i < REPEATS; i++) {
    const from = performance.now();
    rows = 0;
    for (const query of queries) rows += await countRows(query);
    walls.push((performance.now() - from) / 1000);
  }
  const { user, system } = process.cpuUsage(cpu);
  const median = [...walls].sort((a, b) => a - b)[Math.floor(REPEATS / 2)] ?? 0;
  const seconds = [walls[0] ?? 0, median].map((s) => s.toFixed(2).padStart(9));
  console.log(name.padEnd(36), String(rows).padStart(6), ...seconds, ((user + system) / 1e6 / REPEATS).toFixed(2).padStart(7)); // prettier-ignore
}

async function countRows({ sql, parameters }: Query): Promise<number> {
  const rows: unknown[] = [];
  for await (const row of (await base.ask(sql, parameters)).rows) rows.push(row);
  return rows.length;
}
