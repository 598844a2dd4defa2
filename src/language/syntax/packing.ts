import type { Heap, PackedMatrix } from "./kernel.ts";
import type { Int8Matrix } from "./model-file.ts";

/** How a matrix is laid out for the kernels. */
export interface PackingOptions {
  /** Source row of each packed row. */
  readonly order?: (row: number) => number;
  /** Only these source rows; all by default. */
  readonly rows?: { readonly first: number; readonly count: number };
  /** One value a source row. */
  readonly bias?: Float32Array;
  /** Multiplies every scale. */
  readonly factor?: number;
}

/** Copies a matrix into the heap in the kernels' order (see kernel.ts), rows and columns padded with zeros. */
export function packMatrix(heap: Heap, matrix: Int8Matrix, options: PackingOptions = {}): PackedMatrix {
  const { order, bias, factor = 1 } = options;
  const { first, count } = options.rows ?? { first: 0, count: matrix.rows };
  const rows = roundUp(count, 16);
  const columns = roundUp(matrix.columns, 8);
  const packed: PackedMatrix = {
    weights: heap.allocate(rows * columns * 2),
    scales: heap.allocate(rows * 4),
    bias: heap.allocate(rows * 4),
    rows,
    columns,
  };
  const { f32, i16 } = heap;
  for (let row = 0; row < count; row++) {
    const source = first + (order?.(row) ?? row);
    f32[(packed.scales >> 2) + row] = (matrix.scales[source] ?? 0) * Math.fround(factor);
    if (bias) f32[(packed.bias >> 2) + row] = bias[source] ?? 0;
    copyRow(i16, (packed.weights >> 1) + (row >> 4) * 16 * columns + (row & 15) * 2, matrix, source);
  }
  return packed;
}

function copyRow(i16: Int16Array, at: number, matrix: Int8Matrix, row: number): void {
  const { data, columns } = matrix;
  const from = row * columns;
  let to = at;
  let column = 0;
  for (; column + 1 < columns; column += 2, to += 32) {
    i16[to] = data[from + column] as number;
    i16[to + 1] = data[from + column + 1] as number;
  }
  if (column < columns) i16[to] = data[from + column] as number;
}

/** The least multiple of `step` that is not below `value`. */
export function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}
