import type { Category } from "../core/codes.ts";
import { baseRelation } from "../core/sentence-graph.ts";
import type { Count, CountReader } from "./count-phrase.ts";
import { relatedWords } from "./related-words.ts";
import type { SizeField } from "./size-words.ts";
import type { Toll } from "./tolls.ts";

/** An act as its sentence tells it. */
export interface SizedAct {
  readonly head: number;
  readonly category: Category;
  /** Words of the trigger. */
  readonly trigger: readonly number[];
  readonly hasHappened: boolean;
  /** Heads of the sentence's other acts of coercion: whom these arrest, they count. */
  readonly rivals: ReadonlySet<number>;
}

/** Which numbers an act of a category may have. */
const FIELDS: Readonly<Partial<Record<Category, readonly SizeField[]>>> = {
  ASSAULT: ["dead", "injured"],
  COERCE: ["arrested", "participants"],
  PROTEST: ["participants", "dead", "injured", "arrested"],
  MOBILIZE: ["participants"],
  RETREAT: ["participants"],
  CONCEDE: ["participants"],
  SANCTION: ["arrested", "participants"],
};

export type Counts = Readonly<Record<SizeField, Count | null>>;
export const NO_COUNTS: Counts = { dead: null, injured: null, arrested: null, participants: null };

export function canCount(category: Category, field: SizeField): boolean {
  return FIELDS[category]?.includes(field) === true;
}

/** Whether an act of the category has numbers at all. */
export function isCounted(category: Category): boolean {
  return FIELDS[category] !== undefined;
}

/**
 * How many were killed, injured, arrested or took part, as the act's own sentence tells in words that belong to the act. Nobody
 * ("no casualties") gives way to a number.
 */
export function countsOf(act: SizedAct, reader: CountReader, tolls: readonly Toll[]): Counts {
  const found: { -readonly [K in SizeField]: Count | null } = { ...NO_COUNTS };
  for (const node of wordsOf(act, reader)) {
    for (const toll of tolls) {
      if (toll.node !== node || !belongs(act, toll) || isElsewhere(act, toll, reader)) continue;
      const known = found[toll.field];
      if (known === null || (known.high === 0 && toll.count.high !== 0)) found[toll.field] = toll.count;
    }
  }
  if (act.category === "PROTEST") found.participants ??= gatheredAt(reader, act);
  return found;
}

/** The words of the act's predicate, then those of the rest of its trigger. */
function wordsOf({ head, trigger }: SizedAct, { graph, lexicon }: CountReader): readonly number[] {
  const words = relatedWords(graph, head, lexicon);
  const others = trigger.filter((t) => t !== head && graph.token(t).upos === "NOUN");
  return [...words, ...others.flatMap((t) => relatedWords(graph, t, lexicon)).filter((t) => !words.includes(t))];
}

/** "captured the chief and detained two": a verb that has its own object does not take its neighbour's number. */
function isElsewhere({ head, category }: SizedAct, { node, field }: Toll, { graph, lexicon }: CountReader): boolean {
  const token = graph.token(head);
  if (node === head || token.upos !== "VERB") return false;
  const isSame = lexicon.uses.get(token.lemma)?.some((use) => use.field === field && use.type === "verb") === true;
  const isAbduction = lexicon.uses.get(token.lemma)?.some((use) => use.field === "arrested") === true;
  if (isAbduction && category === "ASSAULT" && node < head) return true;
  return isSame && token.children.some((c) => /^(?:obj|nsubj:pass)$/.test(graph.token(c).deprel));
}

function gatheredAt(reader: CountReader, { head, trigger }: SizedAct): Count | null {
  for (const token of [head, ...trigger]) {
    const count = gathered(reader, token);
    if (count !== null && count.high !== 1) return count;
  }
  return null;
}

function belongs(act: SizedAct, { node, field, type, count, isCumulative, isMeant }: Toll): boolean {
  const { head, category, hasHappened, rivals } = act;
  // What is planned has its number only where the act is the plan.
  if (isMeant && (hasHappened || node !== head)) return false;
  const isOwn = node === head || act.trigger.includes(node);
  // "killed three relatives and plotted a school shooting": the dead are not those of the plot.
  if (!hasHappened && !isMeant && !isOwn && (field === "dead" || field === "injured")) return false;
  // Whom an assault abducts is arrested by it.
  if (!canCount(category, field)) return category === "ASSAULT" && field === "arrested" && isOwn;
  if (field === "arrested") return isOwn || !rivals.has(node);
  if (field !== "participants") return !(type === "toll" && isCumulative);
  if (category !== "PROTEST") return isOwn && type !== "crowd" && type !== "joining";
  // A protest counts who takes part; one person is its speaker or guest.
  return type !== "verb" && count.high !== 1 && !(type === "toll" && isCumulative);
}

/** "a protest by thousands of students", "thousands at a rally": people that stand by the noun. */
function gathered(reader: CountReader, head: number): Count | null {
  const { graph } = reader;
  const token = graph.token(head);
  const isPurpose = token.deprel === "advcl" && token.xpos === "VB";
  const own = subjectCount(reader, head) ?? (isPurpose ? subjectCount(reader, token.head) : null);
  if (own !== null || token.upos !== "NOUN") return own;
  for (const c of token.children) {
    const isMember =
      baseRelation(graph.token(c).deprel) === "nmod" && /^(?:by|of|with|involving)$/.test(graph.caseOf(c) ?? "");
    const count = isMember && reader.isPeople(c) ? reader.countOf(c) : null;
    if (count !== null) return count;
  }
  if (token.head < 0) return null;
  const governor = graph.token(token.head);
  if (governor.upos !== "VERB" || !/^(?:obj|obl)$/.test(baseRelation(token.deprel))) return null;
  return subjectCount(reader, governor.index);
}

function subjectCount(reader: CountReader, verb: number): Count | null {
  for (const c of reader.graph.token(verb).children) {
    if (reader.graph.token(c).deprel !== "nsubj" || !reader.isPeople(c)) continue;
    const count = reader.countOf(c);
    if (count !== null) return count;
  }
  return null;
}
