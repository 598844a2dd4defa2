import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DuckDBInstance } from "@duckdb/node-api";
import { packageRoot } from "../../lexicon/package-files.ts";

const folder = join(packageRoot, "src", "store", "migrations");

/** `001-base.sql` brings a base to version 1, and so on. */
const FILES: readonly string[] = readdirSync(folder)
  .filter((name) => /^\d{3}-.*\.sql$/.test(name))
  .sort();

export const LATEST_VERSION: number = FILES.length;

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

/** Runs the files after `version`, each in a transaction of its own. */
export async function migrate(instance: DuckDBInstance, version: number): Promise<void> {
  const connection = await instance.connect();
  try {
    for (const [i, file] of FILES.entries()) {
      if (i < version) continue;
      await connection.run("BEGIN");
      await connection.run(readFileSync(join(folder, file), "utf8"));
      await connection.run("INSERT OR REPLACE INTO base VALUES ('version', $1)", [String(i + 1)]);
      await connection.run("COMMIT");
    }
  } finally {
    connection.closeSync();
  }
}
