import type { Token } from "../core/layers.ts";
import type { MentionIndex } from "../core/mention-index.ts";
import type { FeatureBag } from "./feature-bag.ts";
import { headOf } from "./role-path.ts";
import type { SentenceReading } from "./row-reading.ts";

const NEAR = 4;

/** Lemmas by where they stand: before, between and after the marked roles, alone and in pairs; and what the roles are made of. */
export function addWordFeatures(bag: FeatureBag, reading: SentenceReading, index: MentionIndex): void {
  const { sentence, source, target } = reading;
  const { tokens } = sentence;
  const [low, high] = gap(source, target);
  bag.add(`order ${orderOf(source, target)}`);
  let previous = "";
  for (const t of tokens) {
    const role = source.has(t.index) ? "S" : target.has(t.index) ? "T" : null;
    const word = role ?? wordOf(t, index, sentence.index);
    if (word === "") continue;
    const zone = t.index > low && t.index < high ? "mid" : t.index <= low ? "pre" : "post";
    if (role === null) {
      bag.add(`w ${word}`);
      bag.add(`${zone} ${word}`);
      if (zone === "post" && t.index - high <= NEAR) bag.add(`next ${word}`);
    }
    if (word !== previous) {
      if (previous !== "") bag.add(`bi ${previous} ${word}`);
      previous = word;
    }
  }
  addInside(bag, "s", source, reading, index);
  addInside(bag, "t", target, reading, index);
}

/** The last token of the earlier role and the first of the later one. */
function gap(source: ReadonlySet<number>, target: ReadonlySet<number>): readonly [number, number] {
  if (!source.size || !target.size) return [-1, -1];
  return [Math.min(Math.max(...source), Math.max(...target)), Math.max(Math.min(...source), Math.min(...target))];
}

function orderOf(source: ReadonlySet<number>, target: ReadonlySet<number>): string {
  if (!source.size) return target.size ? "no source" : "no roles";
  if (!target.size) return "no target";
  return Math.min(...source) < Math.min(...target) ? "s t" : "t s";
}

/** A lemma; names and numbers become what they are, so that no country is learned by heart. */
function wordOf(t: Token, index: MentionIndex, sentence: number): string {
  if (t.upos === "PUNCT" || t.upos === "SYM") return /["“”]/.test(t.form) ? '"' : "";
  if (t.upos === "NUM") return "#";
  if (t.upos === "PROPN") {
    const mention = index.covering(sentence, t.index);
    const entity = mention && index.entityOf(mention);
    return entity ? `<${entity.kind}>` : "<name>";
  }
  return t.lemma.toLowerCase();
}

function addInside(
  bag: FeatureBag,
  role: string,
  inside: ReadonlySet<number>,
  { sentence }: SentenceReading,
  index: MentionIndex,
): void {
  const head = headOf(sentence.tokens, inside);
  for (const i of inside) {
    const t = sentence.tokens[i];
    if (t && t.upos !== "PROPN" && t.upos !== "PUNCT") bag.add(`${role} has ${t.lemma.toLowerCase()}`);
  }
  if (head === null) return;
  const t = sentence.tokens[head];
  if (t) bag.add(`${role} head ${t.upos} ${t.deprel}`);
  const mention = index.covering(sentence.index, head);
  const entity = mention && index.entityOf(mention);
  bag.add(`${role} kind ${entity?.kind ?? "none"}`);
  for (const sector of entity?.sectors ?? []) bag.add(`${role} sector ${sector}`);
}
