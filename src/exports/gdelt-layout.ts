const ACTOR = [
  "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code", "Type3Code",
] as const; // prettier-ignore
const GEO = ["Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"] as const;

type ActorColumn = `Actor${1 | 2}${(typeof ACTOR)[number]}`;
type GeoColumn = `${"Actor1" | "Actor2" | "Action"}Geo_${(typeof GEO)[number]}`;

const OTHER = [
  "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate", "IsRootEvent", "EventCode", "EventBaseCode",
  "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone", "DATEADDED", "SOURCEURL",
] as const; // prettier-ignore

export type GdeltColumn = (typeof OTHER)[number] | ActorColumn | GeoColumn;

const actor = (n: 1 | 2): readonly ActorColumn[] => ACTOR.map((c): ActorColumn => `Actor${n}${c}`);
const geo = (of: "Actor1" | "Actor2" | "Action"): readonly GeoColumn[] => GEO.map((c): GeoColumn => `${of}Geo_${c}`);

/** The 61 columns of GDELT 2.0 events, in their order; the files have no header. */
export const GDELT_COLUMNS: readonly GdeltColumn[] = [
  ...OTHER.slice(0, 5),
  ...actor(1),
  ...actor(2),
  ...OTHER.slice(5, 15),
  ...geo("Actor1"),
  ...geo("Actor2"),
  ...geo("Action"),
  ...OTHER.slice(15),
];

/** GDELT 1.0 has no ADM2 codes: 58 columns, 57 before April 2013, when there was no URL. */
export const GDELT_1_COLUMNS: readonly GdeltColumn[] = GDELT_COLUMNS.filter((c) => !c.endsWith("ADM2Code"));
