import type { EventRecord } from "../core/record.ts";
import type { CodeBook } from "./code-book.ts";
import { type Dyad, dyadsOf } from "./dyads.ts";
import { type LeftOut, oneDay } from "./handed-event.ts";

/** What formats of pairs and CAMEO codes need of an event, or why they have no place for it. */
export function pairedEvent(
  record: EventRecord,
  book: CodeBook,
): { readonly day: string; readonly cameo: string; readonly dyads: readonly Dyad[] } | { readonly leftOut: LeftOut } {
  const dated = oneDay(record);
  if ("leftOut" in dated) return dated;
  const cameo = book.cameoOf(record);
  if (cameo === null) return { leftOut: "no-cameo" };
  const dyads = dyadsOf(record);
  return dyads.length ? { day: dated.day, cameo, dyads } : { leftOut: "no-parties" };
}
