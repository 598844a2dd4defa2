import type { Term } from "../../core/actor-layers.ts";
import type {
  ActorTables,
  BodyRow,
  CountryRow,
  HolderRow,
  ModifierRow,
  PronounRow,
} from "../../lexicon/actor-tables.ts";
import { HeadIndex } from "./head-index.ts";
import { NameIndex, type NameEntry } from "./name-index.ts";

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
  readonly names: NameIndex = new NameIndex();
  readonly heads: HeadIndex;
  readonly modifiers: ReadonlyMap<string, ModifierRow>;
  readonly pronouns: ReadonlyMap<string, PronounRow>;
  readonly firstNames: ReadonlyMap<string, "female" | "male">;
  readonly regions: ReadonlyMap<string, ReadonlySet<string>>;
  readonly appointments: ActorTables["appointments"];
  private readonly stateCodes = new Set<string>();
  private readonly countries = new Map<string, CountryRow>();
  private readonly bodies = new Map<string, BodyRow[]>();
  private readonly holders = new Map<string, HolderRow[]>();

  constructor(tables: ActorTables) {
    this.heads = new HeadIndex(tables.heads);
    this.appointments = tables.appointments;
    this.modifiers = new Map(tables.modifiers.map((m) => [m.word, m]));
    this.pronouns = new Map(tables.pronouns.map((p) => [p.form, p]));
    this.firstNames = new Map(Object.entries(tables.firstNames));
    this.regions = new Map(tables.regions.map((r) => [`regions:${r.name}`, new Set(r.codes)]));
    for (const c of tables.countries) this.addCountry(c);
    for (const b of tables.bodies) this.addBody(b);
    for (const h of tables.holders) this.addHolder(h);
    for (const p of tables.places)
      this.names.add(p.name, { id: `places:${p.name}`, kind: "place", canonical: p.name, code: p.code });
    for (const r of tables.regions)
      this.names.add(r.name, { id: `regions:${r.name}`, kind: "region", canonical: r.name, code: "" });
    this.names.seal();
  }

  private addCountry(c: CountryRow): void {
    const id = `countries:${c.name}`;
    this.countries.set(id, c);
    this.stateCodes.add(c.code);
    const entry = (kind: NameEntry["kind"]): NameEntry => ({ id, kind, canonical: c.name, code: c.code });
    for (const n of [c.name, ...c.aliases]) this.names.add(n.replace(/^the /i, ""), entry("country"));
    for (const n of c.demonyms) this.names.add(n, entry("demonym"));
    for (const n of c.capitals) this.names.add(n, entry("capital"));
    for (const n of c.metonyms) this.names.add(n.replace(/^the /i, ""), entry("metonym"));
  }

  private addBody(b: BodyRow): void {
    const rows = this.bodies.get(b.id);
    if (rows) rows.push(b);
    else this.bodies.set(b.id, [b]);
    const entry: NameEntry = { id: b.id, kind: "body", canonical: b.name, code: b.code };
    // "The Times" keeps its article: without it the word is no name.
    for (const n of [b.name, ...b.aliases])
      this.names.add(/^the [a-z]+$/i.test(n) ? n : n.replace(/^the /i, ""), entry);
  }

  private addHolder(h: HolderRow): void {
    const id = this.holderId(h);
    const rows = this.holders.get(id);
    if (rows) rows.push(h);
    else this.holders.set(id, [h]);
    const entry: NameEntry = { id, kind: "person", canonical: h.person, code: h.country };
    for (const n of [h.person, ...h.aliases]) this.names.add(n, entry);
  }

  /** Persons of one name are told apart by their Wikidata ids: the first bears the plain name. */
  private holderId(h: HolderRow): string {
    const plain = `holders:${h.person}`;
    const first = this.holders.get(plain)?.find((r) => r.wikidata !== "")?.wikidata;
    return h.wikidata === "" || first === undefined || first === h.wikidata ? plain : `${plain} (${h.wikidata})`;
  }

  /** True for codes of states and territories with an entry of their own. */
  isState(code: string): boolean {
    return this.stateCodes.has(code);
  }

  country(id: string): CountryRow | null {
    return this.countries.get(id) ?? null;
  }

  body(id: string): BodyRow | null {
    return this.bodies.get(id)?.[0] ?? null;
  }

  /** The body as it is on the day; the last row when the day is unknown or outside every row. */
  bodyOn(id: string, date: string | null): DatedReading | null {
    const rows = this.bodies.get(id);
    const last = rows?.[rows.length - 1];
    if (!rows || !last) return null;
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
    return (this.holders.get(id ?? "") ?? []).map((h) => ({
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
    const rows = this.holders.get(id);
    const first = rows?.[0];
    if (!rows || !first) return null;
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
    const office = latest.office ? `former ${latest.office}` : null;
    const sectors = STAYS.has(latest.sectors[0] ?? "") ? latest.sectors : ["ELI"];
    return { ...base, code: latest.country, sectors, office, row: `${id}: ${latest.office} until ${latest.to}` };
  }
}

/** People without a public office keep what they are when a row ends. */
const STAYS = new Set(["CVL", "BUS", "EDU", "JRN", "REL", "CRM", "SOC", "LAB", "REB", "PRM", "MIL", "OPP", ""]);

/** True when the row holds on the day; an unknown day counts as the end of time. */
function inForce(row: { readonly from: string; readonly to: string }, date: string | null): boolean {
  if (date === null) return row.to === "";
  return (row.from === "" || date >= row.from) && (row.to === "" || date <= `${row.to}~`);
}
