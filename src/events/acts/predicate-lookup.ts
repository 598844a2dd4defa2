import type { LightVerb, Frame, OntologyTables, Operator } from "../../core/ontology.ts";
import type { Predication } from "../../core/event-layers.ts";
import type { PredicateLexicon } from "../predications/extract.ts";

/** The ontology made ready for look-up by predicate. */
export class PredicateLookup implements PredicateLexicon {
  readonly tables: OntologyTables;
  private readonly frames: Readonly<Record<Predication["kind"], ReadonlyMap<string, readonly Frame[]>>>;
  private readonly operators: Readonly<Record<Predication["kind"], ReadonlyMap<string, readonly Operator[]>>>;
  private readonly light = new Map<string, LightVerb[]>();
  private readonly classes = new Map<string, ReadonlySet<string>>();

  constructor(tables: OntologyTables) {
    this.tables = tables;
    this.frames = mapKinds(tables.frameIndex, tables.frames);
    this.operators = mapKinds(tables.operatorIndex, tables.operators);
    for (const l of tables.lightVerbs) this.light.set(l.verb, [...(this.light.get(l.verb) ?? []), l]);
    for (const [name, members] of Object.entries(tables.classes)) this.classes.set(name, new Set(members));
  }

  isPredicate(kind: Predication["kind"], lemma: string): boolean {
    return this.frames[kind].has(lemma) || this.operators[kind].has(lemma);
  }

  lightVerbs(lemma: string): readonly LightVerb[] {
    return this.light.get(lemma) ?? [];
  }

  framesOf(p: Predication): readonly Frame[] {
    return this.frames[p.kind].get(p.lemma) ?? this.frames[p.kind].get(bareLemma(p)) ?? [];
  }

  operatorsOf(p: Predication): readonly Operator[] {
    return this.operators[p.kind].get(p.lemma) ?? this.operators[p.kind].get(bareLemma(p)) ?? [];
  }

  /**
   * Whether the compound noun tells other acts than its head noun, or does not tell the act of a category that the head may tell: an
   * air strike is no strike of workers.
   */
  isOtherAct(compound: string, head: string, category: string | null): boolean {
    const own = this.frames.noun.get(compound);
    const plain = this.frames.noun.get(head);
    if (own === undefined || plain === undefined) return false;
    if (own.every((f) => plain.every((g) => g.category !== f.category))) return true;
    return plain.some((g) => g.category === category) && own.every((f) => f.category !== category);
  }

  inClass(name: string, word: string): boolean {
    return this.classes.get(name)?.has(word.toLowerCase()) ?? false;
  }
}

/** A compound noun falls back to its head noun; a phrasal verb never to its bare verb, which means something else. */
function bareLemma(p: Predication): string {
  if (p.kind !== "noun") return p.lemma;
  return p.lemma.slice(Math.max(p.lemma.lastIndexOf(" "), p.lemma.lastIndexOf("-")) + 1);
}

type Kinds<T> = Record<Predication["kind"], T>;

function mapKinds<T>(
  index: Kinds<Readonly<Record<string, readonly number[]>>>,
  list: readonly T[],
): Kinds<ReadonlyMap<string, readonly T[]>> {
  const map = (entries: Readonly<Record<string, readonly number[]>>): ReadonlyMap<string, readonly T[]> =>
    new Map(Object.entries(entries).map(([lemma, ids]) => [lemma, ids.flatMap((i) => list[i] ?? [])]));
  return { verb: map(index.verb), noun: map(index.noun), adjective: map(index.adjective) };
}
