import { linkHappenings, type LinkProgress } from "../linking/link-happenings.ts";
import type { LinkStore } from "../store/event-links.ts";
import { ProgressLine } from "./progress-line.ts";

/** Finds the stories and happenings of what is not linked yet, and tells how many; says nothing where there was nothing to do. */
export async function linkBase(store: LinkStore): Promise<boolean> {
  const progress = new ProgressLine();
  let done: LinkProgress | null = null;
  for await (const step of linkHappenings(store)) {
    done = step;
    progress.step(step.reports, "reports linked", step.left);
  }
  progress.clear();
  if (done === null) return false;
  const { reports, copies, events, opened } = done;
  process.stderr.write(
    `dragoman: linked ${counted(reports, "report")}, of which ${counted(copies, "copy", "copies")} of earlier ones: ${counted(events, "event")} in ${counted(opened, "new happening")}, the others in earlier ones\n`,
  );
  return true;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
