import { SUPRANATIONAL } from "../../core/codes.ts";
import type { ActorCodes, ActorFault, ActorReading } from "./actor-codes.ts";
import type { ActorEntry } from "./actor-dictionary.ts";
import type { NameKnowledge } from "./name-knowledge.ts";
import type { Tally } from "./tally.ts";
import { layOut, type Period } from "./timeline.ts";

/** Rows of the actor tables by file name, cells in the order of the file's header. */
export type TableRows = Map<string, (readonly string[])[]>;

/** All that the dictionaries say of one name. */
interface Gathered {
  readonly name: string;
  readonly aliases: Map<string, string>;
  /** Null where a code says that there is nobody. */
  readonly periods: Period<ActorReading | null>[];
  readonly source: string;
}

/** Turns entries of actor dictionaries into rows of holders, groups, parties, organisations and places. */
export class ActorRows {
  private readonly codes: ActorCodes;
  private readonly names: NameKnowledge;
  private readonly tally: Tally;
  private readonly gathered = new Map<string, Gathered>();
  private readonly places = new Map<string, readonly string[]>();

  constructor(codes: ActorCodes, names: NameKnowledge, tally: Tally) {
    this.codes = codes;
    this.names = names;
    this.tally = tally;
  }

  /** Takes one entry in; `source` stands in its rows. */
  add(entry: ActorEntry, source: string): void {
    const periods = this.periodsOf(entry);
    const read = periods.flatMap((p) => p.value ?? []);
    const [name] = entry.names;
    if (name === undefined || !read.length) {
      if (!entry.codes.length && !entry.damaged) this.tally.lost("actors", entry.at, "no-code");
      else if (entry.codes.length && periods.length === entry.codes.length) this.tally.lost("actors", entry.at, "null");
      return;
    }
    if (read.some((r) => r.lost)) this.tally.partly("actors", entry.at, "code-part");
    const [only] = periods;
    if (only?.value && periods.length === 1 && isPlainCountry(only)) this.addPlaces(entry, only.value.code, source);
    else this.gather(entry, periods, source);
  }

  private periodsOf(entry: ActorEntry): readonly Period<ActorReading | null>[] {
    return entry.codes.flatMap(({ code, from, to }): Period<ActorReading | null>[] => {
      const value: ActorReading | ActorFault = this.codes.actor(code);
      if (typeof value !== "string") return [{ from, to, value }];
      if (value === "null") return [{ from, to, value: null }];
      this.tally.lost("actors", entry.at, value);
      return [];
    });
  }

  private gather(entry: ActorEntry, periods: readonly Period<ActorReading | null>[], source: string): void {
    const spelled = entry.names.map((n) => this.names.spelled(n));
    const [name = ""] = spelled;
    const key = name.toLowerCase();
    const old: Gathered = this.gathered.get(key) ?? { name, aliases: new Map(), periods: [], source };
    this.gathered.set(key, old);
    for (const s of spelled) if (s.toLowerCase() !== key) old.aliases.set(s.toLowerCase(), s);
    const clash = old.periods.some((o) =>
      periods.some((p) => isUndated(o) && isUndated(p) && keyOf(o.value) !== keyOf(p.value)),
    );
    if (clash) this.tally.partly("actors", entry.at, "double-name");
    old.periods.push(...periods);
    this.tally.taken("actors", entry.at);
  }

  /** A name that says no more than a country: known already, or a town, province or spelling that stands for it. */
  private addPlaces(entry: ActorEntry, code: string, source: string): void {
    let fresh = false;
    for (const n of entry.names) {
      if (this.names.countryOf(n) === code) continue;
      fresh = true;
      const old = this.places.get(n.toLowerCase());
      if (!old) this.places.set(n.toLowerCase(), [this.names.spelled(n), code, source]);
      else if (old[1] !== code) this.tally.partly("actors", entry.at, "double-name");
    }
    if (fresh) this.tally.taken("actors", entry.at);
    else this.tally.known("actors", entry.at);
  }

  /** Adds the rows of all entries; those of one name tell one time after the other. */
  write(rows: TableRows): void {
    for (const cells of this.places.values()) push(rows, "places", cells);
    for (const g of this.gathered.values()) this.writeName(g, rows);
  }

  private writeName(g: Gathered, rows: TableRows): void {
    const readings = g.periods.flatMap((p) => p.value ?? []);
    const person = this.names.isPerson(
      g.name,
      readings,
      g.periods.some((p) => !isUndated(p)),
    );
    const table = person ? "holders" : bodyTable(readings);
    let aliases = [...g.aliases.values()].map((a) => a.replaceAll("|", " ")).join("|");
    for (const { from, to, value } of layOut(g.periods, keyOf)) {
      if (!value) continue;
      const [sector = "", ...more] = value.sectors;
      push(
        rows,
        table,
        person
          ? [
              g.name,
              aliases,
              this.names.genderOf(g.name),
              value.code,
              "",
              value.sectors.join("+"),
              from,
              to,
              "",
              g.source,
            ]
          : [g.name, aliases, value.code, sector, more.join("+"), "", from, to, "", g.source],
      );
      // The aliases stand in the first row of a name.
      aliases = "";
    }
  }
}

function keyOf(value: ActorReading | null): string {
  return value === null ? "" : `${value.code} ${value.sectors.join("+")}`;
}

function isUndated(p: Period<unknown>): boolean {
  return p.from === "" && p.to === "";
}

function isPlainCountry(p: Period<ActorReading | null>): boolean {
  return p.value !== null && p.value.code !== "" && !p.value.sectors.length && isUndated(p) && !WIDE.has(p.value.code);
}

const WIDE: ReadonlySet<string> = new Set(SUPRANATIONAL);

function bodyTable(readings: readonly ActorReading[]): string {
  const has = (sectors: readonly string[]): boolean => readings.some((r) => r.sectors.some((s) => sectors.includes(s)));
  if (has(["PTY"])) return "parties";
  return has(["REB", "UAF", "PRM", "CRM"]) || readings.some((r) => r.code === "IMG") ? "groups" : "organisations";
}

function push(rows: TableRows, table: string, cells: readonly string[]): void {
  const list = rows.get(table) ?? [];
  rows.set(table, list);
  list.push(cells);
}
