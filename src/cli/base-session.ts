import { availableParallelism } from "node:os";
import type { Access } from "../store/duckdb/open-database.ts";
import type { EventStore, RunKind } from "../store/event-store.ts";
import { CodingPool } from "../workers/coding-pool.ts";
import { withStore } from "./with-store.ts";

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
  await withStore(options.db, access, async (store) => {
    const pool = new CodingPool(options.jobs ?? availableParallelism(), { lexicon: options.lexicon });
    try {
      const { fingerprintId } = await pool.describe();
      await work({
        store,
        pool,
        fingerprintId,
        startRun: (kind, note) => startCodingRun(store, pool, kind, note),
        finishRun: (run) => store.finishRun(run, now()),
      });
    } finally {
      await pool.close();
    }
  });
}

/** Starts a run of what the pool's coder knows now. */
export async function startCodingRun(
  store: EventStore,
  pool: CodingPool,
  kind: RunKind,
  note: string | null,
): Promise<number> {
  const { version, fingerprintId } = await pool.describe();
  const fingerprint = (await store.fingerprint(fingerprintId)) ?? (await pool.fingerprint());
  return store.startRun({ kind, coder: version, note, fingerprint }, now());
}

function now(): string {
  return new Date().toISOString();
}
