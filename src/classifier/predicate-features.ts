import type { Predication } from "../core/event-layers.ts";
import type { Token } from "../core/layers.ts";
import type { PredicateLookup } from "../events/index.ts";
import type { FeatureBag } from "./feature-bag.ts";
import { type RolePath, rolePath } from "./role-path.ts";
import type { SentenceReading } from "./row-reading.ts";

/** Words of a noun class are looked up by the class; the inverse of the ontology's table. */
export type ClassesOf = (word: string) => readonly string[];

export interface PredicateTools {
  readonly lookup: PredicateLookup;
  readonly classesOf: ClassesOf;
}

/** Predicates on the way from source to target and those that take a role as argument, with what the lexicon knows of their words. */
export function addPredicateFeatures(bag: FeatureBag, reading: SentenceReading, tools: PredicateTools): void {
  const path = rolePath(reading);
  const onPath = new Set<number>();
  if (path) {
    addPath(bag, reading, path);
    for (const i of [...path.up, path.top, ...path.down]) onPath.add(i);
  }
  const byToken = new Map(reading.predications.map((p) => [p.token, p]));
  for (const p of reading.predications) {
    const slots = roleSlots(p, reading);
    const where = path && p.token === path.top ? "top" : onPath.has(p.token) ? "path" : slots !== "" ? "arg" : "far";
    addPredication(bag, where, slots, p, reading, tools);
  }
  const root = reading.sentence.tokens.find((t) => t.head < 0);
  if (root) bag.add(`root ${root.lemma.toLowerCase()}`);
  if (path) addGovernors(bag, reading, path, byToken);
}

function addPath(bag: FeatureBag, { sentence }: SentenceReading, path: RolePath): void {
  const { tokens } = sentence;
  const name = (i: number): string => tokens[i]?.lemma.toLowerCase() ?? "";
  const relation = (i: number): string => tokens[i]?.deprel ?? "";
  const up = [path.source, ...path.up].map(relation).join("^");
  const down = [...path.down, path.target].map(relation).join("v");
  bag.add(`shape ${up} ${down}`);
  bag.add(`path ${path.up.map(name).join("^")} ${name(path.top)} ${path.down.map(name).join("v")}`);
  bag.add(`top ${name(path.top)}`);
  for (const i of path.up) bag.add(`up ${name(i)}`);
  for (const i of path.down) bag.add(`down ${name(i)}`);
  for (const i of [...path.up, path.top, ...path.down]) bag.add(`on path ${name(i)}`);
  const marker = markerOf(tokens, path.target);
  if (marker !== "") {
    bag.add(`target by ${marker}`);
    bag.add(`top ${name(path.top)} ${marker}`);
  }
}

function markerOf(tokens: readonly Token[], i: number): string {
  for (const c of tokens[i]?.children ?? []) if (tokens[c]?.deprel === "case") return tokens[c].lower;
  return "";
}

function addGovernors(
  bag: FeatureBag,
  { sentence }: SentenceReading,
  path: RolePath,
  byToken: ReadonlyMap<number, Predication>,
): void {
  const top = sentence.tokens[path.top];
  const governor = top && top.head >= 0 ? sentence.tokens[top.head] : undefined;
  if (governor && top) bag.add(`above ${governor.lemma.toLowerCase()} ${top.deprel}`);
  const p = byToken.get(path.top);
  if (p) for (const i of p.auxiliaries) bag.add(`top aux ${sentence.tokens[i]?.lemma.toLowerCase() ?? ""}`);
}

/** "agent-patient": the slots in which source and target stand; empty when neither is an argument. */
function roleSlots(p: Predication, { source, target }: SentenceReading): string {
  const slot = (set: ReadonlySet<number>): string => p.arguments.find((a) => set.has(a.token))?.slot ?? "";
  const s = slot(source);
  const t = slot(target);
  return s === "" && t === "" ? "" : `${s}-${t}`;
}

function addPredication(
  bag: FeatureBag,
  where: string,
  slots: string,
  p: Predication,
  { sentence }: SentenceReading,
  { lookup, classesOf }: PredicateTools,
): void {
  const { lemma } = p;
  bag.add(`${where} ${lemma}`);
  if (where === "far") {
    addLexicon(bag, "far", p, lookup);
    return;
  }
  bag.add(`near ${lemma}`);
  bag.add(`near ${p.kind} ${slots}`);
  if (slots !== "") bag.add(`${lemma} ${slots}`);
  if (p.negated) bag.add(`${where} not`);
  if (p.negated) bag.add(`not ${lemma}`);
  if (p.passive) bag.add(`${where} passive`);
  bag.add(`${where} ${p.form}`);
  for (const i of p.auxiliaries) bag.add(`aux ${sentence.tokens[i]?.lemma.toLowerCase() ?? ""}`);
  if (p.light !== null) bag.add(`light ${sentence.tokens[p.light]?.lemma.toLowerCase() ?? ""} ${lemma}`);
  for (let n = 4; n <= 5; n++) if (lemma.length > n) bag.add(`start ${lemma.slice(0, n)}`);
  if (lemma.length > 4) bag.add(`end ${lemma.slice(-3)}`);
  addLexicon(bag, where, p, lookup);
  addLexicon(bag, "near", p, lookup);
  for (const a of p.arguments) {
    const t = sentence.tokens[a.token];
    if (!t || t.upos === "PROPN" || t.upos === "PRON") continue;
    const word = t.lemma.toLowerCase();
    bag.add(`${a.slot} ${word}`);
    bag.add(`${lemma} ${a.slot} ${word}`);
    for (const name of classesOf(word)) {
      bag.add(`${a.slot} is ${name}`);
      bag.add(`${lemma} ${a.slot} is ${name}`);
    }
  }
}

/** Categories and operators that the lexicon allows for the predicate, whether or not their conditions hold here. */
function addLexicon(bag: FeatureBag, where: string, p: Predication, lookup: PredicateLookup): void {
  const frames = lookup.framesOf(p);
  for (const f of frames) bag.add(`${where} may ${f.category}`);
  for (const o of lookup.operatorsOf(p)) bag.add(`${where} operator ${o.kind}`);
  if (!frames.length) bag.add(`${where} no frame`);
}
