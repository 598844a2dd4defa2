import { Command, InvalidArgumentError, Option } from "commander";
import { isDate } from "../readers/report-fields.ts";
import { packageVersion } from "../lexicon/package-files.ts";
import type { CodeOptions } from "./commands/code.ts";
import type { ExplainOptions } from "./commands/explain.ts";
import type { ParseOptions } from "./commands/parse.ts";
import type { RelateOptions } from "./commands/relate.ts";
import type { ScoreOptions } from "./commands/score.ts";

/** The whole command line. stdout carries data, stderr talk. A command's code is loaded when it is called, which keeps the start short. */
export function buildProgram(): Command {
  const program = new Command("dragoman")
    .description(
      "Codes political events from news reports: who did what to whom, when, where, according to whom, and whether it happened.",
    )
    .version(packageVersion())
    .exitOverride()
    .configureHelp({ sortSubcommands: false })
    .addHelpText("after", EXAMPLES);

  program
    .command("code", { isDefault: false })
    .description(
      "code the events of reports: plain text, .json ({id, date, title, text}), .jsonl, or - for standard input",
    )
    .argument("[files...]", "files to code; - is standard input, which is also the default in a pipe", [])
    .addOption(dateOption("publication date of reports that state none"))
    .addOption(
      new Option("--format <format>", "table or jsonl (default: table on a terminal, jsonl in a pipe)").choices([
        "table",
        "jsonl",
      ]),
    )
    .option("--with-text", "in a table print the text that offsets refer to; in JSON lines add it as the field text")
    .option("--no-simd", "use the plain JavaScript kernel")
    .option("--lexicon <dir>", "a data folder of your own instead of the packaged one")
    .action(async (files: string[], options: CodeOptions) =>
      (await import("./commands/code.ts")).runCode(files, options),
    );

  program
    .command("relate")
    .description(
      "say what the source does to the target: JSON lines {id, marked} with <s>…</s> and <t>…</t>, or {id, text, source, target}",
    )
    .argument("[files...]", "JSON lines files; - is standard input", [])
    .option("--abstain", "answer event: null where nothing speaks for a category")
    .option("--lexicon <dir>", "a data folder of your own instead of the packaged one")
    .action(async (files: string[], options: RelateOptions) =>
      (await import("./commands/relate.ts")).runRelate(files, options),
    );

  program
    .command("explain")
    .description(
      "show how a sentence is read: tokens, tree, predications, frames tried, what fired, what failed and why",
    )
    .argument("<sentence>", "the sentence, in quotation marks")
    .addOption(dateOption("publication date"))
    .option("--lexicon <dir>", "a data folder of your own instead of the packaged one")
    .action(async (sentence: string, options: ExplainOptions) =>
      (await import("./commands/explain.ts")).runExplain(sentence, options),
    );

  program
    .command("parse")
    .description("tokens, tags, lemmas and Universal Dependencies of reports")
    .argument("[files...]", "files to parse; - is standard input", [])
    .addOption(new Option("--format <format>", "output format").choices(["conllu"]).default("conllu"))
    .option("--no-simd", "use the plain JavaScript kernel")
    .action(async (files: string[], options: ParseOptions) =>
      (await import("./commands/parse.ts")).runParse(files, options),
    );

  program
    .command("score")
    .description("score coded events against hand-coded ones")
    .argument("<gold>", "hand-coded events: a folder of .json or a .jsonl")
    .argument("<reports>", "the reports: a folder of .json or a .jsonl")
    .argument("<predictions>", "coded events, JSON lines as `dragoman code` writes them")
    .option("--json", "print one JSON object")
    .option("--by-sentence", "drop the demand for a trigger, for coders that give none")
    .action(async (gold: string, reports: string, predictions: string, options: ScoreOptions) =>
      (await import("./commands/score.ts")).runScore(gold, reports, predictions, options),
    );

  for (const command of program.commands) command.exitOverride();
  return program;
}

function dateOption(description: string): Option {
  return new Option("--date <date>", `${description}, YYYY-MM-DD`).argParser((value: string) => {
    if (!isDate(value)) throw new InvalidArgumentError("write the date as YYYY-MM-DD, a day of the calendar.");
    return value;
  });
}

const EXAMPLES = `
Examples:
  dragoman code report.txt --date 2024-05-10
  dragoman code reports.jsonl > events.jsonl
  cat report.txt | dragoman code - --format table
  dragoman explain "Norland expelled two Maran diplomats on Friday." --date 2024-05-10
`;
