import type { NamedRow } from "./event-account.ts";

/** The columns that a table for people is made from. */
export const TABLE_SOURCE = [
  "event", "date", "enddate", "category", "mode", "actor", "actor_sector", "actor_name", "recipient",
  "recipient_sector", "recipient_name", "place", "country", "status", "historical", "same_as", "trigger", "report",
] as const; // prettier-ignore

/** What is told of an event's happening beside it: its independent sources. */
export const HAPPENING_SOURCE: readonly string[] = [
  "(SELECT any_value(h.sources) FROM happenings h WHERE h.happening = events.happening) AS sources",
];

/** The headings of that table. */
export const TABLE_COLUMNS = [
  "event", "date", "what", "actor", "recipient", "where", "status", "trigger", "report",
] as const; // prettier-ignore

/** One event as the cells of `TABLE_COLUMNS`. */
export function tableCells(values: readonly unknown[]): readonly string[] {
  const row: NamedRow = Object.fromEntries(TABLE_SOURCE.map((name, i) => [name, values[i]]));
  const [date, enddate] = [textIn(row, "date"), textIn(row, "enddate")];
  const status = [
    textIn(row, "status"),
    row["historical"] === true ? "historical" : "",
    row["same_as"] === null ? "" : "told before",
  ];
  return [
    textIn(row, "event"),
    enddate === date ? date : `${date || "?"} … ${enddate || "?"}`,
    [textIn(row, "category"), ...listIn(row, "mode")].join(" "),
    parties(row, "actor"),
    parties(row, "recipient"),
    textIn(row, "place") || textIn(row, "country"),
    status.filter(Boolean).join(", "),
    textIn(row, "trigger"),
    textIn(row, "report"),
  ];
}

/** `Ilse Brandt [XNO GOV]; …` */
function parties(row: NamedRow, side: "actor" | "recipient"): string {
  const [codes, sectors] = [listIn(row, side), listIn(row, `${side}_sector`)];
  return listIn(row, `${side}_name`)
    .map((name, i) => {
      const code = [codes[i], sectors[i]].filter(Boolean).join(" ");
      return [name, code ? `[${code}]` : ""].filter(Boolean).join(" ");
    })
    .join("; ");
}

function textIn(row: NamedRow, name: string): string {
  const value = row[name];
  return typeof value === "string" ? value : "";
}

function listIn(row: NamedRow, name: string): readonly string[] {
  const value = row[name];
  return Array.isArray(value) ? value.map(String) : [];
}
