import type { EventTrace } from "./event-trace.ts";

/**
 * The records of one report that tell one happening: those that the coder has found to be one (`same_as`), and the attack and the harm of
 * one sentence ("the attack on the hall killed 133").
 */
export function tellingsOf(traces: readonly EventTrace[]): readonly (readonly EventTrace[])[] {
  const tellingOf = new Map<string, EventTrace[]>();
  const tellings: EventTrace[][] = [];
  for (const trace of traces) {
    const { id, same_as } = trace.record;
    const known =
      (same_as === null ? undefined : tellingOf.get(same_as)) ??
      tellings.find((own) => own.some((t) => isOneAssault(t, trace)));
    const telling = known ?? [];
    if (!known) tellings.push(telling);
    telling.push(trace);
    tellingOf.set(id, telling);
  }
  return tellings;
}

function isOneAssault(a: EventTrace, b: EventTrace): boolean {
  const [x, y] = [a.record, b.record];
  if (x.event[0] !== "ASSAULT" || y.event[0] !== "ASSAULT" || x.status !== y.status) return false;
  if (x.text_info.sequence !== y.text_info.sequence || x.historical !== y.historical) return false;
  if (x.date !== null && y.date !== null && x.date !== y.date) return false;
  if (a.place && b.place && a.place.resolved_place !== b.place.resolved_place) return false;
  const [dead, others] = [x.size.dead?.low, y.size.dead?.low];
  if (dead !== undefined && others !== undefined && dead !== others) return false;
  const [doers, ours] = [codesOf(a), codesOf(b)];
  return doers === "" || ours === "" || doers === ours;
}

function codesOf({ actors }: EventTrace): string {
  return actors
    .map(({ code }) => code)
    .filter((code) => code !== "")
    .sort()
    .join();
}
