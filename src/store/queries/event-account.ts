import { COUNT_KINDS, type CountRecord, type EventRecord, type PartyRecord } from "../../core/record.ts";
import { markedSentence } from "./marked-sentence.ts";

/** Everything that a base knows about one event. Rows are as the queries of `show-event.ts` give them. */
export interface EventAccount {
  readonly record: EventRecord;
  readonly from_run: number;
  /** Null: it holds now. */
  readonly until_run: number | null;
  /** Null for an event of others, which came without its report. */
  readonly report: NamedRow | null;
  /** Events of the same report that tell it again. */
  readonly retold: readonly NamedRow[];
  readonly happening: (NamedRow & { readonly tellings: readonly NamedRow[] }) | null;
}

/** A row by the names of its columns. */
export type NamedRow = Readonly<Record<string, unknown>>;

/** The account with the marked sentence instead of the whole text, for other programs. */
export function accountObject(account: EventAccount): object {
  const { report, ...others } = account;
  if (report === null) return { sentence: null, ...account };
  const { text, ...head } = report;
  return { sentence: markedSentence(account.record, String(text)), ...others, report: head };
}

/** The account for people: a line for each field that says something. */
export function accountText(account: EventAccount): string {
  const { record: e } = account;
  const lines: [name: string, text: string][] = [
    ["event", e.id],
    ["", [...e.event, ...e.mode].join(" ") + `  quad class ${e.quad_code}, score ${e.event_scale ?? "none"}`],
    ["sentence", sentenceText(account)],
    ["date", dateText(e)],
    ...e.actor.map((p) => ["actor", partyText(p)] as [string, string]),
    ...e.recipient.map((p) => ["recipient", partyText(p)] as [string, string]),
    ["where", e.event_loc ? `${oneLine(e.event_loc.resolved_place)} [${e.event_loc.country_code}]` : ""],
    ["status", [e.status, e.historical ? "historical" : ""].filter(Boolean).join(", ")],
    ["said by", e.attribution ? `${speakerText(e.attribution)} (${[e.attribution.cue, e.attribution.quoted ? "quoted" : ""].filter(Boolean).join(", ")})` : ""], // prettier-ignore
    ...deniersOf(e).map((d) => ["denied by", speakerText(d)] as [string, string]),
    ...Object.entries(e.size).flatMap(([name, count]) => countLine(name, count as CountRecord | null)),
    ["contexts", e.context.join(", ")],
    ["confidence", String(e.confidence)],
    ...e.because.map((b, i) => [i === 0 ? "because" : "", `${b.field}: ${b.rule}${b.path ? `  ${b.path}` : ""}`] as [string, string]), // prettier-ignore
    ["told before", e.same_as ? `as ${e.same_as}` : ""],
    ...account.retold.map((r) => ["told again", `as ${cell(r, "event")} in sentence ${cell(r, "sequence")}: “${cell(r, "trigger")}”`] as [string, string]), // prettier-ignore
    ["report", reportText(account)],
    ["run", account.until_run === null ? `${account.from_run}` : `${account.from_run}, no longer coded since run ${account.until_run}`], // prettier-ignore
    ...happeningLines(account.happening),
  ];
  return lines
    .filter(([, text]) => text !== "")
    .map(([name, text]) => `${name.padEnd(12)}${text}\n`)
    .join("");
}

function sentenceText({ record, report }: EventAccount): string {
  if (report === null) return record.event_text.map(oneLine).join(" … ");
  return `${record.text_info.sequence}: ${markedSentence(record, String(report["text"]))}`;
}

function dateText(e: EventRecord): string {
  if (e.date === null && e.enddate === null) return "";
  const days = e.enddate === e.date ? String(e.date) : `${e.date ?? "?"} to ${e.enddate ?? "?"}`;
  if (!e.date_info) return days;
  const { precision, basis, text } = e.date_info;
  return `${days} (${precision}, ${basis}${text === null ? "" : `: “${oneLine(text)}”`})`;
}

function partyText(p: PartyRecord): string {
  const name = oneLine(p.identifier_text ?? p.entity_text);
  const code = [p.code, ...p.sectors].filter(Boolean).join(" ");
  const mentioned = p.mention === null ? "only implied here" : "";
  const wikidata = p.identifier_id === null ? "" : `Wikidata ${p.identifier_id}`;
  return [`${name}${code ? ` [${code}]` : ""}`, p.office ?? "", wikidata, mentioned].filter(Boolean).join(", ");
}

interface Speaker {
  readonly entity_text: string;
  readonly code: string;
  readonly sector: string;
}

function speakerText({ entity_text, code, sector }: Speaker): string {
  const coded = [code, sector].filter(Boolean).join(" ");
  return [oneLine(entity_text) || "somebody", coded ? `[${coded}]` : ""].filter(Boolean).join(" ");
}

/** Records of earlier coders have no such field. */
function deniersOf(e: EventRecord): readonly Speaker[] {
  const { disputed_by: deniers } = e as { readonly disputed_by?: Speaker | readonly Speaker[] | null };
  if (!deniers) return [];
  return "entity_text" in deniers ? [deniers] : deniers;
}

function countLine(name: string, count: CountRecord | null): readonly [string, string][] {
  if (!count) return [];
  const { low, high, text } = count;
  const by = sourceOf((count as { readonly by?: unknown }).by);
  const range = high === low ? `${low}` : `${low} to ${high ?? "?"}`;
  return [[name, `${range} “${oneLine(text)}”${by ? `, according to ${by}` : ""}`]];
}

/** Whom a count comes from: a name, or a speaker. */
function sourceOf(by: unknown): string {
  if (typeof by === "string") return oneLine(by);
  return by !== null && typeof by === "object" && "entity_text" in by ? oneLine(String(by.entity_text)) : "";
}

function reportText({ record, report }: EventAccount): string {
  if (report === null) return `${record.report} (the text is not in the base)`;
  return ["report", "date", "title", "source", "url"]
    .map((name) => cell(report, name))
    .filter(Boolean)
    .join(", ");
}

function happeningLines(happening: EventAccount["happening"]): readonly [string, string][] {
  if (happening === null) return [];
  const head = `${cell(happening, "happening")}: ${cell(happening, "reports")} reports, ${cell(happening, "sources")} of their own${happening["disputed"] === true ? ", disputed" : ""}`;
  const counts = COUNT_KINDS.flatMap((name): [string, string][] => {
    const [low, best, high] = ["low", "best", "high"].map((end) => cell(happening, `${name}_${end}`) || "?");
    return happening[`${name}_low`] == null && happening[`${name}_high`] == null
      ? []
      : [["", `${name}: low ${low}, best ${best}, high ${high}`]];
  });
  const tellings = happening.tellings.map((t): [string, string] => [
    "",
    `${cell(t, "event")}  ${["report", "published", "source", "title"]
      .map((name) => cell(t, name))
      .filter(Boolean)
      .join(", ")}: “${cell(t, "trigger")}”`,
  ]);
  return [["happening", head], ...counts, ...tellings];
}

function cell(row: NamedRow, name: string): string {
  const value = row[name];
  if (value === null || value === undefined) return "";
  return oneLine(typeof value === "string" ? value : JSON.stringify(value));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
