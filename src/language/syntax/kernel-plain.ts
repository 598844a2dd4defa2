import type { Heap, Kernel, PackedMatrix } from "./kernel.ts";
import { FULL_SCALE, TANH_LIMIT, TANH_P, TANH_Q } from "./kernel.ts";

/*
 * The kernel in plain JavaScript, for engines without WebAssembly SIMD. Every float operation is rounded to single
 * precision on its own, as the SIMD instructions do: do not join two operations inside one `round`.
 */

const round = Math.fround;
const INITIAL_BYTES = 8 << 20;
const P0 = round(TANH_P[0]);
const P1 = round(TANH_P[1]);
const P2 = round(TANH_P[2]);
const Q1 = round(TANH_Q[0]);
const Q2 = round(TANH_Q[1]);
const Q3 = round(TANH_Q[2]);
/** Adding and taking away 1.5 * 2^23 rounds a single-precision number to the nearest whole one, ties to even. */
const ROUNDER = 12582912;

/** The plain kernel with a heap of its own. */
export function createPlainKernel(): Kernel {
  const heap = new PlainHeap();
  const paired = new PairedWeights(heap);
  const sums = new Int32Array(16);
  return {
    name: "plain",
    heap,
    project(m, x, xStride, xScales, tokens, out, outStride) {
      project(heap, paired, sums, m, x, xStride, xScales, tokens, out, outStride);
    },
    recur(m, inputs, inputStep, inputOffset, steps, cells, zeros, out, outStride) {
      recur(heap, paired, sums, m, inputs, inputStep, inputOffset, steps, cells, zeros, out, outStride);
    },
    activate(values, valueStride, width, tokens, slope, limit, out, outStride, outScales) {
      for (let t = 0; t < tokens; t++) {
        const scaleAt = outScales + t * 4;
        activate(heap, values + t * valueStride, width, slope, limit, out + t * outStride, scaleAt);
      }
    },
    pairs(a, aScales, rows, b, bScales, columns, width, out, outStride) {
      for (let i = 0; i < rows; i++) {
        pairs(heap, a + i * width * 2, aScales + i * 4, b, bScales, columns, width, out + i * outStride);
      }
    },
    combine(m, g, width, labels, out) {
      combine(heap.f32, m >> 2, g >> 2, width, labels, out >> 2);
    },
  };
}

