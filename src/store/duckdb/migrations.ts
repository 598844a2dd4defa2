import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DuckDBInstance } from "@duckdb/node-api";
import { packageRoot } from "../../lexicon/package-files.ts";

const folder = join(packageRoot, "src", "store", "migrations");

/** `001-base.sql` brings a base to version 1, and so on; numbers may be left out. */
const FILES: readonly { readonly version: number; readonly name: string }[] = readdirSync(folder)
  .filter((name) => /^\d{3}-.*\.sql$/.test(name))
  .sort()
  .map((name) => ({ version: Number(name.slice(0, 3)), name }));

export const LATEST_VERSION: number = FILES.at(-1)?.version ?? 0;

/** The version of the tables; null when the database is no event base. */
export async function versionOf(instance: DuckDBInstance): Promise<number | null> {
  const connection = await instance.connect();
  try {
    const tables = await connection.runAndReadAll(
      "SELECT count(*) FROM information_schema.tables WHERE table_name = 'base'",
    );
    if (Number(tables.value(0, 0)) === 0) return null;
    const found = await connection.runAndReadAll("SELECT value FROM base WHERE key = 'version'");
    return found.currentRowCount === 0 ? null : Number(found.value(0, 0));
  } finally {
    connection.closeSync();
  }
}

/** Runs the files above `from`, each in a transaction of its own. */
export async function migrate(instance: DuckDBInstance, from: number): Promise<void> {
  const connection = await instance.connect();
  try {
    for (const { version, name } of FILES.filter((file) => file.version > from)) {
      await connection.run("BEGIN");
      await connection.run(readFileSync(join(folder, name), "utf8"));
      await connection.run("INSERT OR REPLACE INTO base VALUES ('version', $1)", [String(version)]);
      await connection.run("COMMIT");
    }
  } finally {
    connection.closeSync();
  }
}
