/** The library as others import it: its names, its promise about records and spans, and that no text breaks it. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import * as library from "../src/index.ts";
import type { Coder, EventRecord, ReportInput } from "../src/index.ts";
import { recordFault } from "../src/schema/json-schemas.ts";

const ROOT = join(import.meta.dirname, "..");
const VALUES = ["AppError", "CATEGORIES", "SECTORS", "STATUSES", "createCoder", "readClassifier", "trainClassifier"];
const TYPES =
  "AnswerFigures AttributionRecord Category Classifier ClassifierHeader Coder CoderOptions CountRecord DateInfo DisputeRecord ErrorCode EventRecord Explanation FeatureOptions LabelFigures ModelRelation PartyRecord PlaceRecord QuoteOptions QuoteRecord Reason RelateOptions Relation RelationInput ReportInput RoleClaim Sector Sentence SizeRecord SpanRecord Status Token TrainedClassifier WordsRecord".split(
    " ",
  );

interface Quote {
  readonly field: string;
  readonly text: string | null;
  readonly start: number | null;
  readonly end: number | null;
}

let coder: Coder;
beforeAll(async () => {
  coder = await library.createCoder();
});

function reportsIn(folder: string): readonly (readonly [string, ReportInput])[] {
  return readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith(".json"))
    .map((name) => [`${folder}/${name}`, JSON.parse(readFileSync(join(ROOT, folder, name), "utf8")) as ReportInput]);
}

/** Every place of a record where words are quoted with their offsets. */
function quotesOf(e: EventRecord): readonly Quote[] {
  const quotes: Quote[] = e.trigger.map((s, i) => ({ field: "event_text", text: e.event_text[i] ?? null, ...s }));
  for (const [field, parties] of [["actor", e.actor] as const, ["recipient", e.recipient] as const])
    for (const p of parties) {
      quotes.push({ field, text: p.entity_text, start: p.start, end: p.end });
      if (p.mention) quotes.push({ ...p.mention, field: `${field}.mention` });
    }
  if (e.event_loc) quotes.push({ ...e.event_loc, field: "event_loc", text: e.event_loc.extracted_place });
  if (e.attribution) quotes.push({ ...e.attribution, field: "attribution", text: e.attribution.entity_text });
  for (const d of e.disputed_by) quotes.push({ ...d, field: "disputed_by", text: d.entity_text });
  if (e.date_info) quotes.push({ ...e.date_info, field: "date_info" });
  for (const [field, count] of Object.entries(e.size) as [string, Quote | null][])
    if (count) quotes.push({ field, text: count.text, start: count.start, end: count.end });
  return quotes;
}

/** The faults of a report's records: what the schema says, and quotes that are not what stands at their offsets. */
function faultsOf(report: ReportInput): readonly string[] {
  const { report: coded, events } = coder.explain(report);
  const faults: string[] = [];
  for (const e of events) {
    const fault = recordFault(e);
    if (fault !== null) faults.push(fault);
    if (e.event_text.length !== e.trigger.length || !e.trigger.length) faults.push("trigger and event_text differ");
    const { start, end } = e.text_info;
    if (start < 0 || start >= end || end > coded.text.length) faults.push("text_info is outside the text");
    for (const q of quotesOf(e)) {
      if (q.start === null || q.end === null) continue;
      if (coded.text.slice(q.start, q.end) !== q.text || q.start >= q.end)
        faults.push(`${q.field} ${q.start}-${q.end} “${q.text ?? ""}”: “${coded.text.slice(q.start, q.end)}”`);
    }
  }
  return faults;
}

describe("the package's names", () => {
  it("are exactly these values", () => {
    expect(Object.keys(library).sort()).toEqual(VALUES);
  });

  it("are exactly these values and types in the source", () => {
    const source = readFileSync(join(ROOT, "src/index.ts"), "utf8");
    const names = [...source.matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap((m) =>
      (m[1] ?? "").split(",").map((name) => name.trim().replace(/^type /, "")),
    );
    expect(names.filter(Boolean).sort()).toEqual([...VALUES, ...TYPES].sort());
  });
});

describe.each([...reportsIn("examples"), ...reportsIn("eval/gold/reports")])("%s", (_, report) => {
  it("gives valid records whose spans quote the text, the same every time", () => {
    expect(faultsOf(report)).toEqual([]);
    const events = coder.code(report);
    expect(events.length).toBeGreaterThan(0);
    expect(coder.code(report)).toEqual(events);
    expect(new Set(events.map((e) => e.id)).size).toBe(events.length);
    const before = events.map((e) => e.id);
    for (const [i, e] of events.entries())
      if (e.same_as !== null) expect(before.slice(0, i), `same_as of event ${i}`).toContain(e.same_as);
  });
});

describe("createCoder", () => {
  it("gives the same records without SIMD", async () => {
    const plain = await library.createCoder({ simd: "off" });
    for (const [, report] of reportsIn("examples")) expect(plain.code(report)).toEqual(coder.code(report));
  });

  it("names the missing file when the lexicon folder is not one", async () => {
    await expect(library.createCoder({ lexicon: join(ROOT, "no-such-folder") })).rejects.toThrow(library.AppError);
  });

  it("relates a marked source to a marked target and parses without coding", () => {
    const text = "France expelled two Russian diplomats.";
    const row = { id: "r", text, source: [{ start: 0, end: 6 }], target: [{ start: 16, end: 37 }] };
    expect(coder.relate(row)).toMatchObject({ id: "r", event: "SANCTION", quad_code: 4, status: "actual" });
    for (const t of coder.parse(text).flatMap((s) => s.tokens)) expect(text.slice(t.start, t.end)).toBe(t.form);
  });

  it("stamps its version on every record", () => {
    const [event] = coder.code({ text: "France expelled two Russian diplomats." });
    expect(event?.coder).toBe(coder.version);
  });
});

describe("any text", () => {
  const news =
    'France Russia police protesters killed arrested met said in Paris on Friday last week three soldiers were will not denied that the minister attacked talks with , . " ( ) \n\n'.split(
      " ",
    );
  const odd = fc.oneof(
    fc.string({ unit: "binary", maxLength: 8 }),
    fc.constantFrom("\r\n", "\u00a0", "’s", "👩‍🚒", "\ud800", "<s>"),
  );
  const text = fc
    .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...news) }, { weight: 1, arbitrary: odd }), {
      maxLength: 40,
    })
    .map((words) => words.join(" "));

  it("is coded without a throw, in valid records whose spans quote it", () => {
    const property = fc.property(text, fc.constantFrom("2024-05-10", null), (words, date) => {
      expect(faultsOf({ text: words, date })).toEqual([]);
    });
    fc.assert(property, { numRuns: 20, seed: 20240510 });
  });

  it.each(["", " ", "\n\n", ".", "...", "\u0000", "A", "a".repeat(5000), "( ".repeat(500)])(
    "%j holds no fault",
    (odd) => {
      expect(faultsOf({ text: odd })).toEqual([]);
    },
  );
});
