/** PolNeAR in brat's stand-off notation: who says what, with the words that say so. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Span } from "../src/core/span.ts";

/** One attribution of the gold; a part may lie in several stretches, and a source may be missing. */
export interface GoldAttribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

export interface AttributionDocument {
  readonly id: string;
  readonly text: string;
  readonly gold: readonly GoldAttribution[];
}

const PARTS = { Source: "source", Cue: "cue", Content: "content" } as const;

/** The attributions of one annotation file; an event without a cue or without content is none. */
export function readBrat(notation: string): readonly GoldAttribution[] {
  const spans = new Map<string, readonly Span[]>();
  const events: string[][] = [];
  for (const line of notation.split("\n")) {
    const [id = "", value = ""] = line.split("\t");
    if (id.startsWith("T")) spans.set(id, spansOf(value.slice(value.indexOf(" ") + 1)));
    if (id.startsWith("E")) events.push(value.trim().split(" ").slice(1));
  }
  return events.map((parts) => attributionOf(parts, spans)).filter((a) => a.cue.length > 0 && a.content.length > 0);
}

function attributionOf(parts: readonly string[], spans: ReadonlyMap<string, readonly Span[]>): GoldAttribution {
  const found: Record<keyof GoldAttribution, Span[]> = { source: [], cue: [], content: [] };
  for (const part of parts) {
    const [name = "", id = ""] = part.split(":");
    const kind = name.replace(/\d+$/, "");
    if (kind in PARTS) found[PARTS[kind as keyof typeof PARTS]].push(...(spans.get(id) ?? []));
  }
  return found;
}

/** "0 11" or, of a phrase in two stretches, "0 11;20 30". */
function spansOf(ranges: string): readonly Span[] {
  return ranges.split(";").map((range) => {
    const [start = "0", end = "0"] = range.split(" ");
    return { start: Number(start), end: Number(end) };
  });
}

/** The documents of a PolNeAR folder; of several annotators of one text the first by file name counts. */
export function readPolnear(folder: string): readonly AttributionDocument[] {
  const annotations = readdirSync(join(folder, "attributions")).sort();
  return readdirSync(join(folder, "text"))
    .sort()
    .flatMap((file) => {
      const id = file.replace(/\.txt$/, "");
      const own = annotations.find((name) => name.startsWith(`${id}_`));
      if (own === undefined) return [];
      const text = readFileSync(join(folder, "text", file), "utf8");
      return [{ id, text, gold: readBrat(readFileSync(join(folder, "attributions", own), "utf8")) }];
    });
}
