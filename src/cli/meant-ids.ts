import { AppError } from "../core/errors.ts";
import type { BaseReader } from "../store/duckdb/base-reader.ts";
import { happeningIdsQuery, heldIdsQuery } from "../store/queries/show-happening.ts";
import { valuesOf } from "./asked-base.ts";

/** The id of the happening that is meant: itself, or the only one that begins so. */
export async function happeningMeant(base: BaseReader, beginning: string, path: string): Promise<string> {
  const [first, second, ...more] = (await valuesOf(base, happeningIdsQuery(beginning))).map(([id]) => String(id));
  if (first === undefined) throw new AppError("HAPPENING_UNKNOWN", { path, happening: beginning });
  if (first === beginning || second === undefined) return first;
  throw new AppError("HAPPENING_AMBIGUOUS", { path, happening: beginning, ids: [first, second, ...more].join(", ") });
}

/** The same for an event that holds. */
export async function eventMeant(base: BaseReader, beginning: string, path: string): Promise<string> {
  const [first, second, ...more] = (await valuesOf(base, heldIdsQuery(beginning))).map(([id]) => String(id));
  if (first === undefined) throw new AppError("BASE_EVENT_UNKNOWN", { path, event: beginning });
  if (first === beginning || second === undefined) return first;
  throw new AppError("BASE_EVENT_AMBIGUOUS", { path, event: beginning, ids: [first, second, ...more].join(", ") });
}
