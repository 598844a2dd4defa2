import type { QueryParameters } from "./query-parameters.ts";

/** Which parties are meant: by code and primary sector (either may be left out), or by part of a name. */
export type PartyChoice =
  | { readonly kind: "code"; readonly code: string | null; readonly sector: string | null }
  | { readonly kind: "name"; readonly name: string };

const CODED = /^([A-Z]{3})?(?::([A-Z]{3}))?$/;

/** Reads `RUS`, `RUS:GOV`, `:GOV` or a name. */
export function readParty(text: string): PartyChoice {
  const coded = CODED.exec(text);
  if (coded && text !== "") return { kind: "code", code: coded[1] ?? null, sector: coded[2] ?? null };
  return { kind: "name", name: text };
}

/** The sides of `RUS-VEN` or `RUS:GOV-VEN:OPP`; null when it is no pair of codes. */
export function readDyad(text: string): readonly [PartyChoice, PartyChoice] | null {
  const sides = text.split("-").map(readParty);
  const [first, second] = sides;
  if (sides.length !== 2 || first?.kind !== "code" || second?.kind !== "code") return null;
  return [first, second];
}

/** Whether some party on that side of an event is meant. */
export function partyCondition(side: "actor" | "recipient", choice: PartyChoice, parameters: QueryParameters): string {
  if (choice.kind === "name") return nameCondition(side, choice.name, parameters);
  const { code, sector } = choice;
  const parts: string[] = [];
  if (code !== null) parts.push(`list_contains(${side}, ${parameters.add(code)})`);
  if (sector !== null) parts.push(`list_contains(${side}_sector, ${parameters.add(sector)})`);
  if (code !== null && sector !== null)
    parts.push(
      `list_contains(list_zip(${side}, ${side}_sector), row(${parameters.add(code)}, ${parameters.add(sector)}))`,
    );
  return `(${parts.join(" AND ")})`;
}

/** Names are compared in the table of names, where each stands by itself, and as often as it is told. */
function nameCondition(side: "actor" | "recipient", name: string, parameters: QueryParameters): string {
  return `event IN (SELECT event FROM parties WHERE until_run IS NULL AND role = '${side}' AND ${holdsText("name", name, parameters)})`;
}

/** Whether a column holds a text, without regard to capitals and accents. */
export function holdsText(column: string, text: string, parameters: QueryParameters): string {
  return `contains(strip_accents(lower(${column})), strip_accents(lower(${parameters.add(text)})))`;
}
