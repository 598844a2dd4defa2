import { DuckDbStore } from "../store/duckdb/duckdb-store.ts";
import type { Access } from "../store/duckdb/open-database.ts";

/** Opens the base; it is closed when `work` is done or fails. */
export async function withStore<T>(path: string, access: Access, work: (store: DuckDbStore) => Promise<T>): Promise<T> {
  const store = await DuckDbStore.open(path, access);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
