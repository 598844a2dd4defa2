import { axisOf, namedPlaces } from "./axis.ts";
import { together, type Series, type SeriesRow } from "./series.ts";
import { leastStepOf, SHOWN_NAMES, shownValue, type Shown } from "./shown.ts";

interface TextPlotOptions {
  readonly show: Shown;
  /** Columns of the terminal. */
  readonly width: number;
}

/** About so many lines. */
const HEIGHT = 10;
const NARROWEST = 20;
/** Upwards a line has eight steps; downwards there are characters for halves only. */
const UPWARD = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] as const;
const HALF_DOWN = "▀";
const FULL = "█";

/** One series as bars of block characters over an axis of periods. */
export function plotText({ name, rows }: Series, { show, width }: TextPlotOptions): string {
  const title = `${name}  ${SHOWN_NAMES[show]}`;
  if (!rows.length) return `${title}\nno events\n`;
  const room = Math.max(NARROWEST, width - 12);
  const columns = merged(rows, room);
  const share = Math.ceil(rows.length / room);
  const values = columns.map((row) => shownValue(row, show));
  const axis = axisOf(
    values.map((v) => v ?? 0),
    { steps: HEIGHT, leastStep: leastStepOf(show) },
  );
  // A line for each step of the axis: 0 lies between two lines.
  const unit = (axis.high - axis.low) / (axis.ticks.length - 1);
  const [above, below] = [Math.round(axis.high / unit), Math.round(-axis.low / unit)];
  const spread = Math.max(1, Math.min(6, Math.floor(room / columns.length)));
  const lines: string[] = [];
  for (let i = above; i >= 1; i--) lines.push(line(i * unit, values, (v) => upward(v, i - 1, unit), spread));
  lines.push(`${" ".repeat(9)}0 ┼${"─".repeat(columns.length * spread)}`);
  for (let i = 1; i <= below; i++) lines.push(line(-i * unit, values, (v) => downward(v, i - 1, unit), spread));
  const shared = share > 1 ? `  (${share} periods a column)` : "";
  return `${[`${title}${shared}`, ...lines, periodLine(columns, spread)].join("\n")}\n`;
}

function line(
  label: number,
  values: readonly (number | null)[],
  cell: (value: number) => string,
  spread: number,
): string {
  const bars = values.map((v) => cell(v ?? 0).repeat(spread > 1 ? spread - 1 : 1) + (spread > 1 ? " " : ""));
  return `${labelText(label).padStart(10)} │${bars.join("")}`.trimEnd();
}

function labelText(value: number): string {
  return String(Number(value.toPrecision(4)));
}

function upward(value: number, below: number, unit: number): string {
  const eighths = Math.round((value / unit - below) * 8);
  // The least that happened can be seen.
  const seen = below === 0 && value > 0 ? Math.max(1, eighths) : eighths;
  return UPWARD[Math.max(0, Math.min(8, seen))] ?? FULL;
}

function downward(value: number, above: number, unit: number): string {
  const halves = Math.round((-value / unit - above) * 2);
  const seen = above === 0 && value < 0 ? Math.max(1, halves) : halves;
  return seen >= 2 ? FULL : seen === 1 ? HALF_DOWN : " ";
}

/** Neighbours share a column where the room is not enough. */
function merged(rows: readonly SeriesRow[], room: number): readonly SeriesRow[] {
  const share = Math.ceil(rows.length / room);
  const columns: SeriesRow[] = [];
  for (let i = 0; i < rows.length; i += share) {
    const [first, ...others] = rows.slice(i, i + share);
    if (first) columns.push(together([first, ...others]));
  }
  return columns;
}

function periodLine(columns: readonly SeriesRow[], spread: number): string {
  const longest = Math.max(...columns.map((c) => c.period.length));
  const most = Math.floor((columns.length * spread) / (longest + 2));
  let text = " ".repeat(12);
  for (const i of namedPlaces(columns.length, most)) text = text.padEnd(12 + i * spread) + (columns[i]?.period ?? "");
  return text;
}
