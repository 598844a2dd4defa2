import { existsSync, readFileSync } from "node:fs";

/** The records of a file with one JSON value a line; blank lines are left out. */
export function readJsonLines<T>(path: string): readonly T[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as T);
}

/** The same, null where the file is not there. */
export function readRows<T>(path: string): readonly T[] | null {
  return existsSync(path) ? readJsonLines<T>(path) : null;
}
