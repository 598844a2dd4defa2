import { COUNT_KINDS, type EventRecord } from "../../core/record.ts";
import type { NamedRow } from "./event-account.ts";
import { markedSentence } from "./marked-sentence.ts";

/** Everything that a base knows about one happening. Rows are as the queries of `show-happening.ts` give them. */
export interface HappeningAccount {
  readonly happening: NamedRow;
  readonly tellings: readonly NamedRow[];
  readonly claims: readonly NamedRow[];
  readonly stances: readonly NamedRow[];
}

/** The account with marked sentences instead of whole texts, for other programs. */
export function happeningObject({ happening, tellings, claims, stances }: HappeningAccount): object {
  const { position, ...row } = happening;
  return {
    ...row,
    position,
    tellings: tellings.map(({ record, text, reasons, ...telling }) => ({
      ...telling,
      sentence: sentenceOf({ record, text }),
      reasons: reasonsOf({ reasons }),
    })),
    claims,
    stances,
  };
}

/** The account for people. */
export function happeningText({ happening: h, tellings, claims, stances }: HappeningAccount): string {
  const days = cell(h, "enddate") === cell(h, "date") ? cell(h, "date") : `${cell(h, "date")} to ${cell(h, "enddate")}`;
  const parties = [cell(h, "actor") || "?", cell(h, "recipient")].filter(Boolean).join(" → ");
  const lines: (readonly [name: string, text: string])[] = [
    ["happening", cell(h, "happening")],
    ["", [cell(h, "category"), days, parties, cell(h, "place"), cell(h, "country")].filter(Boolean).join("  ")],
    ["told in", `${counted(h, "reports", "report")} of ${counted(h, "sources", "independent source")}${h["disputed"] === true ? "; disputed" : ""}`], // prettier-ignore
    ...COUNT_KINDS.flatMap((kind) => figureLines(kind, h, claims)),
    ...stanceLines("asserted by", "asserts", stances),
    ...stanceLines("denied by", "denies", stances),
    ...tellings.flatMap(tellingLines),
  ];
  return lines.map(([name, text]) => `${name.padEnd(14)}${text}`.trimEnd() + "\n").join("");
}

/** The same claim of several events of a report is told once. */
function figureLines(
  kind: string,
  happening: NamedRow,
  claims: readonly NamedRow[],
): readonly (readonly [string, string])[] {
  const own = claims.filter((claim) => claim["kind"] === kind);
  if (own.length === 0) return [];
  const [low, best, high] = ["low", "best", "high"].map((end) => cell(happening, `${kind}_${end}`));
  return [
    [kind, `low ${low ?? ""}, best ${best ?? ""}, high ${high ?? ""}`],
    ...[...new Set(own.map((claim) => `  ${rangeOf(claim)}: ${claimantOf(claim)}`))].map((text) => ["", text] as const),
  ];
}

function rangeOf(claim: NamedRow): string {
  const [low, high] = [cell(claim, "low"), cell(claim, "high")];
  return high === "" ? `${low} or more` : low === high ? low : `${low} to ${high}`;
}

/** The same claim of several events of a report is told once. */
function stanceLines(
  name: string,
  stance: string,
  stances: readonly NamedRow[],
): readonly (readonly [string, string])[] {
  const told = new Set(stances.filter((row) => row["stance"] === stance).map(claimantOf));
  return [...told].map((text, i) => [i === 0 ? name : "", text] as const);
}

/** `the ministry, in r1 (The Norland Post, 2024-03-10)` */
function claimantOf(claim: NamedRow): string {
  const where = [cell(claim, "source"), cell(claim, "date")].filter(Boolean).join(", ");
  return `${cell(claim, "who") || "the report itself"}, in ${cell(claim, "report")}${where ? ` (${where})` : ""}`;
}

function tellingLines(telling: NamedRow, i: number): readonly (readonly [string, string])[] {
  const { report, story } = telling;
  const head = [cell(telling, "report"), cell(telling, "date"), cell(telling, "source"), cell(telling, "title")];
  const copy = story === report || story === null ? "" : `  (its text is that of ${cell(telling, "story")})`;
  const reasons = reasonsOf(telling);
  const because = reasons.map(({ what, points }) => `${what} ${points < 0 ? "" : "+"}${points}`).join("; ");
  return [
    [i === 0 ? "tellings" : "", `${cell(telling, "event")}  ${head.filter(Boolean).join(", ")}${copy}`],
    ["", `  ${sentenceOf(telling)}`],
    ...(reasons.length === 0 ? [] : [["", `  score ${cell(telling, "score")}: ${because}`] as const]),
  ];
}

function sentenceOf({ record, text }: NamedRow): string {
  return markedSentence(JSON.parse(String(record)) as EventRecord, String(text));
}

function reasonsOf({ reasons }: NamedRow): readonly { readonly what: string; readonly points: number }[] {
  return JSON.parse(String(reasons)) as readonly { readonly what: string; readonly points: number }[];
}

function counted(row: NamedRow, column: string, one: string): string {
  return `${cell(row, column)} ${one}${row[column] === 1 ? "" : "s"}`;
}

function cell(row: NamedRow, name: string): string {
  const value = row[name];
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.join(", ");
  return (typeof value === "string" ? value : JSON.stringify(value)).replace(/\s+/g, " ").trim();
}
