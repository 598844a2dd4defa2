/**
 * Which state a Wikipedia page belongs to, as the truth for linked mentions: by its title where a country's name is in it, else by
 * the list of our own in eval/gold/linked-pages.csv.
 */
import { readCsvTable } from "../src/lexicon/csv-table.ts";
import type { CountryRow } from "../src/lexicon/actor-tables.ts";

/** What a page may be of a state's. */
export const PAGE_KINDS = ["state", "institution", "head"] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** A state, an institution of it, or a person or office of its leadership: heads of state and government, ministers, chiefs. */
export interface PageTruth {
  readonly country: string;
  readonly kind: PageKind;
}

export type PageReader = (page: string) => PageTruth | null;

/** Title patterns; X is a country's name or its adjective, "the" before a name is allowed. First of all that match decides. */
const PATTERNS: readonly (readonly [PageKind, RegExp])[] = [
  ["state", /^(?<x>.+?)(?: \(country\))?$/],
  [
    "head",
    /^(?:(?:Acting |Vice |Deputy )?(?:President|Prime Minister)|Chancellor|King|Queen|Emir|Sultan|Supreme Leader|Monarchy|Attorney General|(?:Foreign |Defen[cs]e |Interior )?Minister|Minister of .+?) of (?<x>.+)$/,
  ],
  [
    "head",
    /^(?<x>.+?) (?:[Vv]ice )?(?:[Pp]resident|[Pp]rime [Mm]inister|Secretary of .+|Attorney General|(?:Foreign|Defen[cs]e|Interior|Finance) Minister)$/,
  ],
  [
    "head",
    /^(?:Minister (?:of|for) .+|Foreign Secretary|Chief of the General Staff|National Security Advisor) \((?<x>.+)\)$/,
  ],
  [
    "institution",
    /^(?:(?:Federal |Provisional )?[Gg]overnment|(?:Security )?Cabinet|(?:Federal )?Parliament|Congress|Senate|House of Representatives|(?:National )?(?:Bolivarian )?Armed Forces|Military Forces|Judiciary|Law enforcement|(?:Supreme|Constitutional|High) Court|High courts|National Assembly|(?:National |Federal )?Police|National Army|Ministry of .+?|Central [Bb]ank|Security Service) (?:of|in) (?:the )?(?:(?:Islamic )?Republic of )?(?<x>.+)$/,
  ],
  [
    "institution",
    /^(?<x>.+?) (?:[Aa]rmed [Ff]orces|Army|Navy|(?:Coast|National) Guard|[Mm]ilitary|Air Force|Marine Corps|Ground Forces|Def[ea]n[cs]e Forces?|National Police|Police(?: Force| Service)?|(?:federal |transitional )?[Gg]overnment|Congress|Senate|House of Representatives|(?:State |Treasury )?Department(?: of .+)?|Central Command|Southern Command)$/,
  ],
  [
    "institution",
    /^(?:Ministry of .+|National Assembly|National Guard|House of Representatives|Supreme Court|Federal Police|National Police) \((?<x>.+)\)$/,
  ],
];

/** Reads page names as they stand in links: underscores for spaces, percent codes. */
export function pageReader(countries: readonly CountryRow[], listPath: string): PageReader {
  const listed = readList(listPath);
  const names = countryNames(countries);
  return (page) => {
    const title = titleOf(page);
    const own = listed.get(title);
    if (own !== undefined) return own === "none" ? null : own;
    for (const [kind, pattern] of PATTERNS) {
      const name = pattern.exec(title)?.groups?.["x"]?.replace(/^the /, "");
      const found = name === undefined ? undefined : names.get(name);
      // An adjective alone is a people's page, not a state's.
      if (found !== undefined && (kind !== "state" || found.noun)) return { country: found.country, kind };
    }
    return null;
  };
}

/** Percent codes that are broken stay as they are. */
export function titleOf(page: string): string {
  const spaced = page.replaceAll("_", " ").split("#", 1)[0] ?? "";
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

interface CountryName {
  readonly country: string;
  readonly noun: boolean;
}

/** Names and adjectives of states; dependencies and disputed places are no states of their own. */
function countryNames(countries: readonly CountryRow[]): ReadonlyMap<string, CountryName> {
  const names = new Map<string, CountryName>();
  for (const row of countries) {
    if (row.kind !== "state" && row.kind !== "own") continue;
    for (const name of [row.name, ...row.aliases]) names.set(name, { country: row.code, noun: true });
    for (const name of row.demonyms) if (!names.has(name)) names.set(name, { country: row.code, noun: false });
  }
  return names;
}

function readList(path: string): ReadonlyMap<string, PageTruth | "none"> {
  const rows = readCsvTable(path, ["page", "country", "kind"]);
  return new Map(
    rows.map(({ value: { page, country, kind } }) => [
      page,
      kind === "none" ? kind : { country, kind: kindOf(kind, path) },
    ]),
  );
}

function kindOf(text: string, path: string): PageKind {
  const kind = PAGE_KINDS.find((k) => k === text);
  if (kind === undefined)
    throw new Error(`${path}: “${text}” is no kind of page; write ${PAGE_KINDS.join(", ")} or none`);
  return kind;
}
