import { AppError } from "../core/errors.ts";
import type { LinkStore, StoredEdit } from "../store/event-links.ts";
import { carryOutEdit } from "../stories/carry-out-edit.ts";
import { happeningId } from "../stories/happening.ts";
import { growingHappenings } from "./growing-happenings.ts";
import { linksOf, summaryOf } from "./happening-links.ts";

/** Splits or joins at once, and keeps the edit so that later links respect it. Gives the ids of the happenings that it changed. */
export async function editHappening(store: LinkStore, edit: StoredEdit): Promise<readonly string[]> {
  const { nextPosition } = await store.linkState();
  const involved = await growingHappenings(store, await store.happeningsWith([edit.happening, ...edit.events]));
  const result = carryOutEdit(edit, involved, nextPosition);
  if ("fault" in result) throw new AppError("HAPPENING_EDIT", { kind: edit.kind, happening: edit.happening, reason: result.fault }); // prettier-ignore
  const left = result.happenings.filter(({ members }) => members.length > 0);
  await store.writeLinks({
    stories: [],
    linked: [],
    happenings: left.map(summaryOf),
    rewritten: result.happenings.map(({ position }) => position),
    events: left.flatMap((happening) => linksOf(happening)),
    edit,
  });
  return left.map(happeningId);
}
