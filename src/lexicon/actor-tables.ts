import { join } from "node:path";
import { SECTORS, SUPRANATIONAL } from "../core/codes.ts";
import { AppError } from "../core/errors.ts";
import { readCsvTable } from "./csv-table.ts";

/** What the actors stage knows, ready to be stored as JSON. data/actors/README.md explains every column. */
export interface ActorTables {
  readonly countries: readonly CountryRow[];
  readonly heads: readonly HeadRow[];
  readonly modifiers: readonly ModifierRow[];
  readonly bodies: readonly BodyRow[];
  readonly holders: readonly HolderRow[];
  /** First names, lower case without accents -> gender. */
  readonly firstNames: Readonly<Record<string, "female" | "male">>;
  readonly pronouns: readonly PronounRow[];
  /** Region words ("West African") -> PLOVER country codes. */
  readonly regions: readonly { readonly name: string; readonly codes: readonly string[] }[];
  readonly places: readonly { readonly name: string; readonly code: string }[];
}

export interface CountryRow {
  readonly code: string;
  readonly iso2: string;
  readonly kind: "state" | "own" | "dependency" | "disputed";
  readonly name: string;
  readonly aliases: readonly string[];
  readonly demonyms: readonly string[];
  readonly capitals: readonly string[];
  readonly metonyms: readonly string[];
  readonly from: string;
  readonly to: string;
}

const HEAD_CLASSES = ["person", "group", "body", "unit", "country", "place", "thing", "partitive"] as const;
export type HeadClass = (typeof HEAD_CLASSES)[number];

/** A noun or noun phrase that names actors: agents.csv and offices.csv. */
export interface HeadRow {
  readonly table: "agents" | "offices";
  readonly words: string;
  readonly sectors: readonly string[];
  readonly code: string;
  readonly gender: "female" | "male" | "neuter" | "either";
  readonly class: HeadClass;
  /** What may decide the sector in place of the noun: modifiers and complements ("police spokesman"), or complements alone ("president of the union"). */
  readonly yields: "yes" | "of" | "";
}

const EFFECTS = ["former", "sector", "second", "foreign", "skip", "cut", "partisan", "location", "ruling"] as const;
export interface ModifierRow {
  readonly word: string;
  readonly effect: (typeof EFFECTS)[number];
  readonly sectors: readonly string[];
}

/** A named body: organisations.csv, groups.csv, parties.csv; rows of one name are told apart by their years. */
export interface BodyRow {
  readonly id: string;
  readonly table: "organisations" | "groups" | "parties";
  readonly name: string;
  readonly aliases: readonly string[];
  readonly code: string;
  readonly sectors: readonly string[];
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly wikidata: string;
}

export interface HolderRow {
  readonly person: string;
  readonly aliases: readonly string[];
  readonly gender: "female" | "male" | "unknown";
  readonly country: string;
  readonly office: string;
  readonly sectors: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly wikidata: string;
}

export interface PronounRow {
  readonly form: string;
  readonly class:
    "personal" | "possessive" | "reflexive" | "relative" | "speaker" | "reciprocal" | "indefinite" | "pair";
  readonly number: "singular" | "plural" | "either";
  readonly gender: "female" | "male" | "neuter" | "either";
}

/** Column headers of the tables; readers refuse anything else. */
const COLUMNS = {
  countries: [
    "code", "iso2", "kind", "name", "aliases", "demonyms", "capital", "metonyms", "in_force_from", "to", "source",
  ],
  offices: ["pattern", "sector", "secondary", "class", "yields", "source"],
  agents: ["lemma", "sector", "secondary", "number", "gender", "class", "yields", "source"],
  modifiers: ["word", "effect", "sector", "source"],
  bodies: ["name", "aliases", "code", "sector", "secondary", "kind", "from", "to", "wikidata", "source"],
  holders: ["person", "aliases", "gender", "country", "office", "sector", "from", "to", "wikidata", "source"],
  firstNames: ["name", "gender"],
  pronouns: ["form", "class", "number", "gender"],
  regions: ["name", "codes", "source"],
  places: ["name", "code", "source"],
} as const; // prettier-ignore

/** Reads and checks `actors/*.csv` of a lexicon folder. */
export function readActorTables(dataDir: string): ActorTables {
  const at = (name: string): string => join(dataDir, "actors", `${name}.csv`);
  const countries = readCountries(at("countries"));
  const known = new Set([...countries.map((c) => c.code), ...SUPRANATIONAL, ""]);
  return {
    countries,
    heads: [...readOffices(at("offices"), known), ...readAgents(at("agents"))],
    modifiers: readModifiers(at("modifiers")),
    bodies: (["organisations", "groups", "parties"] as const).flatMap((t) => readBodies(at(t), t, known)),
    holders: readHolders(at("holders"), known),
    firstNames: readFirstNames(at("first-names")),
    pronouns: readPronouns(at("pronouns")),
    regions: readRegions(at("regions"), known),
    places: readPlaces(at("places"), known),
  };
}

interface Cell {
  readonly path: string;
  readonly line: number;
  readonly column: string;
}

const list = (value: string): readonly string[] =>
  value
    .split("|")
    .map((v) => v.trim())
    .filter((v) => v !== "");

function oneOf<T extends string>(allowed: readonly T[], value: string, cell: Cell): T {
  const found = allowed.find((a) => a === value);
  if (found !== undefined) return found;
  throw new AppError("LEXICON_VALUE", { ...cell, value, reason: `write one of ${allowed.join(", ")}` });
}

function sectorsOf(primary: string, secondary: string, cell: Omit<Cell, "column">): readonly string[] {
  const all = [...primary.split("+"), ...secondary.split("+")].map((s) => s.trim()).filter((s) => s !== "");
  return all.map((s) => oneOf(SECTORS, s, { ...cell, column: "sector" }));
}

