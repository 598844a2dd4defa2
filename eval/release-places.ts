import { join } from "node:path";
import { foldName } from "../src/core/fold-name.ts";
import { readPlaceTables } from "../src/lexicon/place-tables.ts";
import { headerDate } from "./time.ts";
import { ErrorCounter } from "./error-counter.ts";
import { readJsonLines } from "./json-lines.ts";
import { goldSet } from "./gold-set.ts";
import type { EvalSet, EvalTools, SetReport } from "./set-report.ts";

/** Provinces of ISAF press releases: exact, one a release, from the coded report. */

interface ReleaseRow {
  readonly id: string;
  readonly text: string;
  readonly gold: { readonly province: readonly string[] };
}

export const RELEASE_PLACES: EvalSet = goldSet(
  "isaf-places",
  "Provinces of press releases",
  ({ data, root }) => {
    const path = join(data, "gold/events/isaf-dev.jsonl");
    return { path, read: () => ({ rows: readJsonLines<ReleaseRow>(path), spellings: provinceSpellings(root) }) };
  },
  (set, title, { rows, spellings }, { coder }) => scoreProvinces(set, title, rows, spellings, coder),
);

/** The one name of each Afghan province by all of its spellings. */
function provinceSpellings(root: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [, , country, province, , , resolution, , , , keys] of readPlaceTables(join(root, "data")).places)
    if (country === "AFG" && resolution === 2) for (const key of keys.split("|")) names.set(key, foldName(province));
  return names;
}

function scoreProvinces(
  set: string,
  title: string,
  rows: readonly ReleaseRow[],
  spellings: ReadonlyMap<string, string>,
  coder: EvalTools["coder"],
): SetReport {
  const errors = new ErrorCounter();
  let right = 0;
  const nameOf = (province: string): string => spellings.get(foldName(province)) ?? foldName(province);
  for (const { id, text, gold } of rows) {
    const coded = mainProvince(id, text, coder) ?? "";
    const expected = new Set(gold.province.map(nameOf));
    if (expected.has(nameOf(coded))) right++;
    else
      errors.add(
        coded === "" ? "province missing" : "province other than the gold’s",
        `${id}: gold ${gold.province.join()}, coded ${coded}`,
      );
  }
  const figures = [
    { name: "province", value: (100 * right) / Math.max(rows.length, 1), unit: "%", of: rows.length },
  ] as const;
  return { set, title, figures, tables: [], errors: errors.list(), failures: [], notes: [] };
}

/** A release tells its main event first: the province of the first placed event, else of the first place that has one. */
function mainProvince(id: string, text: string, coder: EvalTools["coder"]): string | null {
  const { doc, events } = coder.explain({ id, text, date: headerDate(text) });
  const placed = events.find((event) => event.event_loc?.province);
  if (placed?.event_loc) return placed.event_loc.province;
  const place = doc.places.find((p) => p.province !== null || p.resolution === 2);
  return place === undefined ? null : (place.province ?? place.resolved);
}
