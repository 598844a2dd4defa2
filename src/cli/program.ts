import { Command, InvalidArgumentError, Option } from "commander";
import { parseFieldMap } from "../readers/json/map-fields.ts";
import { packageVersion } from "../lexicon/package-files.ts";
import { addAskingCommands, addEventChoice } from "./asking-commands.ts";
import { addHappeningCommands } from "./happening-commands.ts";
import { baseOption, dayOption, formatOption, positive } from "./options.ts";
import type { LearnOptions } from "./commands/actors-learn.ts";
import type { UnknownOptions } from "./commands/actors-unknown.ts";
import type { WhoOptions } from "./commands/actors-who.ts";
import type { CodeOptions } from "./commands/code.ts";
import type { DiffOptions } from "./commands/diff.ts";
import type { ExplainOptions } from "./commands/explain.ts";
import type { ExportOptions } from "./commands/export.ts";
import type { ImportOptions } from "./commands/import.ts";
import type { IngestOptions } from "./commands/ingest.ts";
import type { CheckOptions } from "./commands/lexicon-check.ts";
import type { CoverageOptions } from "./commands/lexicon-coverage.ts";
import type { GapsOptions } from "./commands/lexicon-gaps.ts";
import type { LexiconImportOptions } from "./commands/lexicon-import.ts";
import type { ParseOptions } from "./commands/parse.ts";
import type { QuotesOptions } from "./commands/quotes.ts";
import type { RecodeOptions } from "./commands/recode.ts";
import type { ReadOptions } from "./commands/read.ts";
import type { RelateOptions } from "./commands/relate.ts";
import type { RunsOptions } from "./commands/runs.ts";
import type { ScoreOptions } from "./commands/score.ts";
import type { SqlOptions } from "./commands/sql.ts";
import type { TrainCommandOptions } from "./commands/train.ts";
import type { WatchCommandOptions } from "./commands/watch.ts";

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
      "code the events of reports: text, Markdown, JSON, CSV, HTML pages, feeds, web archives, mail, PDF, zip and gz of these, folders",
    )
    .argument("[files...]", "files to code; - is standard input, which is also the default in a pipe", [])
    .addOption(dayOption("--date <date>", "publication date of reports that state none"))
    .addOption(
      new Option("--format <format>", "table or jsonl (default: table on a terminal, jsonl in a pipe)").choices([
        "table",
        "jsonl",
      ]),
    )
    .addOption(mapOption())
    .addOption(languageOption())
    .option("--with-text", "in a table print the text that offsets refer to; in JSON lines add it as the field text")
    .addOption(
      new Option("--jobs <n>", "threads that code; more than one pays from some hundred reports on")
        .argParser(positive)
        .default(1),
    )
    .option("--no-simd", "use the plain JavaScript kernel")
    .option("--no-proposals", "code by frames alone, without the model's proposals for verbs that no frame knows")
    .addOption(lexiconOption())
    .action(async (files: string[], options: CodeOptions) =>
      (await import("./commands/code.ts")).runCode(files, options),
    );

  program
    .command("read")
    .description("show what the readers make of files: one JSON line a report, ready for `dragoman code`")
    .argument("[files...]", "files and folders as for `dragoman code`", [])
    .addOption(dayOption("--date <date>", "publication date of reports that state none"))
    .addOption(mapOption())
    .addOption(languageOption())
    .action(async (files: string[], options: ReadOptions) =>
      (await import("./commands/read.ts")).runRead(files, options),
    );

  program
    .command("quotes")
    .description("who says what: speaker, cue, content and day of every direct and indirect quotation, as JSON lines")
    .argument("[files...]", "reports as for `dragoman code`", [])
    .addOption(dayOption("--date <date>", "publication date of reports that state none"))
    .addOption(mapOption())
    .addOption(languageOption())
    .option("--out <file>", "write there instead of to standard output")
    .option("--all", "with beliefs, wishes and judgements: expects, demands, condemned")
    .addOption(lexiconOption())
    .action(async (files: string[], options: QuotesOptions) =>
      (await import("./commands/quotes.ts")).runQuotes(files, options),
    );

  program
    .command("relate")
    .description(
      "say what the source does to the target: JSON lines {id, marked} with <s>…</s> and <t>…</t>, or {id, text, source, target}",
    )
    .argument("[files...]", "JSON lines files; - is standard input", [])
    .option("--abstain", "answer event: null where nothing speaks for a category")
    .option("--model <file>", "answer by a model of your own, made with dragoman train")
    .option("--no-proposals", "ask the frames alone: event: null where they know no act")
    .addOption(lexiconOption())
    .action(async (files: string[], options: RelateOptions) =>
      (await import("./commands/relate.ts")).runRelate(files, options),
    );

  program
    .command("train")
    .description(
      "learn your own categories from hand labels: a table with columns category and sentence (with <s>…</s> and <t>…</t>) or category, sentence, source, target; or JSON lines",
    )
    .argument("<files...>", "tab-divided files (.tsv) or JSON lines (.jsonl)")
    .requiredOption("--out <file>", "the model file to write, for dragoman relate --model")
    .addOption(
      new Option("--folds <n>", "folds of the cross-validation, 0 for none").default(10).argParser(wholeNumber),
    )
    .option("--json", "print the figures as one JSON object")
    .option("--lexicon <dir>", "a data folder of your own instead of the packaged one")
    .action(async (files: string[], options: TrainCommandOptions) =>
      (await import("./commands/train.ts")).runTrain(files, options),
    );

  program
    .command("explain")
    .description(
      "show how a sentence is read: tokens, tree, predications, frames tried, what fired, what failed and why",
    )
    .argument("<sentence>", "the sentence, in quotation marks")
    .addOption(dayOption("--date <date>", "publication date"))
    .addOption(lexiconOption())
    .action(async (sentence: string, options: ExplainOptions) =>
      (await import("./commands/explain.ts")).runExplain(sentence, options),
    );

  program
    .command("parse")
    .description("tokens, tags, lemmas and Universal Dependencies of reports")
    .argument("[files...]", "files to parse; - is standard input", [])
    .addOption(dayOption("--date <date>", "publication date of reports that state none"))
    .addOption(mapOption())
    .addOption(languageOption())
    .addOption(new Option("--format <format>", "output format").choices(["conllu"]).default("conllu"))
    .addOption(lexiconOption())
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

  program
    .command("watch")
    .description("poll feeds politely and safely, and code what is new into an event base, until it is stopped")
    .argument("[sources]", "an OPML file, or a list with one address a line")
    .addOption(baseOption())
    .addOption(jobsOption())
    .option("--once", "one round, then end")
    .option("--fetch-pages", "read each new article's page instead of the feed's own text")
    .addOption(new Option("--every <minutes>", "between two polls of a source").argParser(positive).default(30))
    .addOption(languageOption())
    .option("--ids", "print the id of every report once it is stored")
    .option("--no-happenings", "leave stories and happenings for “dragoman happenings link”")
    .option("--allow-private", "also ask addresses of this machine and its network")
    .option("--contact <address>", "where sites can reach you; told to every server")
    .option("--health", "print how each source does, and poll nothing")
    .addOption(new Option("--format <format>", "of the health").choices(["table", "jsonl"]).default("table"))
    .addOption(lexiconOption())
    .action(async (sources: string | undefined, options: WatchCommandOptions) =>
      (await import("./commands/watch.ts")).runWatch(sources, options),
    );

  const actors = program.command("actors").description("who is who: ask the tables, and learn from reports");
  actors
    .command("who")
    .description('what a name or an office ("foreign minister of Peru") stands for on a day, with rows and reasons')
    .argument("<name>", "a name, part of one, or an office with its country")
    .addOption(dayOption("--date <date>", "the day; by default today's rows"))
    .option("--json", "print JSON lines")
    .addOption(lexiconOption())
    .action(async (name: string, options: WhoOptions) =>
      (await import("./commands/actors-who.ts")).runActorsWho(name, options),
    );
  actors
    .command("learn")
    .description("read who holds which office out of reports, into a folder for --lexicon that you can look over")
    .argument("[files...]", "reports as for `dragoman code`", [])
    .addOption(dayOption("--date <date>", "publication date of reports that state none"))
    .addOption(mapOption())
    .addOption(languageOption())
    .option("--out <dir>", "the folder to write; without it the table goes to standard output")
    .addOption(new Option("--min <n>", "reports that must say so").default(1).argParser(wholeNumber))
    .option("--claims", "print every claim with date and evidence as a JSON line")
    .option("--force", "replace an earlier table in the folder")
    .addOption(lexiconOption())
    .action(async (files: string[], options: LearnOptions) =>
      (await import("./commands/actors-learn.ts")).runActorsLearn(files, options),
    );
  actors
    .command("unknown")
    .description("rank the names and party nouns of reports that no table knows, with an example sentence each")
    .argument("[files...]", "reports as for `dragoman code`", [])
    .addOption(dayOption("--date <date>", "publication date of reports that state none"))
    .addOption(mapOption())
    .addOption(languageOption())
    .addOption(new Option("--limit <n>", "how many").default(100).argParser(wholeNumber))
    .addOption(surveyFormat())
    .addOption(lexiconOption())
    .action(async (files: string[], options: UnknownOptions) =>
      (await import("./commands/actors-unknown.ts")).runActorsUnknown(files, options),
    );

  const lexicon = program.command("lexicon").description("work on a lexicon of your own");
  lexicon
    .command("import")
    .description("read dictionaries of TABARI, PETRARCH or UniversalPETRARCH into a folder for --lexicon")
    .requiredOption("--petrarch <files...>", "verb, actor and agent dictionaries, in any order")
    .requiredOption("--out <dir>", "the folder to write; not-taken.csv in it lists what had no place")
    .option("--force", "replace an earlier import in the folder")
    .action(async (options: LexiconImportOptions) =>
      (await import("./commands/lexicon-import.ts")).runLexiconImport(options),
    );

  lexicon
    .command("check")
    .description(
      "list everything that is wrong with the packaged lexicon, or with folders laid over it; exit code 1 if anything is",
    )
    .argument("[dirs...]", "folders as for --lexicon", [])
    .option("--examples", "run the sentences under examples: and not: too")
    .addOption(new Option("--format <format>", "output format").choices(["text", "jsonl"]).default("text"))
    .action(async (dirs: string[], options: CheckOptions) =>
      (await import("./commands/lexicon-check.ts")).runLexiconCheck(dirs, options),
    );
  lexicon
    .command("coverage")
    .description("count how often a corpus uses each frame, operator and rule")
    .argument("[files...]", "reports as for `dragoman code`", [])
    .addOption(dayOption("--date <date>", "publication date of reports that state none"))
    .addOption(mapOption())
    .addOption(languageOption())
    .option("--dead", "only those that were never used")
    .addOption(surveyFormat())
    .addOption(lexiconOption())
    .action(async (files: string[], options: CoverageOptions) =>
      (await import("./commands/lexicon-coverage.ts")).runLexiconCoverage(files, options),
    );
  lexicon
    .command("gaps")
    .description("list the predicates of a corpus that no frame or operator took, those with parties beside them first")
    .argument("[files...]", "reports as for `dragoman code`", [])
    .addOption(dayOption("--date <date>", "publication date of reports that state none"))
    .addOption(mapOption())
    .addOption(languageOption())
    .addOption(new Option("--limit <n>", "so many at most").argParser(positive).default(200))
    .option("--all", "with the predicates judged not political (cues/plain-predicates.csv)")
    .addOption(surveyFormat())
    .addOption(lexiconOption())
    .action(async (files: string[], options: GapsOptions) =>
      (await import("./commands/lexicon-gaps.ts")).runLexiconGaps(files, options),
    );

  addBaseCommands(program);
  addHandOverCommands(program);
  addAskingCommands(program);
  addHappeningCommands(program);

  for (const command of program.commands) command.exitOverride();
  return program;
}

