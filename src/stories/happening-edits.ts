/** What a person decided. It stands against later merges; the latest edit about a pair of events holds. */
export interface HappeningEdit {
  /** `split`: these events are another happening than `happening`; `join`: they are that one. */
  readonly kind: "split" | "join";
  /** Id of the happening, that is of its first event, which stays. */
  readonly happening: string;
  readonly events: readonly string[];
}

/** Edits as questions about events: which belong together, which do not. */
export class EditRules {
  private readonly together = new Map<string, Set<string>>();
  private readonly apart = new Map<string, Set<string>>();

  constructor(edits: readonly HappeningEdit[]) {
    for (const edit of edits) this.take(edit);
  }

  /** Events that must be in the happening of this one. */
  companionsOf(event: string): ReadonlySet<string> {
    return this.together.get(event) ?? NONE;
  }

  /** Whether a person has said that the event is not of the happening that has these events. */
  keepsApart(event: string, events: Iterable<string>): boolean {
    const others = this.apart.get(event);
    if (others) for (const other of events) if (others.has(other)) return true;
    return false;
  }

  private take({ kind, happening, events }: HappeningEdit): void {
    const [first] = events;
    for (const event of events)
      if (kind === "join") {
        unlink(this.apart, event, happening);
        link(this.together, event, happening);
      } else {
        unlink(this.together, event, happening);
        link(this.apart, event, happening);
        if (first !== undefined && event !== first) link(this.together, event, first);
      }
  }
}

const NONE: ReadonlySet<string> = new Set();

function link(map: Map<string, Set<string>>, a: string, b: string): void {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    const set = map.get(from);
    if (set) set.add(to);
    else map.set(from, new Set([to]));
  }
}

function unlink(map: Map<string, Set<string>>, a: string, b: string): void {
  map.get(a)?.delete(b);
  map.get(b)?.delete(a);
}
