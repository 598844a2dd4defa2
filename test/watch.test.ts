/** `dragoman watch` as users run it, against a server on this machine. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CERTIFICATE } from "../src/fetching/certificate.test-data.ts";
import { MisbehavingServer } from "../src/fetching/misbehaving-server.test-data.ts";
import { ROOT, type Run, rowsOf } from "./workplace.ts";

const MAIN = join(ROOT, "dist/src/cli/main.js");
const FEED = `<rss version="2.0"><channel><title>Norland News</title><item><guid isPermaLink="false">1</guid><title>Envoys</title><pubDate>Fri, 10 May 2024 10:00:00 GMT</pubDate><description>Norland expelled two envoys.</description></item></channel></rss>`;

let server: MisbehavingServer;
let folder: string;
beforeAll(async () => {
  server = await MisbehavingServer.start();
  folder = mkdtempSync(join(tmpdir(), "dragoman-watch-"));
  server.answers("/feed", FEED, { etag: '"1"' });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const start = (args: readonly string[]): ReturnType<typeof startCommand> =>
  startCommand(["watch", ...args, "--jobs", "1"]);

function startCommand(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): { readonly child: ChildProcess; readonly done: Promise<Run> } {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder, env: { ...process.env, ...env } });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  const done = new Promise<Run>((resolve) =>
    child.on("close", (status) =>
      resolve({ status, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    ),
  );
  return { child, done };
}

/** What the base holds of its reports. */
async function reportsIn(db: string): Promise<readonly unknown[]> {
  const query = "SELECT report, date, title, source, text FROM reports ORDER BY rowid";
  const asked = startCommand(["sql", query, "--db", db, "--format", "jsonl"]);
  return rowsOf(await asked.done);
}

const run = (...args: readonly string[]): Promise<Run> => start(args).done;

function list(name: string, ...lines: readonly string[]): string {
  writeFileSync(join(folder, name), lines.join("\n"));
  return name;
}

