import type { Status } from "../../core/codes.ts";

/** One row of data/cues/status-words.csv. */
export interface StatusWord {
  readonly word: string;
  readonly kind: StatusWordKind;
  readonly status: Status;
}

export const STATUS_WORD_KINDS = [
  "modal",
  "perfect-modal",
  "modifier",
  "adverb",
  "quantifier",
  "condition",
  "time",
  "negative-mark",
  "time-ahead",
  "fate",
  "cause",
  "ranking",
  "listing",
  "speech-noun",
] as const;
export type StatusWordKind = (typeof STATUS_WORD_KINDS)[number];

/**
 * What a predicate makes of the act below it. `same` gives it the predicate's own status ("managed to"), `fact` leaves it
 * standing whatever the predicate's status ("may regret the raid"), `hedged` leaves it standing on somebody's word ("is believed
 * to have"), `open` makes it possible unless it is told in the past ("warned that"), the others set a status.
 */
export const EFFECTS = ["same", "fact", "hedged", "open", "future", "hypothetical", "negation"] as const;
export type Effect = (typeof EFFECTS)[number];

/** What becomes of the act where the predicate is negated ("does not plan to", "did not deny"). */
export const NEGATED_EFFECTS = ["same", "actual", "hypothetical", "negation"] as const;
export type NegatedEffect = (typeof NEGATED_EFFECTS)[number];

export const GOVERNOR_KINDS = ["verb", "noun", "adjective"] as const;
export type GovernorKind = (typeof GOVERNOR_KINDS)[number];

/** One row of data/cues/status-governors.csv. Slots: clause, purpose, object, subject, or a preposition. */
export interface StatusGovernor {
  readonly lemma: string;
  readonly kind: GovernorKind;
  readonly slots: readonly string[];
  readonly effect: Effect;
  readonly negated: NegatedEffect;
}

/** What scholars edit about status. */
export interface StatusTables {
  readonly words: readonly StatusWord[];
  readonly governors: readonly StatusGovernor[];
}

/** The tables, ready to be asked. */
export class StatusVocabulary {
  private readonly words = new Map<string, Status>();
  private readonly governors = new Map<string, StatusGovernor>();

  constructor(tables: StatusTables) {
    for (const r of tables.words) this.words.set(`${r.kind} ${r.word}`, r.status);
    for (const g of tables.governors) {
      for (const slot of g.slots) this.governors.set(`${g.kind} ${slot} ${g.lemma}`, g);
    }
  }

  status(kind: StatusWordKind, word: string): Status | undefined {
    return this.words.get(`${kind} ${word}`);
  }

  governor(kind: GovernorKind, slot: string, lemma: string): StatusGovernor | undefined {
    return this.governors.get(`${kind} ${slot} ${lemma}`);
  }
}
