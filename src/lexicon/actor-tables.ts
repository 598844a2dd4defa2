import type { NameKind } from "../actors/resolution/name-index.ts";
import { NamePacker, type PackedNames } from "../actors/resolution/pack-names.ts";
import { holderRows, packBodies, packHolders, type PackedRows } from "../actors/resolution/packed-rows.ts";
import { SUPRANATIONAL } from "../core/codes.ts";
import { noteOverlaps, type Term } from "./holder-terms.ts";
import { withSource, type DataFolder, type LexiconSource } from "./lexicon-source.ts";

/** What the actors stage knows, ready to be stored as JSON. data/actors/README.md explains every column. */
export interface ActorTables {
  readonly countries: readonly CountryRow[];
  readonly heads: readonly HeadRow[];
  readonly modifiers: readonly ModifierRow[];
  /** Organisations, groups and parties by id. */
  readonly bodies: PackedRows;
  /** Persons in their offices by id. */
  readonly holders: PackedRows;
  /** Every name of the tables, and what it may stand for. */
  readonly names: PackedNames;
  /** First names, lower case without accents -> gender. */
  readonly firstNames: Readonly<Record<string, "female" | "male">>;
  readonly pronouns: readonly PronounRow[];
  /** Region words ("West African") -> PLOVER country codes. */
  readonly regions: readonly { readonly name: string; readonly codes: readonly string[] }[];
  /** Verbs by which a text tells that somebody takes, has or leaves an office. */
  readonly appointments: Readonly<Record<string, (typeof CLAIM_STATES)[number]>>;
  readonly places: readonly { readonly name: string; readonly code: string }[];
}

