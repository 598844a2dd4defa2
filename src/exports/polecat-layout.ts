/** The 40 columns of a POLECAT file, in their order. */
export const POLECAT_COLUMNS = [
  "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
  "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID",
  "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
  "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
  "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
] as const; // prettier-ignore

export type PolecatColumn = (typeof POLECAT_COLUMNS)[number];

export const POLECAT_NULL = "None";

/** Divides the entries of a list. */
export const BETWEEN = ";";
/** Divides what belongs to one entry: the sectors of one of several actors. */
export const WITHIN = "|";

/** Quad classes by number. */
export const QUAD_NAMES = [
  "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT",
] as const; // prettier-ignore
