import { CATEGORIES, SECTORS, SUPRANATIONAL } from "../../core/codes.ts";
import { CONTEXTS } from "../../core/contexts.ts";
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
import { refuseFaults, type LexiconIssue } from "../issues.ts";
import { CodeTableFiles, type CodeTableRow } from "./code-table-files.ts";

const QUADS = ["1", "2", "3", "4"] as const;
const GROUP_KINDS = ["country", "international", "sector", "religion", "region", "label"] as const;

/** Reads and checks the tables of `data/codes` that exports and imports need. */
export function readSchemeTables(dataDir: string): SchemeTables {
  const reader = new SchemeTableReader(dataDir, null);
  const tables = reader.read();
  refuseFaults(reader.issues);
  return tables;
}

/** What is wrong in those tables; `modes` are PLOVER's, by category. */
export function schemeTableIssues(
  dataDir: string,
  modes: Readonly<Record<string, readonly string[]>>,
): readonly LexiconIssue[] {
  const reader = new SchemeTableReader(dataDir, modes);
  reader.read();
  return reader.issues;
}

class SchemeTableReader {
  private readonly files: CodeTableFiles;
  private readonly modes: Readonly<Record<string, readonly string[]>> | null;

  constructor(dataDir: string, modes: Readonly<Record<string, readonly string[]>> | null) {
    this.files = new CodeTableFiles(dataDir);
    this.modes = modes;
  }

  get issues(): readonly LexiconIssue[] {
    return this.files.issues;
  }

  read(): SchemeTables {
    const countries = this.countries();
    const codes = new Set(countries.keys());
    const events = this.events();
    return {
      countries,
      fips: this.fips(codes),
      icewsCountries: this.countryNames(codes),
      events,
      nearest: this.nearest(events),
      sectors: this.sectors(),
      icewsSectors: this.icewsSectors(),
      supranational: this.supranational(),
      actorGroups: this.actorGroups(codes),
    };
  }

  /** The names stand in the table of actors, the codes of other schemes in that of codes; each country is in both. */
  private countries(): ReadonlyMap<string, CountryCodes> {
    const named = new Map<string, CodeTableRow<"code" | "name">>();
    for (const row of this.files.rows("actors/countries.csv", COUNTRY_COLUMNS, []))
      if (row.value.kind === "state" || row.value.kind === "own") named.set(row.value.code, row);
    const out = new Map<string, CountryCodes>();
    for (const { value, cell } of this.files.rows("codes/countries.csv", ["code", "cow", "cameo"], ["code"])) {
      const name = named.get(value.code)?.value.name;
      if (name === undefined) cell.fault("code", "no such country in actors/countries.csv");
      out.set(value.code, { name: name ?? "", cow: cell.number("cow"), cameo: cell.filled("cameo") });
    }
    for (const [code, row] of named)
      if (!out.has(code)) row.cell.fault("code", "codes/countries.csv has no row for it");
    return out;
  }

  private fips(codes: ReadonlySet<string>): readonly FipsCountry[] {
    return this.files.rows("codes/fips.csv", ["fips", "country", "name"], ["fips"]).map(({ cell }) => ({
      fips: cell.filled("fips"),
      country: cell.code("country", codes),
      name: cell.filled("name"),
    }));
  }

  private countryNames(codes: ReadonlySet<string>): readonly CountryName[] {
    return this.files.rows("codes/icews-countries.csv", ["name", "country"], ["name"]).map(({ cell }) => ({
      name: cell.filled("name"),
      country: cell.code("country", codes),
    }));
  }

