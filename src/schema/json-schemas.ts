import { z } from "zod";
import { CATEGORIES, STATUSES } from "../core/codes.ts";
import { CUE_SORTS, QUOTATION_FORMS, STANCES } from "../core/claim-layers.ts";
import type { QuoteRecord } from "../core/quote-record.ts";
import type { EventRecord } from "../core/record.ts";

/** Version of the record's shape; it changes when a field is added, renamed or means something else. */
export const SCHEMA_VERSION = "1.1.0";

const span = { start: z.int(), end: z.int() };
const nullableSpan = { start: z.int().nullable(), end: z.int().nullable() };
const party = z.strictObject({
  code: z
    .string()
    .describe("PLOVER country (ISO 3166-1 alpha-3, KOS) or IGO, UNO, EUR, NGO, ISM, IMG, MNC; empty when unknown"),
  sector: z.string().describe("primary PLOVER sector; empty when unknown or not applicable"),
  sectors: z.array(z.string()).readonly(),
  entity_text: z.string().describe("the fullest mention in the report"),
  ...nullableSpan,
  mention: z.strictObject({ text: z.string(), ...span }).nullable(),
  identifier_text: z.string().nullable(),
  identifier_id: z.string().nullable().describe("Wikidata id when known"),
  office: z.string().nullable(),
});
const side = z.strictObject({
  text: z.string(),
  code: z.string(),
  sector: z.string(),
  low: z.int(),
  high: z.int().nullable(),
  ...span,
});
const count = z
  .strictObject({
    low: z.int(),
    high: z.int().nullable(),
    text: z.string(),
    ...span,
    by: z.array(side).readonly().describe("who is counted, where the text says so"),
  })
  .nullable();
const source = {
  entity_text: z.string(),
  code: z.string(),
  sector: z.string(),
  ...nullableSpan,
  cue: z.string(),
};

const dateInfo = z
  .strictObject({
    precision: z.enum(["day", "week", "month", "quarter", "season", "year", "decade", "open"]),
    basis: z.enum(["text", "inherited", "publication"]),
    text: z.string().nullable(),
    ...nullableSpan,
  })
  .nullable();

const record: z.ZodType<EventRecord> = z.strictObject({
  id: z.string(),
  report: z.string(),
  date: z.string().nullable().describe("first day, YYYY-MM-DD; null when the text gives no clue"),
  enddate: z.string().nullable(),
  date_info: dateInfo,
  event: z
    .tuple([z.string().regex(/^[A-Z][A-Z0-9_]*$/)])
    .readonly()
    .describe(`one of ${CATEGORIES.join(", ")}, or a category that the lexicon in use adds`),
  mode: z.array(z.string()).readonly(),
  context: z.array(z.string()).readonly(),
  quad_code: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  event_scale: z.number().nullable(),
  cameo: z.string().nullable(),
  status: z.enum(STATUSES),
  historical: z.boolean(),
  actor: z.array(party).readonly(),
  recipient: z.array(party).readonly(),
  event_text: z.array(z.string()).max(3).readonly(),
  trigger: z.array(z.strictObject(span)).max(3).readonly(),
  event_loc: z
    .strictObject({
      extracted_place: z.string(),
      resolved_place: z.string(),
      geonameid: z.int().nullable(),
      lat: z.number().nullable(),
      lon: z.number().nullable(),
      country_code: z.string(),
      province: z.string().nullable(),
      city: z.string().nullable(),
      feature_code: z.string().nullable(),
      resolution: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
      ...span,
    })
    .nullable(),
  attribution: z.strictObject({ ...source, quoted: z.boolean() }).nullable(),
  disputed_by: z.array(z.strictObject(source)).readonly().describe("parties that deny the event"),
  size: z.strictObject({ dead: count, injured: count, arrested: count, participants: count }),
  confidence: z.number().min(0).max(1),
  same_as: z.string().nullable(),
  text_info: z.strictObject({ sequence: z.int(), ...span }),
  because: z.array(z.strictObject({ field: z.string(), rule: z.string(), path: z.string() })).readonly(),
  cite_info: z.strictObject({ title: z.string(), publication: z.string(), url: z.string(), language: z.string() }),
  coder: z.string(),
});

const words = z.strictObject({ text: z.string(), ...span });
const quote: z.ZodType<QuoteRecord> = z.strictObject({
  id: z.string(),
  report: z.string(),
  date: z.string().nullable().describe("the day on which it is said, YYYY-MM-DD"),
  enddate: z.string().nullable(),
  date_info: dateInfo,
  speaker: z.array(party).readonly().describe("empty where nobody is named"),
  cue: words,
  content: z.array(words).readonly().describe("the stretches that are said, in the order of the text"),
  quoted: z.enum(QUOTATION_FORMS),
  sort: z.enum(CUE_SORTS),
  stance: z.enum(STANCES),
  text_info: z.strictObject({ sequence: z.int(), ...span }),
  because: z.string(),
  coder: z.string(),
});

const optionalText = z.string().nullable().optional();
const report = z.object({
  id: z.union([z.string(), z.number()]).nullable().optional(),
  date: optionalText.describe("publication date, YYYY-MM-DD"),
  title: optionalText,
  source: optionalText,
  url: optionalText,
  language: optionalText,
  text: z.string().min(1),
});
const mark = z.object(span);
const relation = z.union([
  z.object({ id: z.union([z.string(), z.number()]).optional(), marked: z.string() }),
  z.object({
    id: z.union([z.string(), z.number()]).optional(),
    text: z.string(),
    source: z
      .union([mark, z.array(mark)])
      .nullable()
      .optional(),
    target: z
      .union([mark, z.array(mark)])
      .nullable()
      .optional(),
  }),
]);

/** JSON Schemas of the output records and of the two inputs, by file name. */
export function jsonSchemas(): Readonly<Record<"record" | "quote" | "report" | "relation", object>> {
  const make = (schema: z.ZodType, title: string): object => ({
    ...z.toJSONSchema(schema),
    title,
    version: SCHEMA_VERSION,
  });
  return {
    record: make(record, "Dragoman event record"),
    quote: make(quote, "Dragoman quote record"),
    report: make(report, "Dragoman input report"),
    relation: make(relation, "Dragoman relation row"),
  };
}

/** What is wrong with a value as an event record, or null; used by tests and by importers. */
export function recordFault(value: unknown): string | null {
  const result = record.safeParse(value);
  return result.success ? null : z.prettifyError(result.error);
}

/** What is wrong with a value as a quote record, or null. */
export function quoteFault(value: unknown): string | null {
  const result = quote.safeParse(value);
  return result.success ? null : z.prettifyError(result.error);
}
