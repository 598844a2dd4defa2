/** `dragoman code` as users run it: what it writes, what it refuses and how it exits. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DATE, jsonLines, NEWS, rowsOf, Workplace, type Run } from "./workplace.ts";

/** The record's keys in their fixed order. */
const RECORD_KEYS =
  "id report date enddate date_info event mode context quad_code event_scale cameo status historical actor recipient event_text trigger event_loc attribution disputed_by size confidence same_as text_info because cite_info coder".split(
    " ",
  );
const PARTY_KEYS = [
  "code",
  "sector",
  "sectors",
  "entity_text",
  "start",
  "end",
  "mention",
  "identifier_text",
  "identifier_id",
  "office",
];

let work: Workplace;
let plain: Run;
beforeAll(() => {
  work = new Workplace();
  plain = work.run(["code", "news.txt", ...DATE]);
});
afterAll(() => work.remove());

describe("dragoman code", () => {
  it("writes a record a line with every key, in the fixed order, and the same bytes every time and without SIMD", () => {
    expect(plain).toMatchObject({ status: 0, err: "" });
    const records = rowsOf(plain);
    expect(records.length).toBeGreaterThanOrEqual(2);
    for (const r of records) {
      expect(Object.keys(r)).toEqual(RECORD_KEYS);
      for (const p of [...r.actor, ...r.recipient]) expect(Object.keys(p)).toEqual(PARTY_KEYS);
    }
    expect(work.run(["code", "news.txt", ...DATE]).out).toBe(plain.out);
    expect(work.run(["code", "news.txt", "--no-simd", ...DATE]).out).toBe(plain.out);
  });

  it("writes the same bytes on several threads, in the order of the reports", () => {
    const reports = Array.from({ length: 30 }, (_, i) => ({
      id: `r${i}`,
      date: "2024-05-10",
      text: `Norland expelled ${i + 2} Maran diplomats. ${NEWS.repeat(1 + (i % 4))}`,
    }));
    const file = work.file("many.jsonl", `${jsonLines(reports)}no JSON\n`);
    const one = work.run(["code", file]);
    const two = work.run(["code", file, "--jobs", "2"]);
    expect(two.out).toBe(one.out);
    expect(two.err).toBe(one.err);
    expect(two.status).toBe(1);
  });

  it.each([["code"], ["code", "--jobs", "2"], ["ingest", "--db", "none.duckdb"]])(
    "says what is wrong with a lexicon: %j",
    (...args) => {
      const run = work.run([...args, "news.txt", "--lexicon", "nowhere"]);
      expect(run).toMatchObject({ status: 1, out: "" });
      expect(run.err).toBe(
        "dragoman: nowhere: no such folder; point --lexicon to a folder laid out like data/ of the package\n",
      );
    },
  );

  it("draws a table with headings and a count, with the text on demand", () => {
    const run = work.run(["code", "news.txt", ...DATE, "--format", "table", "--with-text"]);
    expect(run.status).toBe(0);
    for (const part of [NEWS, "actor → recipient", "status, according", "SANCTION", "COERCE", " events"])
      expect(run.out).toContain(part);
  });

  it("reads standard input, plain or JSON lines, as it reads a file", () => {
    expect(work.run(["code", "-", ...DATE], NEWS).out).toBe(plain.out);
    expect(work.run(["code", ...DATE], NEWS).out).toBe(plain.out);
    const records = rowsOf(work.run(["code", "-"], jsonLines([{ id: "j", date: "2024-05-10", text: NEWS }])));
    expect(new Set(records.map((r) => r.report))).toEqual(new Set(["j"]));
  });

  it("reads .json with one report or an array, and adds the text with --with-text", () => {
    const one = { id: "one", date: "2024-05-10", text: NEWS };
    const records = rowsOf(work.run(["code", work.file("one.json", JSON.stringify(one, null, 1)), "--with-text"]));
    expect(new Set(records.map((r) => r.report))).toEqual(new Set(["one"]));
    for (const r of records) expect(r.text).toBe(NEWS);
    const both = rowsOf(work.run(["code", work.file("two.json", JSON.stringify([one, { ...one, id: "two" }]))]));
    expect(new Set(both.map((r) => r.report))).toEqual(new Set(["one", "two"]));
  });

  it.each(["date 2024-05-10 ", "date 2024-05-10\n"])("takes the leading %j off and dates the report by it", (lead) => {
    const run = work.run(["code", "-", "--with-text"], lead + NEWS);
    expect(run.err).toBe("");
    const records = rowsOf(run);
    expect(records[0]).toMatchObject({ date: "2024-05-10", text: NEWS });
  });

  it("says so when a report has no date", () => {
    const run = work.run(["code", "news.txt"]);
    expect(run.status).toBe(0);
    expect(run.err).toContain("no publication date");
    expect(run.err).toContain("--date");
    expect(rowsOf(run)[0]?.date).toBeNull();
  });

  it("writes nothing for a report without events", () => {
    expect(work.run(["code", "-", ...DATE], "The lake is blue.")).toEqual({ status: 0, out: "", err: "" });
  });
});

