import { join } from "node:path";
import { CATEGORIES, SECTORS } from "../../core/codes.ts";
import type {
  ActorGroup,
  CameoEvent,
  SchemeTables,
  CountryCodes,
  CountryName,
  FipsCountry,
  SectorNames,
  SupranationalNames,
} from "../../exports/scheme-tables.ts";
import { readCsvTable, type CsvRow } from "../csv-table.ts";
import { refuseFaults, type LexiconIssue } from "../issues.ts";
import { CellReader } from "../row-cells.ts";

const QUADS = ["1", "2", "3", "4"] as const;
const GROUP_KINDS = ["country", "international", "sector", "religion", "region", "label"] as const;

/** Reads and checks the tables of `data/codes` that exports and imports need. */
export function readSchemeTables(dataDir: string): SchemeTables {
  return new SchemeTableReader(dataDir).read();
}

class SchemeTableReader {
  private readonly issues: LexiconIssue[] = [];
  private readonly dataDir: string;

  constructor(dataDir: string) {
    this.dataDir = dataDir;
  }

  read(): SchemeTables {
    const countries = this.countries();
    const codes = new Set(countries.keys());
    const events = this.events();
    const tables: SchemeTables = {
      countries,
      fips: this.fips(codes),
      icewsCountries: this.countryNames(codes),
      events,
      nearest: this.nearest(events),
      sectors: this.sectors(),
      icewsSectors: this.icewsSectors(),
      supranational: this.supranational(),
      actorGroups: this.actorGroups(),
    };
    refuseFaults(this.issues);
    return tables;
  }

  private rows<C extends string>(
    path: string,
    columns: readonly C[],
  ): readonly { readonly value: CsvRow<C>["value"]; readonly cell: CellReader<C> }[] {
    return readCsvTable(join(this.dataDir, path), columns).map((row) => ({
      value: row.value,
      cell: new CellReader(row, { note: (issue) => this.issues.push(issue) }),
    }));
  }

  /** The names stand in the table of actors, the codes of other schemes in that of codes; each country is in both. */
  private countries(): ReadonlyMap<string, CountryCodes> {
    const names = new Map<string, string>();
    for (const { value } of this.rows("actors/countries.csv", COUNTRY_COLUMNS))
      if (value.kind === "state" || value.kind === "own") names.set(value.code, value.name);
    const out = new Map<string, CountryCodes>();
    for (const { value, cell } of this.rows("codes/countries.csv", ["code", "cow", "cameo"])) {
      const name = names.get(value.code);
      if (name === undefined) cell.fault("code", "no such country in actors/countries.csv");
      if (out.has(value.code)) cell.fault("code", "this country is there twice; keep one row");
      out.set(value.code, { name: name ?? "", cow: cell.number("cow"), cameo: cell.filled("cameo") });
    }
    return out;
  }

  private fips(codes: ReadonlySet<string>): readonly FipsCountry[] {
    const seen = new Set<string>();
    return this.rows("codes/fips.csv", ["fips", "country", "name"]).map(({ value, cell }) => {
      if (seen.has(value.fips)) cell.fault("fips", "this code is there twice; keep one row");
      seen.add(value.fips);
      return { fips: cell.filled("fips"), country: cell.code("country", codes), name: cell.filled("name") };
    });
  }

  private countryNames(codes: ReadonlySet<string>): readonly CountryName[] {
    return this.rows("codes/icews-countries.csv", ["name", "country"]).map(({ cell }) => ({
      name: cell.filled("name"),
      country: cell.code("country", codes),
    }));
  }

  private events(): ReadonlyMap<string, CameoEvent> {
    const meanings = new Map<string, Pick<CameoEvent, "title" | "meaning">>();
    for (const { value, cell } of this.rows("codes/cameo.csv", CAMEO_COLUMNS)) {
      const category = value.category === "" ? null : cell.oneOf("category", CATEGORIES);
      const modes = value.mode === "" ? [] : [value.mode];
      meanings.set(value.code, {
        title: value.name,
        meaning: category && { category, modes, contexts: cell.list("contexts") },
      });
    }
    const out = new Map<string, CameoEvent>();
    for (const { value, cell } of this.rows("codes/cameo-events.csv", ["code", "quad", "score", "title"])) {
      const known = meanings.get(value.code);
      if (!known) cell.fault("code", "no such code in codes/cameo.csv");
      const quad = Number(cell.oneOf("quad", QUADS)) as CameoEvent["quad"];
      const title = value.title || (known?.title ?? "");
      out.set(value.code, { title, meaning: known?.meaning ?? null, quad, score: cell.number("score") ?? 0 });
    }
    return out;
  }

  private nearest(events: ReadonlyMap<string, CameoEvent>): ReadonlyMap<string, string> {
    const out = new Map<string, string>();
    for (const { value, cell } of this.rows("codes/cameo-nearest.csv", ["category", "mode", "code", "note"])) {
      if (!events.has(value.code)) cell.fault("code", "no such code in codes/cameo-events.csv");
      const category = cell.oneOf("category", CATEGORIES);
      out.set(value.mode ? `${category}.${value.mode}` : category, value.code);
    }
    return out;
  }

  private sectors(): ReadonlyMap<string, SectorNames> {
    const out = new Map<string, SectorNames>();
    for (const { value, cell } of this.rows("codes/sectors.csv", ["sector", "cameo", "icews", "agent"]))
      out.set(cell.oneOf("sector", SECTORS), {
        cameo: value.cameo,
        icews: joinedByCommas(value.icews),
        agent: value.agent,
      });
    return out;
  }

  private icewsSectors(): SchemeTables["icewsSectors"] {
    return this.rows("codes/icews-sectors.csv", ["name", "sector", "implied_by"]).map(({ cell }) => ({
      name: cell.filled("name"),
      sector: cell.oneOf("sector", SECTORS),
      impliedBy: cell.list("implied_by").map((s) => cell.oneOf("implied_by", SECTORS, s)),
    }));
  }

  private supranational(): ReadonlyMap<string, SupranationalNames> {
    return new Map(
      this.rows("codes/supranational.csv", ["code", "cameo", "known_group", "type", "name", "icews"]).map(
        ({ value, cell }) => [
          cell.filled("code"),
          {
            cameo: cell.filled("cameo"),
            knownGroup: value.known_group,
            type: value.type,
            name: cell.filled("name"),
            icews: joinedByCommas(value.icews),
          },
        ],
      ),
    );
  }

  private actorGroups(): ReadonlyMap<string, readonly ActorGroup[]> {
    const out = new Map<string, ActorGroup[]>();
    for (const { value, cell } of this.rows("codes/cameo-actors.csv", ["code", "kind", "value", "note"]))
      out.set(value.code, [
        ...(out.get(value.code) ?? []),
        { kind: cell.oneOf("kind", GROUP_KINDS), value: value.value },
      ]);
    return out;
  }
}

const COUNTRY_COLUMNS = [
  "code", "iso2", "kind", "name", "aliases", "demonyms", "capital", "metonyms", "in_force_from", "to", "wikidata", "source",
] as const; // prettier-ignore

const CAMEO_COLUMNS = ["code", "name", "category", "mode", "contexts", "basis"] as const;

function joinedByCommas(cell: string): readonly string[] {
  return cell.split(",").filter((name) => name !== "");
}
