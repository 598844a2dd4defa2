import type { Attribution } from "../core/claim-layers.ts";
import type { Act } from "../core/event-layers.ts";
import type { Sentence } from "../core/layers.ts";
import type { MentionIndex } from "../core/mention-index.ts";
import type { AttributionRecord } from "../core/record.ts";

/** Whoever wishes or praises does not say that something happened. */
const CLAIMS: ReadonlySet<string> = new Set(["says", "shows", "holds"]);

/** The attributions of a document by the sentence of their content. */
export class AttributionFinder {
  private readonly bySentence = new Map<number, Attribution[]>();
  private readonly index: MentionIndex;
  private readonly sentences: readonly Sentence[];

  constructor(attributions: readonly Attribution[], index: MentionIndex, sentences: readonly Sentence[]) {
    this.index = index;
    this.sentences = sentences;
    for (const a of attributions)
      for (const c of a.content) this.bySentence.set(c.sentence, [...(this.bySentence.get(c.sentence) ?? []), a]);
  }

  /**
   * The innermost attribution whose content holds the act. A speech act is not attributed to its own speaker: the
   * speaker is its actor already.
   */
  find(act: Act): Attribution | null {
    const head = act.trigger[0] ?? 0;
    let best: Attribution | null = null;
    let width = Infinity;
    for (const a of this.bySentence.get(act.sentence) ?? []) {
      if (!CLAIMS.has(a.sort)) continue;
      const c = a.content.find((x) => x.sentence === act.sentence);
      if (!c || !act.trigger.every((t) => t >= c.first && t <= c.last)) continue;
      if (a.sentence === act.sentence && this.isCueOf(a, act, head)) continue;
      // A named source is worth more than a bare hedge around it.
      const size = c.last - c.first + (a.source === null ? 1000 : 0);
      if (size < width) [best, width] = [a, size];
    }
    return best;
  }

  private isCueOf(a: Attribution, act: Act, head: number): boolean {
    const t = this.sentences[act.sentence]?.tokens[head];
    return t !== undefined && t.start >= a.cueSpan.start && t.end <= a.cueSpan.end;
  }

  record(a: Attribution, text: string): AttributionRecord {
    const mention = a.source === null ? null : this.index.covering(a.sentence, a.source);
    const entity = mention && this.index.entityOf(mention);
    const span = a.sourceSpan;
    return {
      entity_text: span ? text.slice(span.start, span.end) : "",
      code: entity?.code ?? "",
      sector: entity?.sectors[0] ?? "",
      start: span?.start ?? null,
      end: span?.end ?? null,
      cue: text.slice(a.cueSpan.start, a.cueSpan.end),
      quoted: a.quoted,
    };
  }
}
