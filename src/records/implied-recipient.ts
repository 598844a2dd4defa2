import type { Entity } from "../core/actor-layers.ts";
import type { Category } from "../core/codes.ts";
import type { PartyRecord } from "../core/record.ts";

const STATE = new Set(["GOV", "LEG", "JUD", "MIL", "COP", "SPY", "UNK"]);

/**
 * Whom protesters and petitioners address when the sentence does not say: the government of their own country, provided that
 * the report names it. Null when the actors are no private party of one country, or no such government is named.
 */
export function impliedRecipient(
  category: Category,
  actor: readonly PartyRecord[],
  entities: readonly Entity[],
): Entity | null {
  if (category !== "PROTEST" && category !== "REQUEST") return null;
  const code = actor[0]?.code ?? "";
  if (code === "" || actor.some((a) => a.code !== code || a.sector === "" || STATE.has(a.sector))) return null;
  return entities.find((e) => e.code === code && e.sectors[0] === "GOV" && e.kind !== "place") ?? null;
}
