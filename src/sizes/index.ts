// TEMPORARY stub by the architect until the sizes module arrives; overwrite freely.
import type { Sentence } from "../core/layers.ts";
import type { NumberWords } from "../core/number-words.ts";
import type { SizeRecord } from "../core/record.ts";

export function sizeOf(
  _act: { sentence: number; head: number; category: string; trigger: readonly number[] },
  _sentence: Sentence,
  _words: NumberWords,
): SizeRecord {
  return { dead: null, injured: null, arrested: null, participants: null };
}
