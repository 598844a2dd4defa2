/**
 * Which events another party denies, and which somebody confirms in a later sentence. A denial is about the event that its words
 * tell ("denied that it had shelled the port", "denied the attack"), or, where they only point back ("denied it", "rejected the
 * claim"), about the one told last before it.
 */
import type { Attribution } from "../core/claim-layers.ts";
import type { Doc } from "../core/layers.ts";
import type { WordClasses } from "../core/ontology.ts";
import type { AttributionRecord, DisputeRecord, EventRecord } from "../core/record.ts";

type Read = Doc<"sentences" | "attributions" | "predications">;

/** How many sentences back a denial may point. */
const REACH = 3;

/** The records with `disputed_by`, and with the confirmer as source where they had none. */
export function linkDisputes(
  records: readonly EventRecord[],
  doc: Read,
  words: WordClasses,
  sourceOf: (a: Attribution) => AttributionRecord | null,
): readonly EventRecord[] {
  const disputed = new Map<string, AttributionRecord[]>();
  const confirmed = new Map<string, AttributionRecord>();
  for (const a of doc.attributions) {
    const denies = a.stance === "denies" && (a.sort === "says" || a.sort === "judges");
    const confirms = words.inClass("CONFIRM", a.cue);
    const source = denies || confirms ? sourceOf(a) : null;
    if (source === null || isNegated(doc, a)) continue;
    for (const { id, attribution } of toldEvents(records, doc, words, a, source)) {
      if (denies) disputed.set(id, [...(disputed.get(id) ?? []), source]);
      else if (attribution === null && !confirmed.has(id)) confirmed.set(id, source);
    }
  }
  return records.map((r) => ({
    ...r,
    attribution: r.attribution ?? confirmed.get(r.id) ?? null,
    disputed_by: (disputed.get(r.id) ?? []).filter(isFirstOfParty).map(withoutForm),
  }));
}

function withoutForm({ entity_text, code, sector, start, end, cue }: AttributionRecord): DisputeRecord {
  return { entity_text, code, sector, start, end, cue };
}

function isFirstOfParty(party: AttributionRecord, i: number, all: readonly AttributionRecord[]): boolean {
  return all.findIndex((p) => p.entity_text === party.entity_text && p.code === party.code) === i;
}

/** "did not deny", "neither confirmed nor denied" */
function isNegated({ sentences, predications }: Read, a: Attribution): boolean {
  const at = sentences[a.sentence]?.tokens.findIndex((t) => t.start === a.cueSpan.start);
  const own = predications.find((p) => p.sentence === a.sentence && p.token === at);
  const tokens = sentences[a.sentence]?.tokens ?? [];
  const joined = (tokens[at ?? -1]?.children ?? []).some((c) => /^n(?:or|either)$/.test(tokens[c]?.lower ?? ""));
  return joined || (own?.negated ?? false);
}

/** The earlier records of the events that the denial or confirmation is about. */
function toldEvents(
  records: readonly EventRecord[],
  doc: Read,
  words: WordClasses,
  a: Attribution,
  source: AttributionRecord,
): readonly EventRecord[] {
  const others = records.filter((r) => !isBy(r.attribution, source));
  const named = records.filter((r) => r.trigger.every((t) => isWithin(t, a)));
  if (named.length > 0) return named.flatMap((r) => sameEvents(r, records, source));
  if (!pointsBack(doc, words, a)) return [];
  const before = others.filter((r) => isBefore(r, a) && a.sentence + 1 - r.text_info.sequence <= REACH);
  // What somebody claims is denied rather than what the report tells as a fact.
  const claimed = before.filter((r) => r.attribution !== null);
  const last = (claimed.length > 0 ? claimed : before).at(-1);
  return last === undefined ? [] : [last];
}

/**
 * The other tellings of an event: what it repeats, and acts of its category by or against the same parties; where the denial names no
 * party ("denied the attack"), the last act of its category.
 */
function sameEvents(
  denied: EventRecord,
  records: readonly EventRecord[],
  source: AttributionRecord,
): readonly EventRecord[] {
  const earlier = records.filter(
    (r) =>
      r !== denied &&
      r.text_info.start <= denied.text_info.start &&
      r.event[0] === denied.event[0] &&
      r.status !== "negation" &&
      !isBy(r.attribution, source),
  );
  const shared = earlier.filter((r) => r.id === denied.same_as || sharesParty(r, denied));
  return shared.length > 0 || knownParties(denied) > 0 ? shared : earlier.slice(-1);
}

function knownParties({ actor, recipient }: EventRecord): number {
  return [...actor, ...recipient].filter((p) => p.entity_text !== "").length;
}

function sharesParty(a: EventRecord, b: EventRecord): boolean {
  const codes = (r: EventRecord, side: "actor" | "recipient"): readonly string[] =>
    r[side].map((p) => p.code || p.sector).filter((code) => code !== "" && code !== "UNK");
  const meet = (side: "actor" | "recipient"): boolean | null => {
    const [left, right] = [codes(a, side), codes(b, side)];
    return left.length === 0 || right.length === 0 ? null : left.some((code) => right.includes(code));
  };
  const [actor, recipient] = [meet("actor"), meet("recipient")];
  return actor !== false && recipient !== false && (actor ?? recipient ?? false);
}

function isBy(attribution: AttributionRecord | null, { start, code, entity_text }: AttributionRecord): boolean {
  if (attribution === null) return false;
  return attribution.start === start || (attribution.code === code && attribution.entity_text === entity_text);
}

function isWithin({ start, end }: { readonly start: number; readonly end: number }, a: Attribution): boolean {
  return a.contentWords.some((c) => c.start <= start && end <= c.end);
}

function isBefore(r: EventRecord, a: Attribution): boolean {
  return (r.trigger[0]?.start ?? Infinity) < a.cueSpan.start;
}

/** "denied it", "rejected the accusation", "dismissed these reports" */
function pointsBack({ sentences }: Read, words: WordClasses, a: Attribution): boolean {
  return a.content.some(({ sentence, first, last }) => {
    const tokens = sentences[sentence]?.tokens.slice(first, last + 1) ?? [];
    const head = tokens.find((t) => t.head < first || t.head > last);
    if (head === undefined) return false;
    return head.upos === "PRON" ? tokens.length === 1 : words.inClass("CLAIM_NOUN", head.lemma.toLowerCase());
  });
}
