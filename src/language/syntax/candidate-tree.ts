import type { Scores } from "./network.ts";

/** How many other heads are looked at when a token has to change its head. */
const OTHER_HEADS = 4;

/** A head and a label for a token, with the log of their joint probability. */
export interface Attachment {
  readonly head: number;
  readonly label: number;
  readonly score: number;
}

/** A labelled tree under repair, with the network's scores of every alternative at hand. */
export class CandidateTree {
  readonly length: number;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  readonly #scores: Scores;
  readonly #labelCount: number;
  /** Log sum of a token's arc scores; NaN where not computed yet. */
  readonly #arcSums: Float64Array;
  /** Log probabilities of the labels of a token (key: token and head). */
  readonly #labelRows = new Map<number, Float32Array>();

  constructor(scores: Scores, heads: Int32Array, labels: Int32Array, labelCount: number) {
    this.length = heads.length;
    this.heads = heads;
    this.labels = labels;
    this.#scores = scores;
    this.#labelCount = labelCount;
    this.#arcSums = new Float64Array(heads.length).fill(NaN);
  }

  attach(token: number, head: number, label: number): void {
    this.heads[token] = head;
    this.labels[token] = label;
  }

  /** The log probability of a head and a label. */
  score(token: number, head: number, label: number): number {
    return this.#arc(token, head) + (this.#labelRow(token, head)[label] ?? -Infinity);
  }

  currentScore(token: number): number {
    return this.score(token, this.heads[token] ?? -1, this.labels[token] ?? 0);
  }

  /** True when `token` is `ancestor` or below it. */
  isBelow(token: number, ancestor: number): boolean {
    let at = token;
    for (let steps = 0; at >= 0 && steps <= this.length; steps++) {
      if (at === ancestor) return true;
      at = this.heads[at] ?? -1;
    }
    return false;
  }

  /**
   * The best attachment of a token that `allowed` lets pass, among its present head and the likeliest others that keep a
   * tree and the root; null when there is none.
   */
  bestAttachment(token: number, allowed: (head: number, label: number) => boolean): Attachment | null {
    let best: Attachment | null = null;
    for (const head of this.#likelyHeads(token)) {
      const arc = this.#arc(token, head);
      const row = this.#labelRow(token, head);
      for (let label = 0; label < this.#labelCount; label++) {
        const score = arc + (row[label] as number);
        if ((best === null || score > best.score) && allowed(head, label)) best = { head, label, score };
      }
    }
    return best;
  }

  #likelyHeads(token: number): readonly number[] {
    const row = this.#scores.arcOffset + token * this.#scores.arcStride + 1;
    const present = this.heads[token] ?? -1;
    const others: number[] = [];
    for (let h = 0; h < this.length; h++) if (h !== token && h !== present) others.push(h);
    const score = (h: number): number => this.#scores.arcs[row + h] ?? -Infinity;
    others.sort((a, b) => score(b) - score(a) || a - b);
    const usable = others.slice(0, OTHER_HEADS * 2).filter((h) => !this.isBelow(h, token));
    return [present, ...usable.slice(0, OTHER_HEADS)];
  }

  #arc(token: number, head: number): number {
    const { arcs, arcOffset, arcStride } = this.#scores;
    const row = arcOffset + token * arcStride;
    let sum = this.#arcSums[token] ?? NaN;
    if (Number.isNaN(sum)) {
      sum = logSum(arcs, row, this.length + 1);
      this.#arcSums[token] = sum;
    }
    return (arcs[row + head + 1] ?? -Infinity) - sum;
  }

  #labelRow(token: number, head: number): Float32Array {
    const key = token * (this.length + 1) + head + 1;
    const known = this.#labelRows.get(key);
    if (known) return known;
    const row = new Float32Array(this.#labelCount);
    this.#scores.labels(token, head, row, 0);
    const sum = logSum(row, 0, this.#labelCount);
    for (let l = 0; l < this.#labelCount; l++) row[l] = (row[l] ?? 0) - sum;
    this.#labelRows.set(key, row);
    return row;
  }
}

function logSum(values: Float32Array, first: number, count: number): number {
  let most = -Infinity;
  for (let i = first; i < first + count; i++) most = Math.max(most, values[i] ?? -Infinity);
  let sum = 0;
  for (let i = first; i < first + count; i++) sum += Math.exp((values[i] ?? -Infinity) - most);
  return most + Math.log(sum);
}
