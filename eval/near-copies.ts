/** What editors do to an agency text, by rule: another headline, a dateline and an agency's name, the last third cut, every tenth word replaced. */

/** A report as far as copies go. */
export interface CopiedReport {
  readonly title: string;
  readonly text: string;
}

const STAND_INS = ["roughly", "meanwhile", "again", "there", "openly", "further", "lately"];
const EVERY = 10;

/** All four changes at once; the words in `kept` are not replaced. */
export function nearCopy(report: CopiedReport, kept: readonly string[]): CopiedReport {
  const cut = cutLastThird(report.text);
  return { title: "What we know so far", text: `LONDON (Newswire) - ${replaceTenth(cut, kept)}` };
}

/** The first two thirds of the words, to the end of a word. */
export function cutLastThird(text: string): string {
  const words = text.split(" ");
  return words.slice(0, Math.ceil((words.length * 2) / 3)).join(" ");
}

/** Every tenth word replaced, or the next one that is plain: no name, no number, none of the kept. */
export function replaceTenth(text: string, kept: readonly string[]): string {
  let due = EVERY - 1;
  let made = 0;
  const protectedWords = new Set(kept.flatMap((anchor) => anchor.split(" ")));
  const words = text.split(" ").map((word, i) => {
    if (i < due || !/^[a-z]{3,}$/.test(word) || protectedWords.has(word)) return word;
    due += EVERY;
    return STAND_INS[made++ % STAND_INS.length] ?? word;
  });
  return words.join(" ");
}
