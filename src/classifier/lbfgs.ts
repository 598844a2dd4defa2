/** A function to be minimised: writes its gradient into `gradient` and returns its value. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

export interface LbfgsOptions {
  readonly iterations: number;
  /** Stops when the gradient's length falls below this share of what it was at the start. */
  readonly tolerance: number;
}

const MEMORY = 6;
const ARMIJO = 1e-4;
const MAX_HALVINGS = 30;

/**
 * Limited-memory BFGS with halving line search, from `x` in place. Plain sums in a fixed order: the same data gives the same
 * numbers on every run.
 */
export function minimise(objective: Objective, x: Float64Array, options: LbfgsOptions): number {
  const n = x.length;
  let gradient = new Float64Array(n);
  let value = objective(x, gradient);
  const stop = options.tolerance * Math.sqrt(dot(gradient, gradient));
  const steps: Float64Array[] = [];
  const changes: Float64Array[] = [];
  const candidate = new Float64Array(n);
  for (let k = 0; k < options.iterations; k++) {
    if (Math.sqrt(dot(gradient, gradient)) <= stop) break;
    const direction = twoLoop(gradient, steps, changes);
    const slope = dot(gradient, direction);
    if (slope >= 0) break;
    let size = k === 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
    const next = new Float64Array(n);
    let found = Infinity;
    for (let h = 0; h < MAX_HALVINGS; h++, size /= 2) {
      for (let i = 0; i < n; i++) candidate[i] = (x[i] ?? 0) + size * (direction[i] ?? 0);
      found = objective(candidate, next);
      if (found <= value + ARMIJO * size * slope) break;
    }
    if (!(found < value)) break;
    remember(steps, changes, candidate, x, next, gradient);
    x.set(candidate);
    gradient = next;
    value = found;
  }
  return value;
}

function remember(
  steps: Float64Array[],
  changes: Float64Array[],
  to: Float64Array,
  from: Float64Array,
  gradientTo: Float64Array,
  gradientFrom: Float64Array,
): void {
  const s = to.map((v, i) => v - (from[i] ?? 0));
  const y = gradientTo.map((v, i) => v - (gradientFrom[i] ?? 0));
  if (dot(s, y) <= 1e-12 * dot(y, y)) return;
  steps.push(s);
  changes.push(y);
  if (steps.length > MEMORY) {
    steps.shift();
    changes.shift();
  }
}

/** The inverse Hessian's guess times the gradient, downhill (Nocedal and Wright, algorithm 7.4). */
function twoLoop(
  gradient: Float64Array,
  steps: readonly Float64Array[],
  changes: readonly Float64Array[],
): Float64Array {
  const d = gradient.map((g) => -g);
  const alphas: number[] = [];
  const pairs = steps.map((s, i) => [s, changes[i] ?? s] as const);
  for (const [s, y] of pairs.toReversed()) {
    const alpha = dot(s, d) / dot(s, y);
    alphas.push(alpha);
    addScaled(d, y, -alpha);
  }
  const last = pairs.at(-1);
  if (last) {
    const scale = dot(last[0], last[1]) / dot(last[1], last[1]);
    for (let i = 0; i < d.length; i++) d[i] = (d[i] ?? 0) * scale;
  }
  for (const [s, y] of pairs) {
    const beta = dot(y, d) / dot(s, y);
    addScaled(d, s, (alphas.pop() ?? 0) - beta);
  }
  return d;
}

function addScaled(to: Float64Array, by: Float64Array, scale: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) + scale * (by[i] ?? 0);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
