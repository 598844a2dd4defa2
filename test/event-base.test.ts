/** The commands around an event base as users run them: ingest, recode, diff, runs and sql. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ask, dump } from "./event-base-dump.ts";
import { syntheticReports } from "./synthetic-reports.ts";
import { jsonLines, type Run, Workplace } from "./workplace.ts";

// Every command starts threads that load a coder: on a busy machine seconds each.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const BASE = ["--db", "events.duckdb"] as const;
const REPORTS = syntheticReports(24);

let work: Workplace;
beforeAll(() => {
  work = new Workplace();
  work.file("reports.jsonl", jsonLines(REPORTS));
  expect(work.run(["ingest", "reports.jsonl", "--db", "events.duckdb", "--jobs", "2"]).status).toBe(0);
});
afterAll(() => work.remove());

function numbersOf(query: string, db = "events.duckdb"): unknown {
  return JSON.parse(ask(work, db, query));
}

describe("dragoman ingest", () => {
  it("stores every report once, with all that was read out of it", () => {
    const counts = `SELECT (SELECT count(*) FROM reports) AS reports,
      (SELECT count(*) FROM sentences) AS sentences, (SELECT count(DISTINCT report) FROM events) AS coded,
      (SELECT count(*) FROM parties WHERE role = 'actor' AND code <> '') > 20 AS actors`;
    expect(numbersOf(counts)).toEqual({ reports: 24, sentences: 48, coded: 24, actors: true });
  });

  it("writes the record as `code` does", () => {
    const coded = work.run(["code", "reports.jsonl", "--format", "jsonl"]).out.split("\n").filter(Boolean);
    const rows = ask(work, "events.duckdb", "SELECT record FROM events").split("\n").filter(Boolean);
    const stored = rows.map((row) => (JSON.parse(row) as { record: string }).record);
    expect([...stored].sort()).toEqual([...coded].sort());
  });

  it("passes over what is there already and leaves no run behind", () => {
    const run = work.run(["ingest", "reports.jsonl", ...BASE, "--jobs", "1", "--ids"]);
    expect(run).toMatchObject({ status: 0, out: "" });
    expect(run.err).toContain("stored 0 reports with 0 events in events.duckdb; 24 were there already");
    expect(numbersOf("SELECT count(*) AS runs FROM runs")).toEqual({ runs: 1 });
  });

  it("gives the same base for every number of threads", () => {
    expect(work.run(["ingest", "reports.jsonl", "--db", "one.duckdb", "--jobs", "1"]).status).toBe(0);
    expect(work.run(["ingest", "reports.jsonl", "--db", "three.duckdb", "--jobs", "3"]).status).toBe(0);
    expect(dump(work, "three.duckdb")).toBe(dump(work, "one.duckdb"));
    const order = "SELECT list(report ORDER BY rowid) AS ids FROM reports";
    expect(numbersOf(order, "three.duckdb")).toEqual({ ids: REPORTS.map((r) => r.id) });
  });

  it("refuses an id that belongs to other content, keeps the rest, and logs what it refused", () => {
    const [first, second] = REPORTS;
    const lines = [
      jsonLines([{ ...first, text: "Another text under the same id." }]),
      "{ no JSON\n",
      jsonLines([{ ...second, id: "copy of the second" }]),
      jsonLines([{ id: "new", date: "2024-06-01", text: "Peru thanked Chile on Friday." }]),
      jsonLines([{ id: "new", date: "2024-06-01", text: "A second report under the id of the first." }]),
      jsonLines([{ id: "again", date: "2024-06-01", text: "Peru thanked Chile on Friday." }]),
    ];
    work.file("mixed.jsonl", lines.join(""));
    const run = work.run(["ingest", "mixed.jsonl", ...BASE, "--jobs", "1", "--ids"]);
    expect(run).toMatchObject({ status: 1, out: "new\n" });
    expect(run.err).toContain("mixed.jsonl:1: the id “report-0000000” belongs to a stored report with other content");
    expect(run.err).toContain("mixed.jsonl:2: not valid JSON");
    expect(run.err).toContain("mixed.jsonl:5: the id “new” belongs");
    expect(run.err).toContain("3 records refused, 1 report stored");
    expect(run.err).toContain("2 were there already");
    const refused = ask(work, "events.duckdb", "SELECT path, line, code FROM refused ORDER BY line");
    expect(refused.trim().split("\n").map((l) => JSON.parse(l) as object)).toEqual([
      { path: "mixed.jsonl", line: 1, code: "REPORT_ID_TAKEN" },
      { path: "mixed.jsonl", line: 2, code: "INPUT_JSON" },
      { path: "mixed.jsonl", line: 5, code: "REPORT_ID_TAKEN" },
    ]); // prettier-ignore
  });

  it("reads what `code` reads: plain text and standard input", () => {
    const run = work.run(["ingest", "news.txt", "-", "--db", "plain.duckdb", "--jobs", "1", "--date", "2024-05-10"], jsonLines([{ id: "in", text: "France expelled two diplomats." }])); // prettier-ignore
    expect(run.status).toBe(0);
    expect(numbersOf("SELECT count(*) AS n, max(date) AS day FROM reports", "plain.duckdb")).toEqual({
      n: 2,
      day: "2024-05-10",
    });
  });

  it("says so when another process is using the base, or the file is something else", async () => {
    // Standard input stays open: the first process waits for reports with the base in its hands.
    const first = work.start(["ingest", "-", "--db", "busy.duckdb", "--jobs", "1"], "open");
    const second = (): Run => work.run(["sql", "SELECT 1", "--db", "busy.duckdb"]);
    let run = second();
    while (/no such event base|^$/.test(run.err)) run = second();
    expect(run).toMatchObject({ status: 1, out: "" });
    expect(run.err).toMatch(/busy\.duckdb: another process \(\d+\) is using this event base; wait/);
    first.kill("SIGKILL");
    await new Promise((resolve) => first.on("close", resolve));
    const notBase = work.run(["ingest", "reports.jsonl", "--db", "news.txt"]);
    expect(notBase.status).toBe(1);
    expect(notBase.err).toContain("news.txt: this is no event base");
  });
});

describe("dragoman recode and diff", () => {
  beforeAll(() => {
    work.makeFolder("mine/ontology");
    work.file(
      "mine/ontology/assault.yaml",
      "id: ASSAULT\nframes:\n  - id: assault.of-mine\n    verbs: [count]\n    modes: [beat]\n",
    );
    expect(work.run(["ingest", "reports.jsonl", "--db", "again.duckdb", "--jobs", "1"]).status).toBe(0);
  });

  it("has nothing to do where nothing changed", () => {
    const run = work.run(["recode", "--db", "again.duckdb", "--jobs", "1"]);
    expect(run).toMatchObject({ status: 0, out: "" });
    expect(run.err).toContain("nothing to code again: 24 stored reports read as before");
  });

  it(
    "codes the reports again that an edit can change, keeps the run of the other events, and shows the difference",
    { timeout: 300_000 },
    () => {
      work.file(
        "other.jsonl",
        jsonLines([{ id: "other", date: "2024-05-10", text: "France expelled two diplomats." }]),
      );
      expect(work.run(["ingest", "other.jsonl", "--db", "again.duckdb", "--jobs", "1"]).status).toBe(0);
      const recode = work.run(["recode", "--db", "again.duckdb", "--jobs", "1", "--lexicon", "mine"]);
      expect(recode.status).toBe(0);
      expect(recode.err).toMatch(
        /run 3 coded 24 of 25 reports again: 24 events gained, 0 lost, 0 changed, \d+ as before/,
      );
      expect(numbersOf("SELECT count(*) AS n FROM reports WHERE coded = 2", "again.duckdb")).toEqual({ n: 1 });
      expect(numbersOf("SELECT count(*) AS n FROM events WHERE from_run = 3", "again.duckdb")).toEqual({ n: 24 });

      const changes = work.run(["diff", "2", "3", "--db", "again.duckdb"]).out.trim().split("\n");
      expect(changes.length).toBe(24);
      expect(JSON.parse(changes[0] ?? "")).toMatchObject({
        change: "gained",
        report: "report-0000000",
        new_report: false,
        rules: [{ field: "event", before: null, after: "assault.of-mine" }],
        before: null,
        after: { event: ["ASSAULT"], mode: ["beat"] },
      });
      const table = work.run(["diff", "2", "3", "--db", "again.duckdb", "--format", "table"]).out;
      expect(table).toContain("24 gained, 0 lost, 0 changed");
      expect(table).toContain("24  event: – → assault.of-mine");
    },
  );

  it("comes to what coding everything again comes to, and back to where it began", () => {
    const all = work.run(["recode", "--db", "again.duckdb", "--jobs", "1", "--lexicon", "mine", "--all"]);
    expect(all.err).toContain("run 4 coded 25 of 25 reports again: 0 events gained, 0 lost, 0 changed");
    const back = work.run(["recode", "--db", "again.duckdb", "--jobs", "1"]);
    expect(back.err).toContain("0 events gained, 24 lost, 0 changed");
    expect(work.run(["diff", "2", "5", "--db", "again.duckdb"])).toMatchObject({ status: 0, out: "" });
  });

  it("needs a base and a run that are there", () => {
    expect(work.run(["recode", "--db", "none.duckdb"]).err).toContain("none.duckdb: no such event base");
    const diff = work.run(["diff", "1", "99", "--db", "again.duckdb"]);
    expect(diff).toMatchObject({ status: 1, out: "" });
    expect(diff.err).toContain("there is no run 99; “dragoman runs” lists them");
    expect(work.run(["diff", "one", "2", "--db", "again.duckdb"]).status).toBe(2);
  });
});

describe("dragoman runs and sql", () => {
  it("lists the runs", () => {
    const [first] = work.run(["runs", "--db", "again.duckdb"]).out.split("\n");
    expect(JSON.parse(first ?? "")).toMatchObject({ run: 1, kind: "ingest", reports: 24, refused: 0 });
    expect(work.run(["runs", "--db", "again.duckdb", "--format", "table"]).out).toMatch(/^run +kind +started/);
  });

  it("answers as table, CSV and JSON lines", () => {
    const query = "SELECT 1 AS n, 'a, \"b\"' AS t, ['x', 'y'] AS l, DATE '2024-05-10' AS d, NULL AS nothing, 2.5 AS x";
    const answer = (format: string): string => work.run(["sql", query, ...BASE, "--format", format]).out;
    expect(answer("jsonl")).toBe('{"n":1,"t":"a, \\"b\\"","l":["x","y"],"d":"2024-05-10","nothing":null,"x":2.5}\n');
    expect(answer("csv")).toBe('n,t,l,d,nothing,x\n1,"a, ""b""",x|y,2024-05-10,,2.5\n');
    expect(answer("table").split("\n")[0]).toMatch(/^n {2}t {7}l {5}d {11}nothing {4}x$/);
    expect(answer("table")).toContain("1 row\n");
  });

  it("changes nothing, and tells what is wrong with a query", () => {
    const drop = work.run(["sql", "DROP TABLE events", ...BASE]);
    expect(drop).toMatchObject({ status: 1, out: "" });
    expect(drop.err).toContain("read-only");
    expect(work.run(["sql", "SELECT nothing FROM events", ...BASE]).err).toContain("the query failed: ");
    expect(work.run(["sql", "SELECT 1", "--db", "none.duckdb"]).err).toContain("none.duckdb: no such event base");
    expect(numbersOf("SELECT count(*) > 0 AS there FROM events")).toEqual({ there: true });
  });
});
