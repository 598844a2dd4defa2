import { FINITE_TAGS } from "./token-features.ts";

/** Feature hashes are folded to this many bits; at run time the weights stand in one table of that size. */
export const HASH_BITS = 21;
const MAGIC = 0x53534744;
const FORMAT = 1;

/** The trained splitter: a logistic model over hashed features, and the parts of speech that words mostly have. */
export interface SplitterModel {
  readonly weights: Int8Array;
  /** A gap is a sentence boundary when the sum of its features' weights is above this. */
  readonly threshold: number;
  readonly tags: ReadonlyMap<string, number>;
  readonly finite: ReadonlySet<number>;
}

/** The head of the model file, in JSON. */
interface ModelHead {
  readonly format: number;
  readonly features: number;
  readonly threshold: number;
  /** From a class of parts of speech ("NN", "VBD/VBN") to its words, parted by spaces. */
  readonly tags: Readonly<Record<string, string>>;
}

/** What training hands over to be written. */
export interface TrainedSplitter {
  readonly threshold: number;
  readonly tags: Readonly<Record<string, string>>;
  /** Positions in the weight table in ascending order, and their weights. */
  readonly positions: readonly number[];
  readonly weights: readonly number[];
}

/**
 * The file: "DGSS", the length of the head, the head in JSON, one signed byte a weight, then the gaps between their positions as variable-length
 * integers. Throws a RangeError or SyntaxError on damage.
 */
export function encodeSplitterModel(model: TrainedSplitter): Uint8Array {
  const { positions, weights, threshold, tags } = model;
  const head: ModelHead = { format: FORMAT, features: positions.length, threshold, tags };
  const json = new TextEncoder().encode(JSON.stringify(head));
  const gaps: number[] = [];
  let last = 0;
  for (const position of positions) {
    let gap = position - last;
    last = position;
    for (; gap > 127; gap >>>= 7) gaps.push((gap & 127) | 128);
    gaps.push(gap);
  }
  const bytes = new Uint8Array(8 + json.length + weights.length + gaps.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, json.length, true);
  bytes.set(json, 8);
  bytes.set(new Uint8Array(Int8Array.from(weights).buffer), 8 + json.length);
  bytes.set(gaps, 8 + json.length + weights.length);
  return bytes;
}

export function decodeSplitterModel(bytes: Uint8Array): SplitterModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC) throw new RangeError("it does not begin with DGSS");
  const length = view.getUint32(4, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as ModelHead;
  if (head.format !== FORMAT) throw new RangeError(`its format is ${head.format}, this version reads ${FORMAT}`);
  const weights = new Int8Array(1 << HASH_BITS);
  let from = 8 + length;
  let at = from + head.features;
  let position = 0;
  for (let i = 0; i < head.features; i++) {
    for (let shift = 0; ; shift += 7) {
      const byte = view.getUint8(at++);
      position += (byte & 127) << shift;
      if (byte < 128) break;
    }
    weights[position] = view.getInt8(from++);
  }
  return { weights, threshold: head.threshold, ...readTags(head.tags) };
}

function readTags(table: Readonly<Record<string, string>>): Pick<SplitterModel, "tags" | "finite"> {
  const tags = new Map<string, number>();
  const finite = new Set<number>();
  Object.entries(table).forEach(([name, words], i) => {
    if (FINITE_TAGS.includes(name.split("/")[0] ?? "")) finite.add(i + 1);
    for (const word of words.split(" ")) tags.set(word, i + 1);
  });
  return { tags, finite };
}