export interface CountryRow {
  readonly wikidata: string;
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

const HEAD_CLASSES = ["person", "group", "body", "unit", "country", "place", "thing", "partitive", "measure"] as const;
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

/** What a claim says about an office: held, to be held, held no more. */
const CLAIM_STATES = ["holds", "incoming", "former"] as const;

const EFFECTS = [
  "former",
  "sector",
  "kind",
  "second",
  "foreign",
  "skip",
  "cut",
  "partisan",
  "location",
  "ruling",
] as const;
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

const SOURCED = "source" as const;
const BODY_COLUMNS = [
  "name", "aliases", "code", "sector", "secondary", "kind", "from", "to", "wikidata", SOURCED,
] as const; // prettier-ignore

/** The holders of offices fill one file a region of the world, beside one for people of no region. */
const HOLDER_REGIONS = [
  "africa-east-south",
  "africa-west-central",
  "americas",
  "asia",
  "europe-east-central-asia",
  "europe-west",
  "middle-east-north-africa",
  "oceania",
] as const;

/** Files, column headers and keys of the tables; readers refuse anything else. */
const SHAPES = {
  countries: {
    file: "actors/countries.csv",
    columns: [
      "code", "iso2", "kind", "name", "aliases", "demonyms", "capital", "metonyms", "in_force_from", "to", "wikidata",
      SOURCED,
    ],
    key: ["code", "name"],
  },
  offices: {
    file: "actors/offices.csv",
    columns: ["pattern", "sector", "secondary", "class", "yields", SOURCED],
    key: ["pattern"],
  },
  agents: {
    file: "actors/agents.csv",
    columns: ["lemma", "sector", "secondary", "number", "gender", "class", "yields", SOURCED],
    key: ["lemma"],
  },
  modifiers: { file: "actors/modifiers.csv", columns: ["word", "effect", "sector", SOURCED], key: ["word"] },
  organisations: { file: "actors/organisations.csv", columns: BODY_COLUMNS, key: ["name", "code", "from"] },
  groups: { file: "actors/groups.csv", columns: BODY_COLUMNS, key: ["name", "code", "from"] },
  parties: { file: "actors/parties.csv", columns: BODY_COLUMNS, key: ["name", "code", "from"] },
  holders: {
    file: "actors/holders.csv",
    parts: HOLDER_REGIONS.map((region) => `actors/holders/${region}.csv`),
    columns: ["person", "aliases", "gender", "country", "office", "sector", "from", "to", "wikidata", SOURCED],
    key: ["person", "country", "office", "from"],
  },
  firstNames: { file: "actors/first-names.csv", columns: ["name", "gender"], key: ["name"] },
  pronouns: { file: "actors/pronouns.csv", columns: ["form", "class", "number", "gender"], key: ["form"] },
  appointments: { file: "actors/appointments.csv", columns: ["verb", "state"], key: ["verb"] },
  regions: { file: "actors/regions.csv", columns: ["name", "codes", SOURCED], key: ["name"] },
  places: { file: "actors/places.csv", columns: ["name", "code", SOURCED], key: ["name"] },
} as const; // prettier-ignore

const GENDERS = ["female", "male", "neuter", "either"] as const;
const YIELDS = ["yes", "of", ""] as const;
const PRONOUN_CLASSES = [
  "personal", "possessive", "reflexive", "relative", "speaker", "reciprocal", "indefinite", "pair",
] as const; // prettier-ignore

/** Reads and checks `actors/*.csv` of a lexicon folder. */
export function readActorTables(data: DataFolder): ActorTables {
  return withSource(data, (source) => {
    const countries = readCountries(source);
    const known = new Set([...countries.map((c) => c.code), ...SUPRANATIONAL, ""]);
    const bodies = (["organisations", "groups", "parties"] as const).flatMap((t) => readBodies(source, t, known));
    const holders = packHolders(readHolders(source, known));
    const regions = source.rows(SHAPES.regions, (c) => ({
      name: c.filled("name"),
      codes: c.list("codes").map((code) => c.code("codes", known, code)),
    }));
    const places = source.rows(SHAPES.places, (c) => ({ name: c.filled("name"), code: c.code("code", known) }));
    return {
      countries,
      heads: [...readOffices(source, known), ...readAgents(source)],
      modifiers: source.rows(SHAPES.modifiers, (c) => ({
        word: c.filled("word"),
        effect: c.oneOf("effect", EFFECTS),
        sectors: c.sectors("sector"),
      })),
      bodies: packBodies(bodies),
      holders,
      names: packNames({ countries, bodies, holders, regions, places }),
      firstNames: readFirstNames(source),
      pronouns: source.rows(SHAPES.pronouns, (c) => ({
        form: c.filled("form"),
        class: c.oneOf("class", PRONOUN_CLASSES),
        number: c.oneOf("number", ["singular", "plural", "either"]),
        gender: c.oneOf("gender", GENDERS),
      })),
      appointments: Object.fromEntries(
        source.rows(SHAPES.appointments, (c) => [c.filled("verb"), c.oneOf("state", CLAIM_STATES)]),
      ),
      regions,
      places,
    };
  });
}

/** The order of the tables is the order in which a name's readings are tried. */
function packNames(tables: {
  readonly countries: readonly CountryRow[];
  readonly bodies: readonly BodyRow[];
  readonly holders: PackedRows;
  readonly regions: ActorTables["regions"];
  readonly places: ActorTables["places"];
}): PackedNames {
  const packer = new NamePacker();
  for (const c of tables.countries) {
    const id = `countries:${c.name}`;
    const add = (names: readonly string[], kind: NameKind): void => {
      for (const n of names) packer.add(n, { id, kind, canonical: c.name, code: c.code });
    };
    add([c.name, ...c.aliases].map(withoutArticle), "country");
    add(c.demonyms, "demonym");
    add(c.capitals, "capital");
    add(c.metonyms.map(withoutArticle), "metonym");
  }
  for (const b of tables.bodies)
    // "The Times" keeps its article: without it the word is no name.
    for (const n of [b.name, ...b.aliases])
      packer.add(/^the [a-z]+$/i.test(n) ? n : withoutArticle(n), {
        id: b.id,
        kind: "body",
        canonical: b.name,
        code: b.code,
      });
  for (const id of tables.holders.keys())
    for (const h of holderRows(tables.holders, id))
      for (const n of [h.person, ...h.aliases])
        packer.add(n, { id, kind: "person", canonical: h.person, code: h.country });
  for (const p of tables.places)
    packer.add(p.name, { id: `places:${p.name}`, kind: "place", canonical: p.name, code: p.code });
  for (const r of tables.regions)
    packer.add(r.name, { id: `regions:${r.name}`, kind: "region", canonical: r.name, code: "" });
  return packer.pack();
}

function withoutArticle(name: string): string {
  return name.replace(/^the /i, "");
}

function readCountries(source: LexiconSource): readonly CountryRow[] {
  return source.rows(SHAPES.countries, (c) => {
    const code = c.text("code");
    if (!/^[A-Z]{3}$/.test(code)) c.fault("code", "write three capitals");
    return {
      code,
      iso2: c.text("iso2"),
      kind: c.oneOf("kind", ["state", "own", "dependency", "disputed"]),
      name: c.filled("name"),
      aliases: c.list("aliases"),
      demonyms: c.list("demonyms"),
      capitals: c.list("capital"),
      metonyms: c.list("metonyms"),
      ...c.span("in_force_from", "to"),
      wikidata: wikidata(c),
    };
  });
}

function readOffices(source: LexiconSource, known: ReadonlySet<string>): readonly HeadRow[] {
  return source.rows(SHAPES.offices, (c) => {
    // A pattern may fix its own country: "chancellor of the exchequer => GBR".
    const [words = "", code = ""] = c
      .filled("pattern")
      .split("=>")
      .map((p) => p.trim());
    return {
      table: "offices" as const,
      words,
      sectors: c.sectors("sector", "secondary"),
      code: c.code("pattern", known, code),
      gender: "either" as const,
      class: c.oneOf("class", HEAD_CLASSES),
      yields: c.oneOf("yields", YIELDS),
    };
  });
}

export function readAgents(source: LexiconSource): readonly HeadRow[] {
  return source.rows(SHAPES.agents, (c) => ({
    table: "agents" as const,
    words: c.filled("lemma"),
    sectors: c.sectors("sector", "secondary"),
    code: "",
    gender: c.oneOf("gender", GENDERS),
    class: c.oneOf("class", HEAD_CLASSES),
    yields: c.oneOf("yields", YIELDS),
  }));
}

function readBodies(source: LexiconSource, table: BodyRow["table"], known: ReadonlySet<string>): readonly BodyRow[] {
  return source.rows(SHAPES[table], (c) => ({
    id: `${table}:${c.text("name")}`,
    table,
    name: c.filled("name"),
    aliases: c.list("aliases"),
    code: c.code("code", known),
    sectors: c.sectors("sector", "secondary"),
    kind: c.text("kind"),
    ...c.span("from", "to"),
    wikidata: wikidata(c),
  }));
}

function readHolders(source: LexiconSource, known: ReadonlySet<string>): readonly HolderRow[] {
  const terms: Term[] = [];
  const rows = source.rows(SHAPES.holders, (c) => {
    const row = {
      person: c.filled("person"),
      aliases: c.list("aliases"),
      gender: c.oneOf("gender", ["female", "male", "unknown"], c.text("gender") || "unknown"),
      country: c.code("country", known),
      office: c.text("office"),
      sectors: c.sectors("sector"),
      ...c.span("from", "to"),
      wikidata: wikidata(c),
    };
    terms.push({ ...row, path: c.row.path, fault: (reason: string) => c.fault("from", reason) });
    return row;
  });
  noteOverlaps(terms);
  return rows;
}

function wikidata(c: { text(column: "wikidata"): string; fault(column: "wikidata", reason: string): void }): string {
  const id = c.text("wikidata");
  if (id !== "" && !/^Q[1-9]\d*$/.test(id)) c.fault("wikidata", "write a Wikidata id (Q and digits) or nothing");
  return id;
}

function readFirstNames(source: LexiconSource): Readonly<Record<string, "female" | "male">> {
  return Object.fromEntries(
    source.rows(SHAPES.firstNames, (c) => [
      c.filled("name"),
      c.oneOf("gender", ["f", "m"]) === "f" ? "female" : "male",
    ]),
  );
}
