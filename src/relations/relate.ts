import type { Category, Status } from "../core/codes.ts";
import type { Act } from "../core/event-layers.ts";
import type { Doc, Sentence } from "../core/layers.ts";
import { MentionIndex } from "../core/mention-index.ts";
import type { Reason } from "../core/record.ts";
import type { Span } from "../core/span.ts";
import { overlaps } from "../core/span.ts";
import type { RankedAct, RowReading } from "../classifier/row-reading.ts";
import type { PredicateLookup, SentenceReader } from "../events/index.ts";

/** What `dragoman relate` writes: what the source does to the target in that sentence. */
export interface Relation {
  readonly id: string;
  readonly event: Category | null;
  readonly mode: readonly string[];
  readonly quad_code: 1 | 2 | 3 | 4 | null;
  readonly status: Status | null;
  readonly confidence: number;
  readonly because: readonly Reason[];
}

export interface RelationInput {
  readonly id: string;
  readonly text: string;
  readonly source: readonly Span[];
  readonly target: readonly Span[];
}

/** A relation whose category is a label of one's own model. */
export interface ModelRelation extends Omit<Relation, "event"> {
  readonly event: string | null;
}

/** The answer that an act gives. */
export function relationOfAct(id: string, { act, score }: RankedAct, lookup: PredicateLookup): Relation {
  return {
    id,
    event: act.category,
    mode: act.modes,
    quad_code: lookup.tables.quads[act.category] ?? null,
    status: act.status,
    confidence: Math.round(100 * Math.min(0.95, Math.max(0.2, 0.3 + score * 0.07))) / 100,
    because: act.because,
  };
}

/** No answer. */
export function noRelation(id: string): Relation {
  return { id, event: null, mode: [], quad_code: null, status: null, confidence: 0, because: [] };
}

/** A row as the coder reads it: predications, and acts by how well their parties are the marked ones. */
export function readRow(
  doc: Doc<"sentences" | "mentions" | "entities">,
  input: RelationInput,
  reader: SentenceReader,
): RowReading {
  const index = new MentionIndex(doc.mentions, doc.entities);
  const acts: RankedAct[] = [];
  const sentences = doc.sentences.map((sentence) => {
    const source = tokensIn(sentence, input.source);
    const target = tokensIn(sentence, input.target);
    const marks = {
      alsoSource: otherNamesOf(sentence, source, index),
      alsoTarget: otherNamesOf(sentence, target, index),
    };
    const marked = new Set([...headsOf(sentence, source), ...headsOf(sentence, target)]);
    const found = reader.read(sentence, index, { predication: 0, act: 0 }, marked);
    for (const act of found.acts) acts.push({ act, score: fitness(act, sentence, { ...marks, source, target }) });
    return { sentence, predications: found.predications, source, target };
  });
  // The sort is stable: of equals the first in the text stays first.
  acts.sort((a, b) => b.score - a.score);
  return { sentences, index, acts };
}

function tokensIn(sentence: Sentence, spans: readonly Span[]): ReadonlySet<number> {
  return new Set(sentence.tokens.filter((t) => spans.some((s) => overlaps(s, t))).map((t) => t.index));
}

/** Tokens elsewhere in the sentence that mean the marked party: "<s>Farc</s> has said it will release …". */
function otherNamesOf(sentence: Sentence, inside: ReadonlySet<number>, index: MentionIndex): ReadonlySet<number> {
  const entities = new Set<number>();
  for (const i of inside) {
    const mention = index.at(sentence.index, i);
    if (mention) entities.add(mention.entity);
  }
  const out = new Set<number>();
  for (const t of sentence.tokens) {
    const mention = inside.has(t.index) ? null : index.at(sentence.index, t.index);
    if (mention && entities.has(mention.entity)) out.add(t.index);
  }
  return out;
}

interface Marks {
  readonly source: ReadonlySet<number>;
  readonly target: ReadonlySet<number>;
  readonly alsoSource: ReadonlySet<number>;
  readonly alsoTarget: ReadonlySet<number>;
}

/** A pronoun or a later name in the role counts a little less than the marked words themselves. */
const AS_PRONOUN = 3.4;

/** Tokens of a span whose governor lies outside it: the heads of its phrases. */
function headsOf(sentence: Sentence, inside: ReadonlySet<number>): readonly number[] {
  return [...inside].filter((i) => {
    const t = sentence.tokens[i];
    return t !== undefined && !inside.has(t.head) && t.upos !== "PUNCT" && t.upos !== "ADP" && t.upos !== "DET";
  });
}

/**
 * How well an act's parties are the marked ones. Right roles count most, the right people in other roles (passives that the
 * parser missed) less; nearness of the trigger to the two spans breaks ties, and acts inside a marked span lose.
 */
function fitness(act: Act, sentence: Sentence, marks: Marks): number {
  const { source, target } = marks;
  const hits = (parties: Act["actors"], set: ReadonlySet<number>): boolean => parties.some((p) => set.has(p.token));
  let score = 0;
  if (source.size)
    score += hits(act.actors, source)
      ? 4
      : hits(act.actors, marks.alsoSource)
        ? AS_PRONOUN
        : hits(act.recipients, source)
          ? 0.5
          : 0;
  if (target.size)
    score += hits(act.recipients, target)
      ? 4
      : hits(act.recipients, marks.alsoTarget)
        ? AS_PRONOUN
        : hits(act.actors, target)
          ? act.recipients.length
            ? 0.5
            : 1.5
          : 0;
  const head = act.trigger[0] ?? 0;
  if (source.has(head) || target.has(head)) score -= 2;
  score += betweenness(head, source, target);
  score -= depthOf(sentence, head) * 0.25;
  if (act.status !== "actual") score -= 0.3;
  return score;
}

function betweenness(head: number, source: ReadonlySet<number>, target: ReadonlySet<number>): number {
  if (!source.size || !target.size) return 0;
  const all = [...source, ...target];
  const low = Math.min(Math.max(...source), Math.max(...target));
  const high = Math.max(Math.min(...source), Math.min(...target));
  if (head > low && head < high) return 1;
  const distance = Math.min(...all.map((i) => Math.abs(i - head)));
  return Math.max(0, 0.5 - distance * 0.05);
}

function depthOf(sentence: Sentence, i: number): number {
  let depth = 0;
  for (let at = sentence.tokens[i]?.head ?? -1; at >= 0 && depth < 50; at = sentence.tokens[at]?.head ?? -1) depth++;
  return depth;
}
