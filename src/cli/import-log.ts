import { messageOf, type Issue } from "../core/errors.ts";

/** So many refusals of one kind are told in full; a file of a wrong kind has a million. */
const TOLD = 10;

/** Tells refused rows, the first ones of each kind in full, and counts what was mended or passed over. */
export class ImportLog {
  private readonly refusals = new Map<string, number>();
  private readonly refusedFiles = new Map<string, number>();
  private readonly mended = new Map<string, number>();
  private readonly passed = new Map<string, number>();

  refuseFile(issue: Issue, kind: string): void {
    increment(this.refusedFiles, kind);
    process.stderr.write(`dragoman: ${messageOf(issue.code, issue.data)}\n`);
  }

  refuse(issue: Issue, kind: string): void {
    const count = increment(this.refusals, kind);
    if (count <= TOLD) process.stderr.write(`dragoman: ${messageOf(issue.code, issue.data)}\n`);
  }

  mend(what: string): void {
    increment(this.mended, what);
  }

  passOver(why: string): void {
    increment(this.passed, why);
  }

  /** Prints the summary and sets the exit code. */
  finish(): void {
    tell("mended", this.mended);
    tell("passed over", this.passed);
    tell("refused", this.refusals);
    tell("refused", this.refusedFiles, "file");
    if (this.refusals.size || this.refusedFiles.size) process.exitCode = 1;
  }
}

function increment(counts: Map<string, number>, key: string): number {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
}

function tell(what: string, counts: ReadonlyMap<string, number>, thing = "row"): void {
  for (const [kind, count] of counts)
    process.stderr.write(`dragoman: ${count} ${thing}${count === 1 ? "" : "s"} ${what}: ${kind}\n`);
}
