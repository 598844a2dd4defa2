import type { PlaceMention } from "../../core/place-layers.ts";
import type { ActorKnowledge } from "./knowledge.ts";
import type { NameMatch } from "./name-index.ts";

/**
 * Puts the places that the places stage has resolved among the names of a sentence. Names of the actor tables go first,
 * except their own bare place rows, which know less of the context.
 */
export function addPlaces(
  matches: readonly NameMatch[],
  sentence: number,
  places: readonly PlaceMention[],
  knowledge: ActorKnowledge,
): readonly NameMatch[] {
  let out = matches;
  for (const p of places) {
    if (p.sentence !== sentence || !knowledge.isState(p.country)) continue;
    const overlapping = out.filter((m) => m.first <= p.last && p.first <= m.last);
    const weaker = overlapping.every(
      (m) => m.entries.every((e) => e.kind === "place") && p.first <= m.first && m.last <= p.last,
    );
    if (!weaker) continue;
    // "El Empalme, Ecuador": the text itself says where it is, whatever namesake the gazetteer knows.
    const after = out.find((m) => m.first === p.last + 2)?.entries[0];
    const code = after?.kind === "country" ? after.code : p.country;
    const entry = { id: `gazetteer:${p.resolved}`, kind: "place" as const, canonical: p.text, code };
    out = [...out.filter((m) => !overlapping.includes(m)), { first: p.first, last: p.last, entries: [entry] }];
  }
  return out === matches ? matches : [...out].sort((a, b) => a.first - b.first);
}
