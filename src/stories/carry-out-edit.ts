import type { HappeningEdit } from "./happening-edits.ts";
import { type Happening, happeningId } from "./happening.ts";

/** Happenings as an edit leaves them, or why it cannot be carried out. */
export type EditResult = { readonly happenings: readonly Happening[] } | { readonly fault: string };

const ALONE = { score: 1, reasons: [] } as const;
const APART = { score: 1, reasons: [{ what: "split off together by hand", points: 1 }] } as const;
const JOINED = { score: 1, reasons: [{ what: "joined by hand", points: 1 }] } as const;

/**
 * Carries out what a person decided. `involved` are the happening of the edit and those that its events are in; all of them come back, also
 * such as have no event left. What is split off opens a happening at `nextPosition`.
 */
export function carryOutEdit(edit: HappeningEdit, involved: readonly Happening[], nextPosition: number): EditResult {
  const target = involved.find((happening) => happeningId(happening) === edit.happening);
  if (!target) return { fault: `${edit.happening} is no happening; “dragoman happenings” lists them` };
  const fault = faultOf(edit, target, involved);
  if (fault !== null) return { fault };
  const moving = new Set(edit.events);
  const moved = edit.events.flatMap(
    (event) => involved.flatMap(({ members }) => members).find((member) => member.event === event) ?? [],
  );
  const left = involved.map(({ position, members }) => ({
    position,
    members: members.filter(({ event }) => !moving.has(event)),
  }));
  if (edit.kind === "split") {
    const members = moved.map((member, i) => ({ ...member, ...(i === 0 ? ALONE : APART) }));
    return { happenings: [...left.map(openedByFirst), { position: nextPosition, members }] };
  }
  const happenings = left.map((happening) =>
    happening.position === target.position
      ? { ...happening, members: [...happening.members, ...moved.map((member) => ({ ...member, ...JOINED }))] }
      : openedByFirst(happening),
  );
  return { happenings };
}

/** Whatever is first now was not merged into anything. */
function openedByFirst({ position, members }: Happening): Happening {
  return { position, members: members.map((member, i) => (i === 0 ? { ...member, ...ALONE } : member)) };
}

function faultOf(
  { kind, happening, events }: HappeningEdit,
  target: Happening,
  involved: readonly Happening[],
): string | null {
  if (events.length === 0) return "no events are named; name at least one";
  if (events.includes(happening))
    return `a happening is named after its first event; name the others, and ${happening} stays`;
  for (const event of events) {
    const own = involved.find(({ members }) => members.some((member) => member.event === event));
    if (!own) return `${event} is in no happening; it is not linked, or no event`;
    if (kind === "split" && own !== target) return `${event} is not in it but in ${happeningId(own)}`;
    if (kind === "join" && own === target) return `${event} is in it already`;
  }
  return null;
}
