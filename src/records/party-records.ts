import type { Entity, Mention } from "../core/actor-layers.ts";
import type { ActParty } from "../core/event-layers.ts";
import { inForce } from "../core/in-force.ts";
import type { MentionIndex } from "../core/mention-index.ts";
import type { PartyRecord } from "../core/record.ts";

/** Party records of one document; an entity's fullest mention is looked up once. */
export class PartyWriter {
  private readonly index: MentionIndex;
  private readonly mentions: readonly Mention[];
  private readonly fullest = new Map<number, Mention>();

  constructor(index: MentionIndex, mentions: readonly Mention[]) {
    this.index = index;
    this.mentions = mentions;
  }

  /**
   * Records of an act's parties: compounds ("both sides") become their members, and the same entity is named once. `told` gives the
   * sectors that the act itself tells of a party, if it tells any.
   */
  write(
    sentence: number,
    parties: readonly ActParty[],
    date: string | null,
    told: (entity: Entity) => readonly string[] | null = () => null,
  ): readonly PartyRecord[] {
    const out: PartyRecord[] = [];
    const seen = new Set<number>();
    for (const party of parties) {
      const mention = this.index.covering(sentence, party.token);
      const entity = mention && this.index.entityOf(mention);
      if (!mention || !entity) continue;
      const members = entity.members.length ? entity.members : [entity.id];
      for (const id of members) {
        const member = this.index.entities[id];
        if (!member || seen.has(id)) continue;
        seen.add(id);
        const then = asOf(member, date);
        out.push(this.record({ ...then, sectors: told(then) ?? then.sectors }, mention));
      }
    }
    return out;
  }

  /** The entity behind a party, for comparisons between acts. */
  entityIds(sentence: number, parties: readonly ActParty[]): readonly number[] {
    return parties.flatMap((p) => {
      const mention = this.index.covering(sentence, p.token);
      const entity = mention && this.index.entityOf(mention);
      return entity ? (entity.members.length ? entity.members : [entity.id]) : [];
    });
  }

  /** A party that the sentence does not name. */
  implied(entity: Entity): PartyRecord {
    return this.record(entity, null);
  }

  private record(entity: Entity, mention: Mention | null): PartyRecord {
    const full = this.fullestOf(entity) ?? mention;
    return {
      code: entity.code,
      sector: entity.sectors[0] ?? "",
      sectors: entity.sectors,
      entity_text: full?.text ?? "",
      start: full?.start ?? null,
      end: full?.end ?? null,
      mention: mention ? { text: mention.text, start: mention.start, end: mention.end } : null,
      identifier_text: entity.name,
      identifier_id: entity.wikidata,
      office: entity.office,
    };
  }

  /** Names before descriptions before pronouns; the longer within a kind, the earlier among equals. */
  private fullestOf(entity: Entity): Mention | null {
    const known = this.fullest.get(entity.id);
    if (known) return known;
    const rank = { name: 3, demonym: 2, nominal: 1, pronoun: 0 } as const;
    let best: Mention | null = null;
    for (const id of entity.mentions) {
      const m = this.mentions[id];
      if (!m) continue;
      if (
        !best ||
        rank[m.kind] > rank[best.kind] ||
        (rank[m.kind] === rank[best.kind] && m.text.length > best.text.length)
      )
        best = m;
    }
    if (best) this.fullest.set(entity.id, best);
    return best;
  }
}

/**
 * Who has left office, or did not hold it yet, when the report appears is coded for a dated act by what he was on that day ("Theresa
 * May stepped down in July" in a report of September).
 */
function asOf(entity: Entity, date: string | null): Entity {
  if (date === null || (entity.sectors[0] !== undefined && entity.sectors[0] !== "ELI")) return entity;
  const term = entity.terms.find((t) => inForce(t, date));
  return term ? { ...entity, code: term.code, sectors: term.sectors, office: term.office } : entity;
}

/** Violence whose author is not told has one actor without a country, sector UNK (PLOVER section 1, house choice). */
export const UNKNOWN_ACTOR: PartyRecord = {
  code: "",
  sector: "UNK",
  sectors: ["UNK"],
  entity_text: "",
  start: null,
  end: null,
  mention: null,
  identifier_text: null,
  identifier_id: null,
  office: null,
};
