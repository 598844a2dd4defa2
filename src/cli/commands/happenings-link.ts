import { linkBase } from "../link-base.ts";
import { withStore } from "../with-store.ts";

/** The command's options as commander gives them. */
export interface HappeningLinkOptions {
  readonly db: string;
  readonly again?: boolean;
}

/** `dragoman happenings link`: stories and happenings of all reports that are not linked yet. */
export async function runHappeningsLink(options: HappeningLinkOptions): Promise<void> {
  await withStore(options.db, "write", async (store) => {
    if (options.again) await store.unlinkAll();
    if (!(await linkBase(store)))
      process.stderr.write(`dragoman: nothing to link in ${options.db}: every report is linked\n`);
  });
}
