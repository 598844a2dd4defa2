/** `dragoman export` and `dragoman import` as users run them. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jsonLines, ROOT, rowsOf, type Run, Workplace } from "./workplace.ts";

const REPORTS = [
  {
    id: "a",
    date: "2024-05-10",
    title: "Talks, and more",
    source: "Norland Times",
    url: "https://example.org/a",
    text: "Ecuador expelled two French diplomats on Friday. Kenya may send troops to Haiti next month. Peru and Chile signed a treaty in Lima on Thursday.",
  },
  { id: "b", date: "2024-05-11", text: "Police arrested twelve protesters in Quito on Friday." },
];

let work: Workplace;
let folder: string;
const at = (name: string): string => join(folder, name);
const exported = (...args: readonly string[]): Run => work.run(["export", "--db", at("own.duckdb"), ...args]);
const imported = (db: string, format: string, ...files: readonly string[]): Run =>
  work.run(["import", "--db", at(db), "--as", format, ...files]);
const asked = (db: string, query: string): readonly object[] => rowsOf(work.run(["sql", query, "--db", at(db)]));
const lines = (run: Run): readonly string[] => run.out.split("\n").slice(0, -1);

beforeAll(() => {
  work = new Workplace();
  folder = mkdtempSync(join(tmpdir(), "dragoman-exports-"));
  writeFileSync(at("reports.jsonl"), jsonLines(REPORTS));
  expect(work.run(["ingest", at("reports.jsonl"), "--db", at("own.duckdb"), "--jobs", "1"]).status).toBe(0);
});
afterAll(() => {
  work.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe("dragoman export", () => {
  it.each([
    ["icews", 20, true],
    ["polecat", 40, true],
    ["gdelt", 61, false],
  ] as const)("writes %s with %i columns", (format, columns, header) => {
    const run = exported("--as", format);
    expect(run.status).toBe(0);
    const rows = lines(run);
    expect(new Set(rows.map((r) => r.split("\t").length))).toEqual(new Set([columns]));
    expect(rows[0]?.startsWith("Event ID\tEvent Date")).toBe(header);
    expect(run.err).toContain("; left out: 1 not actual (--all-statuses)\n");
    const all = exported("--as", format, "--all-statuses");
    expect(lines(all).length).toBe(rows.length + 1);
    expect(all.err).toContain(`${format} cannot say which events are not actual`);
  });

  it("writes the events that `events` lists, in every format", () => {
    const listed = rowsOf(work.run(["events", "--db", at("own.duckdb"), "--format", "jsonl"]));
    expect(rowsOf(exported("--as", "plover")).length).toBe(listed.length);
    const csv = exported("--as", "csv");
    expect(lines(csv).length).toBe(listed.length + 1);
    expect(csv.err).toContain("left out: 1 not actual (--all-statuses)");
  });

  it.each([
    [["--country", "FRA"], 1, "1 event as csv"],
    [["--category", "support", "--place", "lima"], 1, "1 event as csv"],
    [["--text", "treaty", "--status", "hypothetical"], 1, "left out: 2 not hypothetical"],
    [["--from", "2024-05-10", "--to", "2024-05-10"], 2, "2 events as csv"],
    [["--actor", "XKX"], 0, "0 events as csv\n"],
  ])("takes the filters of `events`: %s", (filters, count, told) => {
    const run = exported("--as", "csv", ...filters);
    expect(run).toMatchObject({ status: 0, err: expect.stringContaining(told) as unknown });
    expect(lines(run).length).toBe(count + 1);
    expect(exported("--as", "parquet", "--out", at("chosen.parquet"), "--force", ...filters).status).toBe(0);
    expect(asked("own.duckdb", `SELECT count(*)::INTEGER AS n FROM '${at("chosen.parquet")}'`)).toEqual([{ n: count }]);
  });

  it("refuses a filter that cannot be meant", () => {
    expect(exported("--as", "csv", "--country", "France")).toMatchObject({ status: 2, out: "" });
  });

  it("writes all statuses where the format can say them", () => {
    const plover = exported("--as", "plover", "--all-statuses");
    expect(plover.err).not.toContain("cannot say");
    const rows = rowsOf(plover);
    expect(rows.map((r) => r["context"])).toContainEqual(expect.arrayContaining(["hypothetical"]));
    const csv = lines(exported("--as", "csv", "--all-statuses"));
    expect(csv.length).toBe(rows.length + 1);
    expect(csv.some((l) => l.includes('"Talks, and more",Norland Times,https://example.org/a,en'))).toBe(true);
  });

  it("writes the same bytes every time", () => {
    expect(exported("--as", "gdelt").out).toBe(exported("--as", "gdelt").out);
  });

  it("writes Parquet with the columns of the CSV, into a file alone", () => {
    expect(exported("--as", "parquet")).toMatchObject({ status: 2, err: expect.stringContaining("--out") as unknown });
    expect(exported("--as", "parquet", "--out", at("events.parquet")).status).toBe(0);
    const rows = asked("own.duckdb", `SELECT * FROM '${at("events.parquet")}'`);
    const header = lines(exported("--as", "csv"))[0];
    expect(Object.keys(rows[0] ?? {}).join(",")).toBe(header);
    expect(rows).toContainEqual(
      expect.objectContaining({ date: "2024-05-10", actor: ["ECU"], source: "Norland Times" }),
    );
  });

  it("replaces a file only when asked", () => {
    writeFileSync(at("there.tab"), "mine");
    expect(exported("--as", "icews", "--out", at("there.tab"))).toMatchObject({
      status: 1,
      err: expect.stringContaining("--force") as unknown,
    });
    expect(readFileSync(at("there.tab"), "utf8")).toBe("mine");
    expect(exported("--as", "icews", "--out", at("there.tab"), "--force").status).toBe(0);
    expect(readFileSync(at("there.tab"), "utf8")).toBe(exported("--as", "icews").out);
  });
});

describe("dragoman import", () => {
  it.each(["icews", "gdelt", "polecat", "plover"])("takes in what was exported as %s", (format) => {
    const file = at(`round.${format}`);
    expect(exported("--as", format, "--out", file).status).toBe(0);
    expect(imported(`${format}.duckdb`, format, file)).toMatchObject({ status: 0, out: "" });
    const again = work.run(["export", "--db", at(`${format}.duckdb`), "--as", format, "--run", "1"]);
    // The base stores neither the stories of ICEWS nor the days of PLOVER's reports: rows may stand in another order.
    const [before, after] = [readFileSync(file, "utf8"), again.out].map((text) =>
      text.split("\n").map(unnumbered).sort(),
    );
    expect(after).toEqual(before);
    expect(
      asked(`${format}.duckdb`, "SELECT DISTINCT report, from_run, event LIKE '%:%' AS named FROM events"),
    ).toEqual([{ report: "import:1", from_run: 1, named: true }]);
  });

  it("keeps what others coded apart from what was coded here", () => {
    imported("own.duckdb", "gdelt", at("round.gdelt"));
    const run = exported("--as", "gdelt");
    expect(run.out).toBe(readFileSync(at("round.gdelt"), "utf8"));
    expect(run.err).toMatch(/left out: \d+, of which \d+ taken in from others \(--run N\), 1 not actual/);
  });

  it("reads gzip and zip archives", () => {
    const text = readFileSync(at("round.polecat"));
    writeFileSync(at("packed.txt.gz"), gzipSync(text));
    writeFileSync(at("packed.txt.zip"), zipOf("ngecEvents.txt", text));
    for (const name of ["packed.txt.gz", "packed.txt.zip"]) {
      expect(imported(`${name}.duckdb`, "polecat", at(name))).toMatchObject({ status: 0 });
      expect(asked(`${name}.duckdb`, "SELECT count(*)::INTEGER AS n FROM events")).toEqual(
        asked("polecat.duckdb", "SELECT count(*)::INTEGER AS n FROM events"),
      );
    }
  });

  it("takes a file in once", () => {
    const run = imported("icews.duckdb", "icews", at("round.icews"));
    expect(run).toMatchObject({
      status: 1,
      err: expect.stringContaining("run 1 has taken this file in already") as unknown,
    });
    expect(asked("icews.duckdb", "SELECT count(*)::INTEGER AS n FROM runs")).toEqual([{ n: 1 }]);
  });

  it("refuses rows with file and line, goes on, and keeps what was refused", () => {
    const [header = "", first = "", ...rest] = readFileSync(at("round.icews"), "utf8").trimEnd().split("\n");
    const broken = first.replace("1\t2024-05-10", "9\t2024-02-30");
    writeFileSync(at("slips.tab"), `${[header, first, first, broken, `${first}\tmore`, ...rest].join("\r\n")}\r\n`);
    const run = imported("slips.duckdb", "icews", at("slips.tab"));
    expect(run.status).toBe(1);
    expect(run.err).toMatch(/slips\.tab:3: the id “1:2024-05-10” stands in a row before/);
    expect(run.err).toMatch(/slips\.tab:4: Event Date is “2024-02-30”: there is no such day/);
    expect(run.err).toMatch(/slips\.tab:5: the row is “.*”: it has 21 cells where 20 are expected/);
    expect(run.err).toContain("1 row refused: another row with this id stands before it");
    expect(asked("slips.duckdb", "SELECT line FROM refused ORDER BY line")).toEqual([
      { line: 3 },
      { line: 4 },
      { line: 5 },
    ]);
    expect(asked("slips.duckdb", "SELECT count(*)::INTEGER AS n FROM events")).toEqual([{ n: 1 + rest.length }]);
  });

  it("tells ten refusals of a kind and counts the rest", () => {
    const [header = "", first = ""] = readFileSync(at("round.icews"), "utf8").split("\n");
    writeFileSync(at("many.tab"), [header, ...Array.from({ length: 40 }, () => first)].join("\n"));
    const run = imported("many.duckdb", "icews", at("many.tab"));
    expect(run.err.match(/stands in a row before/g)).toHaveLength(10);
    expect(run.err).toContain("39 rows refused");
  });

  it.each([
    ["a file of another format", "icews", "round.polecat", /the header is “.*”: these columns are missing/],
    ["a file that is not there", "icews", "none.tab", /none\.tab: no such file/],
    ["a damaged archive", "polecat", "damaged.gz", /damaged\.gz: cannot be read/],
  ])("takes in nothing of %s", (_, format, file, message) => {
    writeFileSync(at("damaged.gz"), gzipSync(readFileSync(at("round.polecat"))).subarray(0, 200));
    const run = imported("nothing.duckdb", format, at(file));
    expect(run.status).toBe(1);
    expect(run.err).toMatch(message);
    expect(
      asked(
        "nothing.duckdb",
        "SELECT (SELECT count(*) FROM events)::INTEGER AS e, (SELECT count(*) FROM runs)::INTEGER AS r",
      ),
    ).toEqual([{ e: 0, r: 0 }]);
  });

  it("leaves nothing behind when it is killed", async () => {
    const [header = "", first = ""] = readFileSync(at("round.icews"), "utf8").split("\n");
    const process_ = spawn(process.execPath, [
      join(ROOT, "dist/src/cli/main.js"),
      "import",
      "-",
      "--as",
      "icews",
      "--db",
      at("killed.duckdb"),
    ]);
    const ended = new Promise((resolve) => process_.once("exit", resolve));
    process_.stdin.on("error", () => undefined);
    process_.stdin.write(`${header}\n`);
    for (let i = 0; i < 10_000; i++) process_.stdin.write(`${first.replace("1\t", `${i + 1}\t`)}\n`);
    while (!existsSync(at("killed.duckdb"))) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    process_.kill("SIGKILL");
    await ended;
    expect(asked("killed.duckdb", "SELECT count(*)::INTEGER AS n FROM events")).toEqual([{ n: 0 }]);
    expect(imported("killed.duckdb", "icews", at("round.icews")).status).toBe(0);
  });
});

/** Without the numbers that ICEWS rows and stories get from their place in the file. */
function unnumbered(row: string): string {
  const cells = row.split("\t");
  return cells.length === 20 ? cells.filter((_, i) => i !== 0 && i !== 11).join("\t") : row;
}

/** A zip archive of one file, as GDELT and POLECAT publish theirs. */
function zipOf(name: string, content: Uint8Array): Uint8Array {
  const packed = deflateRawSync(content);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  const directory = Buffer.from("PK\u0001\u0002 and what follows", "latin1");
  return Buffer.concat([header, Buffer.from(name), packed, directory]);
}
