import { FULL_SCALE, LABEL_STEP, TANH_LIMIT, TANH_P, TANH_Q } from "./kernel.ts";
import {
  abs, add, addI32x4, all, assembleModule, divide, dotI16x8, f32, F32, f32Divide, f32Greater, f32Load, f32Max,
  f32Store, FunctionWriter, get, greater, i32, I32, i32Add, i32Load, i32Multiply, laneF32, lesser, load, loadSplat32, loop,
  multiply, narrow, nearest, select, set, shuffle32, splatF32, splatI32, store, storeLow64, toF32x4, toI32x4, V128,
} from "./wasm-assembler.ts"; // prettier-ignore
import type { Code } from "./wasm-assembler.ts";

/*
 * The WebAssembly code of the functions that kernel.ts describes; parameters are in the order in which kernel-simd.ts passes
 * them. kernel-plain.ts is the same in JavaScript and easier to read.
 */

const GROUPS = [0, 1, 2, 3] as const;
/** Bytes of a packed block for eight columns. */
const BLOCK_STEP = 256;
const X_STEP = 16;

/** The module's bytes. */
export function kernelModule(minimumBytes: number): Uint8Array<ArrayBuffer> {
  return assembleModule([projectCode(), recurCode(), activateCode(), pairsCode(), combineCode()], minimumBytes);
}

/** Adds a block of 16 rows times each x to its four sums; leaves `w` behind the block. */
function dotBlock(
  f: FunctionWriter,
  w: number,
  xs: readonly number[],
  columnBytes: number,
  sums: readonly number[][],
): Code {
  const k = f.local(I32);
  const values = xs.map(() => f.local(V128));
  const weight = f.local(V128);
  const pair = (p: number): Code =>
    all(
      ...xs.map((x, t) => set(values[t] ?? 0, loadSplat32(get(x), p * 4))),
      ...GROUPS.map((g) =>
        all(
          set(weight, load(get(w), p * 64 + g * 16)),
          ...values.map((v, t) => {
            const sum = sums[t]?.[g] ?? 0;
            return set(sum, addI32x4(get(sum), dotI16x8(get(weight), get(v))));
          }),
        ),
      ),
    );
  const body = all(
    ...GROUPS.map(pair),
    set(w, i32Add(get(w), i32(BLOCK_STEP))),
    ...xs.map((x) => set(x, i32Add(get(x), i32(X_STEP)))),
  );
  return all(
    ...sums.flat().map((s) => set(s, splatI32(i32(0)))),
    set(k, i32(0)),
    loop(k, get(columnBytes), X_STEP, body),
  );
}

function locals(f: FunctionWriter, count: number, type: number): number[] {
  return Array.from({ length: count }, () => f.local(type));
}

function projectCode(): FunctionWriter {
  const f = new FunctionWriter("project", Array<number>(11).fill(I32));
  const [w, scales, bias, blocks, columnBytes, x, xStride, xScales, tokens, out, outStride] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ] as const;
  const [b, t, wAt, outAt, xAt, scaleAt, end] = locals(f, 7, I32) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const rows = locals(f, 2, I32);
  const sums = [locals(f, 4, V128), locals(f, 4, V128)];
  const tokensAtOnce = (n: 1 | 2): Code => {
    const some = rows.slice(0, n);
    const write = some.map((_, i) => {
      const at = i32Add(get(outAt), i === 0 ? i32(0) : get(outStride));
      return all(
        ...GROUPS.map((g) => {
          const scale = multiply(load(get(scales), g * 16), splatF32(f32Load(get(scaleAt), i * 4)));
          return store(at, add(multiply(toF32x4(get(sums[i]?.[g] ?? 0)), scale), load(get(bias), g * 16)), g * 16);
        }),
      );
    });
    return all(
      set(wAt, get(w)),
      ...some.map((r, i) => set(r, i32Add(get(xAt), i === 0 ? i32(0) : get(xStride)))),
      dotBlock(f, wAt, some, columnBytes, sums.slice(0, n)),
      ...write,
      set(xAt, i32Add(get(xAt), i32Multiply(get(xStride), i32(n)))),
      set(scaleAt, i32Add(get(scaleAt), i32(4 * n))),
      set(outAt, i32Add(get(outAt), i32Multiply(get(outStride), i32(n)))),
    );
  };
  f.body = loop(
    b,
    get(blocks),
    1,
    all(
      set(xAt, get(x)),
      set(scaleAt, get(xScales)),
      set(outAt, i32Add(get(out), i32Multiply(get(b), i32(64)))),
      set(t, i32(0)),
      set(end, i32Add(get(tokens), i32(-1))),
      loop(t, get(end), 2, tokensAtOnce(2)),
      loop(t, get(tokens), 1, tokensAtOnce(1)),
      set(w, i32Add(get(w), i32Multiply(get(columnBytes), i32(16)))),
      set(scales, i32Add(get(scales), i32(64))),
      set(bias, i32Add(get(bias), i32(64))),
    ),
  );
  return f;
}

