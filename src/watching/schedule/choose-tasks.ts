/** Something that may be asked of a host. */
export interface Task {
  /** Tells tasks apart, and orders those that are due at the same time. */
  readonly key: string;
  readonly host: string;
  /** Milliseconds since 1970. */
  readonly due: number;
}

export interface Traffic {
  readonly now: number;
  /** When each host may be asked again; hosts that are not there may be asked at once. */
  readonly freeAt: ReadonlyMap<string, number>;
  /** Hosts that are being asked: one request a host at a time. */
  readonly busy: ReadonlySet<string>;
  /** Requests at a time over all hosts. */
  readonly most: number;
  /** Tasks that cannot begin within so many milliseconds are not waited for; `Infinity` waits for all. */
  readonly patience: number;
}

export interface Choice<T extends Task> {
  readonly start: readonly T[];
  /** When the next task can begin that waits for a time and not for a busy host; null when there is none. */
  readonly wakeAt: number | null;
}

/** What to ask now, those that have been due longest first, and when to look again. */
export function chooseTasks<T extends Task>(tasks: readonly T[], traffic: Traffic): Choice<T> {
  const { now, busy } = traffic;
  const start: T[] = [];
  const taken = new Set(busy);
  let wakeAt: number | null = null;
  for (const task of inOrder(tasks)) {
    if (taken.has(task.host)) continue;
    const at = Math.max(task.due, traffic.freeAt.get(task.host) ?? 0);
    if (at > now) {
      if (at - now <= traffic.patience) wakeAt = Math.min(wakeAt ?? at, at);
    } else if (taken.size < traffic.most) {
      taken.add(task.host);
      start.push(task);
    }
  }
  return { start, wakeAt };
}

function inOrder<T extends Task>(tasks: readonly T[]): readonly T[] {
  return [...tasks].sort((a, b) => a.due - b.due || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}
