/** A row's own label and the one that was answered; null is no answer. */
export interface LabelAnswer {
  readonly gold: string;
  readonly answer: string | null;
}

export interface LabelFigures {
  readonly label: string;
  /** Rows with this label. */
  readonly support: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Confusion {
  readonly gold: string;
  readonly answer: string;
  readonly rows: number;
}

/** How well answers fit; shares between 0 and 1, rounded to four places so that they print the same everywhere. */
export interface AnswerFigures {
  readonly rows: number;
  readonly accuracy: number;
  /** Mean F1 over the labels that occur. */
  readonly macroF1: number;
  readonly labels: readonly LabelFigures[];
  /** Commonest first. */
  readonly confusions: readonly Confusion[];
}

const MAX_CONFUSIONS = 12;

/** Precision, recall, F1 and support of each label, macro-F1, and the largest confusions. */
export function answerFigures(answers: readonly LabelAnswer[]): AnswerFigures {
  const names = [...new Set(answers.map((a) => a.gold))].sort();
  const labels = names.map((label) => figuresOf(label, answers));
  const right = answers.filter((a) => a.gold === a.answer).length;
  return {
    rows: answers.length,
    accuracy: share(right, answers.length),
    macroF1: round(labels.reduce((sum, l) => sum + f1Of(l.label, answers), 0) / Math.max(1, labels.length)),
    labels,
    confusions: confusionsOf(answers),
  };
}

function figuresOf(label: string, answers: readonly LabelAnswer[]): LabelFigures {
  const { gold, answered, right } = countsOf(label, answers);
  return {
    label,
    support: gold,
    precision: share(right, answered),
    recall: share(right, gold),
    f1: round(f1Of(label, answers)),
  };
}

function countsOf(label: string, answers: readonly LabelAnswer[]): { gold: number; answered: number; right: number } {
  const counts = { gold: 0, answered: 0, right: 0 };
  for (const a of answers) {
    if (a.gold === label) counts.gold++;
    if (a.answer === label) counts.answered++;
    if (a.gold === label && a.answer === label) counts.right++;
  }
  return counts;
}

function f1Of(label: string, answers: readonly LabelAnswer[]): number {
  const { gold, answered, right } = countsOf(label, answers);
  return right === 0 ? 0 : (2 * right) / (gold + answered);
}

function confusionsOf(answers: readonly LabelAnswer[]): readonly Confusion[] {
  const counts = new Map<string, Confusion>();
  for (const { gold, answer } of answers) {
    if (gold === answer) continue;
    const named = answer ?? "(none)";
    const key = `${gold}\t${named}`;
    counts.set(key, { gold, answer: named, rows: (counts.get(key)?.rows ?? 0) + 1 });
  }
  const order = (a: Confusion, b: Confusion): number =>
    b.rows - a.rows || (`${a.gold}\t${a.answer}` < `${b.gold}\t${b.answer}` ? -1 : 1);
  return [...counts.values()].sort(order).slice(0, MAX_CONFUSIONS);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : round(part / whole);
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
