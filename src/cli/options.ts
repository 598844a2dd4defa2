import { InvalidArgumentError, Option } from "commander";
import { isDate } from "../readers/report-fields.ts";
import { ANSWER_FORMATS } from "./answer-output.ts";

/** The event base that a command works on. */
export function baseOption(): Option {
  return new Option("--db <file>", "the event base").makeOptionMandatory();
}

/** How an answer is written; without it a table on a terminal, JSON lines in a pipe. */
export function formatOption(formats: readonly string[] = ANSWER_FORMATS): Option {
  return new Option("--format <format>", "output format (default: table on a terminal, jsonl in a pipe)").choices(
    formats,
  );
}

export function dayOption(flags: string, description: string): Option {
  return new Option(flags, `${description}, YYYY-MM-DD`).argParser((value: string) => {
    if (!isDate(value)) throw new InvalidArgumentError("write the date as YYYY-MM-DD, a day of the calendar.");
    return value;
  });
}

/** Reads a whole number above 0. */
export function positive(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError("write a whole number above 0.");
  return Number(value);
}
