import type { Entity, Mention } from "./actor-layers.ts";

/** Mentions and entities of a document by sentence and head token. */
export class MentionIndex {
  private readonly bySentence = new Map<number, Map<number, Mention>>();
  readonly entities: readonly Entity[];

  constructor(mentions: readonly Mention[], entities: readonly Entity[]) {
    this.entities = entities;
    for (const m of mentions) {
      const row = this.bySentence.get(m.sentence) ?? new Map<number, Mention>();
      row.set(m.head, m);
      this.bySentence.set(m.sentence, row);
    }
  }

  at(sentence: number, token: number): Mention | null {
    return this.bySentence.get(sentence)?.get(token) ?? null;
  }

  /** The mention headed by the token or, inside a name, the one that covers it. */
  covering(sentence: number, token: number): Mention | null {
    const row = this.bySentence.get(sentence);
    if (!row) return null;
    const exact = row.get(token);
    if (exact) return exact;
    for (const m of row.values()) if (m.kind === "name" && m.first <= token && token <= m.last) return m;
    return null;
  }

  entityOf(m: Mention): Entity | null {
    return this.entities[m.entity] ?? null;
  }
}