/** The commands around an event base. */
function addBaseCommands(program: Command): void {
  program
    .command("ingest")
    .description("code reports into an event base; what is there already is passed over, so that it can be run again")
    .argument("[files...]", "reports as for `dragoman code`", [])
    .addOption(baseOption())
    .addOption(jobsOption())
    .addOption(dayOption("--date <date>", "publication date of reports that state none"))
    .addOption(mapOption())
    .addOption(languageOption())
    .option("--ids", "print the id of every report once it is stored")
    .option("--no-happenings", "leave stories and happenings for “dragoman happenings link”")
    .addOption(lexiconOption())
    .action(async (files: string[], options: IngestOptions) =>
      (await import("./commands/ingest.ts")).runIngest(files, options),
    );
  program
    .command("recode")
    .description("code again what is stored, as far as the present lexicon and models can change it")
    .addOption(baseOption())
    .addOption(jobsOption())
    .option("--all", "every report, whatever can change")
    .option("--no-happenings", "leave stories and happenings for “dragoman happenings link”")
    .addOption(lexiconOption())
    .action(async (options: RecodeOptions) => (await import("./commands/recode.ts")).runRecode(options));
  program
    .command("diff")
    .description("show the events that hold at one run and not, or not so, at another; run 0 is the empty base")
    .argument("<from>", "number of a run", runNumber)
    .argument("<to>", "number of a run", runNumber)
    .addOption(baseOption())
    .addOption(formatOption(["table", "jsonl"]))
    .action(async (from: number, to: number, options: DiffOptions) =>
      (await import("./commands/diff.ts")).runDiff(from, to, options),
    );
  program
    .command("runs")
    .description("list the runs of an event base")
    .addOption(baseOption())
    .addOption(formatOption())
    .action(async (options: RunsOptions) => (await import("./commands/runs.ts")).runRuns(options));
  program
    .command("sql")
    .description(
      "ask an event base in SQL; docs/reference/tables.md describes the tables. Nothing in the base is changed",
    )
    .argument("<query>", "the query, in quotation marks")
    .addOption(baseOption())
    .addOption(formatOption())
    .action(async (query: string, options: SqlOptions) => (await import("./commands/sql.ts")).runSql(query, options));
}

