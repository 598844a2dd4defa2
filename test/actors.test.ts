/** Who is who on the command line: dragoman actors who, learn and unknown. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DATE, jsonLines, rowsOf, Workplace } from "./workplace.ts";

/** Commands with a folder laid over the tables read all of them. */
const SLOW = { timeout: 120_000 };
const HEAD = "person,aliases,gender,country,office,sector,from,to,wikidata,source";

let work: Workplace;
/** A folder for what the commands write. */
let folder: string;
beforeAll(() => {
  work = new Workplace();
  folder = mkdtempSync(join(tmpdir(), "dragoman-actors-"));
});
afterAll(() => {
  work.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** A lexicon folder with these rows of holders. */
function layer(name: string, ...rows: readonly string[]): string {
  const path = join(folder, name);
  mkdirSync(join(path, "actors"), { recursive: true });
  writeFileSync(join(path, "actors", "holders.csv"), `${[HEAD, ...rows].join("\n")}\n`);
  return path;
}

describe("dragoman actors who", () => {
  it.each([
    ["2017-04-01", /^Angela Merkel \(person\): DEU GOV, chancellor on 2017-04-01$/m],
    ["2022-04-01", /^Angela Merkel \(person\): DEU ELI, former chancellor on 2022-04-01$/m],
  ])("tells what a name stands for on %s, with the row, the id and all terms", (date, first) => {
    const run = work.run(["actors", "who", "Angela Merkel", "--date", date]);
    expect(run).toMatchObject({ status: 0, err: "" });
    expect(run.out).toMatch(first);
    expect(run.out).toMatch(/^ {2}because holders:Angela Merkel: chancellor (?:since|until) /m);
    expect(run.out).toContain("wikidata Q567");
    expect(run.out).toMatch(/^ {2}2005-11-22 to 2021-12-08 +DEU GOV chancellor$/m);
  });

  it("finds people by parts of their names, and says so", () => {
    const run = work.run(["actors", "who", "Soleimani Qasem"]);
    expect(run.status).toBe(0);
    expect(run.out).toMatch(/^Qasem Soleimani \(person, found by part of a name\): IRN /m);
  });

  it.each([
    ["2017-04-01", "Angela Merkel", "Olaf Scholz"],
    ["2022-04-01", "Olaf Scholz", "Angela Merkel"],
  ])("finds who held an office of a country on %s, and nobody else", (date, holder, other) => {
    const run = work.run(["actors", "who", "chancellor of Germany", "--date", date]);
    expect(run.out).toContain(`${holder} (person, found by office): DEU GOV, chancellor on ${date}`);
    expect(run.out).not.toContain(other);
  });

  it("prints an object a line with --json", () => {
    const [row] = rowsOf(work.run(["actors", "who", "Angela Merkel", "--date", "2017-04-01", "--json"]));
    expect(row).toMatchObject({ id: "holders:Angela Merkel", code: "DEU", office: "chancellor", wikidata: "Q567" });
  });

  it("gives exit code 1, nothing on stdout and the nearest name for a misspelt one", () => {
    const run = work.run(["actors", "who", "Angela Merkle"]);
    expect(run).toMatchObject({ status: 1, out: "" });
    expect(run.err).toContain("“Angela Merkle” (did you mean Angela Merkel?)");
  });

  it("guesses no name that is far off, but says how to add a row", () => {
    const run = work.run(["actors", "who", "Zqxwv Brtkplm"]);
    expect(run).toMatchObject({ status: 1, out: "" });
    expect(run.err).not.toContain("did you mean");
    expect(run.err).toContain("--lexicon");
  });

  it("knows the rows of a folder laid over the tables, namesakes apart", SLOW, () => {
    const mine = layer(
      "namesakes",
      "Zora Quellhorn,,female,NOR,mayor,GOV,2020-01-01,,Q99999991,x",
      "Zora Quellhorn,,female,PER,judge,JUD,2020-01-01,,Q99999992,x",
    );
    const run = work.run(["actors", "who", "Zora Quellhorn", "--lexicon", mine]);
    expect(run).toMatchObject({ status: 0, err: "" });
    expect(run.out).toMatch(/^Zora Quellhorn \(person\): NOR GOV, mayor$/m);
    expect(run.out).toMatch(/^Zora Quellhorn \(person\): PER JUD, judge$/m);
    expect(work.run(["actors", "who", "Zora Quellhorn"]).status).toBe(1);
  });
});

describe("dragoman actors learn", () => {
  const REPORTS = jsonLines([
    { id: "r1", date: "2024-03-01", text: "Norway's Energy Minister Anna Quellhorn visited Lima." },
    { id: "r2", date: "2024-04-01", text: "Anna Quellhorn, the energy minister of Norway, was calm." },
    { id: "r3", date: "2024-04-02", text: "Norway's Transport Minister Tom Quellhorn visited Lima." },
    { id: "r4", date: "2017-04-02", text: "German Chancellor Angela Merkel visited Lima." },
  ]);
  const LATER = "Anna Quellhorn criticised Peru.";
  const codedOf = (...args: readonly string[]): unknown =>
    rowsOf(work.run(["code", "later.txt", ...DATE, ...args]))[0]?.actor[0];

  beforeAll(() => {
    work.file("reports.jsonl", REPORTS);
    work.file("later.txt", LATER);
  });

  it("writes a folder whose rows show where they come from and change what is coded later", SLOW, () => {
    const out = join(folder, "learned");
    const run = work.run(["actors", "learn", "reports.jsonl", "--out", out]);
    expect(run).toMatchObject({ status: 0, out: "" });
    expect(run.err).toMatch(/roles learned into .*: 2;/);
    expect(run.err).toContain("agree with the tables: 1;");
    const lines = readFileSync(join(out, "actors", "holders.csv"), "utf8").split("\n");
    expect(lines).toContain(HEAD);
    expect(lines).toContain("Anna Quellhorn,,female,NOR,energy minister,GOV,2024-03-01,,,learned: r1");
    expect(lines).toContain(
      "# 2 reports, first r1 of 2024-03-01: Norway's Energy Minister Anna Quellhorn visited Lima.",
    );
    expect(lines.join("\n")).not.toContain("Merkel");
    expect(codedOf()).not.toMatchObject({ code: "NOR" });
    expect(codedOf("--lexicon", out)).toMatchObject({ code: "NOR", sector: "GOV", office: "energy minister" });
  });

  it("replaces no table of an earlier run without --force", () => {
    const out = layer("earlier", "Zora Quellhorn,,female,NOR,mayor,GOV,2020,,,x");
    const table = join(out, "actors", "holders.csv");
    const before = readFileSync(table, "utf8");
    const run = work.run(["actors", "learn", "reports.jsonl", "--out", out]);
    expect(run).toMatchObject({ status: 1, out: "" });
    expect(run.err).toContain("--force");
    expect(readFileSync(table, "utf8")).toBe(before);
    expect(work.run(["actors", "learn", "reports.jsonl", "--out", out, "--force"]).status).toBe(0);
    expect(readFileSync(table, "utf8")).not.toContain("Zora Quellhorn");
  });

  it("leaves out what fewer reports tell than --min asks for", () => {
    const run = work.run(["actors", "learn", "reports.jsonl", "--min", "2"]);
    expect(run.status).toBe(0);
    expect(run.out).toContain("Anna Quellhorn,");
    expect(run.out).not.toContain("Tom Quellhorn");
  });

  it("prints every claim with --claims, those that the tables know too", () => {
    const claims = rowsOf(work.run(["actors", "learn", "reports.jsonl", "--claims"]));
    expect(claims.map((c) => [c.report, c["person"], c["role"], c["rule"]])).toEqual([
      ["r1", "Anna Quellhorn", "energy minister", "title"],
      ["r2", "Anna Quellhorn", "energy minister", "apposition"],
      ["r3", "Tom Quellhorn", "transport minister", "title"],
      ["r4", "Angela Merkel", "chancellor", "title"],
    ]);
  });

  it("learns nothing from a report without offices", () => {
    const run = work.run(["actors", "learn", "later.txt"]);
    expect(run.status).toBe(0);
    expect(run.out.split("\n").filter((l) => l !== "" && !l.startsWith("#"))).toEqual([HEAD]);
  });
});

describe("dragoman actors unknown", () => {
  const TEXT =
    "The Zarqun Front attacked a village in Mali. The Zarqun Front abducted two farmers. Anna Quellhorn watched the rain.";

  it("ranks an armed group of no table first, and whom the tables know not at all", () => {
    work.file("unknown.txt", `${TEXT} Vladimir Putin attacked Peru.`);
    const run = work.run(["actors", "unknown", "unknown.txt", "--format", "jsonl"]);
    expect(run.status).toBe(0);
    const rows = rowsOf(run);
    expect(rows[0]).toMatchObject({ actor: "Zarqun Front", kind: "group", parties: 2, mentions: 2, reports: 1 });
    expect(rows[0]?.["example"]).toBe("The Zarqun Front attacked a village in Mali.");
    const names = rows.map((r): unknown => r.actor);
    expect(names).toContain("Anna Quellhorn");
    expect(names).not.toContain("Vladimir Putin");
    expect(names).not.toContain("Peru");
  });

  it("shows as many as --limit says", () => {
    work.file("unknown.txt", TEXT);
    const run = work.run(["actors", "unknown", "unknown.txt", "--format", "csv", "--limit", "1"]);
    expect(run.out.trimEnd().split("\n")).toEqual([
      "parties,mentions,reports,kind,actor,code,sectors,example",
      expect.stringContaining("Zarqun Front"),
    ]);
  });

  it("leaves out the group once a folder knows it", SLOW, () => {
    work.file("unknown.txt", TEXT);
    const mine = join(folder, "groups");
    mkdirSync(join(mine, "actors"), { recursive: true });
    const head = "name,aliases,code,sector,secondary,kind,from,to,wikidata,source";
    writeFileSync(join(mine, "actors", "groups.csv"), `${head}\nZarqun Front,,MLI,REB,,,,,,x\n`);
    const run = work.run(["actors", "unknown", "unknown.txt", "--format", "jsonl", "--lexicon", mine]);
    expect(run.status).toBe(0);
    expect(rowsOf(run).map((r): unknown => r.actor)).not.toContain("Zarqun Front");
  });
});
