import { CandidateTree } from "./candidate-tree.ts";
import type { Kernel } from "./kernel.ts";
import { createPlainKernel } from "./kernel-plain.ts";
import { createSimdKernel } from "./kernel-simd.ts";
import type { ParserModelFile } from "./model-file.ts";
import { Network } from "./network.ts";
import type { Scores } from "./network.ts";
import { mendReducedRelatives, relativeLabels } from "./reduced-relatives.ts";
import type { RelativeLabels } from "./reduced-relatives.ts";
import { mendTemporalObliques, temporalWords } from "./temporal-obliques.ts";
import type { TemporalWords } from "./temporal-obliques.ts";
import { bestHeads } from "./tree.ts";
import { labelFamilies, makeArgumentsUnique } from "./unique-arguments.ts";

/** Longer sentences are cut before parsing, so that memory stays small: their parts hang on the first part's root. */
const MAX_TOKENS = 512;
const PART_LABEL = "parataxis";

/** The syntax of one sentence, one entry a token. */
/** A sentence as the parser reads it. */
export interface Parse {
  /** Index of the head, -1 for the root. */
  readonly heads: Int32Array;
  /** UD relation with its subtype. */
  readonly labels: readonly string[];
  /** `UPOS|XPOS`. */
  readonly tags: readonly string[];
}

/** Tags and parses sentences. The result depends on the forms alone. */
export interface Parser {
  /** Which kernel runs: WebAssembly SIMD or plain JavaScript, with the same results. */
  readonly kernel: "simd" | "plain";
  parse(forms: readonly string[]): Parse;
}

export interface ParserOptions {
  /** `off` forces the plain kernel. */
  readonly simd?: "auto" | "off";
}

/** Makes a parser of a model that has been read. */
export function createParser(model: ParserModelFile, options: ParserOptions = {}): Parser {
  const kernel: Kernel = (options.simd === "off" ? null : createSimdKernel()) ?? createPlainKernel();
  const network = new Network(model, kernel);
  const decoder = new Decoder(model, network);
  return { kernel: kernel.name, parse: (forms) => parseParts(decoder, forms) };
}

function parseParts(decoder: Decoder, forms: readonly string[]): Parse {
  if (forms.length === 0) return { heads: new Int32Array(0), labels: [], tags: [] };
  if (forms.length <= MAX_TOKENS) return decoder.parse(forms);
  const heads = new Int32Array(forms.length);
  const labels: string[] = [];
  const tags: string[] = [];
  let mainRoot = -1;
  for (let first = 0; first < forms.length; first += MAX_TOKENS) {
    const part = decoder.parse(forms.slice(first, first + MAX_TOKENS));
    part.heads.forEach((h, i) => {
      heads[first + i] = h < 0 ? mainRoot : first + h;
      labels.push(h < 0 && mainRoot >= 0 ? PART_LABEL : (part.labels[i] ?? PART_LABEL));
    });
    if (mainRoot < 0) mainRoot = part.heads.indexOf(-1);
    tags.push(...part.tags);
  }
  return { heads, labels, tags };
}

class Decoder {
  readonly #network: Network;
  readonly #labels: readonly string[];
  readonly #tags: readonly string[];
  readonly #root: number;
  readonly #families: Int32Array;
  readonly #relatives: RelativeLabels;
  readonly #temporal: TemporalWords;

  constructor(model: ParserModelFile, network: Network) {
    this.#network = network;
    this.#labels = model.manifest.vocabulary.labels;
    this.#tags = model.manifest.vocabulary.tags;
    this.#root = this.#labels.indexOf("root");
    this.#families = labelFamilies(this.#labels);
    this.#relatives = relativeLabels(this.#labels);
    this.#temporal = temporalWords(this.#labels, model.manifest.temporalNouns);
  }

  parse(forms: readonly string[]): Parse {
    const scores = this.#network.run(forms);
    const tags = this.#bestTags(scores);
    const heads = bestHeads(scores);
    const labelScores = new Float32Array(scores.length * this.#labels.length);
    scores.allLabels(heads, labelScores);
    const labels = Int32Array.from(heads, (head, i) => this.#bestLabel(labelScores, i, head));
    const tree = new CandidateTree(scores, heads, labels, this.#labels.length);
    mendTemporalObliques(tree, forms, this.#temporal);
    mendReducedRelatives(
      tree,
      tags.map((tag) => tag.slice(tag.indexOf("|") + 1)),
      this.#relatives,
    );
    makeArgumentsUnique(tree, this.#families, this.#root);
    return { heads, labels: Array.from(labels, (l) => this.#labels[l] ?? "dep"), tags };
  }

  #bestTags(scores: Scores): string[] {
    return Array.from({ length: scores.length }, (_, i) => {
      const at = scores.tagOffset + i * scores.tagStride;
      let best = 0;
      for (let t = 1; t < this.#tags.length; t++) {
        if ((scores.tags[at + t] as number) > (scores.tags[at + best] as number)) best = t;
      }
      return this.#tags[best] ?? "X|FW";
    });
  }

  /** The likeliest label; `root` if and only if the head is the root. */
  #bestLabel(scores: Float32Array, token: number, head: number): number {
    if (head < 0) return this.#root;
    const at = token * this.#labels.length;
    let best = -1;
    let most = -Infinity;
    for (let l = 0; l < this.#labels.length; l++) {
      const score = scores[at + l] as number;
      if (score > most && l !== this.#root) {
        most = score;
        best = l;
      }
    }
    return best;
  }
}
