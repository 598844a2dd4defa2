import type { BaseReader } from "../../store/duckdb/base-reader.ts";
import {
  HAPPENING_COLUMNS,
  HAPPENING_SORTS,
  happeningCountQuery,
  happeningsQuery,
  type HappeningRequest,
} from "../../store/queries/list-happenings.ts";
import { type AnswerFormat, defaultFormat, writeAnswer } from "../answer-output.ts";
import { leftOutText, valuesOf, withAskedBase } from "../asked-base.ts";
import { codeOf, checkRange } from "../event-choice.ts";
import { HAPPENING_HEADINGS, happeningCells } from "../happening-table.ts";
import { pageOf, pageText } from "../pages.ts";
import { sortBy } from "../sort-option.ts";
import { tellUnlinked } from "../unlinked-notice.ts";

/** The command's options as commander gives them. */
export interface HappeningListOptions {
  readonly db: string;
  readonly country?: readonly string[];
  readonly category?: readonly string[];
  readonly place?: readonly string[];
  readonly text?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly sources?: number;
  readonly disputed?: boolean;
  readonly allStatuses?: boolean;
  readonly historical?: boolean;
  readonly sort: string;
  readonly page?: number;
  readonly limit?: number;
  readonly format?: AnswerFormat;
}

/** `dragoman happenings`: the happenings of a base that fit the filters. */
export async function runHappeningsList(options: HappeningListOptions): Promise<void> {
  const format = options.format ?? defaultFormat();
  const request = requestOf(options, format);
  await withAskedBase(options.db, async (base) => {
    await tellUnlinked(base, options.db);
    await tell(base, request);
    const { sql, parameters } = happeningsQuery(request);
    const { rows } = await base.ask(sql, parameters);
    if (format === "table") await writeAnswer(HAPPENING_HEADINGS, cellsOf(rows), "table");
    else await writeAnswer(HAPPENING_COLUMNS, rows, format);
  });
}

function requestOf(options: HappeningListOptions, format: AnswerFormat): HappeningRequest {
  const { from = null, to = null } = options;
  checkRange(from, to);
  return {
    filter: {
      country: (options.country ?? []).map((code) => codeOf("--country", code)),
      category: (options.category ?? []).map((name) => name.toUpperCase()),
      place: options.place ?? [],
      text: options.text ?? [],
      from,
      to,
      sources: options.sources ?? 1,
      disputed: options.disputed ?? false,
    },
    allStatuses: options.allStatuses ?? false,
    historical: options.historical ?? false,
    sort: sortBy(HAPPENING_SORTS, options.sort),
    page: pageOf(options, format),
  };
}

async function tell(base: BaseReader, request: HappeningRequest): Promise<void> {
  const query = happeningCountQuery(request);
  const [found = 0, all = 0, ...counts] = ((await valuesOf(base, query))[0] ?? []).map(Number);
  const happenings = found === 0 ? "no happening fits" : found === 1 ? "1 happening" : `${found} happenings`;
  process.stderr.write(
    `dragoman: ${happenings}${pageText(found, request.page)}${leftOutText(all, counts, query.reasons)}\n`,
  );
}

async function* cellsOf(rows: AsyncIterable<readonly unknown[]>): AsyncGenerator<readonly unknown[]> {
  for await (const row of rows) yield happeningCells(row);
}
