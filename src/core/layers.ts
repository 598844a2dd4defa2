import type { Report } from "./report.ts";
import type { Span } from "./span.ts";
import type { Mention, Entity, RoleClaim } from "./actor-layers.ts";
import type { Act, Predication } from "./event-layers.ts";
import type { Attribution } from "./claim-layers.ts";
import type { TimeExpression } from "./time-layers.ts";
import type { PlaceMention } from "./place-layers.ts";

/** A token as UD English cuts it ("do" + "n't", "Iran" + "'s", "US" + "-" + "backed"), before analysis. */
export interface RawToken extends Span {
  readonly form: string;
}

/** A sentence cut into tokens; `paragraph` counts from 0 and a sentence never crosses a paragraph. */
export interface TokenizedSentence extends Span {
  readonly index: number;
  readonly paragraph: number;
  /** How many leading tokens are a dateline with its dash or colon ("CARACAS, Feb. 17 (AP) -"); 0 for none. */
  readonly dateline: number;
  readonly tokens: readonly RawToken[];
}

/** A fully analysed token. `head` is the index of the governing token in the sentence, -1 for the root. */
export interface Token extends RawToken {
  readonly index: number;
  /** The form in lower case with straight quotes. */
  readonly lower: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  /** UD basic relation with its subtype: `nsubj:pass`, `obl:agent`. */
  readonly deprel: string;
  /** Indexes of the dependents, in order. */
  readonly children: readonly number[];
}

export interface Sentence extends Span {
  readonly index: number;
  readonly paragraph: number;
  readonly tokens: readonly Token[];
}

/** Every layer that a stage may assign, by name. Layers are read-only once assigned. */
export interface Layers {
  readonly report: Report;
  readonly tokenized: readonly TokenizedSentence[];
  readonly sentences: readonly Sentence[];
  readonly times: readonly TimeExpression[];
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  readonly roleClaims: readonly RoleClaim[];
  readonly places: readonly PlaceMention[];
  readonly predications: readonly Predication[];
  readonly acts: readonly Act[];
  readonly attributions: readonly Attribution[];
}

export type Layer = keyof Layers;

/** A document in which at least the layers `L` are there. */
export type Doc<L extends Layer> = Pick<Layers, L>;
