import type { CueSort, Stance } from "../core/claim-layers.ts";
import type { Token } from "../core/layers.ts";
import type { SentenceGraph } from "../core/sentence-graph.ts";

export const CUE_KINDS = ["verb", "noun", "adjective", "adverb", "preposition"] as const;
type CueKind = (typeof CUE_KINDS)[number];

/** One row of data/cues/reporting.csv. */
export interface ReportingCue {
  readonly lemma: string;
  readonly kind: CueKind;
  readonly sort: CueSort;
  readonly stance: Stance;
  /** Which complements are what is said: `clause`, `object`, `to` (an infinitive), or a preposition. */
  readonly content: readonly string[];
}

export const HELPER_ROLES = ["carrier", "starter", "phrase", "document", "stating"] as const;
type HelperRole = (typeof HELPER_ROLES)[number];

/** One row of data/cues/attribution-words.csv. */
export interface AttributionWord {
  readonly word: string;
  readonly role: HelperRole;
}

/** The words of attribution by lemma. */
export class CueTable {
  private readonly cues: Readonly<Record<CueKind, ReadonlyMap<string, ReportingCue>>>;
  private readonly helpers: Readonly<Record<HelperRole, ReadonlySet<string>>>;

  constructor(cues: readonly ReportingCue[], words: readonly AttributionWord[]) {
    const of = (kind: CueKind): ReadonlyMap<string, ReportingCue> =>
      new Map(cues.filter((cue) => cue.kind === kind).map((cue) => [cue.lemma, cue]));
    const helping = (role: HelperRole): ReadonlySet<string> =>
      new Set(words.filter((word) => word.role === role).map(({ word }) => word));
    this.cues = {
      verb: of("verb"),
      noun: of("noun"),
      adjective: of("adjective"),
      adverb: of("adverb"),
      preposition: of("preposition"),
    };
    this.helpers = {
      carrier: helping("carrier"),
      starter: helping("starter"),
      phrase: helping("phrase"),
      document: helping("document"),
      stating: helping("stating"),
    };
  }

  find(kind: CueKind, lemma: string): ReportingCue | null {
    return this.cues[kind].get(lemma) ?? null;
  }

  /** The cue of a verb, with its particle where the two are one word of saying ("point out"). */
  ofVerb(graph: SentenceGraph, verb: Token): ReportingCue | null {
    const particle = graph.child(verb.index, "compound");
    const lemma = verb.lemma.toLowerCase();
    return (particle && this.find("verb", `${lemma} ${particle.lower}`)) ?? this.find("verb", lemma);
  }

  helps(role: HelperRole, word: string): boolean {
    return this.helpers[role].has(word);
  }
}
