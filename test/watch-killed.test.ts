/** `dragoman watch` killed at random moments: nothing that was stored is lost, nothing is stored twice, and in the end all is there. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { MisbehavingServer } from "../src/fetching/misbehaving-server.test-data.ts";
import { ROOT } from "./workplace.ts";

const MAIN = join(ROOT, "dist/src/cli/main.js");
const KILLS = Number(process.env["DRAGOMAN_KILLS"] ?? 5);
/** Every server is a host of its own, and none waits for another. */
const FEEDS = 4;
const ENTRIES = 60;

let servers: readonly MisbehavingServer[];
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "dragoman-watch-killed-"));
  servers = await Promise.all(Array.from({ length: FEEDS }, () => MisbehavingServer.start()));
  for (const [i, server] of servers.entries()) server.answers("/feed", feed(i));
  writeFileSync(join(folder, "sources.txt"), servers.map((s) => s.url("/feed")).join("\n"));
});
afterAll(async () => {
  await Promise.all(servers.map((s) => s.stop()));
  rmSync(folder, { recursive: true });
});

function feed(of: number): string {
  const items = Array.from(
    { length: ENTRIES },
    (_, n) =>
      `<item><guid isPermaLink="false">${n}</guid><title>Story ${n}</title><description>Norland expelled ${n + 2} Maran diplomats of group ${of} on Friday. Police arrested ${n + 3} protesters in Quena.</description></item>`,
  );
  return `<rss version="2.0"><channel><title>Paper ${of}</title>${items.join("")}</channel></rss>`;
}

/** Runs a command and kills it after so many milliseconds; what it printed is given back. */
async function run(args: readonly string[], killAfter: number | null = null): Promise<string> {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
  const out: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  const timer = killAfter === null ? null : setTimeout(() => child.kill("SIGKILL"), killAfter);
  await once(child, "close");
  if (timer) clearTimeout(timer);
  return Buffer.concat(out).toString();
}

async function storedIds(): Promise<readonly string[]> {
  const rows = await run(["sql", "SELECT report FROM reports ORDER BY rowid", "--db", "w.duckdb", "--format", "csv"]);
  return rows.split("\n").slice(1).filter(Boolean);
}

it(`${KILLS} kills lose nothing and store nothing twice`, { timeout: 600_000 }, async () => {
  const args = ["watch", "sources.txt", "--db", "w.duckdb", "--once", "--allow-private", "--ids", "--jobs", "1"];
  const told = new Set<string>();
  for (let kill = 0; kill < KILLS; kill++) {
    // Steps that share nothing with the program's own: the start, the first base, coding, the last batch.
    const printed = await run(args, 700 + ((kill * 977) % 4000));
    // The last line may be cut off by the kill.
    for (const id of printed.split("\n").slice(0, -1)) told.add(id);
    if (told.size) expect(await storedIds()).toEqual(expect.arrayContaining([...told]));
  }
  await run(args);
  const ids = await storedIds();
  expect(ids).toHaveLength(FEEDS * ENTRIES);
  expect(new Set(ids).size).toBe(ids.length);
  const twice = await run([
    "sql",
    "SELECT event FROM events WHERE until_run IS NULL GROUP BY event HAVING count(*) > 1",
    "--db",
    "w.duckdb",
    "--format",
    "csv",
  ]);
  expect(twice.trim()).toBe("event");
});
