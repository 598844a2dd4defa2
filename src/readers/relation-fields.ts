import type { Span } from "../core/span.ts";
import { contentHash } from "../core/content-hash.ts";
import type { RecordReader } from "./read-reports.ts";
import type { Checked, RecordPlace } from "./report-fields.ts";

/** A sentence with the places of its source and target; several spans are one compound role, none means not stated. */
export interface RelationRow {
  readonly id: string;
  readonly text: string;
  readonly source: readonly Span[];
  readonly target: readonly Span[];
}

export interface RelationReader extends RecordReader<RelationRow> {
  fromJson(value: unknown, at: RecordPlace): Checked<RelationRow>;
}

/** Reads `{id, marked}` with `<s>…</s>` and `<t>…</t>`, or `{id, text, source, target}`; `marked` wins. */
export const relationReader: RelationReader = {
  fromDraft: null,
  fromJson(value, at) {
    const record = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
    const given = record["id"];
    const id = typeof given === "string" ? given : typeof given === "number" ? String(given) : null;
    if (typeof record["marked"] === "string") {
      const row = unmark(record["marked"]);
      return { value: { id: id ?? contentHash([record["marked"]], 12), ...row } };
    }
    if (typeof record["text"] !== "string" || !record["text"].trim())
      return {
        issue: {
          code: "INPUT_FIELD",
          data: { ...at, field: "text", reason: "is missing; give text, or marked with <s> and <t>" },
        },
      };
    const text = record["text"];
    return {
      value: {
        id: id ?? contentHash([text], 12),
        text,
        source: spansOf(record["source"], text),
        target: spansOf(record["target"], text),
      },
    };
  },
};

function spansOf(value: unknown, text: string): readonly Span[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return list.flatMap((v) => {
    const { start, end } = v as { start?: unknown; end?: unknown };
    return typeof start === "number" && typeof end === "number" && start >= 0 && start < end && end <= text.length
      ? [{ start, end }]
      : [];
  });
}

/** Takes the marks out of a sentence and keeps where they stood; marks may nest, and a mark left open reaches to the end. */
export function unmark(marked: string): Omit<RelationRow, "id"> {
  const open: Record<"s" | "t", number[]> = { s: [], t: [] };
  const spans: Record<"s" | "t", Span[]> = { s: [], t: [] };
  let text = "";
  let from = 0;
  for (const m of marked.matchAll(/<(\/?)([st])>/g)) {
    text += marked.slice(from, m.index);
    from = m.index + m[0].length;
    const kind = m[2] as "s" | "t";
    if (!m[1]) open[kind].push(text.length);
    else {
      const start = open[kind].pop();
      if (start !== undefined && start < text.length) spans[kind].push({ start, end: text.length });
    }
  }
  text += marked.slice(from);
  for (const kind of ["s", "t"] as const) for (const start of open[kind]) spans[kind].push({ start, end: text.length });
  const sorted = (list: Span[]): readonly Span[] => list.sort((a, b) => a.start - b.start);
  return { text, source: sorted(spans.s), target: sorted(spans.t) };
}
