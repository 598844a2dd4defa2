import { editHappening } from "../../linking/edit-happening.ts";
import type { StoredEdit } from "../../store/event-links.ts";
import { withAskedBase } from "../asked-base.ts";
import { eventMeant, happeningMeant } from "../meant-ids.ts";
import { withStore } from "../with-store.ts";

/** The command's options as commander gives them. */
export interface HappeningEditOptions {
  readonly db: string;
}

/** `dragoman happenings split` and `join`: what a person decides about a happening, done at once and kept. */
export async function runHappeningsEdit(
  kind: StoredEdit["kind"],
  happening: string,
  events: readonly string[],
  options: HappeningEditOptions,
): Promise<void> {
  const edit = await meantEdit(kind, happening, events, options.db);
  await withStore(options.db, "write", async (store) => {
    const changed = await editHappening(store, edit);
    const done = `${edit.events.join(", ")} ${kind === "split" ? "split from" : "joined to"} ${edit.happening}`;
    process.stderr.write(`dragoman: ${done}; changed: ${changed.join(", ")}\n`);
  });
}

/** The edit with whole ids. */
async function meantEdit(
  kind: StoredEdit["kind"],
  happening: string,
  events: readonly string[],
  path: string,
): Promise<StoredEdit> {
  return withAskedBase(path, async (base) => {
    const ids: string[] = [];
    for (const event of events) ids.push(await eventMeant(base, event, path));
    return { kind, happening: await happeningMeant(base, happening, path), events: [...new Set(ids)] };
  });
}
