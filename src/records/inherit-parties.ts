import type { PartyRecord } from "../core/record.ts";
import type { IdentityClue } from "./same-as.ts";

/**
 * A noun that points back to an act told before ("the attack", "protests continued") has that act's parties where it names none
 * itself. The parties are marked as implied: they have no mention in the sentence.
 */
export function inheritParties(clues: readonly IdentityClue[]): readonly IdentityClue[] {
  const out: IdentityClue[] = [];
  for (const clue of clues) out.push(withParties(clue, out));
  return out;
}

function withParties(clue: IdentityClue, before: readonly IdentityClue[]): IdentityClue {
  const { record } = clue;
  if (clue.kind !== "noun" || isTold(record.actor) || record.status === "negation") return clue;
  for (let i = before.length - 1; i >= 0; i--) {
    const earlier = before[i];
    if (!earlier || !isTold(earlier.record.actor) || !pointsTo(clue, earlier)) continue;
    const actor = earlier.record.actor.map(implied);
    const named = new Set(actor.map((a) => a.entity_text));
    const recipient = record.recipient.length
      ? record.recipient.filter((r) => !named.has(r.entity_text))
      : earlier.record.recipient.map(implied);
    const because = [
      ...record.because,
      { field: "actor", rule: "implied.earlier-telling", path: earlier.record.event_text.join(" … ") },
    ];
    return {
      ...clue,
      parties: [...new Set([...clue.parties, ...earlier.parties])],
      record: { ...record, actor, recipient, because },
    };
  }
  return clue;
}

/** The date of an earlier telling of the same happening. */
export function inheritedDate(
  earlier: IdentityClue["record"],
): Pick<IdentityClue["record"], "date" | "enddate" | "date_info"> {
  const { date, enddate, date_info } = earlier;
  return {
    date,
    enddate,
    date_info: date_info
      ? { ...date_info, basis: date_info.basis === "publication" ? "publication" : "inherited" }
      : null,
  };
}

function isTold(actor: readonly PartyRecord[]): boolean {
  return actor.some((a) => a.entity_text !== "");
}

/** The same category and no contradiction of modes; whom it hit, if both say so, must agree. */
function pointsTo(clue: IdentityClue, earlier: IdentityClue): boolean {
  const [x, y] = [clue.record, earlier.record];
  if (x.event[0] !== y.event[0] || y.status === "negation" || y.status === "hypothetical") return false;
  if (x.mode.length && y.mode.length && !x.mode.some((m) => y.mode.includes(m))) return false;
  if (!x.recipient.length || !y.recipient.length) return true;
  const names = new Set(y.recipient.map((r) => r.entity_text));
  return x.recipient.some((r) => names.has(r.entity_text));
}

function implied(party: PartyRecord): PartyRecord {
  return { ...party, mention: null };
}
