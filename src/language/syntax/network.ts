import { FULL_SCALE, LABEL_STEP } from "./kernel.ts";
import type { Heap, Kernel, PackedMatrix } from "./kernel.ts";
import { kernelMatrixOf, vectorOf } from "./model-file.ts";
import type { ParserModelFile, ParserSizes } from "./model-file.ts";
import { placeMatrix, roundUp } from "./packing.ts";
import { WordCache } from "./word-cache.ts";

const LEAK = Math.fround(0.1);
/** Arc vectors are whole numbers up to this, so that their products' sums stay below 2^31. */
const ARC_SCALE = 4000;
/** Tokens whose label matrices are computed at once. */
const LABEL_TOKENS = 16;

/** What the network says of one sentence. Valid until the next `run`. */
export interface Scores {
  readonly length: number;
  /** Scores of all heads: row i holds those of token i, column 0 the root, column h + 1 token h. */
  readonly arcs: Float32Array;
  readonly arcOffset: number;
  /** Distance between the rows of `arcs`. */
  readonly arcStride: number;
  /** Tag scores: row i at `tagOffset + i * tagStride`. */
  readonly tags: Float32Array;
  readonly tagOffset: number;
  readonly tagStride: number;
  /** Label scores of `token` for `head` (-1 the root), one a label, written to `to` at `at`. */
  labels(token: number, head: number, to: Float32Array, at: number): void;
  /** Label scores of every token for its head, one row of `labelCount` a token. */
  allLabels(heads: Int32Array, to: Float32Array): void;
}

interface Weights {
  readonly recurrent: readonly [PackedMatrix, PackedMatrix][];
  readonly words: PackedMatrix;
  readonly input: PackedMatrix;
  readonly heads: PackedMatrix;
  readonly arc: PackedMatrix;
  readonly label: PackedMatrix;
}

/** Memory for a sentence of up to `capacity` tokens. */
interface Scratch {
  readonly capacity: number;
  readonly pointers: number;
  readonly ones: number;
  /** Outputs of the layers, 16 bits. */
  readonly first: number;
  readonly second: number;
  readonly gates: number;
  readonly heads: number;
  /** 16-bit vectors and their scales. */
  readonly dependents: number;
  readonly dependentScales: number;
  readonly governors: number;
  readonly governorScales: number;
  readonly labels: number;
  readonly labelScales: number;
  readonly unused: number;
  readonly unusedScales: number;
  readonly products: number;
  readonly arcs: number;
}

/** The trained network on a kernel. One sentence at a time; nothing of a sentence stays. */
export class Network {
  readonly tagCount: number;
  readonly labelCount: number;
  readonly #kernel: Kernel;
  readonly #heap: Heap;
  readonly #sizes: ParserSizes;
  readonly #weights: Weights;
  readonly #words: WordCache;
  readonly #arcRoot: Float32Array;
  readonly #labelWidth: number;
  readonly #labelRows: number;
  readonly #cells: number;
  readonly #zeros: number;
  readonly #labelRoot: number;
  readonly #labelMatrices: number;
  readonly #labelSums: number;
  #scratch: Scratch;

  constructor(model: ParserModelFile, kernel: Kernel) {
    const { sizes, vocabulary } = model.manifest;
    this.#kernel = kernel;
    this.#heap = kernel.heap;
    this.#sizes = sizes;
    this.tagCount = vocabulary.tags.length;
    this.labelCount = vocabulary.labels.length;
    this.#labelRows = roundUp(this.labelCount, LABEL_STEP);
    this.#labelWidth = roundUp(sizes.label, 8);
    this.#weights = placeWeights(model, this.#heap);
    this.#words = new WordCache(model, kernel, this.#weights.words);
    this.#arcRoot = vectorOf(model, "arc.root");
    this.#cells = this.#heap.allocate(sizes.hidden * 4);
    this.#zeros = this.#heap.allocate(sizes.hidden * 4);
    this.#labelRoot = this.#heap.allocate(this.#labelWidth * 4);
    this.#heap.f32.set(vectorOf(model, "label.root"), this.#labelRoot >> 2);
    this.#labelMatrices = this.#heap.allocate(LABEL_TOKENS * this.#weights.label.rows * 4);
    this.#labelSums = this.#heap.allocate(this.#labelRows * 4);
    this.#scratch = this.#reserve(64);
  }

  /** Runs the network over a sentence of at least one token. */
  run(forms: readonly string[]): Scores {
    const n = forms.length;
    if (n > this.#scratch.capacity) this.#scratch = this.#reserve(Math.max(n, this.#scratch.capacity * 2));
    this.#encode(forms);
    this.#score(n);
    const { arc, label } = this.#sizes;
    const s = this.#scratch;
    const stride = this.#weights.heads.rows;
    const { f32 } = this.#heap;
    return {
      length: n,
      arcs: f32,
      arcOffset: s.arcs >> 2,
      arcStride: roundUp(n + 1, 4),
      tags: f32,
      tagOffset: (s.heads >> 2) + 2 * arc + 2 * label,
      tagStride: stride,
      labels: (token, head, to, at) => {
        this.#labelMatrix(token, 1);
        this.#combine(0, head, to, at);
      },
      allLabels: (heads, to) => {
        for (let first = 0; first < n; first += LABEL_TOKENS) {
          const count = Math.min(LABEL_TOKENS, n - first);
          this.#labelMatrix(first, count);
          for (let i = 0; i < count; i++) this.#combine(i, heads[first + i] ?? -1, to, (first + i) * this.labelCount);
        }
      },
    };
  }

  #encode(forms: readonly string[]): void {
    const n = forms.length;
    const s = this.#scratch;
    const { hidden } = this.#sizes;
    const width = hidden * 4;
    this.#words.locate(forms, s.pointers);
    this.#layer(0, n, s.first);
    this.#kernel.project(this.#weights.input, s.first, width, s.ones, n, s.gates, hidden * 32);
    for (let i = 0; i < n; i++) this.#heap.i32[(s.pointers >> 2) + i] = s.gates + i * hidden * 32;
    this.#layer(1, n, s.second);
    this.#kernel.project(this.#weights.heads, s.second, width, s.ones, n, s.heads, this.#weights.heads.rows * 4);
  }

