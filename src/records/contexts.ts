import type { Sentence } from "../core/layers.ts";
import type { PartyRecord, Reason } from "../core/record.ts";

/** One context of data/ontology/contexts.yaml. */
export interface ContextRow {
  readonly name: string;
  readonly words: readonly string[];
  readonly sectors: readonly string[];
  readonly beats: readonly string[];
}

/** Reads contexts from the words of the event's sentence and the sectors of its parties, each with its evidence. */
export class ContextReader {
  private readonly byWord = new Map<string, string[]>();
  private readonly bySector = new Map<string, string[]>();
  private readonly rows: readonly ContextRow[];

  constructor(rows: readonly ContextRow[]) {
    this.rows = rows;
    for (const row of rows) {
      for (const w of row.words) this.byWord.set(w, [...(this.byWord.get(w) ?? []), row.name]);
      for (const s of row.sectors) this.bySector.set(s, [...(this.bySector.get(s) ?? []), row.name]);
    }
  }

  /** Contexts that the sentence's own words speak for: word -> contexts; the same for every event of the sentence. */
  ofSentence(sentence: Sentence): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    let before = "";
    for (const t of sentence.tokens) {
      const lemma = t.lemma.toLowerCase();
      for (const word of [lemma, `${before} ${lemma}`])
        for (const name of this.byWord.get(word) ?? []) if (!found.has(name)) found.set(name, word);
      before = lemma;
    }
    return found;
  }

  read(
    words: ReadonlyMap<string, string>,
    parties: readonly PartyRecord[],
  ): { readonly contexts: readonly string[]; readonly because: readonly Reason[] } {
    const found = new Map(words);
    for (const p of parties)
      for (const name of this.bySector.get(p.sector) ?? []) if (!found.has(name)) found.set(name, p.sector);
    for (const row of this.rows) if (found.has(row.name)) for (const b of row.beats) found.delete(b);
    const contexts = this.rows.map((r) => r.name).filter((n) => found.has(n));
    return {
      contexts,
      because: contexts.map((n) => ({ field: "context", rule: `context.${n}`, path: found.get(n) ?? "" })),
    };
  }
}
