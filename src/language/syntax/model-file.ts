/** What models/en/parser.json says (train/export_parser.py writes it). */
export interface ParserManifest {
  readonly format: number;
  readonly language: string;
  /** Hash of the content, for the versions that a record carries. */
  readonly hash: string;
  readonly bytes: number;
  readonly sizes: ParserSizes;
  readonly tensors: Readonly<Record<string, TensorEntry>>;
  readonly vocabulary: ParserVocabulary;
  /** Nouns that say when, for a repair of the trees; in lower case. */
  readonly temporalNouns: readonly string[];
  readonly seed: number;
  readonly epoch: number;
  readonly scores: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Widths of the network's layers. */
export interface ParserSizes {
  readonly hidden: number;
  readonly word: number;
  readonly suffix: number;
  readonly char: number;
  readonly filters: number;
  readonly arc: number;
  readonly label: number;
}

export interface ParserVocabulary {
  readonly words: readonly string[];
  readonly suffixes: readonly string[];
  readonly chars: readonly string[];
  /** Joint tags, `UPOS|XPOS`. */
  readonly tags: readonly string[];
  readonly labels: readonly string[];
}

/**
 * Where a tensor lies in parser.bin: a matrix of bytes with a scale for each row; one in the kernels' order, with a bias for
 * each row too; or a vector of floats.
 */
export type TensorEntry =
  | {
      readonly kind: "int8";
      readonly rows: number;
      readonly columns: number;
      readonly offset: number;
      readonly scales: number;
    }
  | {
      readonly kind: "packed";
      readonly rows: number;
      readonly columns: number;
      readonly offset: number;
      readonly scales: number;
      readonly bias: number;
    }
  | { readonly kind: "float32"; readonly length: number; readonly offset: number };

/** The parser's model as read from its two files; the bytes must be aligned to 4. */
export interface ParserModelFile {
  readonly manifest: ParserManifest;
  readonly weights: ArrayBuffer;
}

/** The only layout of the files that this code reads. */
export const MODEL_FORMAT = 2;

/** A matrix: `value[row][column] = data[row * columns + column] * scales[row]`. */
export interface Int8Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Int8Array;
  readonly scales: Float32Array;
}

/** The named matrix; a missing one is a damaged file, which the reader of the files has refused. */
export function matrixOf(model: ParserModelFile, name: string): Int8Matrix {
  const entry = model.manifest.tensors[name];
  if (entry?.kind !== "int8") throw new Error(`the model has no matrix ${name}`);
  return {
    rows: entry.rows,
    columns: entry.columns,
    data: new Int8Array(model.weights, entry.offset, entry.rows * entry.columns),
    scales: new Float32Array(model.weights, entry.scales, entry.rows),
  };
}

/** A matrix in the order of the kernels (see kernel.ts), padded. */
export interface KernelMatrix extends Int8Matrix {
  readonly bias: Float32Array;
}

/** The named matrix of a layer. */
export function kernelMatrixOf(model: ParserModelFile, name: string): KernelMatrix {
  const entry = model.manifest.tensors[name];
  if (entry?.kind !== "packed") throw new Error(`the model has no layer ${name}`);
  return {
    rows: entry.rows,
    columns: entry.columns,
    data: new Int8Array(model.weights, entry.offset, entry.rows * entry.columns),
    scales: new Float32Array(model.weights, entry.scales, entry.rows),
    bias: new Float32Array(model.weights, entry.bias, entry.rows),
  };
}

/** The named vector. */
export function vectorOf(model: ParserModelFile, name: string): Float32Array {
  const entry = model.manifest.tensors[name];
  if (entry?.kind !== "float32") throw new Error(`the model has no vector ${name}`);
  return new Float32Array(model.weights, entry.offset, entry.length);
}

/** Every tensor that the network reads, with its kind. */
export const TENSORS: Readonly<Record<string, TensorEntry["kind"]>> = {
  word: "int8",
  suffix: "int8",
  char: "int8",
  conv: "int8",
  "conv.bias": "float32",
  "lstm1.input": "packed",
  "lstm1.forward": "packed",
  "lstm1.backward": "packed",
  "lstm2.input": "packed",
  "lstm2.forward": "packed",
  "lstm2.backward": "packed",
  heads: "packed",
  arc: "packed",
  "arc.root": "float32",
  label: "packed",
  "label.root": "float32",
};
