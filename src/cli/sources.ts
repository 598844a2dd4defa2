import { AppError } from "../core/errors.ts";

/** The files to read; none means standard input, but only when something is piped in. */
export function sourcesOf(files: readonly string[]): readonly string[] {
  if (files.length) return files;
  if (process.stdin.isTTY)
    throw new AppError("OPTION_VALUE", {
      option: "[files...]",
      value: "empty",
      reason: "name a file, or - to read standard input",
    });
  return ["-"];
}

/** Writes and waits when the receiver is slower than we are, so that memory stays flat. */
export async function writeOut(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise<void>((resolve) => process.stdout.once("drain", resolve));
}
