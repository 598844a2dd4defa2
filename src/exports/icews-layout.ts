/** The 20 columns of an ICEWS event file, in their order. */
export const ICEWS_COLUMNS = [
  "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity",
  "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District",
  "Province", "Country", "Latitude", "Longitude",
] as const; // prettier-ignore

export type IcewsColumn = (typeof ICEWS_COLUMNS)[number];

export const ICEWS_NULL = "NA";