  private events(): ReadonlyMap<string, CameoEvent> {
    const meanings = new Map<string, Pick<CameoEvent, "title" | "meaning">>();
    for (const { value, cell } of this.files.rows("codes/cameo.csv", CAMEO_COLUMNS, ["code"])) {
      const category = value.category === "" ? null : cell.oneOf("category", CATEGORIES);
      const modes = value.mode === "" ? [] : [value.mode];
      if (category !== null) this.checkMode(category, cell);
      for (const context of cell.list("contexts")) cell.oneOf("contexts", CONTEXTS, context);
      meanings.set(value.code, {
        title: value.name,
        meaning: category && { category, modes, contexts: cell.list("contexts") },
      });
    }
    const out = new Map<string, CameoEvent>();
    for (const { value, cell } of this.files.rows(
      "codes/cameo-events.csv",
      ["code", "quad", "score", "title"],
      ["code"],
    )) {
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
    for (const { value, cell } of this.files.rows("codes/cameo-nearest.csv", NEAREST_COLUMNS, ["category", "mode"])) {
      if (!events.has(value.code)) cell.fault("code", "no such code in codes/cameo-events.csv");
      const category = cell.oneOf("category", CATEGORIES);
      this.checkMode(category, cell);
      out.set(value.mode ? `${category}.${value.mode}` : category, value.code);
    }
    return out;
  }

  private checkMode(category: string, cell: CodeTableRow<"mode">["cell"]): void {
    const mode = cell.text("mode");
    if (this.modes === null || mode === "" || this.modes[category]?.includes(mode)) return;
    cell.fault("mode", `not a mode of ${category}; ontology/scores.yaml lists them`);
  }

  private sectors(): ReadonlyMap<string, SectorNames> {
    const out = new Map<string, SectorNames>();
    for (const { value, cell } of this.files.rows(
      "codes/sectors.csv",
      ["sector", "cameo", "icews", "agent"],
      ["sector"],
    ))
      out.set(cell.oneOf("sector", SECTORS), {
        cameo: value.cameo,
        icews: joinedByCommas(value.icews),
        agent: value.agent,
      });
    return out;
  }

  private icewsSectors(): SchemeTables["icewsSectors"] {
    return this.files.rows("codes/icews-sectors.csv", ["name", "sector", "implied_by"], ["name"]).map(({ cell }) => ({
      name: cell.filled("name"),
      sector: cell.oneOf("sector", SECTORS),
      impliedBy: cell.list("implied_by").map((s) => cell.oneOf("implied_by", SECTORS, s)),
    }));
  }

  private supranational(): ReadonlyMap<string, SupranationalNames> {
    return new Map(
      this.files.rows("codes/supranational.csv", SUPRANATIONAL_COLUMNS, ["code"]).map(({ value, cell }) => [
        cell.oneOf("code", SUPRANATIONAL),
        {
          cameo: cell.filled("cameo"),
          knownGroup: value.known_group,
          type: value.type,
          name: cell.filled("name"),
          icews: joinedByCommas(value.icews),
        },
      ]),
    );
  }

  private actorGroups(codes: ReadonlySet<string>): ReadonlyMap<string, readonly ActorGroup[]> {
    const out = new Map<string, ActorGroup[]>();
    for (const row of this.files.rows("codes/cameo-actors.csv", ["code", "kind", "value", "note"], ["code", "kind"])) {
      const { code, value } = row.value;
      const kind = row.cell.oneOf("kind", GROUP_KINDS);
      if (kind === "country") row.cell.code("value", codes);
      if (kind === "sector" || kind === "religion") row.cell.oneOf("value", SECTORS);
      if (kind === "international" && value !== "") row.cell.oneOf("value", SUPRANATIONAL);
      out.set(code, [...(out.get(code) ?? []), { kind, value }]);
    }
    return out;
  }
}

const COUNTRY_COLUMNS = [
  "code", "iso2", "kind", "name", "aliases", "demonyms", "capital", "metonyms", "in_force_from", "to", "wikidata", "source",
] as const; // prettier-ignore

const CAMEO_COLUMNS = ["code", "name", "category", "mode", "contexts", "basis"] as const;

const NEAREST_COLUMNS = ["category", "mode", "code", "note"] as const;

const SUPRANATIONAL_COLUMNS = ["code", "cameo", "known_group", "type", "name", "icews"] as const;

function joinedByCommas(cell: string): readonly string[] {
  return cell.split(",").filter((name) => name !== "");
}
