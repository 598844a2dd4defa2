import { readFileSync } from "node:fs";
import { join } from "node:path";
import { foldName } from "../src/core/fold-name.ts";
import type { PlaceMention } from "../src/core/place-layers.ts";
import type { Span } from "../src/core/span.ts";
import { distanceBetween } from "../src/places/distance.ts";
import { readPlaceTables } from "../src/lexicon/place-tables.ts";
import { ErrorCounter } from "./error-counter.ts";
import { excerpt } from "./excerpt.ts";
import { goldSet } from "./gold-set.ts";
import type { EvalSet, EvalTools, SetReport } from "./set-report.ts";

/** Place names of GeoVirus: exact spans, and of the spans that are found, how many are the right place. */

export interface GoldPlace extends Span {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  /** Title of the encyclopedia's page, or "N/A". */
  readonly page: string;
}

export interface PlacedText {
  readonly text: string;
  readonly places: readonly GoldPlace[];
}

/** Kilometres within which a city counts as found, as the literature has it (100 miles). */
const NEAR = 161;

/** Reads the articles; offsets count characters from zero. */
export function readGeoVirus(xml: string): readonly PlacedText[] {
  return [...xml.matchAll(/<article>[\s\S]*?<\/article>/g)].map(([article]) => ({
    text: unescapeXml(/<text>([\s\S]*?)<\/text>/.exec(article)?.[1] ?? ""),
    places: [...article.matchAll(/<location>([\s\S]*?)<\/location>/g)].map(([, body = ""]) => ({
      name: unescapeXml(field(body, "name")),
      start: Number(field(body, "start")),
      end: Number(field(body, "end")),
      lat: Number(field(body, "lat")),
      lon: Number(field(body, "lon")),
      page: decodeURIComponent(unescapeXml(field(body, "page")).replace(/^.*\/wiki\//, "")).replaceAll("_", " "),
    })),
  }));
}

function field(xml: string, name: string): string {
  return new RegExp(`<${name}>([^<]*)`).exec(xml)?.[1] ?? "";
}

function unescapeXml(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}

/** Names of countries and of what is larger, with the code (or the folded name) that says which is meant. */
export type LargePlaces = ReadonlyMap<string, string>;

/** Whether a mention names the gold's place: the same country or continent, or a point near enough. */
export function isResolved(gold: GoldPlace, mention: PlaceMention, large: LargePlaces): boolean {
  const expected = large.get(foldName(gold.page.replace(" (country)", "")));
  if (expected !== undefined)
    return mention.resolution === 1 && (mention.country || foldName(mention.resolved)) === expected;
  if (mention.lat === null || mention.lon === null) return false;
  return distanceBetween([gold.lat, gold.lon], [mention.lat, mention.lon]) <= NEAR;
}

export const GEOVIRUS: EvalSet = goldSet(
  "geovirus",
  "Place names of GeoVirus: exact spans, and the right place for those found",
  ({ data, root }) => {
    const path = join(data, "gold/places/geovirus.xml");
    return {
      path,
      read: () => ({ texts: readGeoVirus(readFileSync(path, "utf8")), large: largePlaces(join(root, "data")) }),
    };
  },
  (set, title, { texts, large }, { coder }) => scorePlaces(set, title, texts, large, coder),
);

function largePlaces(dataFolder: string): LargePlaces {
  const large = new Map<string, string>();
  for (const [name, , country, , , , resolution, , , , keys] of readPlaceTables(dataFolder).places)
    if (resolution === 1) for (const key of keys.split("|")) large.set(key, country || foldName(name));
  return large;
}

function scorePlaces(
  set: string,
  title: string,
  texts: readonly PlacedText[],
  large: LargePlaces,
  coder: EvalTools["coder"],
): SetReport {
  const n = { gold: 0, found: 0, hit: 0, resolved: 0 };
  const errors = new ErrorCounter();
  for (const { text, places } of texts) {
    const mentions = coder.explain({ text }).doc.places;
    n.gold += places.length;
    n.found += mentions.length;
    for (const gold of places) {
      const mention = mentions.find((m) => m.start === gold.start && m.end === gold.end);
      const around = excerpt(text, gold, 50, 50);
      if (mention === undefined) {
        const other = mentions.find((m) => m.start < gold.end && gold.start < m.end);
        errors.add(other ? "other span" : "missed", `${gold.name}${other ? ` as ${other.text}` : ""}: ${around}`);
        continue;
      }
      n.hit++;
      if (isResolved(gold, mention, large)) n.resolved++;
      else errors.add("wrong place", `${gold.name} (${gold.page}) as ${toldOf(mention)}: ${around}`);
    }
    for (const m of mentions)
      if (!places.some((g) => g.start < m.end && m.start < g.end))
        errors.add("invented", `${toldOf(m)}: ${excerpt(text, m, 50, 50)}`);
  }
  const precision = (100 * n.hit) / Math.max(n.found, 1);
  const recall = (100 * n.hit) / Math.max(n.gold, 1);
  const figures = [
    { name: "precision", value: precision, unit: "%", of: n.found },
    { name: "recall", value: recall, unit: "%", of: n.gold },
    {
      name: "recognition F1",
      value: (2 * precision * recall) / Math.max(precision + recall, 1),
      unit: "%",
      of: n.gold,
    },
    { name: "resolved", value: (100 * n.resolved) / Math.max(n.hit, 1), unit: "%", of: n.hit },
  ] as const;
  return { set, title, figures, tables: [], errors: errors.list(), failures: [], notes: [] };
}

function toldOf({ text, resolved, country, province }: PlaceMention): string {
  return `${text} = ${[resolved, province, country].filter(Boolean).join(", ")}`;
}
