/** Happenings as users ask for them and correct them. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { HAPPENING_FAULTS } from "../src/store/duckdb/happening-faults.test-data.ts";
import { ask, dump } from "./event-base-dump.ts";
import { jsonLines, type Row, rowsOf, type Run, Workplace } from "./workplace.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const BASE = "events.duckdb";
const AGENCY =
  "A bomb killed 14 traders at the fish market in Quito on Tuesday, police said. It was the first day of the harvest festival, and the stalls near the southern gate stayed closed until the evening.";
const REPORTS = [
  { id: "a", date: "2024-05-07", source: "Andes Post", title: "Bomb in Quito", text: AGENCY },
  { id: "b", date: "2024-05-08", source: "Coast Herald", title: "Fourteen dead", text: `QUITO (Wire) - ${AGENCY}` },
  { id: "c", date: "2024-05-08", source: "Mail", title: "Toll rises", text: "At least 17 traders were killed on Tuesday when a bomb exploded at the fish market in Quito, the health ministry said." }, // prettier-ignore
  { id: "d", date: "2024-05-09", source: "Sierra", title: "Visit", text: "The president of Peru visited Japan on Wednesday. Observers in Lima counted three such cases this year." },
]; // prettier-ignore

let work: Workplace;
beforeAll(() => {
  work = new Workplace();
  work.file("reports.jsonl", jsonLines(REPORTS));
  const run = work.run(["ingest", "reports.jsonl", "--db", BASE, "--jobs", "1"]);
  expect(run.status).toBe(0);
  expect(run.err).toMatch(/linked 4 reports, of which 1 copy of earlier ones: \d+ events in \d+ new happenings/);
});
afterAll(() => work.remove());

function happenings(...args: readonly string[]): Run {
  return work.run(["happenings", ...args, "--db", BASE]);
}

/** The bombing of the fish market. */
function bombing(): Row {
  const [first] = rowsOf(happenings("--sort", "-reports"));
  if (!first) throw new Error("no happening");
  return first;
}

function contradictions(db: string): string {
  const parts = Object.entries(HAPPENING_FAULTS).map(([fault, sql]) => `SELECT '${fault}' AS fault, n FROM (${sql})`);
  return ask(work, db, `FROM (${parts.join(" UNION ALL ")}) WHERE n > 0`);
}

describe("dragoman happenings", () => {
  it("lists what several reports tell as one, with figures and independent sources", () => {
    expect(bombing()).toMatchObject({
      category: "ASSAULT", reports: 3, sources: 2, dead_low: 14, dead_best: 17, dead_high: 17, disputed: false,
    }); // prettier-ignore
    expect(contradictions(BASE)).toBe("");
  });

  it.each([
    [["--country", "per"], ["CONSULT"]],
    [["--category", "assault"], ["ASSAULT"]],
    [["--sources", "2"], ["ASSAULT"]],
    [["--place", "quito"], ["ASSAULT"]],
    [["--text", "traders"], ["ASSAULT"]],
    [["--from", "2024-05-08"], ["CONSULT"]],
    [["--disputed"], []],
    [["--limit", "1", "--page", "2"], ["CONSULT"]],
    [["--sort", "-date", "--limit", "1"], ["CONSULT"]],
  ])("finds with %j", (args, categories) => {
    const rows = rowsOf(happenings(...args)) as readonly { readonly category?: unknown }[];
    expect(rows.map(({ category }) => category)).toEqual(categories);
  });

  it("writes tables and CSV, and refuses what it does not know", () => {
    expect(happenings("--format", "table").out).toContain("17 (14–17)");
    expect(happenings("--format", "csv").out).toMatch(/^happening,date,enddate,category,actor/);
    expect(happenings("--sort", "size")).toMatchObject({ status: 2, out: "" });
    expect(happenings("--sources", "0").err).toContain("write a whole number above 0");
  });

  it("shows every telling with its reasons, who states which figure, and who says so", () => {
    const id = String(bombing()["happening"]);
    const text = happenings("show", id.slice(0, 8)).out;
    expect(text).toContain("3 reports of 2 independent sources");
    expect(text).toContain("low 14, best 17, high 17");
    expect(text).toMatch(/17 or more: the health ministry, in c \(Mail, 2024-05-08\)/);
    expect(text).toContain("(its text is that of a)");
    expect(text).toMatch(/score [\d.]+: .*same place: Quito \+\d/);
    const [row] = rowsOf(happenings("show", id, "--json"));
    expect(row).toMatchObject({
      happening: id,
      claims: expect.any(Array) as unknown,
      stances: expect.any(Array) as unknown,
    });
    expect(happenings("show", "zzz").err).toContain("there is no happening “zzz”");
    expect(work.run(["events", "--db", BASE, "--once", "--category", "ASSAULT"]).out.trim().split("\n")).toHaveLength(
      1,
    );
  });

  it("has claims and stances as tables", () => {
    const claims = ask(
      work,
      BASE,
      "SELECT DISTINCT report, low FROM happening_claims WHERE kind = 'dead' ORDER BY ALL",
    );
    expect(claims).toBe('{"report":"a","low":14}\n{"report":"b","low":14}\n{"report":"c","low":17}\n');
    expect(ask(work, BASE, "SELECT count(*) AS n FROM happening_stances WHERE stance = 'denies'")).toBe('{"n":0}\n');
  });
});

