import { AppError } from "../../core/errors.ts";
import { plotSvg } from "../../series/plot-svg.ts";
import { plotText } from "../../series/plot-text.ts";
import type { Period } from "../../series/periods.ts";
import { fillSeries, meanOf, MOST_PERIODS, rangeOf, type PeriodCounts, type Series } from "../../series/series.ts";
import type { Shown } from "../../series/shown.ts";
import type { BaseReader } from "../../store/duckdb/base-reader.ts";
import { readDyad, readParty } from "../../store/queries/party-choice.ts";
import { seriesQuery, type SeriesParties, type SeriesRequest } from "../../store/queries/series-counts.ts";
import { type AnswerFormat, defaultFormat, writeAnswer } from "../answer-output.ts";
import { leftOutText, valuesOf, withAskedBase } from "../asked-base.ts";
import { filterOf, keepingOf, type EventChoiceOptions } from "../event-choice.ts";
import { writeOut } from "../sources.ts";
import { writeWhole } from "../write-whole.ts";

/** The command's options as commander gives them. */
export interface SeriesOptions extends EventChoiceOptions {
  readonly dyad?: readonly string[];
  readonly directed?: boolean;
  readonly by: Period;
  readonly format?: AnswerFormat | "plot";
  readonly show: Shown;
  readonly svg?: string;
}

const COLUMNS = [
  "series", "period", "start", "events", "scored", "sum", "mean", "verbal_cooperation", "material_cooperation",
  "verbal_conflict", "material_conflict",
] as const; // prettier-ignore

/** Columns of a terminal that does not tell its width. */
const WIDTH = 100;

/** `dragoman series`: events counted by period. */
export async function runSeries(options: SeriesOptions): Promise<void> {
  const wanted = wantedSeries(options);
  await withAskedBase(options.db, async (base) => {
    const counted: (readonly PeriodCounts[])[] = [];
    for (const { name, request } of wanted) counted.push(await countsOf(base, name, request));
    const range = rangeOf(counted, { from: options.from ?? null, to: options.to ?? null });
    const series = wanted.map(({ name }, i) => filled(fillSeries(name, counted[i] ?? [], range, options.by), options));
    if (options.svg !== undefined) save(options.svg, plotSvg(series, options.show));
    await write(series, options);
  });
}

interface WantedSeries {
  readonly name: string;
  readonly request: SeriesRequest;
}

/** One for each dyad, else for each actor, else one of all. */
function wantedSeries(options: SeriesOptions): readonly WantedSeries[] {
  const { dyad = [], directed = false, actor = [], by } = options;
  const filter = filterOf(options);
  const keeping = keepingOf(options);
  const one = (name: string, parties: SeriesParties, without: Partial<SeriesRequest["filter"]> = {}): WantedSeries => ({
    name,
    request: { filter: { ...filter, ...without }, keeping, parties, by },
  });
  if (dyad.length) return dyad.map((text) => one(text, { kind: "dyad", sides: sidesOf(text), directed }));
  if (directed) throw new AppError("OPTION_VALUE", { option: "--directed", value: "set", reason: "it says how to read --dyad; give one" }); // prettier-ignore
  if (actor.length) return actor.map((text) => one(text, { kind: "actor", actor: readParty(text) }, { actor: [] }));
  return [one("all", { kind: "all" })];
}

function sidesOf(text: string): Extract<SeriesParties, { kind: "dyad" }>["sides"] {
  const sides = readDyad(text);
  if (sides) return sides;
  const reason = "write two codes with a hyphen between them, each with a sector or without: RUS-VEN, RUS:GOV-VEN";
  throw new AppError("OPTION_VALUE", { option: "--dyad", value: text, reason });
}

/** The counts of one series; what it holds and what is left out is told. */
async function countsOf(base: BaseReader, name: string, request: SeriesRequest): Promise<readonly PeriodCounts[]> {
  const query = seriesQuery(request);
  const counted: PeriodCounts[] = [];
  const left = new Array<number>(1 + query.reasons.length).fill(0);
  for (const [start, ...numbers] of await valuesOf(base, query)) {
    const [events = 0, scored = 0, sum = 0, first = 0, second = 0, third = 0, fourth = 0, ...out] = numbers.map(Number);
    out.forEach((count, i) => (left[i] = (left[i] ?? 0) + count));
    if (events > 0) counted.push({ start: String(start), events, scored, sum, quads: [first, second, third, fourth] });
  }
  const events = counted.reduce((sum, row) => sum + row.events, 0);
  const [all = 0, ...counts] = left;
  process.stderr.write(
    `dragoman: ${name}: ${events} ${events === 1 ? "event" : "events"}${leftOutText(all, counts, query.reasons)}\n`,
  );
  return counted;
}

function filled(series: Series | null, { by }: SeriesOptions): Series {
  if (series) return series;
  const reason = `the events lie more than ${MOST_PERIODS} periods apart; give --from and --to, or longer periods`;
  throw new AppError("OPTION_VALUE", { option: "--by", value: by, reason });
}

function save(path: string, picture: string): void {
  try {
    writeWhole(path, picture);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("OPTION_VALUE", { option: "--svg", value: path, reason }, { cause });
  }
}

async function write(series: readonly Series[], options: SeriesOptions): Promise<void> {
  const format = options.format ?? defaultFormat();
  if (format !== "plot") return writeAnswer(COLUMNS, rowsOf(series), format);
  // Columns are not known of what is no terminal; the same width gives the same bytes.
  const width = process.stdout.isTTY ? process.stdout.columns : WIDTH;
  await writeOut(series.map((one) => plotText(one, { show: options.show, width })).join("\n"));
}

function* rowsOf(series: readonly Series[]): Generator<readonly unknown[]> {
  for (const { name, rows } of series)
    for (const row of rows)
      yield [name, row.period, row.start, row.events, row.scored, row.sum, meanOf(row), ...row.quads];
}
