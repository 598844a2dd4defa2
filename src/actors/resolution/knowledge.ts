import type { Term } from "../../core/actor-layers.ts";
import { inForce } from "../../core/in-force.ts";
import type {
  ActorTables,
  BodyRow,
  CountryRow,
  HolderRow,
  ModifierRow,
  PronounRow,
} from "../../lexicon/actor-tables.ts";
import { HeadIndex } from "./head-index.ts";
import { NameIndex } from "./name-index.ts";
import { BLOCS } from "./reading.ts";
import { bodyRows, holderRows, type PackedRows } from "./packed-rows.ts";

/** What a named body or a person is on a given day. */
export interface DatedReading {
  readonly code: string;
  readonly sectors: readonly string[];
  readonly office: string | null;
  readonly wikidata: string | null;
  readonly gender: "female" | "male" | "unknown";
  readonly row: string;
  /** False when the row that was found has ended. */
  readonly current: boolean;
}

/** The tables of data/actors in the form that the stage reads them, built once per run. */
export class ActorKnowledge {
  readonly names: NameIndex;
  readonly heads: HeadIndex;
  readonly modifiers: ReadonlyMap<string, ModifierRow>;
  readonly pronouns: ReadonlyMap<string, PronounRow>;
  readonly firstNames: ReadonlyMap<string, "female" | "male">;
  readonly regions: ReadonlyMap<string, ReadonlySet<string>>;
  readonly appointments: ActorTables["appointments"];
  private readonly stateCodes = new Set<string>();
  private readonly countries = new Map<string, CountryRow>();
  private readonly packedBodies: PackedRows;
  private readonly packedHolders: PackedRows;
  private readonly bodies = new Map<string, readonly BodyRow[]>();
  private readonly holders = new Map<string, readonly HolderRow[]>();

  constructor(tables: ActorTables) {
    this.names = new NameIndex(tables.names);
    this.packedBodies = tables.bodies;
    this.packedHolders = tables.holders;
    this.heads = new HeadIndex(tables.heads);
    this.appointments = tables.appointments;
    this.modifiers = new Map(tables.modifiers.map((m) => [m.word, m]));
    this.pronouns = new Map(tables.pronouns.map((p) => [p.form, p]));
    this.firstNames = new Map(Object.entries(tables.firstNames));
    this.regions = new Map(tables.regions.map((r) => [`regions:${r.name}`, new Set(r.codes)]));
    for (const c of tables.countries) this.addCountry(c);
  }

  private addCountry(c: CountryRow): void {
    this.countries.set(`countries:${c.name}`, c);
    this.stateCodes.add(c.code);
  }

  /** True for codes of states and territories with an entry of their own. */
  isState(code: string): boolean {
    return this.stateCodes.has(code);
  }

  country(id: string): CountryRow | null {
    return this.countries.get(id) ?? null;
  }

  private rowsOfBody(id: string): readonly BodyRow[] {
    let rows = this.bodies.get(id);
    if (!rows) this.bodies.set(id, (rows = bodyRows(this.packedBodies, id)));
    return rows;
  }

  private rowsOfPerson(id: string): readonly HolderRow[] {
    let rows = this.holders.get(id);
    if (!rows) this.holders.set(id, (rows = holderRows(this.packedHolders, id)));
    return rows;
  }

  body(id: string): BodyRow | null {
    return this.rowsOfBody(id)[0] ?? null;
  }

  /** The body as it is on the day; the last row when the day is unknown or outside every row. */
  bodyOn(id: string, date: string | null): DatedReading | null {
    const rows = this.rowsOfBody(id);
    const last = rows[rows.length - 1];
    if (!last) return null;
    const row = rows.find((r) => inForce(r, date)) ?? last;
    const { code, sectors } = row;
    return {
      code,
      sectors,
      office: null,
      wikidata: row.wikidata || null,
      gender: "unknown",
      row: row.id,
      current: inForce(row, date),
    };
  }

  /** The rows of a person, in the order of the table; empty for anybody else. */
  termsOf(id: string | null): readonly Term[] {
    if (!id?.startsWith("holders:")) return [];
    return this.rowsOfPerson(id).map((h) => ({
      from: h.from,
      to: h.to,
      code: h.country,
      sectors: h.sectors,
      office: h.office || null,
    }));
  }

  /**
   * The person as of the day. Who holds several offices keeps the first row's; who has left the last one is of the elite
   * (ELI); before the first known office only the country is known.
   */
  personOn(id: string, date: string | null): DatedReading | null {
    const rows = this.rowsOfPerson(id);
    const first = rows[0];
    if (!first) return null;
    const wikidata = rows.find((r) => r.wikidata !== "")?.wikidata ?? null;
    const base = { wikidata, gender: first.gender, current: false };
    const held = rows.find((r) => inForce(r, date));
    if (held) {
      const row = `${id}: ${held.office || held.sectors.join("+")} since ${held.from || "?"}`;
      return { ...base, code: held.country, sectors: held.sectors, office: held.office || null, row, current: true };
    }
    const past = rows.filter((r) => r.to !== "" && (date === null || r.to < date));
    const latest = past.reduce<HolderRow | null>((a, r) => (a === null || r.to > a.to ? r : a), null);
    if (!latest)
      return { ...base, code: first.country, sectors: [], office: null, row: `${id}: before any known office` };
    // Who has left an international post is of his own country again.
    const home = rows.find((r) => !BLOCS.has(r.country))?.country ?? latest.country;
    const code = BLOCS.has(latest.country) ? home : latest.country;
    const office = latest.office ? `former ${latest.office}` : null;
    const stays = STAYS.has(latest.sectors[0] ?? "") && !BLOCS.has(latest.country);
    const sectors = stays ? latest.sectors : ["ELI"];
    return { ...base, code, sectors, office, row: `${id}: ${latest.office} until ${latest.to}` };
  }
}

/** People without a public office keep what they are when a row ends. */
const STAYS = new Set(["CVL", "BUS", "EDU", "JRN", "REL", "CRM", "SOC", "LAB", "REB", "PRM", "MIL", "OPP", ""]);
