/*
 * Just enough of an assembler to write a WebAssembly SIMD module in TypeScript. Every function gives the bytes of an
 * expression or a statement; operands come first, as the stack machine wants them.
 */

/** Bytes, nested as they were put together: joining costs nothing, `bytesOf` lays them flat once. */
export type Code = readonly (number | Code)[];

const encoder = new TextEncoder();
const VOID = 0x40;
const PAGE = 65536;

export const I32 = 0x7f;
export const F32 = 0x7d;
export const V128 = 0x7b;

/** An unsigned number in LEB128. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low | 0x80 : low);
  } while (rest > 0);
  return bytes;
}

function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    if ((rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)) return [...bytes, low];
    bytes.push(low | 0x80);
  }
}

/** Statements one after another. */
export function all(...parts: readonly Code[]): Code {
  return parts;
}

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number, value: Code): Code => [value, 0x21, ...unsigned(local)];
export const i32 = (value: number): Code => [0x41, ...signed(value)];

/** A single-precision constant. */
export function f32(value: number): Code {
  return [0x43, ...new Uint8Array(new Float32Array([value]).buffer)];
}

const binary =
  (...opcode: number[]) =>
  (a: Code, b: Code): Code => [a, b, opcode];
const unary =
  (...opcode: number[]) =>
  (a: Code): Code => [a, opcode];

export const i32Add: (a: Code, b: Code) => Code = binary(0x6a);
export const i32Multiply: (a: Code, b: Code) => Code = binary(0x6c);
const i32GreaterOrEqual = binary(0x4e);
export const f32Divide: (a: Code, b: Code) => Code = binary(0x95);
export const f32Max: (a: Code, b: Code) => Code = binary(0x97);
export const f32Greater: (a: Code, b: Code) => Code = binary(0x5e);

const memory = (opcode: readonly number[], align: number, offset: number): Code => [opcode, align, ...unsigned(offset)];

export const i32Load = (at: Code, offset = 0): Code => [at, memory([0x28], 2, offset)];
export const f32Load = (at: Code, offset = 0): Code => [at, memory([0x2a], 2, offset)];
export const f32Store = (at: Code, value: Code, offset = 0): Code => [at, value, memory([0x38], 2, offset)];

const simd = (opcode: number): number[] => [0xfd, ...unsigned(opcode)];

export const load = (at: Code, offset = 0): Code => [at, memory(simd(0), 4, offset)];
export const loadSplat32 = (at: Code, offset = 0): Code => [at, memory(simd(9), 2, offset)];
export const store = (at: Code, value: Code, offset = 0): Code => [at, value, memory(simd(11), 4, offset)];
/** Stores the lower half of a vector. */
export const storeLow64 = (at: Code, value: Code): Code => [at, value, memory(simd(0x5b), 3, 0), 0];

/** A vector made of 32-bit lanes of two others: 0 to 3 of the first, 4 to 7 of the second. */
export function shuffle32(a: Code, b: Code, lanes: readonly [number, number, number, number]): Code {
  return [a, b, ...simd(13), ...lanes.flatMap((l) => [l * 4, l * 4 + 1, l * 4 + 2, l * 4 + 3])];
}

export const splatI32: (a: Code) => Code = unary(...simd(17));
export const splatF32: (a: Code) => Code = unary(...simd(19));
export const laneF32 = (a: Code, lane: number): Code => [a, ...simd(31), lane];
export const addI32x4: (a: Code, b: Code) => Code = binary(...simd(0xae));
/** Products of 16-bit lanes, neighbours added: four 32-bit sums. */
export const dotI16x8: (a: Code, b: Code) => Code = binary(...simd(0xba));
export const nearest: (a: Code) => Code = unary(...simd(0x6a));
export const abs: (a: Code) => Code = unary(...simd(0xe0));
export const add: (a: Code, b: Code) => Code = binary(...simd(0xe4));
export const multiply: (a: Code, b: Code) => Code = binary(...simd(0xe6));
export const divide: (a: Code, b: Code) => Code = binary(...simd(0xe7));
export const lesser: (a: Code, b: Code) => Code = binary(...simd(0xea));
export const greater: (a: Code, b: Code) => Code = binary(...simd(0xeb));
export const toI32x4: (a: Code) => Code = unary(...simd(0xf8));
export const toF32x4: (a: Code) => Code = unary(...simd(0xfa));
/** Two vectors of 32-bit numbers as one of 16-bit numbers. */
export const narrow: (a: Code, b: Code) => Code = binary(...simd(0x85));

/** Runs `body` while `from + step, from + 2 step ...` is below `end`; the body sees the counter, and may run zero times. */
export function loop(counter: number, end: Code, step: number, body: Code): Code {
  const leave = [i32GreaterOrEqual(get(counter), end), 0x0d, 1];
  const next = set(counter, i32Add(get(counter), i32(step)));
  return [0x02, VOID, 0x03, VOID, leave, body, next, 0x0c, 0, 0x0b, 0x0b];
}

/** `value` when the condition holds, else `other`; both are evaluated. */
export const select = (value: Code, other: Code, condition: Code): Code => [value, other, condition, 0x1b];

/** A function under construction: parameters first, then the locals that `local` adds. */
export class FunctionWriter {
  readonly name: string;
  readonly parameters: readonly number[];
  readonly #locals: number[] = [];
  body: Code = [];

  constructor(name: string, parameters: readonly number[]) {
    this.name = name;
    this.parameters = parameters;
  }

  local(type: number): number {
    return this.parameters.length + this.#locals.push(type) - 1;
  }

  encode(): Code {
    const locals = [...unsigned(this.#locals.length), ...this.#locals.flatMap((type) => [1, type])];
    return sized([locals, this.body, 0x0b]);
  }
}

/** The bytes in order. */
function bytesOf(code: Code): number[] {
  const bytes: number[] = [];
  const add = (part: Code): void => {
    for (const item of part) {
      if (typeof item === "number") bytes.push(item);
      else add(item);
    }
  };
  add(code);
  return bytes;
}

function sized(code: Code): Code {
  const bytes = bytesOf(code);
  return [unsigned(bytes.length), bytes];
}

function vector(items: readonly Code[]): Code {
  return [unsigned(items.length), items];
}

function text(value: string): Code {
  return sized([...encoder.encode(value)]);
}

/** The bytes of a module that exports the functions and imports its memory as `env.memory`. */
export function assembleModule(functions: readonly FunctionWriter[], minimumBytes: number): Uint8Array<ArrayBuffer> {
  const section = (id: number, content: Code): Code => [id, sized(content)];
  const types = vector(functions.map((f) => [0x60, vector(f.parameters.map((p) => [p])), 0]));
  const imports = vector([[text("env"), text("memory"), 0x02, 0x00, unsigned(minimumBytes / PAGE)]]);
  const declared = vector(functions.map((_, i) => unsigned(i)));
  const exported = vector(functions.map((f, i) => [text(f.name), 0x00, unsigned(i)]));
  const bodies = vector(functions.map((f) => f.encode()));
  const header = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
  const sections = [
    section(1, types),
    section(2, imports),
    section(3, declared),
    section(7, exported),
    section(10, bodies),
  ];
  return Uint8Array.from(bytesOf([header, sections]));
}
