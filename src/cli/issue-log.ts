import { messageOf, type Issue } from "../core/errors.ts";

/** Tells what was refused as it happens, and how much in the end. */
export class IssueLog {
  private refused = 0;
  private readonly undated: string[] = [];
  private readonly otherLanguages = new Map<string, number>();

  refuse(issue: Issue): void {
    this.refused++;
    process.stderr.write(`dragoman: ${messageOf(issue.code, issue.data)}\n`);
  }

  /** A report without a date is coded, but its relative dates stay null; the run says so. */
  noteUndated(id: string): void {
    this.undated.push(id);
  }

  /** A report in another language is neither coded nor refused. */
  setAside(language: string): void {
    const tag = language.slice(0, 8);
    this.otherLanguages.set(tag, (this.otherLanguages.get(tag) ?? 0) + 1);
  }

  /** Prints the summary and sets the exit code. */
  finish(done: number, what: string): void {
    const n = this.undated.length;
    if (n)
      process.stderr.write(
        `dragoman: ${n === 1 ? `report ${this.undated[0] ?? ""} has` : `${n} reports have`} no publication date; relative dates stay null (give --date or a date field)\n`,
      );
    const others = [...this.otherLanguages].sort(([a, m], [b, k]) => k - m || (a < b ? -1 : 1));
    if (others.length) {
      const count = others.reduce((sum, [, k]) => sum + k, 0);
      process.stderr.write(
        `dragoman: ${count} ${count === 1 ? "report" : "reports"} in other languages set aside (${others.map(([tag, k]) => `${tag} ${k}`).join(", ")}); --any-language takes them for English\n`,
      );
    }
    if (this.refused) {
      process.stderr.write(
        `dragoman: ${this.refused} ${this.refused === 1 ? "record" : "records"} refused, ${done} ${what}\n`,
      );
      process.exitCode = 1;
    }
  }
}
