import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readHappeningGold, happeningFolder } from "../eval/happening-gold.ts";
import { createCoder } from "../src/coder/create-coder.ts";
import { packageRoot } from "../src/lexicon/package-files.ts";
import { BaseReader } from "../src/store/duckdb/base-reader.ts";
import { DuckDbStore } from "../src/store/duckdb/duckdb-store.ts";
import { HAPPENING_FAULTS } from "../src/store/duckdb/happening-faults.test-data.ts";
import type { CodedReport, NewRun } from "../src/store/event-store.ts";
import { editHappening } from "../src/linking/edit-happening.ts";
import { linkHappenings, type LinkingLimits } from "../src/linking/link-happenings.ts";

const AT = "2024-06-01T00:00:00.000Z";
const RUN: NewRun = { kind: "ingest", coder: "test", note: null, fingerprint: null };
const WHOLE: LinkingLimits = { chunk: 10_000, days: 10_000, kept: 1_000_000 };
const TABLES = {
  reports: "SELECT report, story, story_share FROM reports ORDER BY report",
  happenings: "SELECT * FROM happenings ORDER BY position",
  events: "SELECT * FROM happening_events ORDER BY position, place",
};

let folder: string;
let coded: readonly CodedReport[];
let whole: unknown;
let count = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "dragoman-linking-"));
  const coder = await createCoder();
  // By id, not by date: the days that are needed come and go.
  const gold = [...(readHappeningGold(happeningFolder(packageRoot)) ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(gold.length).toBeGreaterThan(300);
  coded = gold.map((row) => {
    // Some reports have no date.
    const report = { id: row.id, date: row.id.endsWith("-x2") ? null : row.date, title: row.title, source: row.source, url: null, language: "en", text: row.text }; // prettier-ignore
    return { report, content: row.id, words: [], sentences: [], quotations: [], events: coder.code(report) };
  });
  whole = await rowsOf(await baseOf([coded.length], WHOLE));
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true }));

async function linked(store: DuckDbStore, limits: LinkingLimits = WHOLE): Promise<void> {
  for await (const step of linkHappenings(store, limits)) expect(step.reports).toBeGreaterThan(0);
}

/** Stores the reports in runs of the given sizes, links after each, and gives the file. */
async function baseOf(sizes: readonly number[], limits: LinkingLimits): Promise<string> {
  const path = join(folder, `${count++}.duckdb`);
  let from = 0;
  for (const size of sizes) {
    const store = await DuckDbStore.open(path, "create");
    await store.add(await store.startRun(RUN, AT), { reports: coded.slice(from, from + size), refused: [] });
    await linked(store, limits);
    await store.close();
    from += size;
  }
  return path;
}

/** What linking has written; a contradiction in it fails the test. */
async function rowsOf(path: string): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const base = await BaseReader.open(path);
  const ask = async (sql: string): Promise<readonly unknown[]> => {
    const rows: unknown[] = [];
    for await (const row of (await base.ask(sql)).rows) rows.push(row);
    return rows;
  };
  for (const [fault, sql] of Object.entries(HAPPENING_FAULTS)) expect(await ask(sql), fault).toEqual([[0]]);
  const tables: Record<string, readonly unknown[]> = {};
  for (const [name, sql] of Object.entries(TABLES)) tables[name] = await ask(sql);
  base.close();
  return tables;
}

/** A sequence that looks random and is the same in each run: any failure can be seen again. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

describe("linking", { timeout: 600_000 }, () => {
  it("merges what several reports tell", () => {
    const { happenings, events } = whole as Record<string, unknown[]>;
    const all = coded.reduce((sum, { events: own }) => sum + own.length, 0);
    expect(events?.length).toBe(all);
    expect(happenings?.length).toBeLessThan(all * 0.9);
  });

  it.each([1, 2, 3])("gives the same rows however reports are divided and memory is let go (%i)", async (seed) => {
    const random = randomFrom(seed);
    const sizes: number[] = [];
    for (let left = coded.length; left > 0; left -= sizes.at(-1) ?? left) sizes.push(Math.min(left, 1 + random(200)));
    const limits = { chunk: 10 + random(40), days: 20 + random(100), kept: 10 + random(100) };
    expect(await rowsOf(await baseOf(sizes, limits))).toEqual(whole);
  });

  it("gives the same rows when all is linked again, and when every row is written anew", async () => {
    const path = await baseOf([coded.length], WHOLE);
    const store = await DuckDbStore.open(path, "write");
    await store.unlinkAll();
    expect((await store.linkState()).unlinked).toBe(coded.length);
    await linked(store, { chunk: 100, days: 100, kept: 100 });
    await store.close();
    expect(await rowsOf(path)).toEqual(whole);
  });
});

describe("events that are coded otherwise", { timeout: 600_000 }, () => {
  it("leave their happening, which keeps the others, and are linked again", async () => {
    const path = await baseOf([coded.length], WHOLE);
    const store = await DuckDbStore.open(path, "write");
    const run = await store.startRun({ ...RUN, kind: "recode" }, AT);
    const random = randomFrom(7);
    const again = coded
      .filter(() => random(3) === 0)
      .map((report) => ({
        ...report,
        events: report.events
          .filter(() => random(4) > 0)
          .map((event) => (random(4) > 0 ? event : { ...event, confidence: 0.111 })),
      }));
    for (let i = 0; i < again.length; i += 30) await store.recode(run, again.slice(i, i + 30));
    await store.close();
    await rowsOf(path);
    const other = `${path}.copy`;
    copyFileSync(path, other);
    for (const [file, limits] of [
      [path, WHOLE],
      [other, { chunk: 7, days: 30, kept: 20 }],
    ] as const) {
      // prettier-ignore
      const base = await DuckDbStore.open(file, "write");
      await linked(base, limits);
      expect(await base.linkState()).toMatchObject({ unlinked: 0, stale: 0 });
      await base.close();
    }
    expect(await rowsOf(other)).toEqual(await rowsOf(path));
  });
});

describe("what a person decides", { timeout: 600_000 }, () => {
  it("is done at once, stands when all is linked again, and is undone by its opposite", async () => {
    const path = await baseOf([coded.length], WHOLE);
    const store = await DuckDbStore.open(path, "write");
    const { events } = whole as { events: readonly (readonly [number, number, string, string])[] };
    const second = events.find(([, place]) => place === 1);
    if (!second) throw new Error("nothing is merged");
    const [, , happening, event] = second;
    const happeningOf = async (id: string): Promise<string | undefined> =>
      (await store.happeningsWith([id]))[0]?.events[0]?.event;
    await editHappening(store, { kind: "split", happening, events: [event] });
    expect(await happeningOf(event)).toBe(event);
    await store.unlinkAll();
    await linked(store);
    expect(await happeningOf(event)).not.toBe(happening);
    const own = (await happeningOf(event)) ?? "";
    if (own !== event) await editHappening(store, { kind: "split", happening: own, events: [event] });
    await editHappening(store, { kind: "join", happening, events: [event] });
    expect(await happeningOf(event)).toBe(happening);
    await expect(editHappening(store, { kind: "split", happening, events: ["none"] })).rejects.toThrow("cannot split");
    await store.close();
    await rowsOf(path);
  });
});
