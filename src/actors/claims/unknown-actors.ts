import type { Entity } from "../../core/actor-layers.ts";
import type { Doc } from "../../core/layers.ts";
import { MentionIndex } from "../../core/mention-index.ts";

/** Somebody or something that reports name and no table knows. */
export interface UnknownActor {
  /** How often it is a party of an event. */
  readonly parties: number;
  readonly mentions: number;
  readonly reports: number;
  readonly kind: string;
  /** A name, or for nameless parties the noun. */
  readonly actor: string;
  /** Country and sectors that the text itself gave, "" where it gave none. */
  readonly code: string;
  readonly sectors: readonly string[];
  readonly example: string;
}

interface Count {
  parties: number;
  mentions: number;
  readonly reports: Set<string>;
  readonly kind: string;
  readonly actor: string;
  code: string;
  sectors: readonly string[];
  example: string;
}

const NAMED: ReadonlySet<Entity["kind"]> = new Set(["person", "organisation", "group", "unknown"]);

/** "Supreme Court of Peru": no row bears the name, but its noun and its country say all that is to be known. */
function isKnownByNoun({ kind, code, sectors, because }: Entity): boolean {
  if (kind !== "organisation" && kind !== "group") return false;
  return code !== "" && sectors.length > 0 && /\b(?:agents|offices):/.test(because) && !because.includes("default:");
}

/** Counts over a corpus the names that no table knows, and the nouns of parties that no table knows. */
export class UnknownActors {
  private readonly counts = new Map<string, Count>();

  add(doc: Doc<"report" | "sentences" | "mentions" | "entities" | "acts">): void {
    const index = new MentionIndex(doc.mentions, doc.entities);
    const seen = new Map<number, Count>();
    for (const entity of doc.entities) {
      if (entity.row !== null || entity.name === null || !NAMED.has(entity.kind)) continue;
      const first = doc.mentions[entity.mentions[0] ?? -1];
      if (!first || /^[^\p{L}]*$/u.test(entity.name) || isKnownByNoun(entity)) continue;
      const count = this.of(doc, entity.kind, entity.name, first.sentence, entity);
      count.mentions += entity.mentions.length;
      seen.set(entity.id, count);
    }
    for (const act of doc.acts)
      for (const { token } of [...act.actors, ...act.recipients]) {
        const mention = index.covering(act.sentence, token);
        const entity = mention && index.entityOf(mention);
        if (!mention || !entity) continue;
        const named = seen.get(entity.id);
        if (named) named.parties++;
        else if (
          entity.row === null &&
          entity.name === null &&
          entity.sectors.length === 0 &&
          mention.kind === "nominal"
        ) {
          const lemma = doc.sentences[act.sentence]?.tokens[mention.head]?.lemma.toLowerCase() ?? "";
          const count = this.of(doc, "noun", lemma, act.sentence, entity);
          count.parties++;
          count.mentions++;
        }
      }
  }

  private of(doc: Doc<"report" | "sentences">, kind: string, actor: string, sentence: number, entity: Entity): Count {
    const key = `${kind === "noun" ? "noun" : "name"}\t${actor}`;
    const known = this.counts.get(key);
    const s = doc.sentences[sentence];
    const count: Count = known ?? {
      parties: 0,
      mentions: 0,
      reports: new Set(),
      kind,
      actor,
      code: "",
      sectors: [],
      example: s ? doc.report.text.slice(s.start, s.end).replace(/\s+/g, " ") : "",
    };
    if (!known) this.counts.set(key, count);
    count.reports.add(doc.report.id);
    if (count.code === "") count.code = entity.code;
    if (count.sectors.length === 0) count.sectors = entity.sectors;
    return count;
  }

  /** Most frequent parties first, then most frequent mentions. */
  ranked(): readonly UnknownActor[] {
    return [...this.counts.values()]
      .map((c) => ({ ...c, reports: c.reports.size }))
      .sort((a, b) => b.parties - a.parties || b.mentions - a.mentions || (a.actor < b.actor ? -1 : 1));
  }
}
