import type { Scores } from "./network.ts";

/** Taken off every root arc, so that the best tree has as few roots as it can: one. */
const ROOT_PENALTY = 1e6;

/** The heads of the highest-scoring tree with one root; -1 is the root's head. */
export function bestHeads(scores: Scores): Int32Array {
  const heads = likeliestHeads(scores);
  return isSingleRootTree(heads) ? heads : maximumTree(scores);
}

/** The highest-scoring head of each token, tree or not. */
function likeliestHeads(scores: Scores): Int32Array {
  const { length, arcs, arcOffset, arcStride } = scores;
  const heads = new Int32Array(length);
  for (let i = 0; i < length; i++) {
    const row = arcOffset + i * arcStride;
    let best = -1;
    let most = arcs[row] as number;
    for (let h = 0; h < length; h++) {
      const score = arcs[row + h + 1] as number;
      if (score > most && h !== i) {
        most = score;
        best = h;
      }
    }
    heads[i] = best;
  }
  return heads;
}

/** True when exactly one token has the head -1 and every token leads to it. */
export function isSingleRootTree(heads: ArrayLike<number>): boolean {
  const n = heads.length;
  // 0 not seen, otherwise the walk in which a token was first seen.
  const seen = new Int32Array(n);
  let roots = 0;
  for (let start = 0; start < n; start++) {
    let at = start;
    while (at >= 0 && seen[at] === 0) {
      seen[at] = start + 1;
      at = heads[at] ?? -1;
      if (at < 0) roots++;
    }
    if (at >= 0 && seen[at] === start + 1) return false;
  }
  return roots === 1;
}

/** Chu-Liu and Edmonds' maximum spanning tree; node 0 is the root, node i + 1 token i. */
function maximumTree(scores: Scores): Int32Array {
  const { length, arcs, arcOffset, arcStride } = scores;
  const size = length + 1;
  // weights[d * size + h]: score of node h as the head of node d.
  const weights = new Float64Array(size * size);
  for (let d = 1; d < size; d++) {
    for (let h = 0; h < size; h++) weights[d * size + h] = arcs[arcOffset + (d - 1) * arcStride + h] as number;
    weights[d * size] = (weights[d * size] as number) - ROOT_PENALTY;
  }
  const nodes = Array.from({ length: size }, (_, i) => i);
  return solve(nodes, weights, greedyHeads(nodes, weights, size))
    .subarray(1)
    .map((h) => h - 1);
}

/**
 * Heads of the nodes, given each one's likeliest; contracts one cycle after another, the cycle's first node standing for it.
 * Only the new node's likeliest head has to be sought again, so that long sentences stay cheap.
 */
function solve(nodes: readonly number[], weights: Float64Array, heads: Int32Array): Int32Array {
  const size = heads.length;
  const cycle = findCycle(nodes, heads);
  if (cycle.length === 0) return heads;
  const inside = new Set(cycle);
  const outside = nodes.filter((v) => !inside.has(v));
  const name = cycle[0] ?? 0;
  const enter = new Int32Array(size);
  const leave = new Int32Array(size);
  for (const v of outside) {
    let into = -Infinity;
    let outOf = -Infinity;
    for (const c of cycle) {
      const gain = (weights[c * size + v] as number) - (weights[c * size + (heads[c] as number)] as number);
      if (gain > into) {
        into = gain;
        enter[v] = c;
      }
      const score = weights[v * size + c] as number;
      if (score > outOf) {
        outOf = score;
        leave[v] = c;
      }
    }
    weights[name * size + v] = into;
    weights[v * size + name] = outOf;
  }
  const contracted = heads.slice();
  for (const v of outside) if (inside.has(heads[v] as number)) contracted[v] = name;
  contracted[name] = likeliest(name, outside, weights, size);
  const solved = solve([...outside, name], weights, contracted);
  for (const v of outside) heads[v] = solved[v] === name ? (leave[v] as number) : (solved[v] as number);
  const from = solved[name] as number;
  heads[enter[from] as number] = from;
  return heads;
}

function greedyHeads(nodes: readonly number[], weights: Float64Array, size: number): Int32Array {
  const heads = new Int32Array(size);
  for (const d of nodes) if (d !== 0) heads[d] = likeliest(d, nodes, weights, size);
  return heads;
}

function likeliest(dependent: number, nodes: readonly number[], weights: Float64Array, size: number): number {
  let most = -Infinity;
  let head = 0;
  for (const h of nodes) {
    const score = weights[dependent * size + h] as number;
    if (h !== dependent && score > most) {
      most = score;
      head = h;
    }
  }
  return head;
}

function findCycle(nodes: readonly number[], heads: Int32Array): readonly number[] {
  const seen = new Int32Array(heads.length);
  for (const start of nodes) {
    let at = start;
    while (at !== 0 && seen[at] === 0) {
      seen[at] = start + 1;
      at = heads[at] as number;
    }
    if (at !== 0 && seen[at] === start + 1) {
      const cycle = [at];
      for (let v = heads[at] as number; v !== at; v = heads[v] as number) cycle.push(v);
      return cycle;
    }
  }
  return [];
}