class PlainHeap implements Heap {
  #buffer = new ArrayBuffer(INITIAL_BYTES);
  #used = 16;
  f32: Float32Array = new Float32Array(this.#buffer);
  i32: Int32Array = new Int32Array(this.#buffer);
  i16: Int16Array = new Int16Array(this.#buffer);

  allocate(bytes: number): number {
    const at = this.#used;
    this.#used += Math.ceil(bytes / 16) * 16;
    if (this.#used > this.#buffer.byteLength) {
      const larger = new ArrayBuffer(Math.max(this.#used, Math.ceil((this.#buffer.byteLength * 1.5) / 16) * 16));
      new Uint8Array(larger).set(new Uint8Array(this.#buffer));
      this.#buffer = larger;
      this.f32 = new Float32Array(larger);
      this.i32 = new Int32Array(larger);
      this.i16 = new Int16Array(larger);
    }
    return at;
  }
}

/*
 * A double holds whole numbers of 53 bits, and the sum of 256 products of a weight (up to 127) and an input (up to 2047) has
 * 27 with its sign: so one double carries the weights of two rows, `first + second * SHIFT`, and one multiplication serves
 * both. All sums are exact, as those of the SIMD kernel are.
 */
const SHIFT = 2 ** 27;
const PAIR_COLUMNS = 256;

/** Weights of two rows in a double: [blocks of 16 rows][columns][8 pairs of rows]. */
class PairedWeights {
  readonly #heap: Heap;
  readonly #matrices = new Map<number, Float64Array>();
  readonly x: Float64Array = new Float64Array(PAIR_COLUMNS);

  constructor(heap: Heap) {
    this.#heap = heap;
  }

  of(m: PackedMatrix): Float64Array {
    const known = this.#matrices.get(m.weights);
    if (known) return known;
    if (m.columns > PAIR_COLUMNS)
      throw new RangeError(`a matrix has ${m.columns} columns; the kernel takes ${PAIR_COLUMNS}`);
    const { i16 } = this.#heap;
    const paired = new Float64Array((m.rows * m.columns) / 2);
    const at = m.weights >> 1;
    for (let block = 0; block < m.rows / 16; block++) {
      for (let column = 0; column < m.columns; column++) {
        const from = at + block * 16 * m.columns + (column >> 1) * 32 + (column & 1);
        const to = (block * m.columns + column) * 8;
        for (let pair = 0; pair < 8; pair++) {
          paired[to + pair] = (i16[from + pair * 4] as number) + (i16[from + pair * 4 + 2] as number) * SHIFT;
        }
      }
    }
    this.#matrices.set(m.weights, paired);
    return paired;
  }

  /** Makes the vector at `at` (in 16-bit units) the input of `dotBlock`. */
  input(at: number, columns: number): void {
    const { i16 } = this.#heap;
    for (let k = 0; k < columns; k++) this.x[k] = i16[at + k] as number;
  }
}

/** Sums of a block of 16 rows times the vector `x`; `w` is the index of the block's first pair. */
function dotBlock(weights: Float64Array, w: number, x: Float64Array, columns: number, sums: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let k = 0, p = w; k < columns; k++, p += 8) {
    const value = x[k] as number;
    a += (weights[p] as number) * value;
    b += (weights[p + 1] as number) * value;
    c += (weights[p + 2] as number) * value;
    d += (weights[p + 3] as number) * value;
    e += (weights[p + 4] as number) * value;
    f += (weights[p + 5] as number) * value;
    g += (weights[p + 6] as number) * value;
    h += (weights[p + 7] as number) * value;
  }
  unpair(a, sums, 0);
  unpair(b, sums, 2);
  unpair(c, sums, 4);
  unpair(d, sums, 6);
  unpair(e, sums, 8);
  unpair(f, sums, 10);
  unpair(g, sums, 12);
  unpair(h, sums, 14);
}

function unpair(both: number, sums: Int32Array, at: number): void {
  const second = Math.floor(both / SHIFT + 0.5);
  sums[at] = both - second * SHIFT;
  sums[at + 1] = second;
}

function project(
  heap: Heap,
  paired: PairedWeights,
  sums: Int32Array,
  m: PackedMatrix,
  x: number,
  xStride: number,
  xScales: number,
  tokens: number,
  out: number,
  outStride: number,
): void {
  const { f32 } = heap;
  const weights = paired.of(m);
  for (let t = 0; t < tokens; t++) {
    paired.input((x + t * xStride) >> 1, m.columns);
    const xScale = f32[(xScales >> 2) + t] as number;
    for (let b = 0; b < m.rows / 16; b++) {
      dotBlock(weights, b * m.columns * 8, paired.x, m.columns, sums);
      const scales = (m.scales >> 2) + b * 16;
      const bias = (m.bias >> 2) + b * 16;
      const at = ((out + t * outStride) >> 2) + b * 16;
      for (let r = 0; r < 16; r++) {
        const scale = round((f32[scales + r] as number) * xScale);
        f32[at + r] = round(round(round(sums[r] as number) * scale) + (f32[bias + r] as number));
      }
    }
  }
}

function tanh(value: number): number {
  const x = value > TANH_LIMIT ? TANH_LIMIT : value < -TANH_LIMIT ? -TANH_LIMIT : value;
  const s = round(x * x);
  const p = round(round(round(round(P2 * s) + P1) * s) + P0);
  const q = round(round(round(round(round(round(Q3 * s) + Q2) * s) + Q1) * s) + 1);
  return round(round(x * p) / q);
}

function sigmoid(value: number): number {
  return round(round(tanh(round(value * 0.5)) * 0.5) + 0.5);
}

function recur(
  heap: Heap,
  paired: PairedWeights,
  sums: Int32Array,
  m: PackedMatrix,
  inputs: number,
  inputStep: number,
  inputOffset: number,
  steps: number,
  cells: number,
  zeros: number,
  out: number,
  outStride: number,
): void {
  const { f32, i16, i32 } = heap;
  const weights = paired.of(m);
  const scales = m.scales >> 2;
  const gate = (b: number, row: number, z: number): number =>
    round(
      round(round(sums[row] as number) * (f32[scales + b * 16 + row] as number)) + (f32[z + b * 16 + row] as number),
    );
  for (let step = 0; step < steps; step++) {
    const z = ((i32[(inputs + step * inputStep) >> 2] as number) + inputOffset) >> 2;
    const to = (out + step * outStride) >> 1;
    const before = step === 0 ? zeros >> 1 : (out + (step - 1) * outStride) >> 1;
    paired.input(before, m.columns);
    for (let b = 0; b < m.rows / 16; b++) {
      dotBlock(weights, b * m.columns * 8, paired.x, m.columns, sums);
      for (let unit = 0; unit < 4; unit++) {
        const at = (cells >> 2) + b * 4 + unit;
        const kept = round(sigmoid(gate(b, 4 + unit, z)) * (f32[at] as number));
        const cell = round(kept + round(sigmoid(gate(b, unit, z)) * tanh(gate(b, 12 + unit, z))));
        f32[at] = cell;
        const whole = round(round(sigmoid(gate(b, 8 + unit, z)) * tanh(cell)) * FULL_SCALE);
        i16[to + b * 4 + unit] = round(round(whole + ROUNDER) - ROUNDER);
      }
    }
  }
}

function activate(
  heap: Heap,
  values: number,
  width: number,
  slope: number,
  limit: number,
  out: number,
  scale: number,
): void {
  const { f32, i16 } = heap;
  const from = values >> 2;
  const slopeRounded = round(slope);
  let most = 0;
  for (let k = from; k < from + width; k++) {
    const value = f32[k] as number;
    const leaky = round(value * slopeRounded);
    const larger = value < leaky ? leaky : value;
    f32[k] = larger;
    most = Math.max(most, Math.abs(larger));
  }
  f32[scale >> 2] = round(most / limit);
  const factor = most > 0 ? round(limit / most) : 0;
  for (let k = 0; k < width; k++) {
    i16[(out >> 1) + k] = round(round(round((f32[from + k] as number) * factor) + ROUNDER) - ROUNDER);
  }
}

function pairs(
  heap: Heap,
  a: number,
  aScale: number,
  b: number,
  bScales: number,
  columns: number,
  width: number,
  out: number,
): void {
  const { f32, i16 } = heap;
  const from = a >> 1;
  const scale = f32[aScale >> 2] as number;
  for (let j = 0; j < columns; j++) {
    const other = (b >> 1) + j * width;
    let sum = 0;
    for (let k = 0; k < width; k++) sum = (sum + Math.imul(i16[from + k] as number, i16[other + k] as number)) | 0;
    f32[(out >> 2) + j] = round(round(sum) * round((f32[(bScales >> 2) + j] as number) * scale));
  }
}

function combine(f32: Float32Array, m: number, g: number, width: number, labels: number, out: number): void {
  for (let l = 0; l < labels; l++) f32[out + l] = f32[m + width * labels + l] as number;
  for (let j = 0; j < width; j++) {
    const factor = f32[g + j] as number;
    const row = m + j * labels;
    for (let l = 0; l < labels; l++) {
      f32[out + l] = round((f32[out + l] as number) + round((f32[row + l] as number) * factor));
    }
  }
}
