import type { Status } from "../core/codes.ts";
import type { Act, Predication } from "../core/event-layers.ts";
import type { Doc, Sentence } from "../core/layers.ts";
import { MentionIndex } from "../core/mention-index.ts";
import type { Stage } from "../core/stage.ts";
import type { ActDraft } from "./acts/act-draft.ts";
import { StatusReader, type StatusWord } from "./acts/act-status.ts";
import { Composer } from "./acts/compose.ts";
import type { Trial } from "./acts/match-frames.ts";
import { PartyReader } from "./acts/party-reader.ts";
import type { PredicateLookup } from "./acts/predicate-lookup.ts";
import { extractPredications } from "./predications/extract.ts";
import { SentenceGraph } from "../core/sentence-graph.ts";

export { PredicateLookup } from "./acts/predicate-lookup.ts";
export type { StatusWord } from "./acts/act-status.ts";
export type { Trial } from "./acts/match-frames.ts";

type Reads = "sentences" | "mentions" | "entities";

/** What the events stage saw while it worked, for `dragoman explain`; null switches the record off. */
export type TrialListener = ((sentence: number, trial: Trial) => void) | null;

/** Reads one sentence into predications and acts. */
export class SentenceReader {
  private readonly lookup: PredicateLookup;
  private readonly statuses: StatusReader;
  private readonly onTrial: TrialListener;

  constructor(lookup: PredicateLookup, statusWords: readonly StatusWord[], onTrial: TrialListener = null) {
    this.lookup = lookup;
    this.statuses = new StatusReader(statusWords);
    this.onTrial = onTrial;
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
    const drafts = new Composer(predications, new PartyReader(graph, index, marked), lookup, listener).run();
    const byId = new Map(predications.map((p) => [p.id, p]));
    return {
      predications,
      acts: drafts.map((d, i) => toAct(this.statuses.settle(d, byId, graph, lookup), first.act + i)),
    };
  }
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
    because: d.because,
  };
}
