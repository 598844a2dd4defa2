import type { ImportedEvent } from "./imported-event.ts";

/** What a line of a file came to. */
export type ReadRow =
  | { readonly event: ImportedEvent; readonly repaired?: string }
  /** The line is right, but the base has no place for it: CAMEO statements, which PLOVER leaves out. */
  | { readonly passedOver: string }
  | { readonly fault: RowFault }
  /** The header, or an empty line. */
  | { readonly nothing: true };

export interface RowFault {
  readonly field: string;
  readonly value: string;
  /** What is wrong with it and what to do. */
  readonly reason: string;
}

/** Reads one file line by line; a table's header decides where its columns are. */
export interface RowReader {
  read(line: string, number: number): ReadRow;
}

/** Thrown inside a reader where a cell cannot be read; the row is refused and the rest goes on. */
export class RefusedRow extends Error {
  readonly fault: RowFault;

  constructor(fault: RowFault) {
    super(`${fault.field} is “${fault.value}”: ${fault.reason}`);
    this.name = "RefusedRow";
    this.fault = fault;
  }
}

/** Runs `work`, and makes a refusal of a refused row. */
export function orFault(work: () => ReadRow): ReadRow {
  try {
    return work();
  } catch (error) {
    if (error instanceof RefusedRow) return { fault: error.fault };
    throw error;
  }
}
