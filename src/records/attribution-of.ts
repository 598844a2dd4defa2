import type { Attribution } from "../core/claim-layers.ts";
import type { Act } from "../core/event-layers.ts";
import type { Sentence } from "../core/layers.ts";
import type { MentionIndex } from "../core/mention-index.ts";
import type { WordClasses } from "../core/ontology.ts";
import type { AttributionRecord } from "../core/record.ts";
import { SentenceGraph } from "../core/sentence-graph.ts";
import { isOwnAct } from "./own-act.ts";
import { isPresupposed } from "./presupposed.ts";

/** Whoever wishes or praises does not say that something happened. */
const CLAIMS: ReadonlySet<string> = new Set(["says", "shows", "holds"]);

/** What is only mentioned (discussed, cited, praised) is known already, unless the words are quoted. Demands tell what they include. */
function isClaim({ sort, rule, mentions, quoted }: Attribution): boolean {
  return (CLAIMS.has(sort) && (!mentions || quoted)) || (sort === "wills" && rule === "cue.noun");
}

/** The attributions of a document by the sentence of their content. */
export class AttributionFinder {
  private readonly bySentence = new Map<number, Attribution[]>();
  private readonly index: MentionIndex;
  private readonly sentences: readonly Sentence[];

  private readonly words: WordClasses;

  constructor(
    attributions: readonly Attribution[],
    index: MentionIndex,
    sentences: readonly Sentence[],
    words: WordClasses,
  ) {
    this.words = words;
    this.index = index;
    this.sentences = sentences;
    for (const a of attributions) {
      if (!isClaim(a)) continue;
      for (const sentence of new Set(a.content.map((c) => c.sentence)))
        this.bySentence.set(sentence, [...(this.bySentence.get(sentence) ?? []), a]);
    }
  }

  /**
   * The innermost attribution whose content holds the act. A speech act is not attributed to its own speaker: the
   * speaker is its actor already. What the words of somebody take for granted is the writer's.
   */
  find(act: Act, predicate: number): Attribution | null {
    const sentence = this.sentences[act.sentence];
    const around = this.bySentence.get(act.sentence);
    if (!sentence || !around) return null;
    const graph = new SentenceGraph(sentence);
    let best: Attribution | null = null;
    let width = Infinity;
    for (const a of around) {
      const c = a.content.find(
        ({ sentence: at, first, last }) => at === act.sentence && act.trigger.every((t) => t >= first && t <= last),
      );
      if (!c || this.isCueOf(a, act)) continue;
      // Of "Y happened, X said" every part is said.
      const isSelective = !a.quoted && a.rule !== "cue.inserted";
      if (
        (isSelective && isPresupposed(graph, predicate, act.trigger, c, this.words)) ||
        isOwnAct(graph, act, a, this.index)
      )
        continue;
      // A named source is worth more than a bare hedge around it.
      const size = c.last - c.first + (a.source === null ? 1000 : 0);
      if (size < width) [best, width] = [a, size];
    }
    return best;
  }

  private isCueOf(a: Attribution, act: Act): boolean {
    const t = this.sentences[act.sentence]?.tokens[act.trigger[0] ?? 0];
    return a.sentence === act.sentence && t !== undefined && t.start >= a.cueSpan.start && t.end <= a.cueSpan.end;
  }

  /** Who asserts it; null of a bare hedge, whose words stand in `because` alone. */
  record(a: Attribution, text: string): AttributionRecord | null {
    const span = a.sourceSpan;
    if (a.source === null || span === null) return null;
    const mention = this.index.covering(a.sentence, a.source);
    const entity = mention && this.index.entityOf(mention);
    return {
      entity_text: text.slice(span.start, span.end),
      code: entity?.code ?? "",
      sector: entity?.sectors[0] ?? "",
      start: span.start,
      end: span.end,
      cue: text.slice(a.cueSpan.start, a.cueSpan.end),
      quoted: a.quoted,
    };
  }
}
