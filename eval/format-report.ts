import type { ErrorKind, EvalTable, Figure, SetReport } from "./set-report.ts";

/** How many error kinds `--errors` shows. */
const SHOWN_KINDS = 10;

/** All figures of all sets as one table. */
export function formatFigures(reports: readonly SetReport[]): string {
  const rows = reports.flatMap(({ set, figures }) =>
    figures.map((figure) => [
      set,
      figure.name,
      valueOf(figure),
      intervalOf(figure),
      String(figure.of ?? ""),
      floorOf(figure),
    ]),
  );
  return formatTable(["set", "figure", "value", "95 % interval", "of", "floor"], rows);
}

function valueOf(figure: Figure): string {
  return figure.unit === "n" ? String(figure.value) : figure.value.toFixed(1);
}

function intervalOf(figure: Figure): string {
  return figure.interval === undefined ? "" : `${figure.interval[0].toFixed(1)} to ${figure.interval[1].toFixed(1)}`;
}

function floorOf(figure: Figure): string {
  return figure.floor === undefined ? "" : figure.floor.toFixed(1);
}

export function formatSetTable(set: string, table: EvalTable): string {
  return `${set}: ${table.title}\n${formatTable(
    table.columns,
    table.rows.map((row) => row.map(String)),
  )}`;
}

/** Columns as wide as their widest cell, two spaces between them. */
function formatTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, i) => Math.max(column.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => (isNumber(cell) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join("  ")
      .trimEnd();
  return [columns, widths.map((width) => "-".repeat(width)), ...rows].map(line).join("\n");
}

function isNumber(cell: string): boolean {
  return /^[\d.]+$/.test(cell);
}

/** The commonest kinds of error of a set with examples. */
export function formatErrors(set: string, errors: readonly ErrorKind[]): string {
  if (errors.length === 0) return `${set}: no errors`;
  const lines = errors
    .slice(0, SHOWN_KINDS)
    .flatMap(({ kind, count, examples }) => [
      `${String(count).padStart(5)}  ${kind}`,
      ...examples.map((example) => `         ${example}`),
    ]);
  return [`${set}: the commonest kinds of error`, ...lines].join("\n");
}

/** What makes the evaluation fail: figures below their floors and failures of the sets. */
export function failuresOf(reports: readonly SetReport[]): readonly string[] {
  return reports.flatMap(({ set, figures, failures }) => [
    ...failures.map((failure) => `${set}: ${failure}`),
    ...figures
      .filter((figure) => figure.floor !== undefined && figure.value < figure.floor)
      .map((figure) => `${set}: ${figure.name} is ${valueOf(figure)}, below its floor of ${floorOf(figure)}`),
  ]);
}
