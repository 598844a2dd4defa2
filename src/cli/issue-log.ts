import { messageOf, type Issue } from "../core/errors.ts";

/** Tells what was refused as it happens, and how much in the end. */
export class IssueLog {
  private refused = 0;
  private readonly undated: string[] = [];

  refuse(issue: Issue): void {
    this.refused++;
    process.stderr.write(`dragoman: ${messageOf(issue.code, issue.data)}\n`);
  }

  /** A report without a date is coded, but its relative dates stay null; the run says so. */
  noteUndated(id: string): void {
    this.undated.push(id);
  }

  /** Prints the summary and sets the exit code. */
  finish(done: number, what: string): void {
    const n = this.undated.length;
    if (n)
      process.stderr.write(
        `dragoman: ${n === 1 ? `report ${this.undated[0] ?? ""} has` : `${n} reports have`} no publication date; relative dates stay null (give --date or a date field)\n`,
      );
    if (this.refused) {
      process.stderr.write(
        `dragoman: ${this.refused} ${this.refused === 1 ? "record" : "records"} refused, ${done} ${what}\n`,
      );
      process.exitCode = 1;
    }
  }
}
