/** `dragoman read` and what `code` makes of the same files, on the built command line. */
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NEWS, rowsOf, Workplace } from "./workplace.ts";

let work: Workplace;

beforeAll(() => {
  work = new Workplace();
  work.file(
    "desk/1.html",
    `<!DOCTYPE html><html><head><meta property="article:published_time" content="2024-05-10"></head><body><h1>Two expelled</h1><p>${NEWS}</p></body></html>`,
  );
  work.file(
    "desk/b/2.rss.gz",
    gzipSync(
      `<rss version="2.0"><channel><title>Reuters</title><item><pubDate>Fri, 10 May 2024 10:00:00 GMT</pubDate><title>Two</title><description>${NEWS}</description></item></channel></rss>`,
    ),
  );
  work.file("desk/c/3.txt", "El presidente se reúne con la oposición en Lima.");
  work.file("desk/c/4.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47]));
  work.file("table.csv", `seen,body\n10 May 2024,"${NEWS}"\n`);
});

afterAll(() => work.remove());

describe("dragoman read", () => {
  it("reads a folder in a fixed order, refuses and sets aside by name and count", () => {
    const run = work.run(["read", "desk"]);
    expect(run.status).toBe(1);
    expect(rowsOf(run)).toMatchObject([
      { text: NEWS, date: "2024-05-10", date_basis: "metadata", title: "Two expelled" },
      { text: NEWS, date: "2024-05-10", source: "Reuters", source_country: "GBR" },
    ]);
    expect(run.err).toContain("desk/c/4.png: this is a picture (PNG), which is not read");
    expect(run.err).toContain("1 report in other languages set aside (es 1); --any-language takes them for English");
    expect(run.err).toContain("1 record refused, 2 reports read");
  });

  it("writes what code takes", () => {
    const read = work.run(["read", "table.csv", "--map", "text=body,date=seen"]);
    expect(read.err).toBe("");
    const piped = work.run(["code", "-"], read.out);
    expect(piped).toEqual(work.run(["code", "table.csv", "--map", "text=body,date=seen"]));
    expect(rowsOf(piped)[0]?.date).toBe("2024-05-10");
  });

  it("goes into a base with what the source tells", () => {
    const ingest = "ingest desk table.csv --db desk.duckdb --jobs 1 --map text=body,date=seen".split(" ");
    const made = work.run(ingest);
    expect(made.status).toBe(1);
    expect(made.err).toContain("1 report in other languages set aside (es 1)");
    expect(made.err).toContain("stored 3 reports");
    const query =
      "SELECT date::VARCHAR AS day, date_basis, source, source_country, agency, author FROM reports ORDER BY rowid";
    const rows = rowsOf(work.run(["sql", query, "--db", "desk.duckdb", "--format", "jsonl"]));
    const told = {
      day: "2024-05-10",
      date_basis: "metadata",
      source: null,
      source_country: null,
      agency: null,
      author: null,
    };
    expect(rows).toEqual([told, { ...told, source: "Reuters", source_country: "GBR" }, told]);
    expect(work.run(ingest).err).toContain("stored 0 reports with 0 events in desk.duckdb; 3 were there already");
  });

  it.each(["parse", "actors learn", "lexicon coverage"])("%s reads the same files", (command) => {
    const run = work.run([...command.split(" "), "table.csv", "--map", "text=body,date=seen"]);
    expect(run.err).not.toMatch(/refused|no column/);
    expect(run.status).toBe(0);
  });

  it("refuses a map that is none, with the usage's exit code", () => {
    expect(work.run(["read", "table.csv", "--map", "nonsense"])).toMatchObject({
      status: 2,
      err: expect.stringContaining("FIELD=COLUMN") as unknown,
    });
  });

  it("names the columns of a table without text", () => {
    expect(work.run(["code", "table.csv"]).err).toMatch(
      /table\.csv:1: the header names no column for the text; it names seen, body; give --map text=COLUMN/,
    );
  });
});
