import { contentHash } from "../core/content-hash.ts";
import { AppError } from "../core/errors.ts";
import { FEATURE_VERSION } from "./feature-hash.ts";
import type { AnswerFigures } from "./label-figures.ts";
import type { SoftmaxModel } from "./softmax.ts";

/** What a model file says of itself, in its first line. */
export interface ClassifierHeader {
  readonly format: typeof FORMAT;
  /** Version of the features that the weights stand on. */
  readonly features: number;
  readonly labels: readonly string[];
  /** How many rows it was trained on. */
  readonly rows: number;
  /** Version of the lexicon that read them; another one gives other acts, so figures need not hold. */
  readonly lexicon: string;
  /** Version of the general model whose scores are among the features; null when there are none. */
  readonly general: string | null;
  /** Cross-validated; null when that was left out. */
  readonly figures: AnswerFigures | null;
  readonly folds: number;
  /** Hash of the weights. */
  readonly version: string;
  readonly size: number;
}

/** A trained classifier: a header and its weights. */
export interface Classifier {
  readonly header: ClassifierHeader;
  readonly model: SoftmaxModel;
}

export const FORMAT = "dragoman-classifier-1";
const NEWLINE = 0x0a;
/** Largest number of a signed byte. */
const TOP = 127;

/**
 * The bytes of a model file: the header as one line of JSON, then feature numbers, a scale and a bias for each label, and the
 * weights as signed bytes. Features all of whose weights round to nought are left out.
 */
export function encodeClassifier(
  model: SoftmaxModel,
  about: Pick<ClassifierHeader, "rows" | "lexicon" | "general" | "figures" | "folds">,
): Uint8Array {
  const body = encodeWeights(model);
  const header: ClassifierHeader = {
    format: FORMAT,
    features: FEATURE_VERSION,
    labels: model.labels,
    ...about,
    version: contentHash([Buffer.from(body.bytes).toString("latin1"), model.labels.join("\t")], 12),
    size: body.count,
  };
  const line = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
  const out = new Uint8Array(line.length + body.bytes.length);
  out.set(line);
  out.set(body.bytes, line.length);
  return out;
}

function encodeWeights(model: SoftmaxModel): { readonly bytes: Uint8Array; readonly count: number } {
  const n = model.labels.length;
  const scales = scalesOf(model);
  const rounded = Int8Array.from(model.weights, (w, i) => Math.round(w / (scales[i % n] ?? 1)));
  const kept = [...model.features.keys()].filter((f) => rounded.subarray(f * n, f * n + n).some((w) => w !== 0));
  const bytes = new Uint8Array(kept.length * 4 + n * 8 + kept.length * n);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const f of kept) view.setUint32((at += 4) - 4, model.features[f] ?? 0, true);
  for (const scale of scales) view.setFloat32((at += 4) - 4, scale, true);
  for (const bias of model.bias) view.setFloat32((at += 4) - 4, bias, true);
  for (const f of kept) for (let c = 0; c < n; c++) view.setInt8(at++, rounded[f * n + c] ?? 0);
  return { bytes, count: kept.length };
}

function scalesOf(model: SoftmaxModel): Float32Array {
  const n = model.labels.length;
  const largest = new Float32Array(n);
  model.weights.forEach((w, i) => {
    largest[i % n] = Math.max(largest[i % n] ?? 0, Math.abs(w));
  });
  return largest.map((w) => (w === 0 ? 1 : w / TOP));
}

/** Reads a model file's bytes; `path` is named when they are damaged or of another version. */
export function decodeClassifier(bytes: Uint8Array, path: string): Classifier {
  const end = bytes.indexOf(NEWLINE);
  const header = headerOf(bytes.subarray(0, Math.max(0, end)), path);
  const n = header.labels.length;
  // A copy of its own: a Buffer shares its memory with others.
  const body = new Uint8Array(bytes.subarray(end + 1));
  const expected = header.size * 4 + n * 8 + header.size * n;
  if (body.length !== expected) throw damaged(path, `${body.length} bytes of weights instead of ${expected}`);
  const view = new DataView(body.buffer);
  const features = Uint32Array.from({ length: header.size }, (_, i) => view.getUint32(i * 4, true));
  const scalesAt = header.size * 4;
  const scale = (c: number): number => view.getFloat32(scalesAt + c * 4, true);
  const bias = Float32Array.from({ length: n }, (_, c) => view.getFloat32(scalesAt + (n + c) * 4, true));
  const scales = Float32Array.from({ length: n }, (_, c) => scale(c));
  const weightsAt = scalesAt + n * 8;
  const small = new Int8Array(body.buffer, weightsAt);
  const weights = new Float32Array(header.size * n);
  for (let i = 0; i < weights.length; i++) weights[i] = (small[i] ?? 0) * (scales[i % n] ?? 0);
  return { header, model: { labels: header.labels, features, weights, bias } };
}

function headerOf(line: Uint8Array, path: string): ClassifierHeader {
  let header: Partial<ClassifierHeader> | null;
  try {
    header = JSON.parse(new TextDecoder().decode(line)) as Partial<ClassifierHeader> | null;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw damaged(path, "it does not begin with a header");
  }
  if (header?.format !== FORMAT) throw damaged(path, `its format is not ${FORMAT}`);
  if (header.features !== FEATURE_VERSION)
    throw damaged(path, `it stands on features of version ${String(header.features)}, this is ${FEATURE_VERSION}`);
  if (!Array.isArray(header.labels) || typeof header.size !== "number") throw damaged(path, "its header is incomplete");
  return header as ClassifierHeader;
}

function damaged(path: string, reason: string): AppError {
  return new AppError("CLASSIFIER_FILE", { path, reason });
}