function codeOf(value: string, known: ReadonlySet<string>, cell: Cell): string {
  if (known.has(value)) return value;
  throw new AppError("LEXICON_VALUE", { ...cell, value, reason: "no such code in countries.csv" });
}

function dateOf(value: string, cell: Cell): string {
  if (value === "" || /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(value)) return value;
  throw new AppError("LEXICON_VALUE", { ...cell, value, reason: "write YYYY, YYYY-MM, YYYY-MM-DD or nothing" });
}

function spanOf(value: { from: string; to: string }, cell: Omit<Cell, "column">): { from: string; to: string } {
  return {
    from: dateOf(value.from, { ...cell, column: "from" }),
    to: dateOf(value.to, { ...cell, column: "to" }),
  };
}

function readCountries(path: string): readonly CountryRow[] {
  return readCsvTable(path, COLUMNS.countries).map(({ line, value }) => ({
    code: value.code,
    iso2: value.iso2,
    kind: oneOf(["state", "own", "dependency", "disputed"], value.kind, { path, line, column: "kind" }),
    name: value.name,
    aliases: list(value.aliases),
    demonyms: list(value.demonyms),
    capitals: list(value.capital),
    metonyms: list(value.metonyms),
    ...spanOf({ from: value.in_force_from, to: value.to }, { path, line }),
  }));
}

function readOffices(path: string, known: ReadonlySet<string>): readonly HeadRow[] {
  return readCsvTable(path, COLUMNS.offices).map(({ line, value }) => {
    // A pattern may fix its own country: "chancellor of the exchequer => GBR".
    const [words = "", code = ""] = value.pattern.split("=>").map((p) => p.trim());
    return {
      table: "offices" as const,
      words,
      sectors: sectorsOf(value.sector, value.secondary, { path, line }),
      code: codeOf(code, known, { path, line, column: "pattern" }),
      gender: "either" as const,
      class: oneOf(HEAD_CLASSES, value.class, { path, line, column: "class" }),
      yields: oneOf(["yes", "of", ""], value.yields, { path, line, column: "yields" }),
    };
  });
}

function readAgents(path: string): readonly HeadRow[] {
  return readCsvTable(path, COLUMNS.agents).map(({ line, value }) => ({
    table: "agents" as const,
    words: value.lemma,
    sectors: sectorsOf(value.sector, value.secondary, { path, line }),
    code: "",
    gender: oneOf(["female", "male", "neuter", "either"], value.gender, { path, line, column: "gender" }),
    class: oneOf(HEAD_CLASSES, value.class, { path, line, column: "class" }),
    yields: oneOf(["yes", "of", ""], value.yields, { path, line, column: "yields" }),
  }));
}

function readModifiers(path: string): readonly ModifierRow[] {
  return readCsvTable(path, COLUMNS.modifiers).map(({ line, value }) => ({
    word: value.word,
    effect: oneOf(EFFECTS, value.effect, { path, line, column: "effect" }),
    sectors: sectorsOf(value.sector, "", { path, line }),
  }));
}

function readBodies(path: string, table: BodyRow["table"], known: ReadonlySet<string>): readonly BodyRow[] {
  return readCsvTable(path, COLUMNS.bodies).map(({ line, value }) => ({
    id: `${table}:${value.name}`,
    table,
    name: value.name,
    aliases: list(value.aliases),
    code: codeOf(value.code, known, { path, line, column: "code" }),
    sectors: sectorsOf(value.sector, value.secondary, { path, line }),
    kind: value.kind,
    ...spanOf(value, { path, line }),
    wikidata: value.wikidata,
  }));
}

function readHolders(path: string, known: ReadonlySet<string>): readonly HolderRow[] {
  return readCsvTable(path, COLUMNS.holders).map(({ line, value }) => ({
    person: value.person,
    aliases: list(value.aliases),
    gender: oneOf(["female", "male", "unknown"], value.gender || "unknown", { path, line, column: "gender" }),
    country: codeOf(value.country, known, { path, line, column: "country" }),
    office: value.office,
    sectors: sectorsOf(value.sector, "", { path, line }),
    ...spanOf(value, { path, line }),
    wikidata: value.wikidata,
  }));
}

function readFirstNames(path: string): Readonly<Record<string, "female" | "male">> {
  return Object.fromEntries(
    readCsvTable(path, COLUMNS.firstNames).map(({ line, value }) => [
      value.name,
      oneOf(["f", "m"], value.gender, { path, line, column: "gender" }) === "f" ? "female" : "male",
    ]),
  );
}

function readPronouns(path: string): readonly PronounRow[] {
  const classes = [
    "personal",
    "possessive",
    "reflexive",
    "relative",
    "speaker",
    "reciprocal",
    "indefinite",
    "pair",
  ] as const;
  return readCsvTable(path, COLUMNS.pronouns).map(({ line, value }) => ({
    form: value.form,
    class: oneOf(classes, value.class, { path, line, column: "class" }),
    number: oneOf(["singular", "plural", "either"], value.number, { path, line, column: "number" }),
    gender: oneOf(["female", "male", "neuter", "either"], value.gender, { path, line, column: "gender" }),
  }));
}

function readRegions(path: string, known: ReadonlySet<string>): ActorTables["regions"] {
  return readCsvTable(path, COLUMNS.regions).map(({ line, value }) => ({
    name: value.name,
    codes: list(value.codes).map((c) => codeOf(c, known, { path, line, column: "codes" })),
  }));
}

function readPlaces(path: string, known: ReadonlySet<string>): ActorTables["places"] {
  return readCsvTable(path, COLUMNS.places).map(({ line, value }) => ({
    name: value.name,
    code: codeOf(value.code, known, { path, line, column: "code" }),
  }));
}
