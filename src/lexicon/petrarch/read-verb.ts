import type { Conditions } from "./slot-reader.ts";
import type { VerbEntry } from "./verb-dictionary.ts";
import type { WordKnowledge } from "./word-knowledge.ts";

/** A verb entry in the terms of frames. */
export interface ReadVerb {
  readonly entry: VerbEntry;
  readonly lemmas: readonly string[];
  /** What the other words of the verb ask for: `WAGE_WAR` its object, `CALL_ON` its preposition. */
  readonly extra: Conditions;
}

/** Verbs of a block that ask for the same. */
export interface VerbGroup {
  readonly verbs: readonly string[];
  readonly extra: Conditions;
}

const NOTHING: Conditions = new Map();

/** The lemmas of an entry, or why it has none. */
export function readVerb(entry: VerbEntry, words: WordKnowledge): ReadVerb | "stem" | "verb-phrase" {
  const { verbAt } = entry;
  const [first = "", second = "", third] = entry.words;
  const verb = entry.words[verbAt] ?? "";
  const known = entry.stem && third === undefined && second === "" ? words.verbsOfStem(first) : [words.verbLemma(verb)];
  if (!known.length) return "stem";
  const lemmas = [...new Set([...known, ...entry.forms.flatMap((f) => words.codedLemmas(f))])];
  if (second === "") return { entry, lemmas, extra: NOTHING };
  if (verbAt > 0 && verbAt === entry.words.length - 1) {
    // "re_+arrest": written together or with a hyphen.
    const prefix = entry.words.slice(0, verbAt);
    const joined = lemmas.flatMap((l) => [[...prefix, l].join(""), [...prefix, l].join("-")]);
    return { entry, lemmas: joined, extra: NOTHING };
  }
  if (verbAt > 0 || third !== undefined) return "verb-phrase";
  const kind = words.kindOf(second);
  if (kind === "particle") return { entry, lemmas: lemmas.map((l) => `${l} ${second}`), extra: NOTHING };
  if (kind === "preposition") return { entry, lemmas, extra: new Map([[second, "present"]]) };
  return kind === null ? { entry, lemmas, extra: new Map([["patient", words.nounForms(second)]]) } : "verb-phrase";
}

/** Verbs with the same further conditions stand in one frame. */
export function groupVerbs(verbs: readonly ReadVerb[]): readonly VerbGroup[] {
  const out = new Map<string, { verbs: Set<string>; extra: Conditions }>();
  for (const v of verbs) {
    const key = JSON.stringify([...v.extra]);
    const group = out.get(key) ?? { verbs: new Set(), extra: v.extra };
    for (const lemma of v.lemmas) group.verbs.add(lemma);
    out.set(key, group);
  }
  return [...out.values()].map((g) => ({ verbs: [...g.verbs], extra: g.extra }));
}