  /** Both directions of a recurrent layer; `out` gets rows of forward and backward outputs. */
  #layer(index: number, n: number, out: number): void {
    const { pointers } = this.#scratch;
    const { hidden } = this.#sizes;
    const matrices = this.#weights.recurrent[index];
    if (!matrices) return;
    const row = hidden * 4;
    const last = n - 1;
    const cells = this.#cells;
    this.#heap.f32.fill(0, cells >> 2, (cells >> 2) + hidden);
    this.#kernel.recur(matrices[0], pointers, 4, 0, n, cells, this.#zeros, out, row);
    this.#heap.f32.fill(0, cells >> 2, (cells >> 2) + hidden);
    const from = pointers + last * 4;
    const to = out + last * row + hidden * 2;
    this.#kernel.recur(matrices[1], from, -4, hidden * 16, n, cells, this.#zeros, to, -row);
  }

  /** Activations of the heads and the scores of all arcs. */
  #score(n: number): void {
    const s = this.#scratch;
    const kernel = this.#kernel;
    const { arc, label } = this.#sizes;
    const stride = this.#weights.heads.rows * 4;
    const at = s.heads;
    const wide = arc * 2;
    const lw = this.#labelWidth * 2;
    kernel.activate(at, stride, arc, n, LEAK, FULL_SCALE, s.dependents, wide, s.dependentScales);
    kernel.activate(at + arc * 4, stride, arc, n, LEAK, ARC_SCALE, s.governors + wide, wide, s.governorScales + 4);
    kernel.activate(at + arc * 8, stride, label, n, LEAK, FULL_SCALE, s.labels, lw, s.labelScales);
    kernel.activate(at + arc * 8 + label * 4, stride, label, n, LEAK, FULL_SCALE, s.unused, lw, s.unusedScales);
    kernel.project(this.#weights.arc, s.dependents, wide, s.dependentScales, n, s.products, arc * 4);
    kernel.activate(s.products, arc * 4, arc, n, 1, ARC_SCALE, s.dependents, wide, s.dependentScales);
    const columns = roundUp(n + 1, 4);
    const { dependents, dependentScales, governors, governorScales } = s;
    kernel.pairs(dependents, dependentScales, n, governors, governorScales, columns, arc, s.arcs, columns * 4);
  }

  #labelMatrix(first: number, count: number): void {
    const s = this.#scratch;
    const m = this.#weights.label;
    const stride = this.#labelWidth * 2;
    const x = s.labels + first * stride;
    this.#kernel.project(m, x, stride, s.labelScales + first * 4, count, this.#labelMatrices, m.rows * 4);
  }

  #combine(slot: number, head: number, to: Float32Array, at: number): void {
    const { arc, label } = this.#sizes;
    const heads = this.#weights.heads.rows * 4;
    const governor = head < 0 ? this.#labelRoot : this.#scratch.heads + head * heads + arc * 8 + label * 4;
    const matrix = this.#labelMatrices + slot * this.#weights.label.rows * 4;
    this.#kernel.combine(matrix, governor, label, this.#labelRows, this.#labelSums);
    const { f32 } = this.#heap;
    const from = this.#labelSums >> 2;
    for (let l = 0; l < this.labelCount; l++) to[at + l] = f32[from + l] as number;
  }

  #reserve(capacity: number): Scratch {
    const { hidden, arc } = this.#sizes;
    const rows = (bytes: number): number => this.#heap.allocate(bytes * roundUp(capacity + 1, 4));
    const scratch: Scratch = {
      capacity,
      pointers: rows(4),
      ones: rows(4),
      first: rows(hidden * 4),
      second: rows(hidden * 4),
      gates: rows(hidden * 32),
      heads: rows(this.#weights.heads.rows * 4),
      dependents: rows(arc * 2),
      dependentScales: rows(4),
      governors: rows(arc * 2),
      governorScales: rows(4),
      labels: rows(this.#labelWidth * 2),
      labelScales: rows(4),
      unused: rows(this.#labelWidth * 2),
      unusedScales: rows(4),
      products: rows(arc * 4),
      arcs: rows(roundUp(capacity + 1, 4) * 4),
    };
    this.#heap.f32.fill(1, scratch.ones >> 2, (scratch.ones >> 2) + capacity);
    this.#heap.f32.set(this.#arcRoot, scratch.products >> 2);
    this.#kernel.activate(scratch.products, 0, arc, 1, 1, ARC_SCALE, scratch.governors, 0, scratch.governorScales);
    return scratch;
  }
}

function placeWeights(model: ParserModelFile, heap: Heap): Weights {
  const place = (name: string, factor: number): PackedMatrix => placeMatrix(heap, kernelMatrixOf(model, name), factor);
  // The outputs of the recurrent layers are whole numbers up to FULL_SCALE.
  const factor = 1 / FULL_SCALE;
  return {
    recurrent: [
      [place("lstm1.forward", factor), place("lstm1.backward", factor)],
      [place("lstm2.forward", factor), place("lstm2.backward", factor)],
    ],
    words: place("lstm1.input", 1),
    input: place("lstm2.input", factor),
    heads: place("heads", factor),
    arc: place("arc", 1),
    label: place("label", 1),
  };
}