const splat = (value: number): Code => splatF32(f32(value));

/** The rational tanh of kernel.ts of the value in `x`, with `square` as a scratch local; result on the stack. */
function tanh(x: number, square: number): Code {
  const [p0, p1, p2] = TANH_P;
  const [q1, q2, q3] = TANH_Q;
  const s = get(square);
  const numerator = add(multiply(add(multiply(splat(p2), s), splat(p1)), s), splat(p0));
  const denominator = add(multiply(add(multiply(add(multiply(splat(q3), s), splat(q2)), s), splat(q1)), s), splat(1));
  return all(
    set(x, greater(lesser(get(x), splat(TANH_LIMIT)), splat(-TANH_LIMIT))),
    set(square, multiply(get(x), get(x))),
    divide(multiply(get(x), numerator), denominator),
  );
}

function sigmoid(x: number, square: number): Code {
  return all(set(x, multiply(get(x), splat(0.5))), add(multiply(tanh(x, square), splat(0.5)), splat(0.5)));
}

function recurCode(): FunctionWriter {
  const f = new FunctionWriter("recur", Array<number>(12).fill(I32));
  const [weights, scales, blocks, columnBytes, inputs, inputStep, inputOffset, steps, cells, zeros, out, outStride] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
  ] as const;
  const [step, b, w, before, xAt, zAt] = locals(f, 6, I32) as [number, number, number, number, number, number];
  const sums = locals(f, 4, V128);
  const gates = locals(f, 4, V128);
  const [cell, square] = locals(f, 2, V128) as [number, number];
  const [input, forget, output, candidate] = gates as [number, number, number, number];
  const at64 = i32Multiply(get(b), i32(64));
  const cellAt = i32Add(get(cells), i32Multiply(get(b), i32(16)));
  const unitBlock = all(
    set(xAt, get(before)),
    dotBlock(f, w, [xAt], columnBytes, [sums]),
    ...GROUPS.map((g) => {
      const scaled = multiply(toF32x4(get(sums[g] ?? 0)), load(i32Add(get(scales), at64), g * 16));
      return set(gates[g] ?? 0, add(scaled, load(i32Add(get(zAt), at64), g * 16)));
    }),
    set(input, sigmoid(input, square)),
    set(forget, sigmoid(forget, square)),
    set(output, sigmoid(output, square)),
    set(candidate, tanh(candidate, square)),
    set(cell, add(multiply(get(forget), load(cellAt)), multiply(get(input), get(candidate)))),
    store(cellAt, get(cell)),
    set(cell, multiply(multiply(get(output), tanh(cell, square)), splat(FULL_SCALE))),
    set(cell, toI32x4(nearest(get(cell)))),
    storeLow64(i32Add(get(out), i32Multiply(get(b), i32(8))), narrow(get(cell), get(cell))),
  );
  f.body = all(
    set(before, get(zeros)),
    loop(
      step,
      get(steps),
      1,
      all(
        set(zAt, i32Add(i32Load(get(inputs)), get(inputOffset))),
        set(w, get(weights)),
        set(b, i32(0)),
        loop(b, get(blocks), 1, unitBlock),
        set(before, get(out)),
        set(out, i32Add(get(out), get(outStride))),
        set(inputs, i32Add(get(inputs), get(inputStep))),
      ),
    ),
  );
  return f;
}

function activateCode(): FunctionWriter {
  const f = new FunctionWriter("activate", [I32, I32, I32, I32, F32, F32, I32, I32, I32]);
  const [values, valueStride, width, tokens, slope, limit, out, outStride, outScales] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8,
  ] as const;
  const [t, k, at] = locals(f, 3, I32) as [number, number, number];
  const [most, v] = locals(f, 2, V128) as [number, number];
  const [largest, factor] = locals(f, 2, F32) as [number, number];
  const quarter = (offset: number): Code =>
    all(
      set(v, load(get(at), offset)),
      set(v, greater(get(v), multiply(get(v), splatF32(get(slope))))),
      store(get(at), get(v), offset),
      set(most, greater(get(most), abs(get(v)))),
    );
  const whole = (offset: number): Code => toI32x4(nearest(multiply(load(get(at), offset), splatF32(get(factor)))));
  const lane = (i: number): Code => laneF32(get(most), i);
  f.body = loop(
    t,
    get(tokens),
    1,
    all(
      set(most, splat(0)),
      set(at, get(values)),
      set(k, i32(0)),
      loop(k, get(width), 8, all(quarter(0), quarter(16), set(at, i32Add(get(at), i32(32))))),
      set(largest, f32Max(f32Max(lane(0), lane(1)), f32Max(lane(2), lane(3)))),
      f32Store(get(outScales), f32Divide(get(largest), get(limit))),
      set(factor, select(f32Divide(get(limit), get(largest)), f32(0), f32Greater(get(largest), f32(0)))),
      set(at, get(values)),
      set(k, i32(0)),
      loop(
        k,
        get(width),
        8,
        all(
          store(i32Add(get(out), i32Multiply(get(k), i32(2))), narrow(whole(0), whole(16))),
          set(at, i32Add(get(at), i32(32))),
        ),
      ),
      set(values, i32Add(get(values), get(valueStride))),
      set(out, i32Add(get(out), get(outStride))),
      set(outScales, i32Add(get(outScales), i32(4))),
    ),
  );
  return f;
}

