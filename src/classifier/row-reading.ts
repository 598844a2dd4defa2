import type { Act, Predication } from "../core/event-layers.ts";
import type { Sentence } from "../core/layers.ts";
import type { MentionIndex } from "../core/mention-index.ts";

/** An act with its fitness to the marked roles. */
export interface RankedAct {
  readonly act: Act;
  readonly score: number;
}

/** One sentence of a row as the coder reads it, with the tokens of the marked roles. */
export interface SentenceReading {
  readonly sentence: Sentence;
  readonly predications: readonly Predication[];
  readonly source: ReadonlySet<number>;
  readonly target: ReadonlySet<number>;
}

/** Everything that is known of a row of relation coding before a category is chosen. */
export interface RowReading {
  readonly sentences: readonly SentenceReading[];
  readonly index: MentionIndex;
  /** Best first. */
  readonly acts: readonly RankedAct[];
}
