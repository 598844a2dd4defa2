import { AppError } from "../../core/errors.ts";
import type { EventRecord } from "../../core/record.ts";
import type { BaseReader } from "../../store/duckdb/base-reader.ts";
import { accountObject, accountText, type EventAccount } from "../../store/queries/event-account.ts";
import {
  happeningQuery,
  idsQuery,
  reportQuery,
  retellingsQuery,
  tellingsQuery,
  versionQuery,
} from "../../store/queries/show-event.ts";
import { namedRowsOf, valuesOf, withAskedBase } from "../asked-base.ts";
import { writeOut } from "../sources.ts";

/** The command's options as commander gives them. */
export interface ShowOptions {
  readonly db: string;
  readonly json?: boolean;
}

/** `dragoman show`: one event with its sentence, its evidence, its report and its happening. */
export async function runShow(event: string, options: ShowOptions): Promise<void> {
  await withAskedBase(options.db, async (base) => {
    const account = await accountOf(base, await idOf(base, event, options.db));
    await writeOut(options.json ? `${JSON.stringify(accountObject(account))}\n` : accountText(account));
  });
}

/** The id that is meant: itself, or the only one that begins so. */
async function idOf(base: BaseReader, beginning: string, path: string): Promise<string> {
  const ids = (await valuesOf(base, idsQuery(beginning))).map(([id]) => String(id));
  const [first, second] = ids;
  if (first === undefined) throw new AppError("BASE_EVENT_UNKNOWN", { path, event: beginning });
  if (first !== beginning && second !== undefined)
    throw new AppError("BASE_EVENT_AMBIGUOUS", { path, event: beginning, ids: ids.join(", ") });
  return first;
}

async function accountOf(base: BaseReader, event: string): Promise<EventAccount> {
  const [version] = await namedRowsOf(base, versionQuery(event));
  const record = JSON.parse(String(version?.["record"])) as EventRecord;
  const [report] = await namedRowsOf(base, reportQuery(record.report));
  const until = version?.["until_run"] ?? null;
  const happening = version?.["happening"];
  return {
    record,
    from_run: Number(version?.["from_run"]),
    until_run: until === null ? null : Number(until),
    report: report ?? null,
    retold: await namedRowsOf(base, retellingsQuery(event)),
    happening: typeof happening === "string" ? await happeningOf(base, happening) : null,
  };
}

async function happeningOf(base: BaseReader, id: string): Promise<EventAccount["happening"]> {
  const [happening] = await namedRowsOf(base, happeningQuery(id));
  return happening ? { ...happening, tellings: await namedRowsOf(base, tellingsQuery(id)) } : null;
}
