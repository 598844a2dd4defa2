import { AppError } from "../../core/errors.ts";
import type { EventRecord } from "../../core/record.ts";
import { type ChangedRule, changedRules, differingFields } from "../../store/event-differences.ts";
import type { EventChange } from "../../store/event-store.ts";
import { defaultFormat } from "../answer-output.ts";
import { writeOut } from "../sources.ts";
import { withStore } from "../with-store.ts";

/** The command's options as commander gives them. */
export interface DiffOptions {
  readonly db: string;
  readonly format?: "table" | "jsonl";
}

type Kind = "gained" | "lost" | "changed";

/** `dragoman diff`: which events hold at one run and not, or not so, at another, and the rules that made the difference. */
export async function runDiff(from: number, to: number, options: DiffOptions): Promise<void> {
  await withStore(options.db, "read", async (store) => {
    const known = new Set((await store.runs()).map((r) => r.run));
    // Run 0 is the empty base.
    for (const run of [from, to])
      if (run !== 0 && !known.has(run)) throw new AppError("BASE_RUN_UNKNOWN", { path: options.db, run });
    const format = options.format ?? defaultFormat();
    const tally = new Tally();
    for await (const change of store.changes(from, to)) {
      tally.note(change);
      await writeOut(format === "jsonl" ? jsonLine(change) : blockOf(change));
    }
    if (format === "table") await writeOut(tally.text());
  });
}

function kindOf({ before, after }: EventChange): Kind {
  return before === null ? "gained" : after === null ? "lost" : "changed";
}

function fieldsOf({ before, after }: EventChange): readonly string[] {
  // Ids, evidence and the places of words follow from the fields that say something.
  return before && after ? differingFields(before, after).filter((f) => f !== "id" && f !== "because") : [];
}

function jsonLine(change: EventChange): string {
  const { report, newReport, before, after } = change;
  const fields = fieldsOf(change);
  const rules = changedRules(change);
  return `${JSON.stringify({ change: kindOf(change), report, new_report: newReport, fields, rules, before, after })}\n`;
}

/** A few lines for people: what happened to which event, and why. */
function blockOf(change: EventChange): string {
  const { report, newReport, before, after } = change;
  const event = after ?? before;
  const lines = [
    `${kindOf(change)}  ${report}${newReport ? " (new report)" : ""}  sentence ${event?.text_info.sequence ?? ""}  ${event ? eventLine(event) : ""}`,
  ];
  if (before && after)
    for (const field of fieldsOf(change))
      lines.push(`    ${field}: ${valueText(before, field)} → ${valueText(after, field)}`);
  for (const rule of changedRules(change)) lines.push(`    because of ${ruleText(rule)}`);
  return `${lines.join("\n")}\n`;
}

function eventLine(e: EventRecord): string {
  const parties = (list: EventRecord["actor"]): string => list.map((p) => p.code || p.entity_text).join(" + ") || "–";
  return `${[e.event[0], ...e.mode].join(" ")}  ${parties(e.actor)} → ${parties(e.recipient)}  “${e.event_text.join(" … ")}”`;
}

function ruleText({ field, before, after }: ChangedRule): string {
  return before === after ? `${field}: ${after ?? "–"}` : `${field}: ${before ?? "–"} → ${after ?? "–"}`;
}

const LONGEST_VALUE = 80;

function valueText(e: EventRecord, field: string): string {
  const text = JSON.stringify((e as unknown as Readonly<Record<string, unknown>>)[field] ?? null);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

/** Counts the changes, and by the rule of the category that caused them. */
class Tally {
  private readonly kinds: Record<Kind, number> = { gained: 0, lost: 0, changed: 0 };
  private readonly rules = new Map<string, number>();

  note(change: EventChange): void {
    this.kinds[kindOf(change)]++;
    for (const rule of changedRules(change)) {
      const key = ruleText(rule);
      this.rules.set(key, (this.rules.get(key) ?? 0) + 1);
    }
  }

  text(): string {
    const { gained, lost, changed } = this.kinds;
    const byRule = [...this.rules].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    const lines = byRule.map(([rule, n]) => `${String(n).padStart(8)}  ${rule}`);
    return `${gained} gained, ${lost} lost, ${changed} changed\n${lines.length ? `By rule:\n${lines.join("\n")}\n` : ""}`;
  }
}
