import type { Status } from "../core/codes.ts";
import type { Category } from "../core/codes.ts";
import type { Act, ActParty, Predication } from "../core/event-layers.ts";
import type { Doc, Sentence } from "../core/layers.ts";
import { MentionIndex } from "../core/mention-index.ts";
import type { Stage } from "../core/stage.ts";
import type { ActDraft } from "./acts/act-draft.ts";
import { settleAct } from "./acts/act-status.ts";
import { Composer } from "./acts/compose.ts";
import type { Trial } from "./acts/match-frames.ts";
import { PartyReader } from "./acts/party-reader.ts";
import { withArmedDoers } from "./acts/armed-doers.ts";
import { shareParties } from "./acts/share-parties.ts";
import type { PredicateLookup } from "./acts/predicate-lookup.ts";
import { extractPredications } from "./predications/extract.ts";
import { SentenceGraph } from "../core/sentence-graph.ts";
import { StatusReader } from "./status/status-reader.ts";
import type { StatusTables } from "./status/status-tables.ts";

export { PredicateLookup } from "./acts/predicate-lookup.ts";
export { StatusReader } from "./status/status-reader.ts";
export type { Reading } from "./status/reading.ts";
export { EFFECTS, GOVERNOR_KINDS, NEGATED_EFFECTS, STATUS_WORD_KINDS } from "./status/status-tables.ts";
export type { StatusTables } from "./status/status-tables.ts";
export type { Trial } from "./acts/match-frames.ts";

type Reads = "sentences" | "mentions" | "entities";

/** What the events stage saw while it worked, for `dragoman explain`; null switches the record off. */
export type TrialListener = ((sentence: number, trial: Trial) => void) | null;

/** What may be proposed for a predication without frame; the model behind it is the caller's. */
export interface ProposedAct {
  readonly category: Category;
  readonly actor: ActParty;
  readonly recipient: ActParty;
  /** Names the model, for `because`. */
  readonly rule: string;
}

/** Asked only for predications that no frame or operator took. */
export type Proposer = (
  p: Predication,
  context: {
    readonly sentence: Sentence;
    readonly predications: readonly Predication[];
    readonly index: MentionIndex;
  },
) => ProposedAct | null;

/** What a reader of sentences may have besides the lexicon. */
export interface ReaderOptions {
  readonly onTrial?: TrialListener;
  readonly proposer?: Proposer | null;
}

/** Reads one sentence into predications and acts. */
export class SentenceReader {
  private readonly lookup: PredicateLookup;
  private readonly statuses: StatusReader;
  private readonly onTrial: TrialListener;
  private readonly proposer: Proposer | null;

  constructor(lookup: PredicateLookup, status: StatusTables, options: ReaderOptions = {}) {
    this.lookup = lookup;
    this.statuses = new StatusReader(status);
    this.onTrial = options.onTrial ?? null;
    this.proposer = options.proposer ?? null;
  }

  /** `marked` tokens count as parties whatever the tables say; ids go on from the given ones. */
  read(
    sentence: Sentence,
    index: MentionIndex,
    first: { readonly predication: number; readonly act: number },
    marked: ReadonlySet<number> = new Set(),
  ): { readonly predications: readonly Predication[]; readonly acts: readonly Act[] } {
    const predications = extractPredications(sentence, this.lookup, first.predication);
    if (!predications.length) return { predications, acts: [] };
    const graph = new SentenceGraph(sentence);
    const { onTrial, lookup } = this;
    const listener = onTrial ? (t: Trial): void => onTrial(sentence.index, t) : null;
    const parties = new PartyReader(graph, index, marked);
    const drafts = new Composer(predications, parties, lookup, listener).run();
    const all = [...drafts, ...this.proposed(drafts, { sentence, predications, index })];
    const acts = all.map((d, i) => toAct(settleAct(d, graph, lookup, this.statuses), first.act + i));
    const aimed = acts.map((act) => withArmedDoers(act, predications, parties, lookup));
    return { predications, acts: shareParties(aimed, predications, parties, lookup) };
  }

  private proposed(drafts: readonly ActDraft[], context: Parameters<Proposer>[1]): readonly ActDraft[] {
    const { proposer } = this;
    if (!proposer) return [];
    const taken = new Set(drafts.flatMap((d) => [d.predication.id, d.outer.id, ...d.trigger.map((t) => -1 - t)]));
    return context.predications.flatMap((p) => {
      if (taken.has(p.id) || taken.has(-1 - p.token)) return [];
      const found = proposer(p, context);
      return found ? [draftOf(p, found)] : [];
    });
  }
}

function draftOf(p: Predication, { category, actor, recipient, rule }: ProposedAct): ActDraft {
  return {
    category,
    modes: [],
    actors: [actor],
    recipients: [recipient],
    status: null,
    trigger: [p.token],
    predication: p,
    outer: p,
    governed: null,
    because: [
      { field: "event", rule, path: p.lemma },
      { field: "actor", rule, path: actor.path },
      { field: "recipient", rule, path: recipient.path },
    ],
  };
}

/** Reads predications and composes them into acts. */
export function createEventsStage(reader: SentenceReader): Stage<Reads, "predications" | "acts"> {
  return {
    name: "events",
    version: 1,
    requires: ["sentences", "mentions", "entities"],
    assigns: ["predications", "acts"],
    run(doc: Doc<Reads>) {
      const index = new MentionIndex(doc.mentions, doc.entities);
      const predications: Predication[] = [];
      const acts: Act[] = [];
      for (const sentence of doc.sentences) {
        const found = reader.read(sentence, index, { predication: predications.length, act: acts.length });
        predications.push(...found.predications);
        acts.push(...found.acts);
      }
      return { predications, acts };
    },
  };
}

/** The plain act at the bottom of the operators. */
function innermost(act: ActDraft | null): ActDraft | null {
  return act?.governed ? innermost(act.governed) : act;
}

function toAct(d: ActDraft & { readonly status: Status }, id: number): Act {
  return {
    id,
    sentence: d.predication.sentence,
    trigger: d.trigger,
    predication: d.predication.id,
    outer: d.outer.id,
    category: d.category,
    modes: d.modes,
    actors: d.actors,
    recipients: d.recipients,
    status: d.status,
    about: innermost(d.governed)?.category ?? d.noun ?? null,
    foldedFrom: d.foldedFrom ?? null,
    because: d.because,
  };
}
