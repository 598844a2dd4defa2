import { type Command, Option } from "commander";
import type { HappeningLinkOptions } from "./commands/happenings-link.ts";

/** The commands around happenings: list and show them, find them, and correct what was found. */
export function addHappeningCommands(program: Command): void {
  const happenings = program.command("happenings").description("what several reports tell: list, show and correct it");
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
}

function baseOption(): Option {
  return new Option("--db <file>", "the event base").makeOptionMandatory();
}
