import { type Command, Option } from "commander";
import type { HappeningEditOptions } from "./commands/happenings-edit.ts";
import type { HappeningLinkOptions } from "./commands/happenings-link.ts";
import type { HappeningListOptions } from "./commands/happenings-list.ts";
import type { HappeningShowOptions } from "./commands/happenings-show.ts";
import { baseOption, dayOption, formatOption, positive } from "./options.ts";

/** The commands around happenings: list and show them, find them, and correct what was found. */
export function addHappeningCommands(program: Command): void {
  const happenings = program.command("happenings").description("what several reports tell: list, show and correct it");
  addList(happenings);
  happenings
    .command("show")
    .description("show one happening: every telling and why it is there, the figures by who states them, who denies it")
    .argument("<happening>", "its id, or the beginning of it")
    .addOption(baseOption())
    .option("--json", "print one JSON object")
    .action(async (happening: string, options: HappeningShowOptions) =>
      (await import("./commands/happenings-show.ts")).runHappeningsShow(happening, options),
    );
  happenings
    .command("link")
    .description(
      "find stories and happenings for all reports that are not linked yet; ingest and recode do so at their end",
    )
    .addOption(baseOption())
    .option("--again", "forget what was found, but not what was split and joined, and find all anew")
    .action(async (options: HappeningLinkOptions) =>
      (await import("./commands/happenings-link.ts")).runHappeningsLink(options),
    );
  addEdit(happenings, "split", "say that events are another happening than this one; undone by join");
  addEdit(happenings, "join", "say that events are this happening; undone by split");
}

function addList(happenings: Command): void {
  happenings
    .command("list", { isDefault: true })
    .description("list happenings; those that some report tells as actual, not historical, unless asked for")
    .addOption(baseOption())
    .option("--country <code...>", "code of an actor, a recipient or the place")
    .option("--category <name...>", "PLOVER category")
    .option("--place <place...>", "part of the name of the place, or a country code")
    .option("--text <words...>", "in the trigger or a party's name of any telling")
    .addOption(dayOption("--from <date>", "first day"))
    .addOption(dayOption("--to <date>", "last day"))
    .addOption(new Option("--sources <n>", "told by so many independent sources at least").argParser(positive))
    .option("--disputed", "only what somebody denies")
    .option("--all-statuses", "also what nobody tells as actual")
    .option("--historical", "also happenings of an earlier era")
    .addOption(
      new Option("--sort <column>", "date, sources, reports or dead; - in front for descending").default("date"),
    )
    .addOption(new Option("--page <n>", "which page").argParser(positive))
    .addOption(new Option("--limit <n>", "happenings a page (default: 50 in a table, else all)").argParser(positive))
    .addOption(formatOption())
    .action(async (options: HappeningListOptions) =>
      (await import("./commands/happenings-list.ts")).runHappeningsList(options),
    );
}

function addEdit(happenings: Command, kind: "split" | "join", description: string): void {
  happenings
    .command(kind)
    .description(description)
    .argument("<happening>", "its id, or the beginning of it")
    .argument("<events...>", "ids of events, or the beginnings of them")
    .addOption(baseOption())
    .action(async (happening: string, events: string[], options: HappeningEditOptions) =>
      (await import("./commands/happenings-edit.ts")).runHappeningsEdit(kind, happening, events, options),
    );
}