describe("dragoman watch", () => {
  it("stores what is new once, coded, and tells how the sources do", async () => {
    const sources = list(
      "sources.opml",
      `<opml><body><outline title="News" xmlUrl="${server.url("/feed")}"/></body></opml>`,
    );
    const args = [sources, "--db", "a.duckdb", "--once", "--allow-private", "--ids"];
    const first = await run(...args);
    expect(first.err).toContain("1 poll; 1 new report with 1 events in a.duckdb");
    expect(first.err).toContain("linked 1 report");
    expect(first).toMatchObject({ status: 0 });
    const stored = await reportsIn("a.duckdb");
    expect(stored).toMatchObject([
      { date: "2024-05-10", title: "Envoys", source: "Norland News", text: "Norland expelled two envoys." },
    ]);
    expect(first.out).toBe(`${(stored[0] as { report: string }).report}\n`);
    expect(await run(...args)).toMatchObject({ status: 0, out: "" });
    const events = await startCommand(["events", "--db", "a.duckdb", "--format", "jsonl"]).done;
    expect(rowsOf(events)).toMatchObject([{ event: ["SANCTION"], date: "2024-05-10" }]);
    const health = await run("--health", "--db", "a.duckdb", "--format", "jsonl");
    expect(health).toMatchObject({ status: 0, err: "" });
    expect(rowsOf(health)).toMatchObject([
      { source: server.url("/feed"), title: "News", listed: true, status: 200, failures: 0, items: 1, problem: null },
    ]);
    expect((await run("--health", "--db", "a.duckdb")).out).toMatch(/^source .*last success .*next poll/);
  });

  it("asks nothing of this machine unless allowed", async () => {
    const asked = server.asked.length;
    const done = await run(list("own.txt", server.url("/feed")), "--db", "b.duckdb", "--once");
    expect(done).toMatchObject({ status: 1, out: "" });
    expect(done.err).toMatch(/127\.0\.0\.1 is not asked \(loopback\); give --allow-private/);
    expect(server.asked.length).toBe(asked);
  });

  it("says what is wrong with the list, and watches the rest", async () => {
    const sources = list("mixed.txt", "nowhere", server.url("/feed"));
    const done = await run(sources, "--db", "c.duckdb", "--once", "--allow-private");
    expect(done.status).toBe(1);
    expect(done.err).toContain("mixed.txt:1: “nowhere” is no web address");
    expect(done.err).toContain("1 record refused, 1 source watched");
    expect(await reportsIn("c.duckdb")).toHaveLength(1);
  });

  it.each([
    [["--once", "--db", "d.duckdb"], 2, "name an OPML file"],
    [["none.opml", "--db", "d.duckdb"], 1, "none.opml: no such file"],
    [["--health", "--db", "none.duckdb"], 1, "nothing is watched with this base"],
    [["sources.txt"], 2, "--db"],
    [["sources.txt", "--db", "d.duckdb", "--every", "0"], 2, "whole number above 0"],
  ])("needs what it needs: %j", async (args, status, message) => {
    const done = await run(...args);
    expect(done).toMatchObject({ status, out: "" });
    expect(done.err).toContain(message);
  });

  it("refuses a file that is no base", async () => {
    list("text.duckdb", "some text");
    const done = await run(list("one.txt", server.url("/feed")), "--db", "text.duckdb", "--once", "--allow-private");
    expect(done).toMatchObject({ status: 1, out: "" });
    expect(done.err).toContain("text.duckdb: this is no event base");
  });

  it("asks servers with TLS, whose certificate must be good for their name", async () => {
    const secure = await MisbehavingServer.start("https");
    const url = secure.answers("/feed", FEED);
    list("trusted.pem", CERTIFICATE);
    const args = [
      list("secure.txt", url, url.replace("localhost", "127.0.0.1")),
      "--db",
      "s.duckdb",
      "--once",
      "--allow-private",
    ];
    const done = await startCommand(["watch", ...args], { NODE_EXTRA_CA_CERTS: join(folder, "trusted.pem") }).done;
    await secure.stop();
    expect(done.err).toMatch(/127\.0\.0\.1:\d+\/feed: the robots\.txt .* cannot be had \(.*no connection .*altnames/);
    expect(done.err).toContain("2 polls, 1 failed; 1 new report");
    expect(await reportsIn("s.duckdb")).toHaveLength(1);
  });

  it("runs until it is stopped, and keeps what it had", async () => {
    const polled = new Promise<void>((resolve) => {
      server.at("/waits", (_request, answer) => {
        answer.end(FEED);
        resolve();
      });
    });
    const { child, done } = start([
      list("waits.txt", server.url("/waits")),
      "--db",
      "e.duckdb",
      "--allow-private",
      "--ids",
    ]);
    await polled;
    await new Promise((resolve) => child.stdout?.once("data", resolve));
    child.kill("SIGTERM");
    const ended = await done;
    expect(ended).toMatchObject({ status: 0 });
    expect(ended.err).toContain("1 poll; 1 new report");
    expect(rowsOf(await run("--health", "--db", "e.duckdb", "--format", "jsonl"))).toMatchObject([{ items: 1 }]);
    expect(await reportsIn("e.duckdb")).toHaveLength(1);
  });

  it("waits while another program has the base", async () => {
    const sources = list("busy.txt", server.url("/feed"));
    await run(sources, "--db", "f.duckdb", "--once", "--allow-private");
    const other = await DuckDBInstance.create(join(folder, "f.duckdb"));
    const { child, done } = start([sources, "--db", "f.duckdb", "--once", "--allow-private"]);
    const told = await new Promise<Buffer>((resolve) => child.stderr?.once("data", resolve));
    expect(told.toString()).toContain("f.duckdb is in use by another process; waiting for it");
    other.closeSync();
    expect(await done).toMatchObject({ status: 0 });
    expect(await reportsIn("f.duckdb")).toHaveLength(1);
  });
});
