import type { Issue } from "../core/errors.ts";
import type { Report } from "../core/report.ts";
import type { ReadItem } from "../readers/read-reports.ts";
import type { EventStore, Identity } from "../store/event-store.ts";
import { reportContent } from "../workers/coded-report.ts";
import { batchesOf } from "./batches.ts";

/** A report to be coded, with where it stands and what was refused since the one before. */
export interface FreshReport {
  readonly report: Report;
  readonly content: string;
  readonly path: string;
  readonly line: number;
  readonly refused: readonly Issue[];
}

type Item = ReadItem<Report>;

/** Picks out the reports that the base does not hold yet; the same content is stored once, and an id is taken once. */
export class FreshReports {
  private readonly store: Pick<EventStore, "stored">;
  private readonly onIssue: (issue: Issue) => void;
  /** What is on its way into the base. */
  private readonly ids = new Set<string>();
  private readonly contents = new Set<string>();
  /** What has arrived there, and can be asked for from the next look-up on. */
  private arrived: Identity[] = [];
  private refused: Issue[] = [];
  /** Records read so far, and those of them that the base had already or that came twice. */
  seen = 0;
  already = 0;

  constructor(store: Pick<EventStore, "stored">, onIssue: (issue: Issue) => void) {
    this.store = store;
    this.onIssue = onIssue;
  }

  async *of(items: AsyncIterable<Item>): AsyncGenerator<FreshReport> {
    for await (const group of batchesOf(items, () => 0)) {
      this.forgetArrived();
      const asked = group.flatMap((item) => ("issue" in item ? [] : [identityOf(item.value)]));
      const stored = await this.store.stored(asked);
      const known = { ids: new Set(stored.map((s) => s.id)), contents: new Set(stored.map((s) => s.content)) };
      for (const item of group) {
        this.seen++;
        const fresh = "issue" in item ? this.refuse(item.issue) : this.freshOf(item, known);
        if (fresh) yield fresh;
      }
    }
  }

  /** What was refused since it was asked last. */
  takeRefused(): readonly Issue[] {
    const refused = this.refused;
    this.refused = [];
    return refused;
  }

  /** To be told of every report that was stored. */
  noteStored(report: Identity): void {
    this.arrived.push(report);
  }

  private freshOf(
    { value: report, path, line }: Exclude<Item, { readonly issue: Issue }>,
    known: { readonly ids: ReadonlySet<string>; readonly contents: ReadonlySet<string> },
  ): FreshReport | null {
    const { id, content } = identityOf(report);
    if (known.contents.has(content) || this.contents.has(content)) {
      this.already++;
      return null;
    }
    if (known.ids.has(id) || this.ids.has(id))
      return this.refuse({ code: "REPORT_ID_TAKEN", data: { path, line, id } });
    this.ids.add(id);
    this.contents.add(content);
    return { report, content, path, line, refused: this.takeRefused() };
  }

  private refuse(issue: Issue): null {
    this.refused.push(issue);
    this.onIssue(issue);
    return null;
  }

  private forgetArrived(): void {
    for (const { id, content } of this.arrived) {
      this.ids.delete(id);
      this.contents.delete(content);
    }
    this.arrived = [];
  }
}

function identityOf(report: Report): Identity {
  return { id: report.id, content: reportContent(report) };
}
