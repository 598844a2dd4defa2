/** What a person decided. It stands against later merges; the latest edit about a pair of events holds. */
export interface HappeningEdit {
  /** `split`: these events are another happening than `happening`; `join`: they are that one. */
  readonly kind: "split" | "join";
  /** Id of the happening, that is of its first event. */
  readonly happening: string;
  readonly events: readonly string[];
}

/** An edit that cannot be carried out, and why. */
export interface EditFault {
  readonly edit: HappeningEdit;
  readonly reason: string;
}

/** Edits as questions about events: which belong together, which do not. */
export class EditRules {
  readonly faults: readonly EditFault[];
  private readonly together = new Map<string, Set<string>>();
  private readonly apart = new Map<string, Set<string>>();
  private readonly moved = new Set<string>();

  constructor(edits: readonly HappeningEdit[]) {
    this.faults = edits.flatMap((edit) => this.take(edit) ?? []);
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

  /** Whether an edit names the event as one that moves. */
  isMoved(event: string): boolean {
    return this.moved.has(event);
  }

  private take(edit: HappeningEdit): EditFault | null {
    const { kind, happening, events } = edit;
    if (events.includes(happening))
      return { edit, reason: `a happening is named after its first event; name the others, and ${happening} stays` };
    if (events.length === 0) return { edit, reason: "no events are named; name at least one" };
    const [first] = events;
    for (const event of events) {
      this.moved.add(event);
      if (kind === "join") {
        unlink(this.apart, event, happening);
        link(this.together, event, happening);
      } else {
        unlink(this.together, event, happening);
        link(this.apart, event, happening);
        if (first !== undefined && event !== first) link(this.together, event, first);
      }
    }
    return null;
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
