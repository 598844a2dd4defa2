/** Feeds: the share of the expected values of the feedparser suite that we read, folder by folder. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { charsetOf, decodeBytes, known } from "../src/readers/characters/charset.ts";
import type { Moment } from "../src/readers/dates/read-day.ts";
import type { Feed, FeedEntry } from "../src/readers/feed/feed.ts";
import { parseFeed } from "../src/readers/feed/parse-feed.ts";
import { parseJsonFeed } from "../src/readers/feed/json-feed.ts";
import { textOfHtml } from "../src/readers/html/html-text.ts";
import { ErrorCounter } from "./error-counter.ts";
import { type Expected, feedCase } from "./feed-expectations.ts";
import { goldSet } from "./gold-set.ts";
import type { EvalSet, SetReport } from "./set-report.ts";

/** The folders that the bar is for; the others are printed. */
const BARRED: readonly string[] = [
  "wellformed/rss",
  "wellformed/atom",
  "wellformed/atom10",
  "wellformed/rdf",
  "wellformed/namespace",
  "encoding",
  "entities",
];
const FLOOR = 95;

interface FeedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Tally {
  files: number;
  met: number;
  all: number;
}

export const FEEDS: EvalSet = goldSet(
  "feeds",
  "Expected values of the feedparser suite: titles, links, dates, content, encodings",
  ({ data }) => {
    const path = join(data, "gold/ingest/feeds/feedparser-tests");
    return { path, read: () => filesBelow(path, path) };
  },
  scoreFeeds,
);

function filesBelow(root: string, folder: string): readonly FeedFile[] {
  return readdirSync(folder)
    .sort()
    .flatMap((entry) => {
      const path = join(folder, entry);
      if (statSync(path).isDirectory()) return filesBelow(root, path);
      return /\.(?:xml|json)$/.test(entry) ? [{ name: relative(root, path), bytes: readFileSync(path) }] : [];
    });
}

function scoreFeeds(set: string, title: string, files: readonly FeedFile[]): SetReport {
  const errors = new ErrorCounter();
  const tallies = new Map<string, Tally>();
  for (const file of files) {
    const folder = file.name
      .split("/")
      .slice(0, file.name.startsWith("wellformed") ? 2 : 1)
      .join("/");
    const tally = tallies.get(folder) ?? { files: 0, met: 0, all: 0 };
    tallies.set(folder, tally);
    tally.files++;
    for (const { field, met, shown } of judge(file)) {
      tally.all++;
      if (met) tally.met++;
      else errors.add(`${folder}: ${field.replace(/\d+/, "N")}`, `${file.name}: ${shown}`);
    }
  }
  const share = (list: readonly Tally[]): number =>
    (100 * sum(list, (t) => t.met)) /
    Math.max(
      1,
      sum(list, (t) => t.all),
    );
  const barred = [...tallies].filter(([folder]) => BARRED.includes(folder)).map(([, tally]) => tally);
  const others = [...tallies].filter(([folder]) => !BARRED.includes(folder)).map(([, tally]) => tally);
  return {
    set,
    title,
    figures: [
      { name: "expected values met", value: share(barred), unit: "%", of: sum(barred, (t) => t.all), floor: FLOOR },
      { name: "other folders", value: share(others), unit: "%", of: sum(others, (t) => t.all) },
    ],
    tables: [
      {
        title: "by folder",
        columns: ["folder", "files", "values", "met", "share"],
        rows: [...tallies].map(([folder, t]) => [
          folder,
          t.files,
          t.all,
          t.met,
          t.all ? ((100 * t.met) / t.all).toFixed(1) : "",
        ]),
      },
    ],
    errors: errors.list(),
    failures: [],
    notes: ["titles and content are compared as text, because text is what we read out of markup"],
  };
}

function sum(list: readonly Tally[], of: (tally: Tally) => number): number {
  return list.reduce((total, tally) => total + of(tally), 0);
}

