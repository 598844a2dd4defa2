import type { CandidateTree } from "./candidate-tree.ts";

/** What the repair has to know of a model. */
export interface TemporalWords {
  readonly nouns: ReadonlySet<string>;
  readonly case: number;
  readonly oblique: number;
  readonly nominals: ReadonlySet<number>;
  readonly subjects: ReadonlySet<number>;
}

export function temporalWords(labels: readonly string[], nouns: readonly string[]): TemporalWords {
  const at = (name: string): number => labels.indexOf(name);
  return {
    nouns: new Set(nouns),
    case: at("case"),
    oblique: at("obl"),
    nominals: new Set([at("nmod"), at("nmod:unmarked")]),
    subjects: new Set([at("nsubj"), at("nsubj:pass")]),
  };
}

/**
 * Hangs the date of "the army on Tuesday detained three men" on the verb. The treebanks have next to no example of a date
 * between subject and verb, so that the network takes it for a part of the subject.
 */
export function mendTemporalObliques(tree: CandidateTree, forms: readonly string[], words: TemporalWords): void {
  for (let date = 1; date + 1 < tree.length; date++) {
    const subject = tree.heads[date] ?? -1;
    if (!words.nominals.has(tree.labels[date] ?? -1) || subject < 0 || subject >= date) continue;
    if (!words.nouns.has((forms[date] ?? "").toLowerCase()) || !words.subjects.has(tree.labels[subject] ?? -1))
      continue;
    const verb = tree.heads[subject] ?? -1;
    if (verb > date && followsSubject(tree, forms, date, subject, words) && reachesVerb(tree, date, verb)) {
      tree.attach(date, verb, words.oblique);
    }
  }
}

/** The date has "on" in front and nothing of the subject's behind it. */
function followsSubject(
  tree: CandidateTree,
  forms: readonly string[],
  date: number,
  subject: number,
  words: TemporalWords,
): boolean {
  for (let i = date + 1; i < tree.length; i++) if (tree.heads[i] === subject) return false;
  for (let i = subject + 1; i < date; i++) {
    if (tree.heads[i] === date && tree.labels[i] === words.case) return forms[i]?.toLowerCase() === "on";
  }
  return false;
}

/** Only the verb's own dependents, such as auxiliaries, stand between the date and the verb. */
function reachesVerb(tree: CandidateTree, date: number, verb: number): boolean {
  for (let i = date + 1; i < verb; i++) if (tree.heads[i] !== verb && !tree.isBelow(i, date)) return false;
  return true;
}