/** Events out of a base and into it, in the formats of other projects. */
function addHandOverCommands(program: Command): void {
  const exporting = program
    .command("export")
    .description(
      "write events of a base in the format of another project, chosen as by `dragoman events`; docs/reference/exports.md says how",
    );
  addEventChoice(exporting)
    .addOption(
      new Option("--as <format>", "the format")
        .choices(["plover", "polecat", "icews", "gdelt", "csv", "parquet"])
        .makeOptionMandatory(),
    )
    .option("--out <file>", "the file to write (default: standard output; parquet needs a file)")
    .option("--force", "replace the file if it is there")
    .addOption(new Option("--run <n>", "events of this run alone, also of an import").argParser(runNumber))
    .action(async (options: ExportOptions) => (await import("./commands/export.ts")).runExport(options));
  program
    .command("import")
    .description("take other people's event data into a base: plain files, gzip or zip")
    .argument("<files...>", "event files; - is standard input")
    .addOption(
      new Option("--as <format>", "the format").choices(["icews", "gdelt", "polecat", "plover"]).makeOptionMandatory(),
    )
    .addOption(baseOption())
    .action(async (files: string[], options: ImportOptions) =>
      (await import("./commands/import.ts")).runImport(files, options),
    );
}

function jobsOption(): Option {
  return new Option("--jobs <n>", "threads that code (default: one a core)").argParser(positive);
}

function runNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value))
    throw new InvalidArgumentError("write the number of a run; “dragoman runs” lists them.");
  return Number(value);
}

function lexiconOption(): Option {
  return new Option(
    "--lexicon <dir>",
    "a folder laid over the packaged data, see docs/guide/lexicon.md; may be repeated",
  )
    .argParser((value: string, before: readonly string[]) => [...before, value])
    .default([], "the packaged data alone");
}

function mapOption(): Option {
  return new Option(
    "--map <fields>",
    "columns or JSON fields that hold ours: text=body,date=published_at,title=headline",
  ).argParser(parseFieldMap);
}

function languageOption(): Option {
  return new Option("--any-language", "take every report for English instead of setting other languages aside");
}

function surveyFormat(): Option {
  return new Option("--format <format>", "output format").choices(["table", "csv", "jsonl"]).default("table");
}

function wholeNumber(value: string): number {
  if (!/^\d{1,3}$/.test(value)) throw new InvalidArgumentError("write a whole number below 1000.");
  return Number(value);
}

const EXAMPLES = `
Examples:
  dragoman code report.txt --date 2024-05-10
  dragoman code reports.jsonl > events.jsonl
  cat report.txt | dragoman code - --format table
  dragoman train labels.tsv --out my-model && dragoman relate rows.jsonl --model my-model
  dragoman explain "Norland expelled two Maran diplomats on Friday." --date 2024-05-10
`;
