/**
 * `dragoman happenings link` killed with SIGKILL at random moments: running it again completes, and gives the rows that one run gives.
 * DRAGOMAN_KILLS and DRAGOMAN_LINK_REPORTS make it longer.
 */
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { DuckDbStore } from "../src/store/duckdb/duckdb-store.ts";
import { HAPPENING_FAULTS } from "../src/store/duckdb/happening-faults.test-data.ts";
import type { CodedReport } from "../src/store/event-store.ts";
import { party, report, told } from "../src/stories/told.test-data.ts";
import { ask, dump } from "./event-base-dump.ts";
import { Workplace } from "./workplace.ts";

const KILLS = Number(process.env["DRAGOMAN_KILLS"] ?? 3);
const REPORTS = Number(process.env["DRAGOMAN_LINK_REPORTS"] ?? 1500);
const FIRST_DAY = Date.UTC(2024, 0, 1);
const REPORTS_A_DAY = 20;
const DAY_MS = 86_400_000;

let work: Workplace;
beforeAll(async () => {
  work = new Workplace();
  const store = await DuckDbStore.open(join(work.path, "killed.duckdb"), "create");
  const run = await store.startRun({ kind: "ingest", coder: "test", note: null, fingerprint: null }, "2024-06-01T00:00:00.000Z"); // prettier-ignore
  await store.add(run, { reports: Array.from({ length: REPORTS }, (_, n) => codedReport(n)), refused: [] });
  await store.close();
  copyFileSync(join(work.path, "killed.duckdb"), join(work.path, "whole.duckdb"));
}, 300_000);
afterAll(() => work.remove());

/** Two in five reports tell of a killing that another one of the same day tells too. */
function codedReport(n: number): CodedReport {
  const day = Math.floor(n / REPORTS_A_DAY);
  const deed = n % 5 === 4 ? n - 3 : n;
  const name = `Trader ${String.fromCharCode(65 + (deed % 26), 97 + (Math.floor(deed / 26) % 26), 97 + (day % 26))}`;
  const date = new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10);
  const text = `Gunmen killed the shopkeeper ${name} at the gate of market hall ${deed} in Porto Alto, police officer ${n} said.`;
  const of = report(`r${n}`, text, { date, source: `Paper ${n % 7}` });
  const event = told(`e${n}`, of, { date, recipient: [party("XMA", "BUS", name, name)], dead: 1 });
  return {
    report: { id: of.id, date, title: null, source: of.source, url: null, language: "en", text },
    content: of.id, words: [], sentences: [], quotations: [], events: [event],
  }; // prettier-ignore
}

/** A sequence that looks random and is the same in each run: any failure can be seen again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

it(`completes after ${KILLS} kills over ${REPORTS} reports`, { timeout: 3_600_000 }, async () => {
  const began = performance.now();
  expect(work.run(["happenings", "link", "--db", "whole.duckdb"]).status).toBe(0);
  const longest = performance.now() - began;
  const random = randomFrom(20240510);
  let partly = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const child = work.start(["happenings", "link", "--db", "killed.duckdb"]);
    const timer = setTimeout(() => child.kill("SIGKILL"), longest * (0.2 + 0.6 * random()));
    await new Promise((resolve) => child.on("close", resolve));
    clearTimeout(timer);
    const faults = Object.entries(HAPPENING_FAULTS).map(
      ([fault, sql]) => `SELECT '${fault}' AS fault, n FROM (${sql})`,
    );
    expect(ask(work, "killed.duckdb", `FROM (${faults.join(" UNION ALL ")}) WHERE n > 0`)).toBe("");
    const left = Number(ask(work, "killed.duckdb", "SELECT count(*) AS n FROM reports WHERE story IS NULL").replace(/\D/g, "")); // prettier-ignore
    if (left > 0 && left < REPORTS) partly++;
  }
  expect(work.run(["happenings", "link", "--db", "killed.duckdb"]).status).toBe(0);
  expect(dump(work, "killed.duckdb")).toBe(dump(work, "whole.duckdb"));
  const merged = ask(work, "whole.duckdb", "SELECT count(*) AS n FROM happenings WHERE reports > 1");
  expect(Number(merged.replace(/\D/g, ""))).toBeGreaterThan(REPORTS / 10);
  // A machine that is too quick, or too slow, for any kill to fall into the work shows nothing.
  if (partly === 0) console.warn("no kill fell into the linking itself");
});
