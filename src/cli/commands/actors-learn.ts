import { existsSync } from "node:fs";
import { join } from "node:path";
import { RoleLearner, type LearnedRole } from "../../actors/claims/role-learner.ts";
import { ActorKnowledge } from "../../actors/resolution/knowledge.ts";
import { createCoder } from "../../coder/create-coder.ts";
import { AppError } from "../../core/errors.ts";
import { loadLexicon } from "../../lexicon/load-lexicon.ts";
import { type ReportOptions, reportReader } from "../../readers/read-reports.ts";
import { csvCell } from "../../core/csv-cell.ts";
import { eachRecord } from "../each-record.ts";
import { sourcesOf, writeOut } from "../sources.ts";
import { writeWhole } from "../write-whole.ts";

/** The command's options as commander gives them. */
export interface LearnOptions extends ReportOptions {
  readonly lexicon: readonly string[];
  readonly out?: string;
  readonly min: number;
  readonly claims?: boolean;
  readonly force?: boolean;
}

/**
 * `dragoman actors learn`: reads who holds which office out of a corpus. Writes a folder for `--lexicon` whose rows say where they
 * come from, to be read over before use, or with `--claims` every claim as a JSON line.
 */
export async function runActorsLearn(files: readonly string[], options: LearnOptions): Promise<void> {
  const target = options.out === undefined ? null : join(options.out, "actors", "holders.csv");
  if (target !== null && existsSync(target) && !options.force)
    throw new AppError("OUTPUT_EXISTS", { path: target, remedy: "name another folder, or replace it with --force" });
  const sources = sourcesOf(files);
  const { actors } = await loadLexicon(options.lexicon);
  const coder = await createCoder({ lexicon: options.lexicon });
  const learner = new RoleLearner(new ActorKnowledge(actors));
  const work = { noun: "report", done: "read" } as const;
  const finish = await eachRecord(sources, reportReader(options), work, async (report) => {
    const { id, date } = report;
    const claims = coder.roleClaims(report);
    learner.add({ id, date }, claims);
    if (options.claims) await writeOut(claims.map((c) => `${JSON.stringify({ report: id, date, ...c })}\n`).join(""));
  });
  const rows = learner.learned(options.min);
  if (target !== null) writeWhole(target, tableOf(rows));
  else if (!options.claims) await writeOut(tableOf(rows));
  const where = target === null ? "" : ` into ${target}`;
  process.stderr.write(
    `roles learned${where}: ${rows.length}; claims that agree with the tables: ${learner.agreed}; outside public life, or without a country or a full name: ${learner.passedOver}\n`,
  );
  finish();
}

const HEAD = [
  "# learned by dragoman actors learn; read it over, mend or delete rows, then code with --lexicon and this folder",
  "# over each row: how many reports say so, the first of them and its sentence; from and to are days of reports, not of taking office",
  "person,aliases,gender,country,office,sector,from,to,wikidata,source",
];

function tableOf(rows: readonly LearnedRole[]): string {
  const lines = rows.flatMap((r) => {
    const { report, date, text } = r.evidence;
    const known = r.known === null ? "" : ` (the tables say: ${r.known})`;
    const count = r.reports.length === 1 ? "1 report" : `${r.reports.length} reports`;
    const gender = r.gender === "female" || r.gender === "male" ? r.gender : "";
    const cells = [r.person, "", gender, r.country, r.office, r.sector, r.from, r.to, "", `learned: ${report}`];
    return [
      `# ${count}, first ${report} of ${date ?? "no date"}: ${text.replace(/\s+/g, " ")}${known}`,
      cells.map(csvCell).join(","),
    ];
  });
  return `${[...HEAD, ...lines].join("\n")}\n`;
}
