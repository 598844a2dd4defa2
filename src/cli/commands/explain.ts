import { createCoder, type Explanation } from "../../coder/create-coder.ts";
import type { Predication } from "../../core/event-layers.ts";
import type { Sentence } from "../../core/layers.ts";
import { eventTable } from "../event-table.ts";

/** The command's options as commander gives them. */
export interface ExplainOptions {
  readonly date?: string;
  readonly lexicon: readonly string[];
}

/** `dragoman explain`: how a sentence is read, from tokens to events, and why what was not coded was not. */
export async function runExplain(sentence: string, options: ExplainOptions): Promise<void> {
  const coder = await createCoder({ lexicon: options.lexicon });
  const explanation = coder.explain({ text: sentence, date: options.date ?? null });
  process.stdout.write(explain(explanation, process.stdout.columns ?? 120));
}

function explain(e: Explanation, width: number): string {
  const out: string[] = [];
  for (const s of e.doc.sentences) out.push(...tokenLines(s), "", ...predicationLines(e, s), "");
  out.push("EVENTS", "", eventTable(e.report, e.events, { width, withText: false }));
  for (const event of e.events) {
    out.push(`${event.event[0]} “${event.event_text.join(" … ")}”, confidence ${event.confidence}`);
    for (const b of event.because) out.push(`  ${b.field.padEnd(16)} ${b.rule}${b.path ? `  (${b.path})` : ""}`);
  }
  return `${out.join("\n")}\n`;
}

function tokenLines(s: Sentence): readonly string[] {
  const rows = s.tokens.map((t) => {
    const head = t.head < 0 ? "–" : `${t.head + 1} ${s.tokens[t.head]?.form ?? ""}`;
    return [String(t.index + 1), t.form, t.lemma, t.upos, t.xpos, t.deprel, head];
  });
  return [`SENTENCE ${s.index + 1}`, ...columns([["#", "form", "lemma", "upos", "xpos", "relation", "head"], ...rows])];
}

function predicationLines(e: Explanation, s: Sentence): readonly string[] {
  const out = ["PREDICATIONS, and the frames and operators tried on them"];
  for (const p of e.doc.predications.filter((x) => x.sentence === s.index)) {
    out.push(`  ${p.lemma} (${describe(p)})`);
    for (const a of p.arguments) out.push(`    ${a.slot.padEnd(10)} ${s.tokens[a.token]?.form ?? ""}  (${a.path})`);
    const tried = e.trials.filter((t) => t.sentence === s.index && t.predication === p.id);
    for (const t of tried)
      out.push(`    ${t.failed === null ? "fits " : "fails"}  ${t.rule}${t.failed === null ? "" : `: ${t.failed}`}`);
    if (!tried.length) out.push("    no frame or operator has this predicate");
  }
  return out.length > 1 ? out : [...out, "  none"];
}

function describe(p: Predication): string {
  return [
    p.kind,
    p.form,
    p.passive ? "passive" : "",
    p.negated ? "negated" : "",
    p.light === null ? "" : "with light verb",
  ]
    .filter(Boolean)
    .join(", ");
}

function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((r) => (r[i] ?? "").length)));
  return rows.map(
    (r) =>
      `  ${r
        .map((c, i) => c.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd()}`,
  );
}
