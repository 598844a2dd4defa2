import { AppError } from "../../core/errors.ts";
import type { FieldMap } from "../reader.ts";

/** Fields of ours that a record may give under another name. */
const FIELDS: readonly string[] = ["id", "date", "title", "source", "url", "language", "author", "text"];

/** Reads `text=body,date=published_at`; the name behind the sign may be a path: `text=article.body`. */
export function parseFieldMap(written: string): FieldMap {
  const map: Record<string, string> = {};
  for (const part of written.split(",")) {
    const [ours = "", theirs = ""] = part.split(/=(.*)/s).map((s) => s.trim());
    if (!FIELDS.includes(ours) || theirs === "")
      throw new AppError("OPTION_VALUE", {
        option: "--map",
        value: written,
        reason: `“${part.trim()}” should be FIELD=COLUMN with a field of ${FIELDS.join(", ")}`,
      });
    map[ours] = theirs;
  }
  return map;
}

/** The record with our names; what the map does not name stays as it is. */
export function mapFields(value: unknown, map: FieldMap): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value) || Object.keys(map).length === 0)
    return value;
  const record = value as Record<string, unknown>;
  const named = Object.entries(map).map(([ours, theirs]) => [ours, at(record, theirs)] as const);
  return { ...record, ...Object.fromEntries(named) };
}

function at(record: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(record, path)) return record[path];
  let value: unknown = record;
  for (const step of path.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}
