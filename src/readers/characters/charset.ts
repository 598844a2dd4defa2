import { analyse } from "chardet";
import { decodeUtf32 } from "./utf-32.ts";

/** On what the choice of a character set rests, the surest first. */
export type CharsetBasis = "bom" | "told" | "declared" | "valid UTF-8" | "statistics" | "fallback";

export interface Charset {
  /** Label of the WHATWG encoding standard, or utf-32le and utf-32be. */
  readonly name: string;
  readonly basis: CharsetBasis;
}

const DECLARED: readonly RegExp[] = [
  /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]+)\s*["']/i,
  /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)/i,
];

/** Names that senders write and the standard lacks. */
const ALIASES: Readonly<Record<string, string>> = {
  "utf-32": "utf-32be",
  u32: "utf-32be",
  utf_32: "utf-32be",
  u16: "utf-16",
  utf_16: "utf-16",
  utf16: "utf-16",
  utf_8: "utf-8",
  "x-sjis": "shift_jis",
  cp1252: "windows-1252",
  cp1251: "windows-1251",
  latin1: "windows-1252",
};

/** A statistical guess below this share of certainty is worth less than the commonest set of old English pages. */
const CERTAIN = 40;
/** Statistics need no more than this. */
const SAMPLE_BYTES = 20_000;

/**
 * Finds the character set of a beginning: a byte order mark, then what a header says, then what the document says of itself,
 * then whether it is UTF-8, then statistics.
 */
export function charsetOf(bytes: Uint8Array, contentType?: string): Charset {
  const mark = byMark(bytes);
  if (mark !== null) return { name: mark, basis: "bom" };
  const shape = byZeros(bytes);
  const told = known(/charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType ?? "")?.[1]);
  if (told !== null && (shape === null || wide(told)) && fits(told, bytes))
    return { name: narrowed(told, shape), basis: "told" };
  if (shape !== null) return { name: shape, basis: "statistics" };
  const start = latin1(bytes.subarray(0, 4096));
  for (const pattern of DECLARED) {
    const name = known(pattern.exec(start)?.[1]);
    // A document that can be read as ASCII so far is not in an encoding of two-byte units, whatever it says.
    if (name !== null && !wide(name) && fits(name, bytes)) return { name, basis: "declared" };
  }
  if (isUtf8(bytes)) return { name: "utf-8", basis: "valid UTF-8" };
  const [best] = analyse(bytes.subarray(0, SAMPLE_BYTES));
  const guess = best && best.confidence >= CERTAIN ? known(best.name) : null;
  // Of the one-byte sets for western Europe the Windows one holds all that the others have.
  if (guess === null || guess.startsWith("iso-8859-1")) return { name: "windows-1252", basis: "fallback" };
  return { name: guess, basis: "statistics" };
}

/** Decodes without ever throwing: what the set lacks becomes U+FFFD, and a byte order mark is taken off. */
export function decodeBytes(bytes: Uint8Array, charset: string): string {
  if (charset.startsWith("utf-32")) return decodeUtf32(bytes, charset === "utf-32le" ? "little" : "big");
  return new TextDecoder(charset).decode(bytes);
}

/** True when the bytes are UTF-8; a character that is cut off at the end is allowed for. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    // The only error of a fatal decoder: the bytes are not UTF-8.
    return false;
  }
}

/** The standard's name of a label, null for one that no decoder knows. */
export function known(label: string | undefined): string | null {
  if (label === undefined) return null;
  const name = ALIASES[label.toLowerCase()] ?? label.toLowerCase();
  if (name.startsWith("utf-32")) return name;
  if (name === "utf-16") return "utf-16";
  try {
    return new TextDecoder(name).encoding;
  } catch {
    // A RangeError: an encoding that nobody knows is as good as none.
    return null;
  }
}

function byMark(b: Uint8Array): string | null {
  if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return "utf-8";
  if (b[0] === 0xff && b[1] === 0xfe) return b[2] === 0 && b[3] === 0 && b.length >= 4 ? "utf-32le" : "utf-16le";
  if (b[0] === 0xfe && b[1] === 0xff) return "utf-16be";
  if (b[0] === 0 && b[1] === 0 && b[2] === 0xfe && b[3] === 0xff) return "utf-32be";
  return null;
}

/** Text in two- or four-byte units without a mark shows by where its zeros are. */
function byZeros(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 512) & ~3;
  if (length < 8) return null;
  const zeros = [0, 0, 0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 3] = (zeros[i & 3] ?? 0) + 1;
  const share = zeros.map((n) => n / (length / 4));
  const mostly = (i: number): boolean => (share[i] ?? 0) > 0.8;
  const hardly = (i: number): boolean => (share[i] ?? 0) < 0.2;
  if (hardly(0) && mostly(1) && mostly(2) && mostly(3)) return "utf-32le";
  if (mostly(0) && mostly(1) && mostly(2) && hardly(3)) return "utf-32be";
  if (hardly(0) && mostly(1) && hardly(2) && mostly(3)) return "utf-16le";
  if (mostly(0) && hardly(1) && mostly(2) && hardly(3)) return "utf-16be";
  return null;
}

function wide(name: string): boolean {
  return name.startsWith("utf-16") || name.startsWith("utf-32");
}

/** "utf-16" without an end named takes the one that the zeros show. */
function narrowed(name: string, shape: string | null): string {
  if (name === "utf-16") return shape ?? "utf-16be";
  return name;
}

/** A UTF-8 that is told or declared must hold: many servers and pages say so and are wrong. */
function fits(name: string, bytes: Uint8Array): boolean {
  return name !== "utf-8" || isUtf8(bytes);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
