import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeAskingBase } from "./asking-base.ts";
import { rowsOf, Workplace, type Run } from "./workplace.ts";

let folder: string;
let base: string;
let place: Workplace;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "dragoman-asking-"));
  base = join(folder, "events.duckdb");
  await writeAskingBase(base);
  place = new Workplace();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  place.remove();
});

function ask(...args: readonly string[]): Run {
  return place.run([...args, "--db", base]);
}

function idsOf(...filters: readonly string[]): readonly unknown[] {
  return rowsOf(ask("events", ...filters)).map((row) => row["id"]);
}

describe("dragoman events", () => {
  it("lists what happened, by date, and says what it leaves out", () => {
    const run = ask("events");
    expect(rowsOf(run).map((row) => row["id"])).toEqual(["dd10", "aa10", "bb40", "aa20", "bb45", "bb30", "cc40"]);
    expect(run.err).toBe(
      "dragoman: 7 events; left out: 3, of which 1 not actual (--all-statuses), 1 historical (--historical), 1 told before in their report (--retold)\n",
    );
    expect(run.status).toBe(0);
  });

  it.each([
    [["--all-statuses"], "cc10"],
    [["--historical"], "cc20"],
    [["--retold"], "cc30"],
    [["--status", "hypothetical"], "cc10"],
  ])("has with %j what it leaves out else", (flags, id) => {
    expect(idsOf(...flags)).toContain(id);
  });

  it.each([
    ["a code", ["--actor", "XNO"], ["aa10", "aa20", "bb45"]],
    ["a sector of that code", ["--actor", "XMA:LEG"], ["bb30"]],
    ["code and sector of one and the same party", ["--actor", "XNO:LEG"], []],
    ["a sector alone", ["--actor", ":LEG"], ["bb30"]],
    ["part of a name, without accents and capitals", ["--actor", "joao"], ["aa10", "bb40", "cc40"]],
    ["any of several", ["--actor", "XOT", "XMA:LEG"], ["dd10", "bb30"]],
    ["several filters at once", ["--actor", "XNO", "--recipient", "XMA"], ["aa20"]],
    ["the country of a place", ["--country", "xma", "--mode", "visit"], ["bb40"]],
    ["a sector on either side", ["--sector", "bus", "mil"], ["aa20", "bb30"]],
    ["a category in any case", ["--category", "sanction"], ["aa20", "bb30"]],
    ["a context", ["--context", "diplomatic"], ["aa10"]],
    ["a place", ["--place", "costa"], ["aa10"]],
    ["the code of a place", ["--place", "XMA"], ["aa10"]],
    ["words of the report", ["--text", "Fishing rights"], ["cc40"]],
    ["words of the trigger", ["--text", "imposed"], ["aa20", "bb30"]],
    ["words of a name", ["--text", "Norland Steel"], ["bb30"]],
    ["words of a title", ["--text", "report R2"], ["cc40"]],
    ["nothing that is there", ["--text", "%"], []],
  ])("finds %s", (_, filters, ids) => {
    expect(idsOf(...filters)).toEqual(ids);
  });

  it("takes events whose days overlap, and counts those without a date", () => {
    const run = ask("events", "--from", "2024-04-01", "--to", "2024-04-30");
    expect(rowsOf(run).map((row) => row["id"])).toEqual(["bb30"]);
    expect(run.err).toBe("dragoman: 1 event; left out: 1 without a date\n");
  });

  it("turns pages that do not overlap, in any order", () => {
    const pages = ["1", "2", "3"].map((page) => idsOf("--limit", "3", "--page", page, "--sort", "-confidence"));
    expect(pages.map((p) => p.length)).toEqual([3, 3, 1]);
    expect(new Set(pages.flat()).size).toBe(7);
    expect(ask("events", "--limit", "3", "--page", "2").err).toContain("7 events, here 4 to 6 (--page 3 for the next)");
    expect(ask("events", "--limit", "3", "--page", "9").err).toContain("7 events, none on this page");
  });

  it("puts what has no value last", () => {
    expect(idsOf("--sort", "-scale").at(-1)).toBe("bb45");
    expect(idsOf("--sort", "scale").at(-1)).toBe("bb45");
    expect(idsOf("--sort", "-date").at(-1)).toBe("cc40");
  });

  it("keeps one event a happening", () => {
    const run = ask("events", "--category", "SANCTION", "--once");
    expect(rowsOf(run).map((row) => row["id"])).toEqual(["aa20"]);
    expect(run.err).toContain("1 told before in another report");
    expect(rowsOf(run)[0]).toMatchObject({ id: "aa20", sources: 1 });
    expect(ask("events", "--once", "--format", "csv", "--actor", "XOT").out).toMatch(/,happening,sources\n.*,,\n$/s);
  });

  it("keeps of a happening the first event that fits", () => {
    expect(idsOf("--once", "--sector", "BUS")).toEqual(["bb30"]);
    expect(ask("series", "--once", "--sector", "BUS").err).toContain("all: 1 event\n");
    expect(ask("series", "--once", "--category", "SANCTION").err).toContain("all: 1 event; left out: 1 told before");
  });

  it("writes columns for other programs and a table for people", () => {
    const [head, row] = ask("events", "--format", "csv", "--mode", "visit").out.split("\n");
    expect(head).toMatch(/^event,report,published,date,enddate,precision/);
    expect(row).toContain("bb40,r1,2024-03-10,2024-03-01,2024-03-31,month,text,CONSULT,visit");
    const table = ask("events", "--format", "table", "--mode", "visit").out;
    expect(table).toContain("2024-03-01 … 2024-03-31");
    expect(table).toContain("João Reis [XMA GOV]");
  });

  it.each([
    [["--sort", "size"], "--sort is “size”: sort by date"],
    [["--country", "Peru"], "--country is “Peru”: write a code of three letters"],
    [["--from", "2024-02-01", "--to", "2024-01-01"], "--from is “2024-02-01”: it is later than --to 2024-01-01"],
    [["--from", "2024-02-31"], "write the date as YYYY-MM-DD"],
    [["--page", "0"], "write a whole number above 0"],
  ])("refuses %j", (args, message) => {
    const run = ask("events", ...args);
    expect(run.err).toContain(message);
    expect(run.status).toBe(2);
    expect(run.out).toBe("");
  });

  it("says that there is no base", () => {
    const run = place.run(["events", "--db", "none.duckdb"]);
    expect(run.err).toContain("none.duckdb: no such event base");
    expect(run.status).toBe(1);
  });
});

