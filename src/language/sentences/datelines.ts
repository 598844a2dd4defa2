import type { RawToken } from "../../core/layers.ts";
import type { ParagraphView } from "./gap-features.ts";
import { CLASS } from "./token-features.ts";

const LONGEST = 16;
const NAMELIKE: ReadonlySet<number> = new Set([
  CLASS.upper, CLASS.capital, CLASS.mixed, CLASS.initial, CLASS.abbreviation, CLASS.number, CLASS.comma, CLASS.opening,
  CLASS.closing, CLASS.symbol, CLASS.dash,
]); // prettier-ignore

/**
 * The index of the dash or colon that ends the dateline beginning at token `start`, or -1: "CARACAS, Feb. 17 (AP) -", "Geneva (Reuters) —",
 * "NEW DELHI:". A dateline belongs to the sentence that it opens.
 */
export function datelineEnd(
  view: ParagraphView,
  tokens: readonly RawToken[],
  start: number,
  breaks?: Uint8Array,
): number {
  const first = view.forms[start]?.class ?? 0;
  if (first !== CLASS.upper && first !== CLASS.capital) return -1;
  const stop = Math.min(tokens.length - 1, start + LONGEST);
  for (let at = start + 1; at < stop; at++) {
    if (breaks?.[at - 1] === 1) return -1;
    const kind = view.forms[at]?.class ?? 0;
    const before = view.forms[at - 1]?.class ?? 0;
    if (kind === CLASS.dash && standsAlone(tokens, at))
      return first === CLASS.upper || before === CLASS.closing ? at : -1;
    if (kind === CLASS.colon) return first === CLASS.upper && before !== CLASS.capital ? at : -1;
    // "Port of Spain": a small word between names.
    const inside = kind === CLASS.lower && view.forms[at + 1]?.class === CLASS.capital;
    if (!NAMELIKE.has(kind) && !inside) return -1;
  }
  return -1;
}

/** A dash between words, not a hyphen inside one. */
function standsAlone(tokens: readonly RawToken[], at: number): boolean {
  const dash = tokens[at];
  const next = tokens[at + 1];
  return dash !== undefined && next !== undefined && (next.start > dash.end || dash.form !== "-");
}
