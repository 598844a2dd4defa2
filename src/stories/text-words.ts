import { foldName } from "../core/fold-name.ts";

const WORD = /[\p{L}\p{N}]+(?:[.,'’]?[\p{L}\p{N}]+)*/gu;
const POSSESSIVE = /['’]s?$/;

/** One word as it stands in a text, and as it is compared. */
export interface TextWord {
  readonly raw: string;
  /** Lower case, without accents and possessive endings. */
  readonly plain: string;
}

/** The words of a text in their order; punctuation, agency marks such as "(AP)" and the dash of a dateline fall away with it. */
export function textWords(text: string): readonly TextWord[] {
  return Array.from(text.matchAll(WORD), ([raw]) => {
    const bare = raw.replace(/['’]s$/, "");
    return { raw, plain: foldName(bare).replace(POSSESSIVE, "") };
  });
}
