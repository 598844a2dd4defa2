import type { PartyRecord } from "../core/record.ts";
import type { CodeBook } from "./code-book.ts";
import { importedParty } from "./imported-event.ts";

/** The columns of one actor that GDELT fills from CAMEO codes. */
export interface GdeltParty {
  readonly code: string;
  readonly name: string;
  readonly country: string;
  readonly knownGroup: string;
  /** At most three. */
  readonly types: readonly string[];
}

const NOBODY: GdeltParty = { code: "", name: "", country: "", knownGroup: "", types: [] };
const MOST_TYPES = 3;

export function gdeltParty(party: PartyRecord | null, book: CodeBook): GdeltParty {
  if (!party) return NOBODY;
  const above = book.supranational(party.code);
  const country = above ? "" : book.cameoCountry(party.code);
  const roles = [...new Set(party.sectors.map((s) => book.tables.sectors.get(s)?.cameo ?? "").filter(Boolean))];
  const types = [...(above ? [above.type] : []), ...roles].slice(0, MOST_TYPES);
  return {
    code: `${above?.cameo ?? country}${roles.join("")}`,
    name: nameOf(party, book).toUpperCase(),
    country,
    knownGroup: above?.knownGroup ?? "",
    types,
  };
}

/** GDELT writes the formal name of persons and organisations, else that of the country, else the kind. */
function nameOf(party: PartyRecord, book: CodeBook): string {
  const known = party.identifier_text ?? book.supranational(party.code)?.name ?? book.countryName(party.code);
  return known || (book.tables.sectors.get(party.sector)?.agent ?? "") || party.entity_text;
}

/** An actor as GDELT has it; null where it found none. */
export function partyOfGdelt(party: GdeltParty, book: CodeBook): PartyRecord | null {
  const { code, name, types } = party;
  if (!code && !name) return null;
  const groups = types.flatMap((t) => book.tables.actorGroups.get(t) ?? []);
  const sectors = groups.flatMap((g) => (g.kind === "sector" && g.value ? [g.value] : []));
  return importedParty({
    code: countryOf(party, book),
    sectors: [...new Set(sectors)],
    entity_text: name,
  });
}

function countryOf({ country, knownGroup, types }: GdeltParty, book: CodeBook): string {
  for (const [code, above] of book.tables.supranational)
    if (above.knownGroup && above.knownGroup === knownGroup) return code;
  const own = country ? book.countryOfCameo(country) : "";
  if (own) return own;
  for (const t of types) {
    const group = book.tables.actorGroups.get(t)?.find((g) => g.kind === "international");
    if (group?.value) return group.value;
  }
  return "";
}