function pairsCode(): FunctionWriter {
  const f = new FunctionWriter("pairs", Array<number>(9).fill(I32));
  const [a, aScales, rows, b, bScales, columns, widthBytes, out, outStride] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
  const [i, j, k, aAt, bAt] = locals(f, 5, I32) as [number, number, number, number, number];
  const [value, low, high] = locals(f, 3, V128) as [number, number, number];
  const sums = locals(f, 4, V128) as [number, number, number, number];
  const vectors = GROUPS.map((g) => {
    const row = i32Add(get(bAt), i32Multiply(get(widthBytes), i32(g)));
    return set(sums[g], addI32x4(get(sums[g]), dotI16x8(load(row), get(value))));
  });
  /** Lanes of two sums added up crosswise: two lanes each of the first and the second. */
  const half = (x: number, y: number): Code =>
    addI32x4(shuffle32(get(x), get(y), [0, 4, 1, 5]), shuffle32(get(x), get(y), [2, 6, 3, 7]));
  const total = addI32x4(shuffle32(get(low), get(high), [0, 1, 4, 5]), shuffle32(get(low), get(high), [2, 3, 6, 7]));
  const j4 = i32Multiply(get(j), i32(4));
  const scale = multiply(load(i32Add(get(bScales), j4)), splatF32(f32Load(get(aScales))));
  const four = all(
    ...sums.map((s) => set(s, splatI32(i32(0)))),
    set(aAt, get(a)),
    set(bAt, i32Add(get(b), i32Multiply(get(j), get(widthBytes)))),
    set(k, i32(0)),
    loop(
      k,
      get(widthBytes),
      X_STEP,
      all(
        set(value, load(get(aAt))),
        ...vectors,
        set(aAt, i32Add(get(aAt), i32(X_STEP))),
        set(bAt, i32Add(get(bAt), i32(X_STEP))),
      ),
    ),
    set(low, half(sums[0], sums[1])),
    set(high, half(sums[2], sums[3])),
    store(i32Add(get(out), j4), multiply(toF32x4(total), scale)),
  );
  f.body = loop(
    i,
    get(rows),
    1,
    all(
      set(j, i32(0)),
      loop(j, get(columns), 4, four),
      set(a, i32Add(get(a), get(widthBytes))),
      set(aScales, i32Add(get(aScales), i32(4))),
      set(out, i32Add(get(out), get(outStride))),
    ),
  );
  return f;
}

function combineCode(): FunctionWriter {
  const f = new FunctionWriter("combine", Array<number>(5).fill(I32));
  const [m, g, width, labels, out] = [0, 1, 2, 3, 4] as const;
  const [l, j, at, gAt, stride] = locals(f, 5, I32) as [number, number, number, number, number];
  const factor = f.local(V128);
  const sums = locals(f, LABEL_STEP / 4, V128);
  const l4 = i32Multiply(get(l), i32(4));
  const last = i32Add(i32Add(get(m), i32Multiply(get(width), get(stride))), l4);
  f.body = all(
    set(stride, i32Multiply(get(labels), i32(4))),
    loop(
      l,
      get(labels),
      LABEL_STEP,
      all(
        ...sums.map((s, i) => set(s, load(last, i * 16))),
        set(at, i32Add(get(m), l4)),
        set(gAt, get(g)),
        set(j, i32(0)),
        loop(
          j,
          get(width),
          1,
          all(
            set(factor, loadSplat32(get(gAt))),
            ...sums.map((s, i) => set(s, add(get(s), multiply(load(get(at), i * 16), get(factor))))),
            set(at, i32Add(get(at), get(stride))),
            set(gAt, i32Add(get(gAt), i32(4))),
          ),
        ),
        ...sums.map((s, i) => store(i32Add(get(out), l4), get(s), i * 16)),
      ),
    ),
  );
  return f;
}
