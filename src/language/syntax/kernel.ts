/*
 * The parser's number crunching behind one interface: kernel-simd.ts runs it as WebAssembly SIMD, kernel-plain.ts in plain
 * JavaScript. Both give the same bits: products of 16-bit whole numbers are summed exactly, and every float operation is a
 * single-precision one in the same order.
 *
 * Pointers are byte offsets into the kernel's heap. A packed matrix (`packMatrix`) has its rows in blocks of 16 and its columns
 * in pairs: [rows / 16][columns / 2][4 groups][4 rows][2 columns] of 16-bit numbers, so that one instruction adds a pair of
 * columns to four rows.
 */

/** Memory that kernels and network share. Views change when it grows: read them again after `allocate`. */
export interface Heap {
  readonly f32: Float32Array;
  readonly i32: Int32Array;
  readonly i16: Int16Array;
  /** Address of fresh zeroed memory, aligned to 16 bytes; nothing is ever freed. */
  allocate(bytes: number): number;
}

/** A packed matrix in the heap with a scale and a bias for each row. */
export interface PackedMatrix {
  readonly weights: number;
  readonly scales: number;
  readonly bias: number;
  /** Rows are a multiple of 16, columns of 8. */
  readonly rows: number;
  readonly columns: number;
}

export interface Kernel {
  readonly name: "simd" | "plain";
  readonly heap: Heap;
  /**
   * `out[t][r] = sum(w[r][k] * x[t][k]) * (scale[r] * xScales[t]) + bias[r]` for `tokens` rows of 16-bit numbers x.
   * Strides are in bytes.
   */
  project(
    matrix: PackedMatrix,
    x: number,
    xStride: number,
    xScales: number,
    tokens: number,
    out: number,
    outStride: number,
  ): void;
  /**
   * One direction of an LSTM layer. `inputs` is the address of the first step's pointer to its input part (gates of four
   * units together: input, forget, output, cell), `inputStep` the distance to the next step's pointer, `inputOffset` is added
   * to every pointer. Writes the outputs times FULL_SCALE as 16-bit numbers, one step each `outStride` bytes.
   */
  recur(
    matrix: PackedMatrix,
    inputs: number,
    inputStep: number,
    inputOffset: number,
    steps: number,
    cells: number,
    zeros: number,
    out: number,
    outStride: number,
  ): void;
  /**
   * Leaky ReLU in place (slope 1 leaves the values), then the values as whole numbers up to `limit` in 16 bits with one scale
   * for each token. `width` is a multiple of 8.
   */
  activate(
    values: number,
    valueStride: number,
    width: number,
    tokens: number,
    slope: number,
    limit: number,
    out: number,
    outStride: number,
    outScales: number,
  ): void;
  /** `out[i][j] = sum(a[i][k] * b[j][k]) * (bScales[j] * aScales[i])`; `columns` (of b) a multiple of 4, `width` of 8. */
  pairs(
    a: number,
    aScales: number,
    rows: number,
    b: number,
    bScales: number,
    columns: number,
    width: number,
    out: number,
    outStride: number,
  ): void;
  /** `out[l] = m[width][l] + sum(m[j][l] * g[j])` in the order of j; `labels` is a multiple of `LABEL_STEP`. */
  combine(m: number, g: number, width: number, labels: number, out: number): void;
}

/** Rows of labels are padded to a multiple of this. */
export const LABEL_STEP = 28;

/** Inputs of a product are whole numbers up to this; the plain kernel counts on it. */
export const FULL_SCALE = 2047;

/*
 * tanh(x) = x P(x²) / Q(x²) on [-5.5, 5.5], constant outside: off by less than 4e-5, below what 8-bit weights can tell.
 */
export const TANH_LIMIT = 5.5;
export const TANH_P: readonly [number, number, number] = [0.999983732810913, 0.11545014773295248, 0.001558706331939843];
export const TANH_Q: readonly [number, number, number] = [
  0.44872839498048506, 0.01785664649333119, 5.924254496605161e-5,
];
