import { foldName } from "../core/fold-name.ts";
import type { EventRecord, PlaceRecord } from "../core/record.ts";
import type { CameoEvent, SchemeTables, FipsCountry, SupranationalNames } from "./scheme-tables.ts";

/** Looks codes up in both directions. */
export class CodeBook {
  readonly tables: SchemeTables;
  private readonly fipsByCountry: ReadonlyMap<string, readonly FipsCountry[]>;
  private readonly countryByFips: ReadonlyMap<string, FipsCountry>;
  private readonly icewsByCountry: ReadonlyMap<string, readonly string[]>;
  private readonly countryByIcews: ReadonlyMap<string, string>;
  private readonly countryByName: ReadonlyMap<string, string>;
  private readonly countryByCameo: ReadonlyMap<string, string>;
  private readonly sectorByIcews: ReadonlyMap<string, { readonly rank: number } & SchemeTables["icewsSectors"][number]>;
  private readonly supranationalByIcews: ReadonlyMap<string, string>;

  constructor(tables: SchemeTables) {
    this.tables = tables;
    this.fipsByCountry = grouped(tables.fips, (f) => f.country);
    this.countryByFips = new Map(tables.fips.map((f) => [f.fips, f]));
    const icews = grouped(tables.icewsCountries, (c) => c.country);
    this.icewsByCountry = new Map([...icews].map(([code, rows]) => [code, rows.map((r) => r.name)]));
    this.countryByIcews = new Map(tables.icewsCountries.map((c) => [foldName(c.name), c.country]));
    this.countryByName = new Map([...tables.countries].map(([code, c]) => [foldName(c.name), code]));
    this.countryByCameo = new Map([...tables.countries].map(([code, c]) => [c.cameo, code]));
    this.sectorByIcews = new Map(tables.icewsSectors.map((row, rank) => [foldName(row.name), { ...row, rank }]));
    // United Nations and European Union are told by their names; of the rows that share a first sector the last one, IGO, stays.
    this.supranationalByIcews = new Map(
      [...tables.supranational].map(([code, s]): [string, string] => [foldName(s.icews[0] ?? ""), code]),
    );
  }

  countryName(code: string): string {
    return this.tables.countries.get(code)?.name ?? "";
  }

  cow(code: string): number | null {
    return this.tables.countries.get(code)?.cow ?? null;
  }

  supranational(code: string): SupranationalNames | null {
    return this.tables.supranational.get(code) ?? null;
  }

  /** A PLOVER country by its code or by a name that any of the tables knows; empty for none. */
  countryNamed(name: string): string {
    if (this.tables.countries.has(name) || this.tables.supranational.has(name)) return name;
    const folded = foldName(name);
    return this.countryByName.get(folded) ?? this.countryByIcews.get(folded) ?? this.supranationalNamed(name);
  }

  private supranationalNamed(name: string): string {
    for (const [code, s] of this.tables.supranational) if (s.name === name) return code;
    return "";
  }

  /** The FIPS row of a place: that of a dependency or part where its name says so, else that of its country. */
  fipsOf(place: Pick<PlaceRecord, "country_code" | "resolved_place" | "province">): FipsCountry | null {
    const rows = this.fipsByCountry.get(place.country_code) ?? [];
    const named = rows.find((r) => r.name === place.resolved_place || r.name === place.province);
    return named ?? rows[0] ?? null;
  }

  countryOfFips(fips: string): FipsCountry | null {
    return this.countryByFips.get(fips) ?? null;
  }

  /** As for FIPS, by the names that ICEWS gives countries and dependencies. */
  icewsCountryOf(country: string, part = ""): string {
    const names = this.icewsByCountry.get(country) ?? [];
    return (part && names.find((n) => n === part)) || (names[0] ?? "");
  }

  countryOfIcews(name: string): string {
    return this.countryByIcews.get(foldName(name)) ?? "";
  }

  cameoCountry(code: string): string {
    return this.tables.countries.get(code)?.cameo ?? "";
  }

  countryOfCameo(code: string): string {
    const own = this.countryByCameo.get(code);
    if (own !== undefined) return own;
    return this.tables.actorGroups.get(code)?.find((g) => g.kind === "country")?.value ?? "";
  }

  /** The PLOVER sectors of ICEWS's, primary first. */
  sectorsOfIcews(names: readonly string[]): readonly string[] {
    const found = names.flatMap((name) => this.sectorByIcews.get(foldName(name)) ?? []).sort((a, b) => a.rank - b.rank);
    const said = found.filter((f) => !found.some((other) => other !== f && f.impliedBy.includes(other.sector)));
    return [...new Set(said.map((f) => f.sector))];
  }

  supranationalOfIcews(name: string, sectors: readonly string[]): string {
    const named = this.supranationalNamed(name);
    if (named) return named;
    for (const s of sectors) {
      const code = this.supranationalByIcews.get(foldName(s));
      if (code !== undefined) return code;
    }
    return "";
  }

  cameoEvent(code: string): CameoEvent | null {
    return this.tables.events.get(code) ?? null;
  }

  /** The CAMEO code of an event, or the one that stands in for its category and mode; null for a category that CAMEO knows nothing of. */
  cameoOf(record: Pick<EventRecord, "cameo" | "event" | "mode">): string | null {
    if (record.cameo !== null && this.tables.events.has(record.cameo)) return record.cameo;
    const [category] = record.event;
    const keys = [...record.mode.map((m) => `${category}.${m}`), category];
    for (const key of keys) {
      const code = this.tables.nearest.get(key);
      if (code !== undefined) return code;
    }
    return this.plainCodeOf(category);
  }

  /** The most general code of a category: "180" rather than "175". */
  private plainCodeOf(category: string): string | null {
    const codes = [...this.tables.events]
      .filter(([code, { meaning }]) => code.length > 2 && meaning?.category === category && !meaning.modes.length)
      .map(([code]) => code);
    return codes.find((c) => c.length === 3 && c.endsWith("0")) ?? codes[0] ?? null;
  }
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const out = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = out.get(key);
    if (group) group.push(row);
    else out.set(key, [row]);
  }
  return out;
}
