import type { CandidateTree } from "./candidate-tree.ts";
import type { Attachment } from "./candidate-tree.ts";

/** Relations of which a head has one at most: it has one subject, whatever its kind, one object, one indirect object. */
const FAMILIES: readonly (readonly string[])[] = [["nsubj", "nsubj:pass", "csubj", "csubj:pass"], ["obj"], ["iobj"]];
const MAX_ROUNDS = 4;

/** The families of a model's labels, 0 for labels without one. */
export function labelFamilies(labels: readonly string[]): Int32Array {
  return Int32Array.from(labels, (label) => FAMILIES.findIndex((family) => family.includes(label)) + 1);
}

/**
 * Gives every head at most one dependent of each family: of several, the one stays that would lose most, the others get the
 * next best label or head.
 */
export function makeArgumentsUnique(tree: CandidateTree, families: Int32Array, rootLabel: number): void {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const rivals = findRivals(tree, families);
    if (rivals.length === 0) return;
    for (const tokens of rivals) separate(tree, tokens, families, rootLabel);
  }
}

/** Groups of two or more tokens of one family under one head. */
function findRivals(tree: CandidateTree, families: Int32Array): readonly (readonly number[])[] {
  let groups: Map<number, number[]> | null = null;
  const first = new Map<number, number>();
  for (let i = 0; i < tree.length; i++) {
    const family = families[tree.labels[i] ?? 0] ?? 0;
    if (family === 0) continue;
    const key = (tree.heads[i] ?? -1) * 4 + family;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, i);
    else {
      groups ??= new Map();
      const group = groups.get(key) ?? [earlier];
      group.push(i);
      groups.set(key, group);
    }
  }
  return groups === null ? [] : [...groups.values()];
}

function separate(tree: CandidateTree, tokens: readonly number[], families: Int32Array, rootLabel: number): void {
  const changes = tokens.map((token) => {
    const better = tree.bestAttachment(token, (head, label) => {
      if (label === rootLabel) return false;
      return isFree(tree, token, head, families[label] ?? 0, families);
    });
    return { token, better, loss: better === null ? Infinity : tree.currentScore(token) - better.score };
  });
  // Of equals the first stays: the sort is stable.
  changes.sort((a, b) => b.loss - a.loss);
  for (const { token, better } of changes.slice(1)) apply(tree, token, better);
}

/** True when the head has no other dependent of the family. */
function isFree(tree: CandidateTree, token: number, head: number, family: number, families: Int32Array): boolean {
  if (family === 0) return true;
  for (let i = 0; i < tree.length; i++) {
    if (i !== token && tree.heads[i] === head && families[tree.labels[i] ?? 0] === family) return false;
  }
  return true;
}

function apply(tree: CandidateTree, token: number, change: Attachment | null): void {
  // An earlier change may have moved the new head below the token.
  if (change !== null && !tree.isBelow(change.head, token)) tree.attach(token, change.head, change.label);
}
