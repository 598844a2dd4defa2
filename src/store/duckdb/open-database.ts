import { existsSync, renameSync, rmSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { AppError } from "../../core/errors.ts";
import { LATEST_VERSION, migrate, versionOf } from "./migrations.ts";

/** What the database may keep in memory while it is written to; what is larger goes to disk. */
const WRITER_MEMORY = "512MB";

/** What is done with a base: `create` makes it if it is not there, the others want it there, `read` changes nothing. */
export type Access = "create" | "write" | "read";

export async function openDatabase(path: string, access: Access): Promise<DuckDBInstance> {
  if (!existsSync(path))
    if (access === "create") await create(path);
    else throw new AppError("BASE_MISSING", { path });
  return access === "read" ? openForReading(path) : openForWriting(path);
}

/** Opens a base for writing and brings its tables up to date. */
async function openForWriting(path: string): Promise<DuckDBInstance> {
  const instance = await open(path, { memory_limit: WRITER_MEMORY });
  await withVersion(instance, path, async (version) => {
    if (version < LATEST_VERSION) await migrate(instance, version);
  });
  return instance;
}

async function openForReading(path: string): Promise<DuckDBInstance> {
  const instance = await open(path, { access_mode: "READ_ONLY" });
  await withVersion(instance, path, (version) => {
    if (version < LATEST_VERSION) throw new AppError("BASE_OLDER", { path, version, known: LATEST_VERSION });
  });
  return instance;
}

/** Made under another name and then renamed: a killed process leaves no half of a base. */
async function create(path: string): Promise<void> {
  const draft = `${path}.new`;
  for (const left of [draft, `${draft}.wal`]) rmSync(left, { force: true });
  const instance = await open(draft, {});
  try {
    await migrate(instance, 0);
  } finally {
    instance.closeSync();
  }
  renameSync(draft, path);
}

async function open(path: string, options: Record<string, string>): Promise<DuckDBInstance> {
  try {
    return await DuckDBInstance.create(path, options);
  } catch (cause) {
    const text = cause instanceof Error ? cause.message : String(cause);
    if (/Could not set lock|already open/i.test(text)) {
      const pid = /PID (\d+)/.exec(text)?.[1];
      throw new AppError("BASE_IN_USE", { path, pid: pid === undefined ? "" : ` (${pid})` }, { cause });
    }
    const reason = (text.split("\n")[0] ?? text).replace(/^IO Error: /, "");
    throw new AppError("BASE_NOT_READ", { path, reason }, { cause });
  }
}

async function withVersion(
  instance: DuckDBInstance,
  path: string,
  use: (version: number) => void | Promise<void>,
): Promise<void> {
  try {
    const version = await versionOf(instance);
    if (version === null) throw new AppError("BASE_NOT_READ", { path, reason: "a database with other tables" });
    if (version > LATEST_VERSION) throw new AppError("BASE_NEWER", { path, version, known: LATEST_VERSION });
    await use(version);
  } catch (error) {
    instance.closeSync();
    throw error;
  }
}
