import type { Attribution } from "../core/claim-layers.ts";
import type { Doc, Sentence } from "../core/layers.ts";
import type { Stage } from "../core/stage.ts";
import { MentionIndex } from "../core/mention-index.ts";
import { SentenceGraph } from "../core/sentence-graph.ts";
import { CueReader, type ReportingCue } from "./cue-reader.ts";
import { quotedStretches, type QuotedStretch } from "./quotations.ts";

export type { ReportingCue } from "./cue-reader.ts";

type Reads = "report" | "sentences" | "mentions" | "entities";

/** Who says what: reporting verbs, "according to", hedging adverbs and quotations that run over sentence borders. */
export function createClaimsStage(cues: readonly ReportingCue[]): Stage<Reads, "attributions"> {
  return {
    name: "claims",
    version: 1,
    requires: ["report", "sentences", "mentions", "entities"],
    assigns: ["attributions"],
    run(doc: Doc<Reads>) {
      const mentions = new MentionIndex(doc.mentions, doc.entities);
      const reader = new CueReader(cues, mentions);
      const quotes = quotedStretches(doc.report.text, doc.sentences);
      const perSentence = doc.sentences.map((s) => reader.read(new SentenceGraph(s), quotes));
      return { attributions: [...perSentence.flat(), ...continued(doc.sentences, perSentence, quotes)] };
    },
  };
}

/**
 * A quotation that goes on in sentences without a cue of their own belongs to the speaker before it in the paragraph, or,
 * where none came, to the one named in the sentence after it ("…." he said).
 */
function continued(
  sentences: readonly Sentence[],
  perSentence: readonly (readonly Attribution[])[],
  quotes: readonly QuotedStretch[],
): readonly Attribution[] {
  const out: Attribution[] = [];
  sentences.forEach((s, i) => {
    if (perSentence[i]?.length) return;
    const inside = quotes.find(
      (q) =>
        q.start < s.end &&
        q.end > s.start &&
        Math.min(q.end, s.end) - Math.max(q.start, s.start) > (s.end - s.start) / 2,
    );
    if (!inside) return;
    const speaker = speakerNear(sentences, perSentence, i);
    if (!speaker) return;
    out.push({
      ...speaker,
      sentence: speaker.sentence,
      content: [{ sentence: s.index, first: 0, last: s.tokens.length - 1 }],
      quoted: true,
      rule: "quotation.continued",
    });
  });
  return out;
}

function speakerNear(
  sentences: readonly Sentence[],
  perSentence: readonly (readonly Attribution[])[],
  i: number,
): Attribution | null {
  const here = sentences[i];
  const named = (k: number): Attribution | null => perSentence[k]?.find((a) => a.source !== null) ?? null;
  for (let k = i - 1; k >= 0 && k >= i - 6; k--) {
    const s = sentences[k];
    // A quotation may fill the next paragraph too, but not a later one.
    if (!s || !here || here.paragraph - s.paragraph > 1) break;
    const found = named(k);
    if (found) return found;
  }
  const next = sentences[i + 1];
  return next && next.paragraph === here?.paragraph ? named(i + 1) : null;
}