describe("dragoman code, with input that it refuses", () => {
  const good = (id: string): string => JSON.stringify({ id, date: "2024-05-10", text: NEWS });

  it("refuses bad lines by file, line and remedy, codes the rest, counts and exits with 1", () => {
    const long = JSON.stringify({ id: "long", text: "word ".repeat(2_400_000) });
    const lines = [good("a"), "{broken", '{"id":"b"}', '{"text":"x","date":"2024-02-30"}', long, good("z")];
    const run = work.run(["code", work.file("mixed.jsonl", lines.join("\n"))]);
    expect(run.status).toBe(1);
    expect(new Set(rowsOf(run).map((r) => r.report))).toEqual(new Set(["a", "z"]));
    expect(run.err).toMatch(/mixed\.jsonl:2: not valid JSON .*one object a line is expected/);
    expect(run.err).toMatch(/mixed\.jsonl:3: text is missing; a report needs its text/);
    expect(run.err).toMatch(/mixed\.jsonl:4: “2024-02-30” is not a date; write it as YYYY-MM-DD/);
    expect(run.err).toMatch(/mixed\.jsonl:5: .*12 MB.*10 MB.*split the report/);
    expect(run.err).toContain("4 records refused, 2 reports coded");
  });

  it("refuses bad files by name and remedy, codes the rest, counts and exits with 1", () => {
    const names = [
      work.file("empty.txt", ""),
      work.file("blank.txt", " \n"),
      work.file("binary.txt", new Uint8Array([80, 75, 0, 1])),
      work.file("picture.txt", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10])),
      work.file("broken.json", "{"),
      work.file("long.txt", "word ".repeat(2_400_000)),
      "missing.txt",
    ];
    const run = work.run(["code", ...names, "news.txt", ...DATE]);
    expect(run.status).toBe(1);
    expect(run.out).toBe(plain.out);
    const messages = [
      /empty\.txt: the file is empty/,
      /blank\.txt: the file is empty/,
      /binary\.txt: .*binary.*save it as plain text/,
      /picture\.txt: this is a picture \(PNG\), which is not read; save it as/,
      /broken\.json:1: not valid JSON/,
      /long\.txt:1: .*10 MB.*split the report/,
      /missing\.txt: no such file; check the name/,
    ];
    for (const message of messages) expect(run.err).toMatch(message);
    expect(run.err).toContain("7 records refused, 1 report coded");
  });

  it.each([
    ["Windows-1252", [0x80, 0x20]],
    ["Latin-1", [0xe9, 0x20]],
  ])("reads %s, which is no UTF-8", (_, bytes) => {
    const text = Buffer.concat([Buffer.from("Caf"), new Uint8Array(bytes), Buffer.from(NEWS)]);
    const run = work.run(["code", work.file("encoding.txt", text), ...DATE]);
    expect(run.err).toBe("");
    expect(rowsOf(run).length).toBeGreaterThan(0);
  });

  it.each([
    ["a bad format", ["code", "news.txt", "--format", "xml"], "xml"],
    ["a bad date", ["code", "news.txt", "--date", "2024-13-01"], "YYYY-MM-DD"],
    ["a date that does not exist", ["code", "news.txt", "--date", "2023-02-29"], "YYYY-MM-DD"],
    ["an unknown option", ["code", "--frobnicate"], "--frobnicate"],
    ["an unknown command", ["frobnicate"], "frobnicate"],
    ["a missing argument", ["explain"], "sentence"],
  ])("exits with 2 on %s, with nothing on stdout", (_, args, told) => {
    const run = work.run(args);
    expect(run).toMatchObject({ status: 2, out: "" });
    expect(run.err).toContain(told);
  });
});
