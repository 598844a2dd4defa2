import { readSources } from "../readers/read-reports.ts";
import { IssueLog } from "./issue-log.ts";
import { ProgressLine } from "./progress-line.ts";

/** What is read and what is done with it, for the progress line and the count at the end: "reports coded". */
export interface Work {
  readonly noun: "report" | "row";
  readonly done: string;
}

/**
 * Hands every record of the sources to `visit`; what is refused is told at once and the rest goes on. Resolves to what prints the
 * counts, for a command that has something to say before them.
 */
export async function eachRecord<T>(
  sources: readonly string[],
  reader: Parameters<typeof readSources<T>>[1],
  { noun, done }: Work,
  visit: (record: T, log: IssueLog) => void | Promise<void>,
): Promise<() => void> {
  const log = new IssueLog();
  const progress = new ProgressLine();
  let count = 0;
  for await (const record of recordsOf(sources, reader, { log, progress })) {
    await visit(record, log);
    progress.step(++count, `${noun}s ${done}`);
  }
  progress.clear();
  return () => {
    log.finish(count, `${noun}${count === 1 ? "" : "s"} ${done}`);
  };
}

/** The records of the sources as they come; what is refused is told at once, what is set aside is counted. */
export async function* recordsOf<T>(
  sources: readonly string[],
  reader: Parameters<typeof readSources<T>>[1],
  tell: { readonly log: IssueLog; readonly progress: ProgressLine },
): AsyncGenerator<T> {
  for await (const item of readSources(sources, reader, process.stdin)) {
    if ("issue" in item) {
      tell.progress.clear();
      tell.log.refuse(item.issue);
    } else if ("setAside" in item) tell.log.setAside(item.setAside.language);
    else yield item.value;
  }
}
