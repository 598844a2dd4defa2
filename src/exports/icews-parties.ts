import { foldName } from "../core/fold-name.ts";
import type { PartyRecord } from "../core/record.ts";
import type { CodeBook } from "./code-book.ts";
import { importedParty } from "./imported-event.ts";

/** How ICEWS names one side of an event. */
export interface IcewsParty {
  readonly name: string;
  /** Joined by commas. */
  readonly sectors: string;
  readonly country: string;
}

/** What ICEWS writes where nobody is named. */
const NOBODY: IcewsParty = { name: "Unspecified Actor", sectors: "Unspecified", country: "" };

/** "Police (India)": a kind of party, named by its country. */
const GENERIC = /^(.+) \(([^()]+)\)$/;

export function icewsParty(party: PartyRecord | null, book: CodeBook): IcewsParty {
  if (!party) return NOBODY;
  const above = book.supranational(party.code);
  const country = above ? "" : book.icewsCountryOf(party.code);
  // A country that acts is its government, which ICEWS writes without a sector.
  if (country && isCountryItself(party, book)) return { name: book.countryName(party.code), sectors: "", country };
  const sectors = [...(above?.icews ?? []), ...party.sectors.flatMap((s) => book.tables.sectors.get(s)?.icews ?? [])];
  const name = party.identifier_text ?? genericName(party, book);
  if (!name && !sectors.length && !country) return NOBODY;
  return { name: name || NOBODY.name, sectors: [...new Set(sectors)].join(","), country };
}

function isCountryItself(party: PartyRecord, book: CodeBook): boolean {
  return party.identifier_text === book.countryName(party.code) && party.sectors.every((s) => s === "GOV");
}

/** ICEWS calls whoever has no name of his own by country and kind. */
function genericName(party: PartyRecord, book: CodeBook): string {
  // What came from ICEWS keeps its word for the kind: "Militant (India)".
  const [, , country = ""] = GENERIC.exec(party.entity_text) ?? [];
  if (country && book.countryNamed(country) === party.code) return party.entity_text;
  const where = book.supranational(party.code)?.name ?? book.countryName(party.code);
  const agent = book.tables.sectors.get(party.sector)?.agent ?? "";
  if (agent && where) return `${agent} (${where})`;
  return agent || where || party.entity_text;
}

/** A party as ICEWS names it; null where nobody is named. */
export function partyOfIcews({ name, sectors, country }: IcewsParty, book: CodeBook): PartyRecord | null {
  if (foldName(name) === "unspecified actor" || (!name && !country)) return null;
  const names = splitSectors(sectors);
  const code = country ? book.countryOfIcews(country) : book.supranationalOfIcews(name, names);
  const itself = country !== "" && !names.length && book.countryNamed(name) === code;
  if (itself) {
    const known = book.countryName(code);
    return importedParty({ code, sectors: ["GOV"], entity_text: name, identifier_text: known });
  }
  const generic = isGeneric(name, country, book);
  return importedParty({
    code,
    sectors: book.sectorsOfIcews(names),
    entity_text: name,
    identifier_text: generic || !name ? null : name,
  });
}

/** A country, an organisation by its class, or a kind of party has no name of its own. */
function isGeneric(name: string, country: string, book: CodeBook): boolean {
  const [, , where = ""] = GENERIC.exec(name) ?? [];
  if (where && book.countryNamed(where)) return true;
  if (book.countryNamed(name)) return true;
  return country === "" && [...book.tables.sectors.values()].some((s) => s.agent === name);
}

/** Commas divide sectors, and stand within none that we know. */
function splitSectors(sectors: string): readonly string[] {
  return sectors
    .split(",")
    .map((s) => s.trim())
    .filter((s) => s !== "");
}
