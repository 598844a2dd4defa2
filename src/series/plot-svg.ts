import { axisOf, namedPlaces, type Axis } from "./axis.ts";
import type { Series, SeriesRow } from "./series.ts";
import { leastStepOf, SHOWN_NAMES, shownValue, type Shown } from "./shown.ts";

const WIDTH = 860;
const LEFT = 64;
const RIGHT = 16;
const PLOT_HEIGHT = 150;
const PANEL = 216;
const TOP = 44;
const LABEL_ROOM = 72;

/** Cooperation is blue, conflict red; verbal is pale, material is strong. Told apart also by those who see no red or green. */
const QUADS = [
  { name: "verbal cooperation", colour: "#92c5de" },
  { name: "material cooperation", colour: "#0571b0" },
  { name: "verbal conflict", colour: "#f4a582" },
  { name: "material conflict", colour: "#ca0020" },
] as const;
const ABOVE = "#0571b0";
const BELOW = "#ca0020";

/** All series as one picture, a panel each; `events` are stacked by quad class. */
export function plotSvg(series: readonly Series[], show: Shown): string {
  const height = TOP + Math.max(1, series.length) * PANEL;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    ...(show === "events" ? legend() : []),
    ...series.flatMap((one, i) => panel(one, show, TOP + i * PANEL)),
    "</svg>",
  ]
    .map((element) => `${element}\n`)
    .join("");
}

function legend(): readonly string[] {
  return QUADS.map(({ name, colour }, i) => {
    const x = LEFT + i * 180;
    return `<rect x="${x}" y="12" width="12" height="12" fill="${colour}"/><text x="${x + 18}" y="22">${name}</text>`;
  });
}

function panel({ name, rows }: Series, show: Shown, top: number): readonly string[] {
  const values = rows.map((row) => shownValue(row, show) ?? 0);
  const axis = axisOf(values, { steps: 4, leastStep: leastStepOf(show) });
  const y = (value: number): number => top + 24 + ((axis.high - value) / (axis.high - axis.low)) * PLOT_HEIGHT;
  return [
    `<text x="${LEFT}" y="${top + 12}" font-weight="bold">${escaped(name)}</text>`,
    `<text x="14" y="${fixed(y((axis.high + axis.low) / 2))}" text-anchor="middle" transform="rotate(-90 14 ${fixed(y((axis.high + axis.low) / 2))})">${SHOWN_NAMES[show]}</text>`,
    ...grid(axis, y),
    ...rows.flatMap((row, i) => bars(row, show, { x: placeOf(i, rows.length), width: barWidth(rows.length), y })),
    ...periodNames(rows, y(axis.low)),
  ];
}

function grid(axis: Axis, y: (value: number) => number): readonly string[] {
  return axis.ticks.map(
    (tick) =>
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${fixed(y(tick))}" y2="${fixed(y(tick))}" stroke="${tick === 0 ? "#000000" : "#dddddd"}"/><text x="${LEFT - 6}" y="${fixed(y(tick) + 4)}" text-anchor="end">${tick}</text>`,
  );
}

interface BarPlace {
  readonly x: number;
  readonly width: number;
  readonly y: (value: number) => number;
}

function bars(row: SeriesRow, show: Shown, place: BarPlace): readonly string[] {
  if (show !== "events") {
    const value = shownValue(row, show) ?? 0;
    return bar(place, Math.max(0, value), Math.min(0, value), value < 0 ? BELOW : ABOVE);
  }
  let below = 0;
  return row.quads.flatMap((count, i) => {
    const from = below;
    below += count;
    return bar(place, below, from, QUADS[i]?.colour ?? ABOVE);
  });
}

function bar({ x, width, y }: BarPlace, high: number, low: number, colour: string): readonly string[] {
  if (high === low) return [];
  return [
    `<rect x="${fixed(x)}" y="${fixed(y(high))}" width="${fixed(width)}" height="${fixed(y(low) - y(high))}" fill="${colour}"/>`,
  ];
}

function periodNames(rows: readonly SeriesRow[], bottom: number): readonly string[] {
  const most = Math.floor((WIDTH - LEFT - RIGHT) / LABEL_ROOM);
  return namedPlaces(rows.length, most).map((i) => {
    const x = fixed(placeOf(i, rows.length) + barWidth(rows.length) / 2);
    return `<line x1="${x}" x2="${x}" y1="${fixed(bottom)}" y2="${fixed(bottom + 4)}" stroke="#000000"/><text x="${x}" y="${fixed(bottom + 17)}" text-anchor="middle">${rows[i]?.period ?? ""}</text>`;
  });
}

function placeOf(i: number, count: number): number {
  return LEFT + ((WIDTH - LEFT - RIGHT) * (i + 0.1)) / count;
}

function barWidth(count: number): number {
  return ((WIDTH - LEFT - RIGHT) * 0.8) / count;
}

/** Two places are finer than any screen, and the same on every machine. */
function fixed(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
