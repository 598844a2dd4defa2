import type { EventRecord, PartyRecord } from "../core/record.ts";
import type { Report } from "../core/report.ts";

interface TableOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly withText: boolean;
}

const HEADINGS = ["date", "event", "actor → recipient", "where", "status, according to", "read from"] as const;
/** Shares of the width that is left after the date column. */
const SHARES = [0.17, 0.34, 0.12, 0.17, 0.2] as const;
const DATE_WIDTH = 10;

/** One report's events as a table for people: one event a block of lines, long cells wrapped. */
export function eventTable(report: Report, events: readonly EventRecord[], options: TableOptions): string {
  const title = [report.id, report.date ?? "no date", report.title ?? ""].filter(Boolean).join("  ");
  const lines = [title];
  if (options.withText) lines.push("", report.text, "");
  if (!events.length) return `${[...lines, "no events", ""].join("\n")}\n`;
  const left = Math.max(60, options.width - DATE_WIDTH - HEADINGS.length * 2 + 2);
  const widths = [DATE_WIDTH, ...SHARES.map((s) => Math.max(8, Math.floor(left * s)))];
  lines.push(...rowLines([...HEADINGS], widths), widths.map((w) => "─".repeat(w)).join("  "));
  for (const e of events) lines.push(...rowLines(cellsOf(e), widths));
  return `${lines.join("\n")}\n${events.length} ${events.length === 1 ? "event" : "events"}\n\n`;
}

function cellsOf(e: EventRecord): readonly string[] {
  const dates =
    e.date === null ? "–" : e.enddate !== null && e.enddate !== e.date ? `${e.date} … ${e.enddate}` : e.date;
  const status = [e.status, e.historical ? "historical" : "", e.same_as ? "told before" : ""]
    .filter(Boolean)
    .join(", ");
  return [
    dates,
    [e.event[0], ...e.mode].join(" "),
    `${partiesText(e.actor)}${e.recipient.length ? ` → ${partiesText(e.recipient)}` : ""}`,
    e.event_loc?.resolved_place ?? "–",
    [status, e.attribution ? attributionText(e) : "", disputeText(e)].filter(Boolean).join("; "),
    e.event_text.map((t) => t.replace(/\s+/g, " ")).join(" … "),
  ];
}

function attributionText(e: EventRecord): string {
  const a = e.attribution;
  return a?.entity_text ? a.entity_text.replace(/\s+/g, " ") : (a?.cue ?? "");
}

function disputeText({ disputed_by }: EventRecord): string {
  const names = disputed_by.map((d) => d.entity_text.replace(/\s+/g, " "));
  return names.length > 0 ? `disputed by ${names.join(", ")}` : "";
}

function partiesText(parties: readonly PartyRecord[]): string {
  if (!parties.length) return "–";
  return parties
    .map((p) => {
      const code = [p.code, ...p.sectors].filter(Boolean).join(" ");
      const name = (p.identifier_text ?? p.entity_text).replace(/\s+/g, " ");
      return name && code ? `${name} [${code}]` : name || code || "unknown";
    })
    .join("; ");
}

function rowLines(cells: readonly string[], widths: readonly number[]): readonly string[] {
  const wrapped = cells.map((c, i) => wrap(c, widths[i] ?? 10));
  const height = Math.max(...wrapped.map((w) => w.length));
  return Array.from({ length: height }, (_, row) =>
    wrapped
      .map((w, i) => (w[row] ?? "").padEnd(widths[i] ?? 10))
      .join("  ")
      .trimEnd(),
  );
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((w) => pieces(w, width))) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}

function pieces(word: string, width: number): readonly string[] {
  const out: string[] = [];
  for (let i = 0; i < word.length; i += width) out.push(word.slice(i, i + width));
  return out.length ? out : [""];
}
