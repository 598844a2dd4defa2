/**
 * `npm run eval`: measures the coder on the development data and our own gold, prints one table of every figure and fails when
 * a figure is below its floor or the scorers differ. Sets without their data are named and left out.
 */
import { writeFileSync } from "node:fs";
import { Command } from "commander";
import { createCoder } from "../src/index.ts";
import { failuresOf, formatErrors, formatFigures, formatSetTable } from "./format-report.ts";
import { dataFolder, projectRoot } from "./paths.ts";
import type { SetReport } from "./set-report.ts";
import { SETS } from "./sets.ts";

interface Options {
  readonly only?: string;
  readonly errors?: string | true;
  readonly json?: string;
  readonly tables?: boolean;
  readonly intervals?: boolean;
}

const names = SETS.map((set) => set.name).join(", ");
const program = new Command("eval")
  .description("measures the coder on the development data")
  .option("--only <sets>", `only these sets, divided by commas: ${names}`)
  .option("--errors [set]", "print the ten commonest kinds of error with examples, of one set or of all")
  .option("--json <file>", "write all figures to a file")
  .option("--no-tables", "leave out the tables by category")
  .option("--intervals", "of hand-coded reports print every figure and category with its 95 % interval over reports")
  .parse();
process.exitCode = await evaluate(program.opts<Options>());

async function evaluate(options: Options): Promise<number> {
  const errorSet = typeof options.errors === "string" ? options.errors : undefined;
  const wanted = (options.only ?? errorSet)?.split(",").map((name) => name.trim());
  const unknown = wanted?.find((name) => !SETS.some((set) => set.name === name));
  if (unknown !== undefined) {
    console.error(`there is no set “${unknown}”; the sets are ${names}`);
    return 2;
  }
  const tools = {
    data: dataFolder(),
    root: projectRoot(),
    intervals: options.intervals ?? false,
    coder: await createCoder(),
  };
  const reports: SetReport[] = [];
  for (const set of SETS) {
    if (wanted !== undefined && !wanted.includes(set.name)) continue;
    const result = set.run(tools);
    if ("absent" in result) console.error(`${set.name} is left out: ${result.absent} is not there`);
    else reports.push(result);
  }
  print(reports, options);
  if (options.json !== undefined) {
    const { version } = tools.coder;
    writeFileSync(options.json, `${JSON.stringify({ coder: version, sets: reports.map(withoutExamples) }, null, 1)}\n`);
  }
  const failures = failuresOf(reports);
  for (const failure of failures) console.error(`FAILED ${failure}`);
  return failures.length === 0 ? 0 : 1;
}

function print(reports: readonly SetReport[], options: Options): void {
  const blocks = [formatFigures(reports)];
  for (const { set, tables, notes } of reports) {
    if (options.tables !== false) blocks.push(...tables.map((table) => formatSetTable(set, table)));
    blocks.push(...notes.map((note) => `${set}: ${note}`));
  }
  if (options.errors !== undefined) blocks.push(...reports.map(({ set, errors }) => formatErrors(set, errors)));
  console.log(blocks.join("\n\n"));
}

/** Error examples quote development data, which is no one's to pass on; counts are. */
function withoutExamples(report: SetReport): object {
  return { ...report, errors: report.errors.map(({ kind, count }) => ({ kind, count })) };
}