describe("corrections", () => {
  const before = (): string => ask(work, BASE, "SELECT * EXCLUDE (position) FROM happenings ORDER BY happening");

  it("split and join are done at once, stand when all is linked again, and undo each other", () => {
    const id = String(bombing()["happening"]);
    const first = before();
    const event = (JSON.parse(ask(work, BASE, `SELECT min(event) AS event FROM happening_events WHERE happening = '${id}' AND report = 'c'`)) as { event: string }).event; // prettier-ignore
    const events = ask(work, BASE, "SELECT event FROM happening_events WHERE report = 'c'").trim().split("\n").map((line) => (JSON.parse(line) as { event: string }).event); // prettier-ignore
    const split = happenings("split", id.slice(0, 9), ...events);
    expect(split).toMatchObject({ status: 0, out: "" });
    expect(split.err).toContain(`split from ${id}`);
    expect(rowsOf(happenings("--category", "ASSAULT")).map((row) => row["reports"])).toEqual([2, 1]);
    expect(contradictions(BASE)).toBe("");
    expect(happenings("link", "--again").status).toBe(0);
    expect(rowsOf(happenings("--category", "ASSAULT")).map((row) => row["reports"])).toEqual([2, 1]);
    expect(happenings("join", id, ...events).status).toBe(0);
    expect(contradictions(BASE)).toBe("");
    expect(before()).toBe(first);
    expect(happenings("link", "--again").status).toBe(0);
    expect(before()).toBe(first);
    expect(happenings("join", id, event).err).toContain(`cannot join ${id}: ${event} is in it already`);
    expect(happenings("split", id, id)).toMatchObject({ status: 1, out: "" });
    expect(happenings("split", id, "zzz").err).toContain("there is no event “zzz”");
  });
});

describe("linking", () => {
  it("can be left off and done later: the base is the same, and says what is missing until then", () => {
    expect(work.run(["ingest", "reports.jsonl", "--db", "later.duckdb", "--jobs", "1", "--no-happenings"]).status).toBe(
      0,
    );
    expect(work.run(["happenings", "--db", "later.duckdb"]).err).toContain("4 reports are not linked yet");
    expect(work.run(["happenings", "link", "--db", "later.duckdb"]).err).toContain("linked 4 reports");
    expect(work.run(["happenings", "link", "--db", "later.duckdb"]).err).toContain("nothing to link");
    work.file("base.jsonl", jsonLines(REPORTS));
    expect(work.run(["ingest", "base.jsonl", "--db", "fresh.duckdb", "--jobs", "1"]).status).toBe(0);
    expect(dump(work, "later.duckdb")).toBe(dump(work, "fresh.duckdb"));
  });

  it("follows when events are coded otherwise", () => {
    work.makeFolder("mine/ontology");
    work.file("mine/ontology/assault.yaml", "id: ASSAULT\nframes:\n  - id: assault.of-mine\n    verbs: [count]\n    modes: [beat]\n"); // prettier-ignore
    const recode = ["recode", "--db", "later.duckdb", "--jobs", "1", "--lexicon", "mine", "--no-happenings"];
    expect(work.run(recode).err).toContain("1 events gained");
    expect(contradictions("later.duckdb")).toBe("");
    expect(work.run(["happenings", "--db", "later.duckdb"]).err).toContain("1 report is not linked yet");
    expect(work.run(["happenings", "link", "--db", "later.duckdb"]).status).toBe(0);
    expect(contradictions("later.duckdb")).toBe("");
    expect(work.run(["recode", "--db", "later.duckdb", "--jobs", "1"]).err).toContain("1 lost");
    expect(contradictions("later.duckdb")).toBe("");
    const known = "SELECT happening, reports, sources, category FROM happenings ORDER BY happening";
    expect(ask(work, "later.duckdb", known)).toBe(ask(work, "fresh.duckdb", known));
  });
});
