import {
  LISTED_COLUMNS,
  SORT_COLUMNS,
  countQuery,
  eventsQuery,
  fittingQuery,
  type EventRequest,
} from "../../store/queries/list-events.ts";
import { HAPPENING_SOURCE, TABLE_COLUMNS, TABLE_SOURCE, tableCells } from "../../store/queries/event-rows.ts";
import type { BaseReader } from "../../store/duckdb/base-reader.ts";
import { type AnswerFormat, defaultFormat, writeAnswer } from "../answer-output.ts";
import { leftOutText, valuesOf, withAskedBase } from "../asked-base.ts";
import { filterOf, keepingOf, type EventChoiceOptions } from "../event-choice.ts";
import { pageOf, pageText } from "../pages.ts";
import { sortBy } from "../sort-option.ts";
import { writeOut } from "../sources.ts";

/** The command's options as commander gives them. */
export interface EventsOptions extends EventChoiceOptions {
  readonly format?: AnswerFormat;
  readonly sort: string;
  readonly page?: number;
  readonly limit?: number;
}

/** `dragoman events`: the events of a base that fit the filters. */
export async function runEvents(options: EventsOptions): Promise<void> {
  const format = options.format ?? defaultFormat();
  const request: EventRequest = {
    filter: filterOf(options),
    keeping: keepingOf(options),
    sort: sortBy(SORT_COLUMNS, options.sort),
    page: pageOf(options, format),
  };
  await withAskedBase(options.db, async (base) => {
    const fitting = fittingQuery(request);
    if (fitting) await valuesOf(base, fitting);
    await tell(base, request);
    await write(base, request, format);
  });
}

/** How many events there are, which of them follow, and what is left out. */
async function tell(base: BaseReader, request: EventRequest): Promise<void> {
  const query = countQuery(request);
  const [found = 0, all = 0, ...counts] = ((await valuesOf(base, query))[0] ?? []).map(Number);
  const left = leftOutText(all, counts, query.reasons);
  process.stderr.write(`dragoman: ${foundText(found, request.page)}${left}\n`);
}

function foundText(found: number, page: EventRequest["page"]): string {
  const events = found === 0 ? "no event fits" : found === 1 ? "1 event" : `${found} events`;
  return events + pageText(found, page);
}

async function write(base: BaseReader, request: EventRequest, format: AnswerFormat): Promise<void> {
  const { once } = request.keeping;
  const columns = format === "jsonl" ? ["record"] : format === "csv" ? LISTED_COLUMNS : TABLE_SOURCE;
  const { sql, parameters } = eventsQuery(request, once ? [...columns, ...HAPPENING_SOURCE] : columns);
  const { rows } = await base.ask(sql, parameters);
  if (format === "csv") await writeAnswer(once ? [...LISTED_COLUMNS, "sources"] : LISTED_COLUMNS, rows, "csv");
  else if (format === "table")
    await writeAnswer(once ? [...TABLE_COLUMNS, "sources"] : TABLE_COLUMNS, cellsOf(rows, once), "table");
  else
    for await (const [record, sources] of rows)
      if (typeof record === "string") await writeOut(`${recordLine(record, once, sources)}\n`);
}

/** The record as it is stored; of a happening's first event with the number of sources. */
function recordLine(record: string, once: boolean, sources: unknown): string {
  return once ? JSON.stringify({ ...(JSON.parse(record) as object), sources: sources ?? null }) : record;
}

async function* cellsOf(rows: AsyncIterable<readonly unknown[]>, once: boolean): AsyncGenerator<readonly unknown[]> {
  for await (const row of rows) yield once ? [...tableCells(row), row.at(-1) ?? ""] : tableCells(row);
}
