import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { AppError } from "../../core/errors.ts";
import { packageRoot } from "../../lexicon/package-files.ts";

const TABLES = join(packageRoot, "src", "store", "migrations", "002-watching.sql");

/** Opens the base for as long as `work` takes: other programs may use it in between. */
export async function withBase<T>(path: string, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await openBase(path);
  try {
    const connection = await instance.connect();
    try {
      await makeTables(connection);
      return await work(connection);
    } finally {
      connection.closeSync();
    }
  } finally {
    instance.closeSync();
  }
}

/** All of `work` or nothing. */
export async function inTransaction<T>(connection: DuckDBConnection, work: () => Promise<T>): Promise<T> {
  await connection.run("BEGIN");
  try {
    const result = await work();
    await connection.run("COMMIT");
    return result;
  } catch (cause) {
    await connection.run("ROLLBACK");
    throw cause;
  }
}

/** Another process has the base open. */
export class BaseBusy extends AppError {}

async function openBase(path: string): Promise<DuckDBInstance> {
  try {
    return await DuckDBInstance.create(path, { memory_limit: "1GB" });
  } catch (cause) {
    const reason = (cause instanceof Error ? cause.message : String(cause)).split("\n")[0] ?? "";
    const failure = /could not set lock|conflicting lock/i.test(reason) ? BaseBusy : AppError;
    throw new failure("WATCH_BASE", { path, reason }, { cause });
  }
}

async function makeTables(connection: DuckDBConnection): Promise<void> {
  const found = await connection.runAndReadAll(
    "SELECT count(*)::INTEGER FROM information_schema.tables WHERE table_name = 'watch_sources'",
  );
  if (Number(found.value(0, 0)) === 0)
    await inTransaction(connection, async () => void (await connection.run(readFileSync(TABLES, "utf8"))));
}
