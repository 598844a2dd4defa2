import type { Token } from "../core/layers.ts";
import type { SentenceReading } from "./row-reading.ts";

/** The way through the tree from the source's head to the target's: up to the lowest common governor and down again. */
export interface RolePath {
  readonly source: number;
  readonly target: number;
  /** Tokens from the source upwards, the common governor, and downwards to the target; both ends are left out unless one is the governor. */
  readonly up: readonly number[];
  readonly top: number;
  readonly down: readonly number[];
}

/** The token of a set that governs the rest: the one whose governor lies outside; the first of several. */
export function headOf(tokens: readonly Token[], inside: ReadonlySet<number>): number | null {
  let found: number | null = null;
  for (const i of inside) {
    const t = tokens[i];
    if (!t || inside.has(t.head) || t.upos === "PUNCT") continue;
    if (found === null || (isMarker(tokens[found]) && !isMarker(t))) found = i;
  }
  return found;
}

function isMarker(t: Token | undefined): boolean {
  return t === undefined || t.upos === "ADP" || t.upos === "DET" || t.upos === "PART";
}

/** Null when a role is not in the sentence. */
export function rolePath({ sentence, source, target }: SentenceReading): RolePath | null {
  const { tokens } = sentence;
  const s = headOf(tokens, source);
  const t = headOf(tokens, target);
  if (s === null || t === null) return null;
  const fromSource = ancestors(tokens, s);
  const fromTarget = ancestors(tokens, t);
  const top = fromSource.find((i) => fromTarget.includes(i));
  if (top === undefined) return null;
  return {
    source: s,
    target: t,
    up: fromSource.slice(1, fromSource.indexOf(top)),
    top,
    down: fromTarget.slice(1, fromTarget.indexOf(top)).reverse(),
  };
}

/** The token and its governors up to the root. */
function ancestors(tokens: readonly Token[], i: number): readonly number[] {
  const out: number[] = [];
  for (let at = i; at >= 0 && out.length < 100; at = tokens[at]?.head ?? -1) out.push(at);
  return out;
}