describe("dragoman show", () => {
  it("marks trigger and parties in the sentence and gives the reasons", () => {
    const { out } = ask("show", "aa10");
    expect(out).toContain("1: [actor The foreign minister of Norland, Ilse Brandt], **met** [actor João Reis] of Mara on Tuesday.\n"); // prettier-ignore
    expect(out).toContain("because     event: consult.meet  met > nsubj Brandt\n");
    expect(out).toContain("said by     the ministry [XMA GOV] (according to)\n");
    expect(out).toContain("denied by   the opposition [XMA OPP]\n");
    expect(out).toContain("date        2024-01-30 (day, text: “on Tuesday”)\n");
    expect(out).toContain("report      r1, 2024-03-10, Report r1, The Norland Post\n");
    expect(out).toContain("told again  as cc30 in sentence 1: “met”\n");
  });

  it("tells the happening and who else tells it", () => {
    const { out } = ask("show", "bb30");
    expect(out).toContain("happening   aa20: 2 reports, 1 of their own, disputed\n");
    expect(out).toContain("dead: low 3, best 4, high 5\n");
    expect(out).toContain("aa20  r1, 2024-03-10, The Norland Post, Report r1: “imposed sanctions”\n");
  });

  it("takes the beginning of an id, if only one begins so", () => {
    expect(ask("show", "aa1").out).toContain("event       aa10\n");
    const several = ask("show", "bb");
    expect(several.err).toContain("several events begin with “bb”: bb30, bb40, bb45; write more of the id");
    expect([several.status, ask("show", "zz").status]).toEqual([1, 1]);
    expect(ask("show", "zz").err).toContain("there is no event “zz”");
  });

  it("shows events of others, and events that are coded no longer", () => {
    expect(ask("show", "dd10").out).toContain("report      import:1 (the text is not in the base)\n");
    expect(ask("show", "ee10").out).toContain("run         1, no longer coded since run 2\n");
  });

  it("gives all of it as one object", () => {
    const account = JSON.parse(ask("show", "aa10", "--json").out) as Record<string, unknown>;
    expect(account).toMatchObject({ record: { id: "aa10" }, report: { report: "r1" }, from_run: 1, until_run: null });
    expect(account["sentence"]).toContain("**met**");
    expect(account["report"]).not.toHaveProperty("text");
  });
});

