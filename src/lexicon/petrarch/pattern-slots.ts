import type { ClassRegistry } from "./class-registry.ts";
import { SlotReader, type SlotReading } from "./slot-reader.ts";
import type { Reason } from "./tally.ts";
import { isWord, type VerbPattern } from "./verb-pattern.ts";
import type { WordKnowledge } from "./word-knowledge.ts";

/** All readings of a pattern, or why it has none. */
export function readSlots(
  pattern: VerbPattern,
  words: WordKnowledge,
  classes: ClassRegistry,
): readonly SlotReading[] | Reason {
  const out: SlotReading[] = [];
  for (const choice of prepositionChoices(pattern)) {
    for (const infinitive of infinitiveChoices(choice, words)) {
      const reading = new SlotReader(words, classes, infinitive).read(choice);
      if (typeof reading === "string") return reading;
      out.push(reading);
    }
  }
  return out;
}

/** `(BY/WITH GRENADE)` is two patterns. */
function prepositionChoices(pattern: VerbPattern): readonly VerbPattern[] {
  const longest = Math.max(1, ...pattern.after.map((e) => (e.kind === "prepositional" ? e.prepositions.length : 1)));
  return Array.from({ length: longest }, (_, n) => ({
    before: pattern.before,
    after: pattern.after.map((e) =>
      e.kind === "prepositional" ? { ...e, prepositions: [e.prepositions[n] ?? e.prepositions[0] ?? ""] } : e,
    ),
  }));
}

/** `* TO VISIT` may be an infinitive or a preposition and a noun: both. */
function infinitiveChoices(pattern: VerbPattern, words: WordKnowledge): readonly boolean[] {
  for (const [i, e] of pattern.after.entries()) {
    const inside =
      e.kind === "prepositional" && e.prepositions[0] === "to"
        ? e.inside
        : isWord(e, "to")
          ? pattern.after.slice(i + 1)
          : null;
    const first = inside?.[0];
    if (inside && first?.kind === "word") {
      const asVerb = words.verbLemma(first.word) === first.word && words.isVerb(first.word);
      if (!asVerb) return [false];
      return words.isNoun(first.word) ? (inside.length === 1 ? [false, true] : [false]) : [true];
    }
  }
  return [false];
}
