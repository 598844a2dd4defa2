#!/usr/bin/env node
import { CommanderError } from "commander";
import { AppError } from "../core/errors.ts";
import { buildProgram } from "./program.ts";

/** Exit codes: 0 all coded, 1 something was refused or failed, 2 the command line is wrong. */
const FAILED = 1;
const USAGE = 2;

// A reader that goes away ("dragoman code … | head") ends the run quietly.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  await buildProgram().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : USAGE;
  else if (error instanceof AppError) {
    process.stderr.write(`dragoman: ${error.message}\n`);
    process.exitCode = error.code === "OPTION_VALUE" ? USAGE : FAILED;
  } else throw error;
}
