import type { BaseReader } from "../../store/duckdb/base-reader.ts";
import { type HappeningAccount, happeningObject, happeningText } from "../../store/queries/happening-account.ts";
import { happeningQuery } from "../../store/queries/show-event.ts";
import { claimsQuery, stancesQuery, toldQuery } from "../../store/queries/show-happening.ts";
import { namedRowsOf, withAskedBase } from "../asked-base.ts";
import { happeningMeant } from "../meant-ids.ts";
import { writeOut } from "../sources.ts";
import { tellUnlinked } from "../unlinked-notice.ts";

/** The command's options as commander gives them. */
export interface HappeningShowOptions {
  readonly db: string;
  readonly json?: boolean;
}

/** `dragoman happenings show`: one happening with every telling, the figures by who states them, and who denies it. */
export async function runHappeningsShow(beginning: string, options: HappeningShowOptions): Promise<void> {
  await withAskedBase(options.db, async (base) => {
    await tellUnlinked(base, options.db);
    const account = await accountOf(base, await happeningMeant(base, beginning, options.db));
    await writeOut(options.json ? `${JSON.stringify(happeningObject(account))}\n` : happeningText(account));
  });
}

async function accountOf(base: BaseReader, id: string): Promise<HappeningAccount> {
  const [happening = {}] = await namedRowsOf(base, happeningQuery(id));
  return {
    happening,
    tellings: await namedRowsOf(base, toldQuery(id)),
    claims: await namedRowsOf(base, claimsQuery(id)),
    stances: await namedRowsOf(base, stancesQuery(id)),
  };
}
