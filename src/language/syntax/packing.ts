import type { Heap, PackedMatrix } from "./kernel.ts";
import type { KernelMatrix } from "./model-file.ts";

/** Copies a layer's matrix into the heap; `factor` multiplies every scale. */
export function placeMatrix(heap: Heap, matrix: KernelMatrix, factor = 1): PackedMatrix {
  const { rows, columns } = matrix;
  const weights = heap.allocate(rows * columns * 2);
  const scales = heap.allocate(rows * 4);
  const bias = heap.allocate(rows * 4);
  heap.i16.set(matrix.data, weights >> 1);
  const rounded = Math.fround(factor);
  heap.f32.set(
    matrix.scales.map((scale) => scale * rounded),
    scales >> 2,
  );
  heap.f32.set(matrix.bias, bias >> 2);
  return { weights, scales, bias, rows, columns };
}

/** The least multiple of `step` that is not below `value`. */
export function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}
