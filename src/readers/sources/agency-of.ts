import { agencies } from "./source-tables.ts";

const HEAD_LENGTH = 250;
const TAIL_LENGTH = 160;

/**
 * The agency whose text a report is, by the marks that papers leave: "LAGOS (Reuters) - …", "… — AFP", "By the Associated Press",
 * or an agency as author. Null when nothing says so; an agency that the text merely cites is no mark.
 */
export function agencyOf(text: string, author: string | null): string | null {
  const names = agencies();
  const byAuthor = [...(author ?? "").split(/,|\/|;| and | with /)].map((part) => part.replace(/^by\s+/i, "").trim());
  for (const name of byAuthor) if (names.has(name)) return names.get(name) ?? null;
  const head = text.slice(0, HEAD_LENGTH);
  const tail = text.slice(-TAIL_LENGTH).trimEnd();
  const marks = [
    /^[^.\n]{0,100}?[([]([A-Z][\w ]{1,25})[)\]]\s*(?:[-–—:]|$)/m.exec(head),
    /^(?:By\s+)?(?:The\s+)?([A-Z][A-Za-z ]{1,25})\s*$/m.exec(head),
    /^[A-Z][A-Z .,'’-]{2,60},[^.\n]{0,20}?\b([A-Z][\w]{1,10})\s*[-–—]{1,2}\s/.exec(head),
    /(?:[-–—]{1,2}|\n)\s*([A-Z][A-Za-z ]{1,25})\.?$/.exec(tail),
    /[([]([A-Z][\w ]{1,25})[)\]]\.?$/.exec(tail),
  ];
  for (const mark of marks) {
    const written = (mark?.[1] ?? "").trim();
    const agency = names.get(written) ?? names.get(written.replace(/^(?:with|source|the)\s+/i, ""));
    if (agency !== undefined) return agency;
  }
  return null;
}
