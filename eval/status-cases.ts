/** Gold for the status of single words: MEANTIME's factuality, and sentences of our own. */
import type { Status } from "../src/core/codes.ts";
import { readJsonLines } from "./json-lines.ts";

/** A word whose status is known. */
export interface StatusTarget<L extends string> {
  /** Offset in the text at which the word starts. */
  readonly start: number;
  readonly word: string;
  readonly label: L;
  readonly historical: boolean;
}

export interface StatusCase<L extends string> {
  readonly id: string;
  readonly date: string | null;
  readonly text: string;
  readonly targets: readonly StatusTarget<L>[];
}

/** MEANTIME's seven steps in three: 2.5 and more is told as a fact, -2.5 and less as none. */
export type Factuality = "factual" | "not factual" | "unsure";

interface MeantimeRow {
  readonly text: string;
  readonly idx: number;
  readonly targets: readonly {
    readonly span1: readonly [number, number];
    readonly label: number;
    readonly span_text: string;
  }[];
}

interface OwnRow {
  readonly id: string;
  readonly date: string;
  readonly text: string;
  readonly targets: readonly {
    readonly word: string;
    readonly start: number;
    readonly status: Status;
    readonly historical?: boolean;
  }[];
}

/** One row of MEANTIME a line; its tokens are put together again as they were printed. */
export function readMeantime(path: string, name: string): readonly StatusCase<Factuality>[] {
  return readJsonLines<MeantimeRow>(path).map((row) => {
    const { text, starts } = joinTokens(row.text.split(" "));
    const targets = row.targets.map((t) => ({
      start: starts[t.span1[0]] ?? 0,
      word: t.span_text,
      label: factualityOf(t.label),
      historical: false,
    }));
    return { id: `${name}-${row.idx}`, date: null, text, targets };
  });
}

/** Our own sentences, one a line. */
export function readOwnStatus(path: string): readonly StatusCase<Status>[] {
  return readJsonLines<OwnRow>(path).map(({ id, date, text, targets }) => ({
    id,
    date,
    text,
    targets: targets.map((t) => ({ start: t.start, word: t.word, label: t.status, historical: t.historical ?? false })),
  }));
}

function factualityOf(label: number): Factuality {
  return label >= 2.5 ? "factual" : label <= -2.5 ? "not factual" : "unsure";
}

/** Tokens of the Penn treebank as print: quotes, and no space where print has none. */
export function joinTokens(tokens: readonly string[]): { readonly text: string; readonly starts: readonly number[] } {
  let text = "";
  let glue = true;
  const starts: number[] = [];
  for (const token of tokens) {
    const printed = token === "``" || token === "''" ? '"' : token;
    const closes = token === "''" || /^(?:[.,;:?!%)\]]|'s|'|n't|'re|'ve|'ll|'d)$/.test(token);
    if (!glue && !closes) text += " ";
    starts.push(text.length);
    text += printed;
    glue = token === "``" || /^[([$]$/.test(token);
  }
  return { text, starts };
}
