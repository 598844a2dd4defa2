import type { ErrorKind } from "./set-report.ts";

const EXAMPLES = 3;

/** Counts errors by kind and keeps the first examples of each. */
export class ErrorCounter {
  private readonly kinds = new Map<string, { count: number; readonly examples: string[] }>();

  add(kind: string, example: string | null): void {
    let entry = this.kinds.get(kind);
    if (entry === undefined) {
      entry = { count: 0, examples: [] };
      this.kinds.set(kind, entry);
    }
    entry.count++;
    if (example !== null && entry.examples.length < EXAMPLES) entry.examples.push(example);
  }

  /** Commonest first; kinds of the same count in the order of their first error. */
  list(): readonly ErrorKind[] {
    return [...this.kinds].map(([kind, entry]) => ({ kind, ...entry })).sort((a, b) => b.count - a.count);
  }
}
