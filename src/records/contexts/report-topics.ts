import type { Sentence } from "../../core/layers.ts";
import type { TrieToken } from "./phrase-trie.ts";
import type { SentenceTopics, Topic, TopicScanner } from "./sentence-topics.ts";

/** What a neighbour or the report adds to an event's evidence for one context. */
export interface WiderEvidence {
  readonly weight: number;
  /** In words, for the record. */
  readonly told: string;
}

const NEIGHBOUR = 0.5;
const LIKELY = 0.5;
const DOMINANT = 1;
/** Shares of the report's sentences that make a topic likely, or dominant; fewer sentences suffice when the title has it too. */
const LIKELY_SHARE = 0.3;
const DOMINANT_SHARE = 0.5;
const TITLED_SHARE = 0.4;

/** The topics of one report: each sentence is read once and only when asked for, the report as a whole once. */
export class ReportTopics {
  private readonly scanner: TopicScanner;
  private readonly sentences: readonly Sentence[];
  private readonly title: string;
  private readonly bySentence: (SentenceTopics | undefined)[] = [];
  private whole: ReadonlyMap<number, WiderEvidence> | null = null;

  constructor(scanner: TopicScanner, sentences: readonly Sentence[], title: string | null) {
    this.scanner = scanner;
    this.sentences = sentences;
    this.title = title ?? "";
  }

  of(sentence: number): SentenceTopics {
    return (this.bySentence[sentence] ??= this.scanner.scan(this.sentences[sentence]?.tokens ?? []));
  }

  lengthOf(sentence: number): number {
    return this.sentences[sentence]?.tokens.length ?? 0;
  }

  /** The character offset at which a token begins, for evidence. */
  spanOf(sentence: number, first: number, end: number): string {
    const tokens = this.sentences[sentence]?.tokens;
    return `${tokens?.[first]?.start ?? 0}-${tokens?.[end - 1]?.end ?? 0}`;
  }

  /** The sentences before and after in the same paragraph that speak for a context. */
  neighbours(sentence: number): readonly { readonly sentence: number; readonly topics: SentenceTopics }[] {
    const own = this.sentences[sentence];
    return [sentence - 1, sentence + 1]
      .filter((n) => own && this.sentences[n]?.paragraph === own.paragraph)
      .map((n) => ({ sentence: n, topics: this.of(n) }));
  }

  /** Topics of the report as a whole. */
  get report(): ReadonlyMap<number, WiderEvidence> {
    return (this.whole ??= this.readWhole());
  }

  private readWhole(): ReadonlyMap<number, WiderEvidence> {
    const count = new Map<number, number>();
    this.sentences.forEach((_, i) => {
      for (const [context, topic] of this.of(i).topics)
        if (topic.score >= 1) count.set(context, (count.get(context) ?? 0) + 1);
    });
    const title = this.scanner.scan(titleTokens(this.title)).topics;
    const all = new Map<number, WiderEvidence>();
    for (const [context, support] of count) {
      const isTitled = (title.get(context)?.score ?? 0) >= 1;
      const weight = weightOf(support, this.sentences.length, isTitled);
      if (weight) all.set(context, { weight, told: toldOf(support, this.sentences.length, isTitled) });
    }
    return all;
  }
}

/** What a neighbour's words add: half of what they would in the event's own sentence, all of it if that sentence points back. */
export function neighbourWeight(topic: Topic, isMeant: boolean): number {
  return (isMeant ? 1 : NEIGHBOUR) * Math.min(1, topic.score);
}

function weightOf(support: number, sentences: number, isTitled: boolean): number {
  const share = support / sentences;
  if (isTitled && support >= 2 && share >= TITLED_SHARE) return DOMINANT;
  if (support >= 3 && share >= DOMINANT_SHARE) return DOMINANT;
  if (isTitled && share >= DOMINANT_SHARE) return LIKELY;
  return support >= 2 && (isTitled || share >= LIKELY_SHARE) ? LIKELY : 0;
}

function toldOf(support: number, sentences: number, isTitled: boolean): string {
  return `${isTitled ? "title and " : ""}${support} of ${sentences} sentences`;
}

/** Titles are not parsed: their words are read as nouns, plural or singular. */
function titleTokens(title: string): readonly TrieToken[] {
  return (title.match(/[\p{L}\p{N}]+|-|['’]s\b/gu) ?? []).map((form) => {
    const lower = form.toLowerCase().replace("’", "'");
    return { form, lower, lemma: singular(lower), upos: "NOUN" };
  });
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith("s") || word.endsWith("ss")) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return /(?:ch|sh|x|ss)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}
