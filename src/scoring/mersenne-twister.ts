/**
 * MT19937 seeded and drawn from as CPython's `random.Random` does it, so that bootstrap intervals are the same to the last
 * digit as those of the reference scorer in Python.
 */
const SIZE = 624;
const PERIOD = 397;

export interface RandomSource {
  /** A whole number from 0 to `limit` - 1, as `random.Random.randrange(limit)` draws it. */
  below(limit: number): number;
}

/** The generator of `random.Random(seed)` for a seed of at most 32 bits. */
export function mersenneTwister(seed: number): RandomSource {
  const state = seededByArray([seed >>> 0]);
  let next = SIZE;
  const word = (): number => {
    if (next >= SIZE) {
      refill(state);
      next = 0;
    }
    return tempered(at(state, next++));
  };
  return {
    below(limit) {
      if (limit <= 0) return 0;
      // CPython draws as many bits as the limit has and throws away what is too large.
      const bits = 32 - Math.clz32(limit);
      for (;;) {
        const value = word() >>> (32 - bits);
        if (value < limit) return value;
      }
    },
  };
}

function at(state: Uint32Array, index: number): number {
  return state[index] ?? 0;
}

function seeded(seed: number): Uint32Array {
  const state = new Uint32Array(SIZE);
  state[0] = seed;
  for (let i = 1; i < SIZE; i++) {
    const last = at(state, i - 1);
    state[i] = Math.imul(1812433253, last ^ (last >>> 30)) + i;
  }
  return state;
}

function seededByArray(key: readonly number[]): Uint32Array {
  const state = seeded(19650218);
  let i = 1;
  let j = 0;
  const step = (): void => {
    if (++i < SIZE) return;
    state[0] = at(state, SIZE - 1);
    i = 1;
  };
  for (let k = Math.max(SIZE, key.length); k > 0; k--) {
    const last = at(state, i - 1);
    state[i] = (at(state, i) ^ Math.imul(last ^ (last >>> 30), 1664525)) + (key[j] ?? 0) + j;
    j = (j + 1) % key.length;
    step();
  }
  for (let k = SIZE - 1; k > 0; k--) {
    const last = at(state, i - 1);
    state[i] = (at(state, i) ^ Math.imul(last ^ (last >>> 30), 1566083941)) - i;
    step();
  }
  state[0] = 0x80000000;
  return state;
}

function refill(state: Uint32Array): void {
  for (let i = 0; i < SIZE; i++) {
    const mixed = (at(state, i) & 0x80000000) | (at(state, (i + 1) % SIZE) & 0x7fffffff);
    state[i] = at(state, (i + PERIOD) % SIZE) ^ (mixed >>> 1) ^ (mixed & 1 ? 0x9908b0df : 0);
  }
}

function tempered(word: number): number {
  let value = word;
  value ^= value >>> 11;
  value ^= (value << 7) & 0x9d2c5680;
  value ^= (value << 15) & 0xefc60000;
  value ^= value >>> 18;
  return value >>> 0;
}
