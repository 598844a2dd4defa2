/** Stories (copies of one text) and happenings (what several reports tell): docs/reference/happenings.md. */
export type { HappeningReport } from "./event-trace.ts";
export type { EditFault, HappeningEdit } from "./happening-edits.ts";
export type { HappeningEvent } from "./happening.ts";
export { HappeningFinder, type StoredHappening } from "./happening-finder.ts";
export type { CountClaim, CountFigures, StanceClaim } from "./happening-claims.ts";
export type { HappeningRow } from "./happening-row.ts";
export type { MergeReason } from "./likeness.ts";
export { StoryFinder, type StoryMatch, type StoryReport } from "./story-finder.ts";
