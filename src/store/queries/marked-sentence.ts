import type { EventRecord, SpanRecord } from "../../core/record.ts";

interface Mark extends SpanRecord {
  readonly open: string;
  readonly close: string;
}

/** The event's sentence on one line: `[actor Ilse Brandt] **met** [recipient Joao Reis]`. */
export function markedSentence(event: EventRecord, text: string): string {
  const { start, end } = event.text_info;
  const inside = marksOf(event).filter((m) => m.start >= start && m.end <= end && m.start < m.end);
  const edges = inside.flatMap((mark) => [
    { at: mark.start, closes: false, length: mark.end - mark.start, text: mark.open },
    { at: mark.end, closes: true, length: mark.end - mark.start, text: mark.close },
  ]);
  // What ends goes before what begins; of marks within each other the longer opens first and closes last.
  edges.sort(
    (a, b) => a.at - b.at || Number(b.closes) - Number(a.closes) || (a.closes ? 1 : -1) * (a.length - b.length),
  );
  let marked = "";
  let at = start;
  for (const edge of edges) {
    marked += text.slice(at, edge.at) + edge.text;
    at = edge.at;
  }
  return (marked + text.slice(at, end)).replace(/\s+/g, " ").trim();
}

function marksOf(event: EventRecord): readonly Mark[] {
  const party = (role: string, parties: EventRecord["actor"]): readonly Mark[] =>
    parties.flatMap(({ mention }) => (mention ? [{ ...mention, open: `[${role} `, close: "]" }] : []));
  return [
    ...party("actor", event.actor),
    ...party("recipient", event.recipient),
    ...event.trigger.map(({ start, end }) => ({ start, end, open: "**", close: "**" })),
  ];
}
