import type { BaseReader } from "../store/duckdb/base-reader.ts";
import { UNLINKED_QUERY } from "../store/queries/show-happening.ts";
import { valuesOf } from "./asked-base.ts";

/** Says so where happenings of some reports are not found yet: whoever counts them would count too few. */
export async function tellUnlinked(base: BaseReader, db: string): Promise<void> {
  const [reports = 0, stale = 0] = ((await valuesOf(base, UNLINKED_QUERY))[0] ?? []).map(Number);
  if (reports === 0 && stale === 0) return;
  const what = [
    reports > 0 ? `${reports} ${reports === 1 ? "report is" : "reports are"} not linked` : "",
    stale > 0 ? `${stale} ${stale === 1 ? "happening is" : "happenings are"} not up to date` : "",
  ];
  process.stderr.write(
    `dragoman: ${what.filter(Boolean).join(", ")} yet; “dragoman happenings link --db ${db}” does it\n`,
  );
}
