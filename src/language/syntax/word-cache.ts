import type { Heap, Kernel, PackedMatrix } from "./kernel.ts";
import { FULL_SCALE } from "./kernel.ts";
import { matrixOf, vectorOf } from "./model-file.ts";
import type { Int8Matrix, ParserModelFile } from "./model-file.ts";
import { indexVocabulary } from "./vocabulary.ts";
import type { VocabularyIndex } from "./vocabulary.ts";

/** Word types that are kept; words repeat, and a kept word costs nothing before the recurrent layers. */
const CAPACITY = 10_000;
const CHUNK = 256;

/** The first layer's input part of every word, computed once a word type; what is kept never changes a result. */
export class WordCache {
  readonly #heap: Heap;
  readonly #kernel: Kernel;
  readonly #input: PackedMatrix;
  readonly #features: FeatureReader;
  readonly #rowBytes: number;
  readonly #rows = new Map<string, number>();
  readonly #chunks: number[] = [];
  /** Scratch: the feature vector as floats and as whole numbers, and its scale. */
  readonly #values: number;
  readonly #whole: number;
  readonly #scale: number;

  constructor(model: ParserModelFile, kernel: Kernel, input: PackedMatrix) {
    this.#kernel = kernel;
    this.#heap = kernel.heap;
    this.#input = input;
    this.#features = new FeatureReader(model);
    this.#rowBytes = input.rows * 4;
    this.#values = this.#heap.allocate(input.columns * 4);
    this.#whole = this.#heap.allocate(input.columns * 2);
    this.#scale = this.#heap.allocate(4);
  }

  /** Writes the address of each form's input part to the heap at `pointers`; they hold until the next call. */
  locate(forms: readonly string[], pointers: number): void {
    if (this.#rows.size + forms.length > CAPACITY) this.#rows.clear();
    forms.forEach((form, i) => {
      const at = this.#rows.get(form) ?? this.#add(form);
      this.#heap.i32[(pointers >> 2) + i] = at;
    });
  }

  #add(form: string): number {
    const index = this.#rows.size;
    const chunk = (this.#chunks[Math.floor(index / CHUNK)] ??= this.#heap.allocate(CHUNK * this.#rowBytes));
    const at = chunk + (index % CHUNK) * this.#rowBytes;
    const { columns } = this.#input;
    this.#features.write(form, this.#heap.f32, this.#values >> 2);
    this.#kernel.activate(this.#values, 0, columns, 1, 1, FULL_SCALE, this.#whole, 0, this.#scale);
    this.#kernel.project(this.#input, this.#whole, 0, this.#scale, 1, at, 0);
    this.#rows.set(form, at);
    return at;
  }
}

/** Word, suffix and character features of a form as one vector. */
class FeatureReader {
  readonly #vocabulary: VocabularyIndex;
  readonly #word: Int8Matrix;
  readonly #suffix: Int8Matrix;
  readonly #convolution: CharacterTable;

  constructor(model: ParserModelFile) {
    this.#vocabulary = indexVocabulary(model.manifest.vocabulary);
    this.#word = matrixOf(model, "word");
    this.#suffix = matrixOf(model, "suffix");
    this.#convolution = new CharacterTable(model);
  }

  write(form: string, to: Float32Array, at: number): void {
    const { word, suffix, chars } = this.#vocabulary.features(form);
    writeRow(this.#word, word, to, at);
    writeRow(this.#suffix, suffix, to, at + this.#word.columns);
    this.#convolution.write(chars, to, at + this.#word.columns + this.#suffix.columns);
  }
}

function writeRow(matrix: Int8Matrix, row: number, to: Float32Array, at: number): void {
  const scale = matrix.scales[row] ?? 0;
  const from = row * matrix.columns;
  for (let k = 0; k < matrix.columns; k++) to[at + k] = (matrix.data[from + k] ?? 0) * scale;
}

/** The character convolution with every product of a character and a tap computed beforehand. */
class CharacterTable {
  readonly #filters: number;
  readonly #taps: number;
  readonly #bias: Float32Array;
  /** [character][tap][filter]; rows are filled when a character is first met. */
  readonly #table: Float32Array;
  readonly #filled: Uint8Array;
  readonly #char: Int8Matrix;
  readonly #conv: Int8Matrix;

  constructor(model: ParserModelFile) {
    this.#char = matrixOf(model, "char");
    this.#conv = matrixOf(model, "conv");
    this.#bias = vectorOf(model, "conv.bias");
    this.#filters = this.#bias.length;
    this.#taps = this.#conv.rows / this.#filters;
    this.#table = new Float32Array(this.#char.rows * this.#conv.rows);
    this.#filled = new Uint8Array(this.#char.rows);
  }

  /** The greatest value of each filter over all windows; `chars` are the word's with its borders. */
  write(chars: readonly number[], to: Float32Array, at: number): void {
    for (const char of chars) this.#fill(char);
    const windows = Math.max(1, chars.length - this.#taps + 1);
    for (let f = 0; f < this.#filters; f++) {
      let most = -Infinity;
      for (let start = 0; start < windows; start++) {
        let sum = this.#bias[f] ?? 0;
        for (let tap = 0; tap < this.#taps; tap++) {
          sum += this.#table[(chars[start + tap] ?? 0) * this.#conv.rows + tap * this.#filters + f] ?? 0;
        }
        most = Math.max(most, sum);
      }
      to[at + f] = most;
    }
  }

  #fill(char: number): void {
    if (this.#filled[char] === 1) return;
    this.#filled[char] = 1;
    const width = this.#char.columns;
    for (let row = 0; row < this.#conv.rows; row++) {
      let sum = 0;
      for (let k = 0; k < width; k++) {
        sum += (this.#char.data[char * width + k] ?? 0) * (this.#conv.data[row * width + k] ?? 0);
      }
      this.#table[char * this.#conv.rows + row] = sum * (this.#char.scales[char] ?? 0) * (this.#conv.scales[row] ?? 0);
    }
  }
}
