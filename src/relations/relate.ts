import type { Category, Status } from "../core/codes.ts";
import type { Act } from "../core/event-layers.ts";
import type { Doc, Sentence } from "../core/layers.ts";
import { MentionIndex } from "../core/mention-index.ts";
import type { Reason } from "../core/record.ts";
import type { Span } from "../core/span.ts";
import { overlaps } from "../core/span.ts";
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

export interface RelateTools {
  readonly reader: SentenceReader;
  readonly lookup: PredicateLookup;
  readonly abstain: boolean;
}

interface Scored {
  readonly act: Act;
  readonly score: number;
}

/** Below this fitness the act has no tie to either role: taken only when an answer is demanded. */
const TIED = 3.5;

/** What the source does to the target: the best-fitting act, or with `abstain` none where nothing speaks for one. */
export function relate(
  doc: Doc<"sentences" | "mentions" | "entities">,
  input: RelationInput,
  tools: RelateTools,
): Relation {
  const best = bestRelation(doc, input, tools.reader);
  if (best && (!tools.abstain || best.score >= TIED)) {
    const { act } = best;
    return {
      id: input.id,
      event: act.category,
      mode: act.modes,
      quad_code: tools.lookup.tables.quads[act.category] ?? null,
      status: act.status,
      confidence: Math.round(100 * Math.min(0.95, Math.max(0.2, 0.3 + best.score * 0.07))) / 100,
      because: act.because,
    };
  }
  return tools.abstain ? noRelation(input.id) : fallbackRelation(input.id, tools.lookup);
}

function noRelation(id: string): Relation {
  return { id, event: null, mode: [], quad_code: null, status: null, confidence: 0, because: [] };
}

/** Nothing in the sentence is known: criticism is what newswire reports most between two actors. */
function fallbackRelation(id: string, lookup: PredicateLookup): Relation {
  const event = "ACCUSE";
  return {
    id,
    event,
    mode: [],
    quad_code: lookup.tables.quads[event] ?? null,
    status: "actual",
    confidence: 0.1,
    because: [{ field: "event", rule: "relate.default", path: "" }],
  };
}

/** The act that best fits the marked roles, with its score; null when the sentence holds no act. */
export function bestRelation(
  doc: Doc<"sentences" | "mentions" | "entities">,
  input: RelationInput,
  reader: SentenceReader,
): Scored | null {
  const index = new MentionIndex(doc.mentions, doc.entities);
  let best: Scored | null = null;
  for (const sentence of doc.sentences) {
    const source = tokensIn(sentence, input.source);
    const target = tokensIn(sentence, input.target);
    const marked = new Set([...headsOf(sentence, source), ...headsOf(sentence, target)]);
    const { acts } = reader.read(sentence, index, { predication: 0, act: 0 }, marked);
    for (const act of acts) {
      const score = fitness(act, sentence, source, target);
      if (!best || score > best.score) best = { act, score };
    }
  }
  return best;
}

function tokensIn(sentence: Sentence, spans: readonly Span[]): ReadonlySet<number> {
  return new Set(sentence.tokens.filter((t) => spans.some((s) => overlaps(s, t))).map((t) => t.index));
}

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
function fitness(act: Act, sentence: Sentence, source: ReadonlySet<number>, target: ReadonlySet<number>): number {
  const hits = (parties: Act["actors"], set: ReadonlySet<number>): boolean => parties.some((p) => set.has(p.token));
  let score = 0;
  if (source.size) score += hits(act.actors, source) ? 4 : hits(act.recipients, source) ? 0.5 : 0;
  if (target.size)
    score += hits(act.recipients, target) ? 4 : hits(act.actors, target) ? (act.recipients.length ? 0.5 : 1.5) : 0;
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
