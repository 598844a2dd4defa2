import { type Command, Option } from "commander";
import { STATUSES } from "../core/codes.ts";
import { PERIODS } from "../series/periods.ts";
import { SHOWN } from "../series/shown.ts";
import { ANSWER_FORMATS } from "./answer-output.ts";
import type { EventsOptions } from "./commands/events.ts";
import type { SeriesOptions } from "./commands/series.ts";
import type { ShowOptions } from "./commands/show.ts";
import { baseOption, dayOption, formatOption, positive } from "./options.ts";

/** The commands that ask an event base and change nothing in it. */
export function addAskingCommands(program: Command): void {
  const events = program
    .command("events")
    .description("list the events of an event base; actual ones, not historical, each once a report, unless asked for");
  addEventChoice(events)
    .addOption(
      new Option(
        "--sort <column>",
        "date, published, category, scale, confidence, dead or report; - in front for descending",
      ).default("date"),
    ) // prettier-ignore
    .addOption(new Option("--page <n>", "which page").argParser(positive))
    .addOption(new Option("--limit <n>", "events a page (default: 50 in a table, else all)").argParser(positive))
    .addOption(formatOption())
    .action(async (options: EventsOptions) => (await import("./commands/events.ts")).runEvents(options));

  program
    .command("show")
    .description("show one event: its sentence, marked, the rules behind it, its report, and who else tells it")
    .argument("<event>", "the event's id, or the beginning of it")
    .addOption(baseOption())
    .option("--json", "print one JSON object")
    .action(async (event: string, options: ShowOptions) =>
      (await import("./commands/show.ts")).runShow(event, options),
    );

  const series = program
    .command("series")
    .description("count events by period, with their scores and quad classes; every period is there, also empty ones");
  addEventChoice(series)
    .option("--dyad <pair...>", "what happens between two parties: RUS-VEN, RUS:GOV-VEN; each is one series")
    .option("--directed", "only what the first of the pair does to the second")
    .addOption(new Option("--by <period>", "length of a period").choices(PERIODS).default("month"))
    .addOption(new Option("--show <value>", "what plots draw").choices(SHOWN).default("events"))
    .option("--svg <file>", "write a plot, too")
    .addOption(formatOption([...ANSWER_FORMATS, "plot"]))
    .action(async (options: SeriesOptions) => (await import("./commands/series.ts")).runSeries(options));
}

/** Which events: see docs/reference/asking.md. */
export function addEventChoice(command: Command): Command {
  return command
    .addOption(baseOption())
    .option(
      "--actor <party...>",
      "who acts: a code (RUS), code and sector (RUS:GOV), a sector (:GOV), or part of a name",
    )
    .option("--recipient <party...>", "to whom, in the same way")
    .option("--country <code...>", "code of the actor, the recipient or the place")
    .option("--sector <code...>", "primary sector of the actor or the recipient")
    .option("--category <name...>", "PLOVER category")
    .option("--mode <name...>", "PLOVER mode")
    .option("--context <name...>", "PLOVER context")
    .option("--place <place...>", "part of the name of the place, or a country code")
    .option("--text <words...>", "in the trigger, a name, or the report")
    .addOption(dayOption("--from <date>", "first day"))
    .addOption(dayOption("--to <date>", "last day"))
    .addOption(new Option("--status <status...>", "instead of actual").choices(STATUSES).conflicts("allStatuses"))
    .option("--all-statuses", "events of every status")
    .option("--historical", "also events of an earlier era")
    .option("--retold", "also events that their report told before")
    .option("--once", "one event a happening");
}