/** What of a file's expectations concerns us, and whether it is met. */
function* judge(file: FeedFile): Generator<{ readonly field: string; readonly met: boolean; readonly shown: string }> {
  const plain = decodeBytes(file.bytes, charsetOf(file.bytes).name);
  const { headers, expectations } = feedCase(plain);
  const charset = charsetOf(file.bytes, headers["content-type"]).name;
  const text = decodeBytes(file.bytes, charset);
  const feed = file.name.endsWith(".json")
    ? parseJsonFeed(JSON.parse(text))
    : parseFeed(text, headers["content-location"] ?? null);
  for (const { field, value } of expectations) {
    if (field === "encoding") {
      const met = decodesAlike(file.bytes, text, String(value));
      yield { field, met, shown: `${charset} for ${String(value)}` };
      continue;
    }
    const found = readField(feed, field);
    if (found !== undefined)
      yield { field, met: alike(found, value), shown: `${JSON.stringify(found)} for ${JSON.stringify(value)}` };
  }
}

/** An encoding is met when the expected one gives the same text: ASCII is the same in all of them. */
function decodesAlike(bytes: Uint8Array, text: string, expected: string): boolean {
  const name = known(expected);
  return name !== null && decodeBytes(bytes, name === "utf-16" ? charsetOf(bytes).name : name) === text;
}

type Reading = string | Moment | null;

const FEED_FIELDS: Readonly<Record<string, (feed: Feed) => Reading>> = {
  title: (f) => f.title,
  "title_detail.value": (f) => f.title,
  link: (f) => f.link,
  description: (f) => f.description,
  subtitle: (f) => f.description,
  tagline: (f) => f.description,
  "subtitle_detail.value": (f) => f.description,
  "tagline_detail.value": (f) => f.description,
  language: (f) => f.language,
  published_parsed: (f) => f.published,
  updated_parsed: (f) => f.updated,
};

const ENTRY_FIELDS: Readonly<Record<string, (entry: FeedEntry) => Reading>> = {
  id: (e) => e.id,
  guid: (e) => e.id,
  title: (e) => e.title,
  "title_detail.value": (e) => e.title,
  link: (e) => e.link,
  summary: (e) => e.summary,
  description: (e) => e.summary ?? e.content,
  "summary_detail.value": (e) => e.summary,
  "content.0.value": (e) => e.content,
  author: (e) => e.author,
  "author_detail.name": (e) => e.author,
  language: (e) => e.language,
  published_parsed: (e) => e.published,
  updated_parsed: (e) => e.updated,
  created_parsed: (e) => e.created,
  "source.title": (e) => e.source,
  date_parsed: (e) => e.updated ?? e.published,
};

/** Undefined for a field that we do not read. */
function readField(feed: Feed | null, field: string): Reading | undefined {
  const entry = /^entries\.(\d+)\.(.+)$/.exec(field);
  const read = entry ? ENTRY_FIELDS[entry[2] ?? ""] : undefined;
  if (entry)
    return read && (feed?.entries[Number(entry[1])] ? read(feed.entries[Number(entry[1])] as FeedEntry) : null);
  const own = FEED_FIELDS[field.replace(/^feed\./, "")];
  return own && (feed === null ? null : own(feed));
}

function alike(found: Reading, expected: Expected): boolean {
  if (typeof found === "object" && found !== null)
    return Array.isArray(expected) && instant(found) === tuple(expected as readonly number[]);
  const words = (s: string): string => textOfHtml(s).replace(/\s+/g, " ").trim();
  const plain = (s: string): string => s.replace(/\s+/g, " ").trim();
  const wanted = String(expected);
  return (
    plain(found ?? "") === plain(wanted) || words(found ?? "") === words(wanted) || plain(found ?? "") === words(wanted)
  );
}

/** A struct_time of Python, in universal time, to the second. */
function tuple([year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0]: readonly number[]): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function instant({ day, time, offset }: Moment): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (time === null) return midnight;
  return midnight + ((time.hour * 60 + time.minute - (offset ?? 0)) * 60 + time.second) * 1000;
}
