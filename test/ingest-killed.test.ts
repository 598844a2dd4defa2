/**
 * `dragoman ingest` killed with SIGKILL at random moments: what it said it had stored is there, running it again completes, and
 * nothing is there twice. DRAGOMAN_KILLS and DRAGOMAN_KILL_REPORTS make it longer: 50 and 5000 are the long form.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, dump } from "./event-base-dump.ts";
import { syntheticReports } from "./synthetic-reports.ts";
import { jsonLines, Workplace } from "./workplace.ts";

const KILLS = Number(process.env["DRAGOMAN_KILLS"] ?? 5);
const REPORTS = Number(process.env["DRAGOMAN_KILL_REPORTS"] ?? 200);
const ARGS = ["ingest", "reports.jsonl", "--db", "killed.duckdb", "--jobs", "2", "--ids"] as const;
/** Long enough for a loaded machine to start in. */
const LONGEST_START_MS = 4000;
const LONGEST_WAIT_MS = 200;

let work: Workplace;
beforeAll(() => {
  work = new Workplace();
  work.file("reports.jsonl", jsonLines(syntheticReports(REPORTS)));
});
afterAll(() => work.remove());

/** A sequence that looks random and is the same in each run: any failure can be seen again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

/** When a process is killed: some time after its start, or after it said that so many reports are stored. */
type Moment = { readonly afterStart: number } | { readonly afterStored: number; readonly wait: number };

/** Runs the command until the moment and kills it; gives the ids that it said were stored. */
function ingestUntil(moment: Moment): Promise<readonly string[]> {
  const child = work.start(ARGS);
  let said = "";
  const kill = (delay: number): NodeJS.Timeout => setTimeout(() => child.kill("SIGKILL"), delay);
  if ("afterStart" in moment) kill(moment.afterStart);
  let counting = "afterStored" in moment;
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString("utf8");
    if (!counting || !("afterStored" in moment) || idsIn(said).length < moment.afterStored) return;
    counting = false;
    kill(moment.wait);
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", () => resolve(idsIn(said)));
  });
}

/** Whole lines only: a half-written id was not said. */
function idsIn(said: string): readonly string[] {
  return said.split("\n").slice(0, -1);
}

describe(`ingest killed ${KILLS} times over ${REPORTS} reports`, () => {
  it("loses nothing that it said was stored, stores nothing twice, and completes", { timeout: 7_200_000 }, async () => {
    const random = randomFrom(20240510);
    const said = new Set<string>();
    const perKill = Math.ceil(REPORTS / KILLS);
    for (let kill = 0; kill < KILLS; kill++) {
      const moment: Moment =
        kill % 3 === 0
          ? { afterStart: Math.floor(random() * LONGEST_START_MS) }
          : { afterStored: 1 + Math.floor(random() * perKill), wait: Math.floor(random() * LONGEST_WAIT_MS) };
      for (const id of await ingestUntil(moment)) {
        expect(said.has(id), `${id} was stored twice`).toBe(false);
        said.add(id);
      }
      if (!existsSync(join(work.path, "killed.duckdb"))) continue;
      const stored = new Set(ask(work, "killed.duckdb", "SELECT report FROM reports").split("\n").filter(Boolean).map((l) => (JSON.parse(l) as { report: string }).report)); // prettier-ignore
      expect([...said].filter((id) => !stored.has(id))).toEqual([]);
    }
    expect(work.run(ARGS.slice(0, -1))).toMatchObject({ status: 0 });
    expect(work.run(["ingest", "reports.jsonl", "--db", "whole.duckdb", "--jobs", "1"])).toMatchObject({ status: 0 });
    expect(dump(work, "killed.duckdb")).toBe(dump(work, "whole.duckdb"));
    expect(JSON.parse(ask(work, "killed.duckdb", "SELECT count(*) AS n FROM reports"))).toEqual({ n: REPORTS });
  });
});