describe("dragoman series", () => {
  const rows = (...args: readonly string[]): readonly (readonly unknown[])[] =>
    rowsOf(ask("series", ...args)).map((r) => [r["period"], r["events"], r["sum"], r["mean"]]);

  it("counts what happens between two, in both directions, and keeps months without events", () => {
    expect(rows("--dyad", "XNO-XMA")).toEqual([
      ["2024-01", 1, 2.5, 2.5],
      ["2024-02", 0, 0, null],
      ["2024-03", 3, -9.5, -3.1667],
    ]);
    expect(rows("--dyad", "XMA-XNO")).toEqual(rows("--dyad", "XNO-XMA"));
  });

  it("keeps one direction, and what both do together", () => {
    expect(rows("--dyad", "XNO-XMA", "--directed", "--by", "year")).toEqual([["2024", 2, -3.5, -1.75]]);
    expect(rows("--dyad", "XMA:LEG-XNO", "--directed", "--by", "quarter")).toEqual([["2024-Q1", 1, -6, -6]]);
  });

  it("has several series over the same periods", () => {
    const named = rowsOf(ask("series", "--dyad", "XNO-XMA", "XOT-XNO", "--by", "quarter"));
    expect(named.map((r) => [r["series"], r["start"], r["events"]])).toEqual([
      ["XNO-XMA", "2024-01-01", 4],
      ["XOT-XNO", "2024-01-01", 0],
    ]);
    const actors = rowsOf(ask("series", "--actor", "XOT", "XMA", "--by", "year"));
    expect(actors.map((r) => [r["series"], r["period"], r["events"]])).toEqual([
      ["XOT", "2023", 1],
      ["XOT", "2024", 0],
      ["XMA", "2023", 0],
      ["XMA", "2024", 4],
    ]);
  });

  it("counts a long event on its first day, and leaves out what is known less exactly", () => {
    const run = ask("series", "--recipient", "XNO", "--by", "day");
    expect(rowsOf(run).map((r) => [r["period"], r["events"]])).toEqual([["2024-03-30", 1]]);
    expect(run.err).toContain("all: 1 event; left out: 5, of which 1 without a first day, 1 known less exactly than by day, 1 not actual"); // prettier-ignore
  });

  it("begins and ends where it is asked to", () => {
    expect(rows("--dyad", "XNO-XMA", "--from", "2024-02-01", "--to", "2024-04-30").map(([p, n]) => [p, n])).toEqual([
      ["2024-02", 0],
      ["2024-03", 3],
      ["2024-04", 0],
    ]);
  });

  it("counts quad classes and events without a score", () => {
    const [row] = rowsOf(ask("series", "--actor", "XNO", "--by", "year"));
    expect(row).toEqual({
      series: "XNO", period: "2024", start: "2024-01-01", events: 3, scored: 2, sum: -3.5, mean: -1.75,
      verbal_cooperation: 1, material_cooperation: 0, verbal_conflict: 1, material_conflict: 1,
    }); // prettier-ignore
  });

  it("draws in the terminal and as SVG, the same each time", () => {
    const args = ["series", "--dyad", "XNO-XMA", "--format", "plot", "--svg"] as const;
    const [first, second] = ["a.svg", "b.svg"].map((name) => ({ run: ask(...args, join(folder, name)), name }));
    expect(first?.run.out).toContain("XNO-XMA  events\n");
    expect(first?.run.out).toBe(second?.run.out);
    const [a, b] = ["a.svg", "b.svg"].map((name) => readFileSync(join(folder, name), "utf8"));
    expect(a).toBe(b);
    expect(a).toMatch(/^<svg xmlns=[^]*<\/svg>\n$/);
  });

  it.each([
    [["--dyad", "Peru"], "--dyad is “Peru”: write two codes with a hyphen"],
    [["--directed"], "it says how to read --dyad; give one"],
    [["--by", "day", "--from", "1000-01-01"], "--by is “day”: the events lie more than 100000 periods apart"],
    [["--svg", "/dev/null/x.svg"], "--svg is “/dev/null/x.svg”"],
  ])("refuses %j", (args, message) => {
    const run = ask("series", ...args);
    expect(run.err).toContain(message);
    expect([run.status, run.out]).toEqual([2, ""]);
  });
});

it("asking changes nothing in the base", () => {
  const before = readFileSync(base);
  for (const args of [["events"], ["show", "aa10"], ["series"]]) ask(...args);
  expect(readFileSync(base).equals(before)).toBe(true);
  expect(existsSync(`${base}.wal`)).toBe(false);
});
