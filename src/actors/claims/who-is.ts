import type { Term } from "../../core/actor-layers.ts";
import { inForce } from "../../core/in-force.ts";
import type { ActorKnowledge } from "../resolution/knowledge.ts";
import type { NameEntry } from "../resolution/name-index.ts";
import { nameWords } from "../resolution/name-words.ts";
import { holderRows, nameOf, type PackedRows } from "../resolution/packed-rows.ts";
import { titleWords } from "../resolution/title-names.ts";

/** One thing that a name may stand for, coded on a day, with the rows that say so. */
export interface WhoIs {
  readonly id: string;
  readonly kind: NameEntry["kind"];
  readonly name: string;
  readonly code: string;
  readonly sectors: readonly string[];
  readonly office: string | null;
  readonly wikidata: string | null;
  /** The row that decided, in words. */
  readonly because: string;
  /** All rows of a person, in the order of time. */
  readonly terms: readonly Term[];
  /** How the query led here. */
  readonly found: "name" | "part of a name" | "office";
}

/** More than so many answers are no answer. */
const MOST = 20;

/**
 * Who a name or an office ("foreign minister of Peru", "Peruvian president") stands for on a day. The whole name goes before parts
 * of names; an office with a country gives its holders.
 */
export function whoIs(
  query: string,
  date: string | null,
  knowledge: ActorKnowledge,
  holders: PackedRows,
): readonly WhoIs[] {
  const whole = knowledge.names.lookup(query.replace(/^the /i, ""));
  if (whole.length > 0) return whole.map((e) => answer(e, date, knowledge, "name"));
  const byOffice = holdersOf(query, date, knowledge, holders);
  if (byOffice.length > 0) return byOffice;
  const words = nameWords(query);
  const part = words.length > 0 ? knowledge.names.containing(words) : [];
  return part.slice(0, MOST).map((e) => answer(e, date, knowledge, "part of a name"));
}

function answer(entry: NameEntry, date: string | null, knowledge: ActorKnowledge, found: WhoIs["found"]): WhoIs {
  const on =
    entry.kind === "person"
      ? knowledge.personOn(entry.id, date)
      : entry.kind === "body"
        ? knowledge.bodyOn(entry.id, date)
        : null;
  const state =
    entry.kind === "country" || entry.kind === "demonym" || entry.kind === "metonym" || entry.kind === "capital";
  return {
    id: entry.id,
    kind: entry.kind,
    name: entry.canonical,
    code: on?.code ?? entry.code,
    sectors: on?.sectors ?? (state ? ["GOV"] : []),
    office: on?.office ?? null,
    wikidata: on?.wikidata ?? null,
    because: on?.row ?? entry.id,
    terms: [...knowledge.termsOf(entry.id)].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
    found,
  };
}

function holdersOf(
  query: string,
  date: string | null,
  knowledge: ActorKnowledge,
  holders: PackedRows,
): readonly WhoIs[] {
  const sentence = titleWords(query);
  const land = knowledge.names
    .scan(sentence)
    .find((m) => m.entries.some((e) => e.kind === "country" || e.kind === "demonym"));
  const code = land?.entries.find((e) => e.kind === "country" || e.kind === "demonym")?.code;
  if (!land || code === undefined) return [];
  const office = sentence.tokens
    .filter((_, i) => i < land.first || i > land.last)
    .map((t) => t.lower)
    .filter((w) => !/^(?:the|of|'s|’s)$/.test(w))
    .join(" ");
  if (office === "") return [];
  const ids = holders
    .keys()
    .filter((id) => holderRows(holders, id).some((h) => h.country === code && h.office === office && inForce(h, date)));
  return ids
    .slice(0, MOST)
    .map((id) => answer({ id, kind: "person", canonical: nameOf(id), code }, date, knowledge, "office"));
}
