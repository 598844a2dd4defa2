import {
  type DuckDBConnection,
  type DuckDBInstance,
  type DuckDBValue,
  DuckDBTypeId,
  type Json,
} from "@duckdb/node-api";
import { AppError } from "../../core/errors.ts";
import { openDatabase } from "./open-database.ts";

/** An answer of the base: column names at once, rows as they come. Whole numbers and decimals are numbers, dates are texts. */
export interface Answer {
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<readonly Json[]>;
}

/** Numbers that come as texts because they may be larger than JavaScript's. */
const WIDE: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UHUGEINT,
  DuckDBTypeId.DECIMAL,
]);

/** Asks a base in SQL and cannot change it. */
export class BaseReader {
  private readonly instance: DuckDBInstance;
  private readonly connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.instance = instance;
    this.connection = connection;
  }

  static async open(path: string): Promise<BaseReader> {
    const instance = await openDatabase(path, "read");
    return new BaseReader(instance, await instance.connect());
  }

  /** Parameters stand as $1, $2 in the query. */
  async ask(sql: string, parameters: readonly DuckDBValue[] = []): Promise<Answer> {
    try {
      const result = await this.connection.stream(sql, [...parameters]);
      const wide = result.columnTypes().map((t) => WIDE.has(t.typeId));
      return { columns: result.columnNames(), rows: rowsOf(result.yieldRowsJson(), wide) };
    } catch (cause) {
      throw queryError(cause);
    }
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }
}

async function* rowsOf(chunks: AsyncIterable<Json[][]>, wide: readonly boolean[]): AsyncGenerator<readonly Json[]> {
  try {
    for await (const rows of chunks) for (const row of rows) yield row.map((v, i) => (wide[i] ? numberOf(v) : v));
  } catch (cause) {
    throw queryError(cause);
  }
}

/** A number where it is exact; beyond that the text stays. */
function numberOf(value: Json): Json {
  if (typeof value !== "string") return value;
  const number = Number(value);
  return Number.isFinite(number) && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : value;
}

function queryError(cause: unknown): AppError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new AppError("BASE_QUERY", { reason }, { cause });
}
