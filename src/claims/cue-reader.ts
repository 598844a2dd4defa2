import type { Attribution } from "../core/claim-layers.ts";
import type { MentionIndex } from "../core/mention-index.ts";
import type { SentenceGraph } from "../core/sentence-graph.ts";
import type { Token } from "../core/layers.ts";
import { readAdjectiveCue } from "./adjective-cue.ts";
import { readColonCue } from "./colon-cue.ts";
import type { CueTable } from "./cue-table.ts";
import type { FoundCue } from "./found-cue.ts";
import { readInsertedCue } from "./inserted-cue.ts";
import { readNounCue } from "./noun-cue.ts";
import { readAdverbCue, readPrepositionCue, readViewPhrase } from "./preposition-cue.ts";
import type { QuotedStretch } from "./quotations.ts";
import { readVerbCue } from "./verb-cue.ts";
import { readSignatureCue } from "./signature-cue.ts";
import { statedCues } from "./stated-cues.ts";
import { writeAttribution } from "./write-attribution.ts";

/** Finds the attributions that one sentence states. */
export class CueReader {
  private readonly table: CueTable;
  private readonly mentions: MentionIndex;

  constructor(table: CueTable, mentions: MentionIndex) {
    this.table = table;
    this.mentions = mentions;
  }

  /** `quotes` are those that touch the sentence. */
  read(graph: SentenceGraph, quotes: readonly QuotedStretch[]): readonly Attribution[] {
    const cues = [
      readColonCue(graph, (token) => this.isParty(graph, token), this.table),
      readSignatureCue(graph, quotes),
    ];
    for (const t of graph.tokens) cues.push(this.cueAt(graph, t, quotes));
    return statedCues(
      graph,
      cues.filter((found) => found !== null),
      quotes,
    ).map((found) => writeAttribution(graph, found, quotes, this.mentions));
  }

  private cueAt(graph: SentenceGraph, t: Token, quotes: readonly QuotedStretch[]): FoundCue | null {
    const { table } = this;
    const found = readPrepositionCue(graph, t, table);
    if (found) return this.canSpeak(graph, found) ? found : readVerbCue(graph, t, quotes, table);
    return (
      readInsertedCue(graph, t, quotes, table) ??
      readVerbCue(graph, t, quotes, table) ??
      readAdjectiveCue(graph, t, table) ??
      readViewPhrase(graph, t, table) ??
      readNounCue(graph, t, table) ??
      readAdverbCue(graph, t, table)
    );
  }

  /** "citing the need for peace" names a reason, "per request" nobody; "citing police" names a source. */
  private canSpeak(graph: SentenceGraph, { source, words }: FoundCue): boolean {
    if (source === null || words.length > 1) return true;
    return this.isParty(graph, source) || this.table.helps("document", graph.token(source).lemma.toLowerCase());
  }

  private isParty(graph: SentenceGraph, token: number): boolean {
    const mention = this.mentions.covering(graph.sentence.index, token);
    const kind = mention && this.mentions.entityOf(mention)?.kind;
    return kind === "person" || kind === "group" || kind === "organisation" || kind === "country";
  }
}
