import type { ParserVocabulary } from "./model-file.ts";

/*
 * How forms are looked up in the network's vocabularies. train/conllu.py and train/train_parser.py do the same when weights
 * are trained; a difference between the two costs accuracy silently.
 */

const URL = /^(?:https?:\/\/|www\.)\S+$|^\S+@\S+\.[\p{L}\p{N}_]+$/iu;
const FOLD: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"',
    "«": '"', "»": '"', "–": "-", "—": "-", "‑": "-", "−": "-", "…": ".", "\u00a0": " ",
  }), // prettier-ignore
);
const FOLDABLE = /[‘’‚‛`´“”„«»–—‑−…\u00a0]/gu;
const PLAIN = /^[!-~]*$/;

/** The most characters of a form that the network reads: longer ones keep their first and last eight. */
const MAX_CHARS = 16;

/** Index 0 is padding and 1 an unknown entry; for characters 2 and 3 are the word's borders. */
const UNKNOWN = 1;
const WORD_BEGIN = 2;
const WORD_END = 3;

/** The form with typographic quotes, dashes and spaces made plain. */
export function foldForm(form: string): string {
  return PLAIN.test(form) && !form.includes("`") ? form : form.replace(FOLDABLE, (c) => FOLD.get(c) ?? c);
}

/** The form as the network reads it: folded, web and mail addresses as one word. */
export function normaliseForm(form: string): string {
  return isAddress(form) ? "<url>" : foldForm(form);
}

function isAddress(form: string): boolean {
  return form.length > 4 && (form.includes("@") || form.includes(".") || form.includes("/")) && URL.test(form);
}

/** Lower case with every digit as 0, the key of the word vocabulary. */
export function loweredForm(normalised: string): string {
  return normalised.toLowerCase().replace(/[0-9]/g, "0");
}

/** What the network is told of one word type. */
interface WordFeatures {
  readonly word: number;
  readonly suffix: number;
  /** Character indexes with both borders. */
  readonly chars: readonly number[];
}

/** The vocabularies as look-up tables. */
export interface VocabularyIndex {
  features(form: string): WordFeatures;
}

/** Builds the look-up tables of a model's vocabularies. */
export function indexVocabulary(vocabulary: ParserVocabulary): VocabularyIndex {
  const words = positions(vocabulary.words, 2);
  const suffixes = positions(vocabulary.suffixes, 2);
  const chars = positions(vocabulary.chars, 4);
  return {
    features(form: string): WordFeatures {
      const normalised = normaliseForm(form);
      const lowered = loweredForm(normalised);
      return {
        word: words.get(lowered) ?? UNKNOWN,
        suffix: suffixes.get(lastThree(lowered)) ?? UNKNOWN,
        chars: [WORD_BEGIN, ...clippedChars(normalised).map((c) => chars.get(c) ?? UNKNOWN), WORD_END],
      };
    },
  };
}

function positions(entries: readonly string[], first: number): Map<string, number> {
  const at = new Map<string, number>();
  for (let i = 0; i < entries.length; i++) at.set(entries[i] ?? "", first + i);
  return at;
}

function lastThree(text: string): string {
  return PLAIN.test(text) ? text.slice(-3) : Array.from(text).slice(-3).join("");
}

function clippedChars(form: string): string[] {
  const all = Array.from(form);
  return all.length <= MAX_CHARS ? all : [...all.slice(0, MAX_CHARS / 2), ...all.slice(-MAX_CHARS / 2)];
}
