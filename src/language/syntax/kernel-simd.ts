import type { Heap, Kernel, PackedMatrix } from "./kernel.ts";
import { kernelModule } from "./kernel-code.ts";

/** The part of the engine's WebAssembly interface that is used here (the language's own library does not declare it). */
interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}
interface WasmEngine {
  readonly Memory: new (descriptor: { initial: number }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
}
interface KernelExports {
  readonly project: (...numbers: number[]) => void;
  readonly recur: (...numbers: number[]) => void;
  readonly activate: (...numbers: number[]) => void;
  readonly pairs: (...numbers: number[]) => void;
  readonly combine: (...numbers: number[]) => void;
}

const PAGE = 65536;
const INITIAL_PAGES = 16;

/** The WebAssembly kernel with a heap of its own, or null where the engine has no WebAssembly SIMD. */
export function createSimdKernel(): Kernel | null {
  const engine = (globalThis as { WebAssembly?: WasmEngine }).WebAssembly;
  if (engine === undefined) return null;
  try {
    const memory = new engine.Memory({ initial: INITIAL_PAGES });
    const module = new engine.Module(kernelModule(INITIAL_PAGES * PAGE));
    const instance = new engine.Instance(module, { env: { memory } });
    return wrap(new WasmHeap(memory), instance.exports as KernelExports);
  } catch {
    return null; // An engine without SIMD refuses the module; the plain kernel gives the same results.
  }
}

class WasmHeap implements Heap {
  readonly #memory: WasmMemory;
  /** Address 0 stays unused. */
  #used = 16;
  f32: Float32Array;
  i32: Int32Array;
  i16: Int16Array;

  constructor(memory: WasmMemory) {
    this.#memory = memory;
    this.f32 = new Float32Array(memory.buffer);
    this.i32 = new Int32Array(memory.buffer);
    this.i16 = new Int16Array(memory.buffer);
  }

  allocate(bytes: number): number {
    const at = this.#used;
    this.#used += Math.ceil(bytes / 16) * 16;
    const missing = this.#used - this.#memory.buffer.byteLength;
    if (missing > 0) {
      this.#memory.grow(Math.ceil(missing / PAGE));
      this.f32 = new Float32Array(this.#memory.buffer);
      this.i32 = new Int32Array(this.#memory.buffer);
      this.i16 = new Int16Array(this.#memory.buffer);
    }
    return at;
  }
}

function wrap(heap: Heap, code: KernelExports): Kernel {
  return {
    name: "simd",
    heap,
    project(m: PackedMatrix, x, xStride, xScales, tokens, out, outStride) {
      const columnBytes = m.columns * 2;
      code.project(m.weights, m.scales, m.bias, m.rows / 16, columnBytes, x, xStride, xScales, tokens, out, outStride);
    },
    recur(m: PackedMatrix, inputs, inputStep, inputOffset, steps, cells, zeros, out, outStride) {
      const columnBytes = m.columns * 2;
      const blocks = m.rows / 16;
      code.recur(
        m.weights,
        m.scales,
        blocks,
        columnBytes,
        inputs,
        inputStep,
        inputOffset,
        steps,
        cells,
        zeros,
        out,
        outStride,
      );
    },
    activate(values, valueStride, width, tokens, slope, limit, out, outStride, outScales) {
      code.activate(values, valueStride, width, tokens, slope, limit, out, outStride, outScales);
    },
    pairs(a, aScales, rows, b, bScales, columns, width, out, outStride) {
      code.pairs(a, aScales, rows, b, bScales, columns, width * 2, out, outStride);
    },
    combine(m, g, width, labels, out) {
      code.combine(m, g, width, labels, out);
    },
  };
}
