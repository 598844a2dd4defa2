import { availableParallelism } from "node:os";
import { DuckDbStore } from "../store/duckdb/duckdb-store.ts";
import type { Access } from "../store/duckdb/open-database.ts";
import type { EventStore, RunKind } from "../store/event-store.ts";
import { CodingPool } from "../workers/coding-pool.ts";

/** Options of the commands that code into an event base. */
export interface BaseCodingOptions {
  readonly db: string;
  readonly jobs?: number;
  readonly lexicon: readonly string[];
}

/** An open base and the threads that code for it. */
export interface BaseSession {
  readonly store: EventStore;
  readonly pool: CodingPool;
  /** The id of what the coder knows. */
  readonly fingerprintId: string;
  startRun(kind: RunKind, note: string | null): Promise<number>;
  finishRun(run: number): Promise<void>;
}

/** Opens the base and starts the threads; both are closed when `work` is done or fails. */
export async function withBaseSession(
  options: BaseCodingOptions,
  access: Access,
  work: (session: BaseSession) => Promise<void>,
): Promise<void> {
  const store = await DuckDbStore.open(options.db, access);
  const pool = new CodingPool(options.jobs ?? availableParallelism(), { lexicon: options.lexicon });
  try {
    const { version, fingerprintId } = await pool.describe();
    await work({
      store,
      pool,
      fingerprintId,
      async startRun(kind, note) {
        const fingerprint = (await store.fingerprint(fingerprintId)) ?? (await pool.fingerprint());
        return store.startRun({ kind, coder: version, note, fingerprint }, now());
      },
      finishRun: (run) => store.finishRun(run, now()),
    });
  } finally {
    await pool.close();
    await store.close();
  }
}

function now(): string {
  return new Date().toISOString();
}
