import type { AnchorClass, TimeTables } from "../lexicon/time-tables.ts";

/** Whether data/time/anchors.csv gives a word a class; none for a missing word. */
export function hasClass(anchors: TimeTables["anchors"], word: string | null, wanted: AnchorClass): boolean {
  return word !== null && Object.hasOwn(anchors, word) && (anchors[word] ?? []).includes(wanted);
}
