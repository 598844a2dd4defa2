import type { AnswerFigures } from "../classifier/label-figures.ts";

/** Cross-validated figures as a table for the terminal: one line a category, then the largest confusions. */
export function formatFigures(figures: AnswerFigures, folds: number): string {
  const percent = (share: number): string => (100 * share).toFixed(1);
  const rows = figures.labels.map((l) => [
    l.label,
    String(l.support),
    percent(l.precision),
    percent(l.recall),
    percent(l.f1),
  ]);
  const table = columns([["category", "rows", "precision", "recall", "F1"], ...rows]);
  const confusions = figures.confusions.map((c) => `  ${c.rows} × ${c.gold} answered as ${c.answer}`);
  return [
    `Each row answered by a model that had not seen it (${folds} folds of ${figures.rows} rows):`,
    "",
    ...table,
    "",
    `macro-F1 ${percent(figures.macroF1)}, accuracy ${percent(figures.accuracy)}`,
    ...(confusions.length ? ["", "Commonest confusions:", ...confusions] : []),
  ].join("\n");
}

/** The first column to the left, numbers to the right. */
function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, c) => Math.max(...rows.map((r) => (r[c] ?? "").length)));
  return rows.map((r) =>
    r.map((cell, c) => (c === 0 ? cell.padEnd(widths[c] ?? 0) : cell.padStart(widths[c] ?? 0))).join("  "),
  );
}
