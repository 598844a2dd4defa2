import type { Category } from "../core/codes.ts";
import type { PartyRecord } from "../core/record.ts";

const STATE = new Set(["GOV", "LEG", "JUD", "MIL", "COP", "SPY", "UNK"]);

/**
 * Whose government protesters and petitioners address when the sentence does not say: that of their own country. Null when the
 * actors are no private party of one country.
 */
export function addressedCountry(category: Category, actor: readonly PartyRecord[]): string | null {
  if (category !== "PROTEST" && category !== "REQUEST") return null;
  const code = actor[0]?.code ?? "";
  if (code === "" || actor.some((a) => a.code !== code || a.sector === "" || STATE.has(a.sector))) return null;
  return code;
}
