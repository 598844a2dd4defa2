import type { Attribution } from "../core/claim-layers.ts";
import type { Doc, Sentence } from "../core/layers.ts";
import type { Stage } from "../core/stage.ts";
import { MentionIndex } from "../core/mention-index.ts";
import { SentenceGraph } from "../core/sentence-graph.ts";
import { CueReader } from "./cue-reader.ts";
import { CueTable, type AttributionWord, type ReportingCue } from "./cue-table.ts";
import { continueQuotations } from "./continued-quotations.ts";
import { quotedStretches } from "./quotations.ts";

export { CUE_KINDS, HELPER_ROLES, type AttributionWord, type ReportingCue } from "./cue-table.ts";

type Reads = "report" | "sentences" | "mentions" | "entities";

/** Who says what: words of saying, "according to", hedging adverbs and quotations that run over sentence borders. */
export function createClaimsStage(
  cues: readonly ReportingCue[],
  words: readonly AttributionWord[],
): Stage<Reads, "attributions"> {
  const table = new CueTable(cues, words);
  return {
    name: "claims",
    version: 2,
    requires: ["report", "sentences", "mentions", "entities"],
    assigns: ["attributions"],
    run(doc: Doc<Reads>) {
      const reader = new CueReader(table, new MentionIndex(doc.mentions, doc.entities));
      const quotes = quotedStretches(doc.report.text, doc.sentences);
      const stated = doc.sentences.map((s) => {
        const beside = quotes.filter((q) => q.start < s.end && q.end > s.start);
        return reader.read(new SentenceGraph(s), beside);
      });
      const spoken = stated.map((found) => found.map((a) => withNextSentence(a, doc.sentences)));
      const all = [...spoken.flat(), ...continueQuotations(doc.sentences, spoken, quotes)];
      return { attributions: all.filter((a) => a.content.length > 0) };
    },
  };
}

/** "Police:" before a sentence of its own */
function withNextSentence(a: Attribution, sentences: readonly Sentence[]): Attribution {
  const next = sentences[a.sentence + 1];
  const isOpen = a.rule === "cue.colon" && a.content.length === 0;
  if (!isOpen || next?.paragraph !== sentences[a.sentence]?.paragraph || next === undefined) return a;
  const content = [{ sentence: next.index, first: 0, last: next.tokens.length - 1 }];
  return { ...a, content, contentWords: [{ start: next.start, end: next.end }] };
}
