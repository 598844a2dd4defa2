import type { Classifier } from "../classifier/classifier-file.ts";
import type { FeatureBag, FeatureRow } from "../classifier/feature-bag.ts";
import { addGeneralScores } from "../classifier/general-scores.ts";
import type { PredicateTools } from "../classifier/predicate-features.ts";
import { relationFeatures } from "../classifier/relation-features.ts";
import { classify } from "../classifier/relation-model.ts";
import type { RowReading } from "../classifier/row-reading.ts";
import { probabilities } from "../classifier/softmax.ts";
import { CATEGORIES, type Category } from "../core/codes.ts";
import type { Doc } from "../core/layers.ts";
import type { PredicateLookup, SentenceReader } from "../events/index.ts";
import { type ModelRelation, noRelation, readRow, type Relation, relationOfAct, type RelationInput } from "./relate.ts";

type Reads = Doc<"sentences" | "mentions" | "entities">;

export interface RelationTools {
  readonly reader: SentenceReader;
  readonly lookup: PredicateLookup;
  /** Word knowledge for features, made when it is first needed. */
  readonly predicates: () => PredicateTools;
  /** The general model, loaded when it is first needed. */
  readonly general: () => Classifier;
}

export interface RelateOptions {
  /** Answer `event: null` where nothing speaks for a category. */
  readonly abstain?: boolean;
  /** `false` asks the frames alone. */
  readonly proposals?: boolean;
}

export interface FeatureOptions {
  /** `false` leaves out the general model's scores. */
  readonly general?: boolean;
  /** `false` leaves out what the frames answer. */
  readonly frames?: boolean;
}

/** Below this fitness an act is tied to no role, or to one in a wrong place. */
const TIED = 3.5;
/** With `abstain` a proposal or a model's answer must be at least this likely. */
const SURE = 0.5;

/** Says what a marked source does to a marked target: by frames, by proposals where they are silent, or by a trained model. */
export class RelationCoder {
  private readonly tools: RelationTools;

  constructor(tools: RelationTools) {
    this.tools = tools;
  }

  /** The best-fitting act; where there is none, the category that the general model proposes. */
  relate(doc: Reads, input: RelationInput, options: RelateOptions): Relation {
    const { lookup, reader } = this.tools;
    const reading = readRow(doc, input, reader);
    const best = reading.acts[0];
    const abstain = options.abstain ?? false;
    // An untied act is no answer under `abstain`, but it is still surer than a proposal (measured on PLV's visible rows).
    if (best && (best.score >= TIED || !abstain)) return relationOfAct(input.id, best, lookup);
    const proposed = options.proposals === false ? null : this.propose(input.id, reading, abstain);
    return proposed ?? noRelation(input.id);
  }

  /** The likeliest label of a trained model, with the features that speak most for it. */
  relateWith(classifier: Classifier, doc: Reads, input: RelationInput, options: RelateOptions): ModelRelation {
    const reading = readRow(doc, input, this.tools.reader);
    const { label, probability, reasons } = classify(
      classifier,
      this.bagOf(reading, classifier.header.general !== null),
    );
    if (options.abstain === true && probability < SURE) return noRelation(input.id);
    const act = reading.acts[0]?.act;
    return {
      id: input.id,
      event: label,
      mode: act?.category === label ? act.modes : [],
      quad_code: this.tools.lookup.tables.quads[label] ?? null,
      status: act?.status ?? null,
      confidence: Math.round(100 * probability) / 100,
      because: [{ field: "event", rule: `model.${classifier.header.version}`, path: reasons.join("; ") }],
    };
  }

  /** A row's features, as a model is trained on them. */
  features(doc: Reads, input: RelationInput, options: FeatureOptions): FeatureRow {
    const reading = readRow(doc, input, this.tools.reader);
    const read = options.frames === false ? { ...reading, acts: [] } : reading;
    return this.bagOf(read, options.general !== false).row();
  }

  private bagOf(reading: RowReading, general: boolean): FeatureBag {
    const bag = relationFeatures(reading, this.tools.predicates());
    if (general) addGeneralScores(bag, this.tools.general().model);
    return bag;
  }

  private propose(id: string, reading: RowReading, abstain: boolean): Relation | null {
    const { header, model } = this.tools.general();
    const p = probabilities(model, this.bagOf(reading, false).row());
    let best = -1;
    // Where an answer is demanded "no event" is none.
    model.labels.forEach((label, c) => {
      if ((abstain || isCategory(label)) && (p[c] ?? 0) > (p[best] ?? 0)) best = c;
    });
    const event = model.labels[best];
    if (event === undefined || !isCategory(event) || (abstain && (p[best] ?? 0) < SURE)) return null;
    return {
      id,
      event,
      mode: [],
      quad_code: this.tools.lookup.tables.quads[event] ?? null,
      status: reading.acts[0]?.act.status ?? "actual",
      confidence: Math.round(100 * Math.min(0.5, p[best] ?? 0)) / 100,
      because: [{ field: "event", rule: `proposal.${header.version}`, path: "" }],
    };
  }
}

function isCategory(label: string): label is Category {
  return (CATEGORIES as readonly string[]).includes(label);
}
