import type { Entity } from "../../core/actor-layers.ts";
import type { Token } from "../../core/layers.ts";
import type { TokenRange } from "../mentions/phrase.ts";
import type { MentionKind } from "../mentions/find-heads.ts";
import { caseWord, giversOf, type Giver } from "./givers.ts";
import type { NameEntry, NameMatch } from "./name-index.ts";
import { readNominal } from "./read-nominal.ts";
import { EMPTY_READING, sectorsFor, type Reading } from "./reading.ts";
import { readPersonName } from "./read-person.ts";
import type { SentenceView } from "./sentence-view.ts";

/** What a mention says by itself: its name in the tables, its noun, its modifiers and complements. */
export function readMention(view: SentenceView, head: number, kind: MentionKind, range: TokenRange): Reading {
  const token = view.token(head);
  if (kind === "pronoun") return readPronoun(view, token);
  const match = view.matchAt[head] ?? flatMatch(view, head);
  const givers = giversOf(view, head, range.first, range.last);
  if (match) {
    const known = readKnown(view, head, match, givers);
    if (known) return { ...known, number: known.number === "unknown" ? numberOf(token) : known.number };
  }
  const person = token.upos === "PROPN" ? readPersonName(view, head, givers) : null;
  if (person) return person;
  return readNominal(view, head, givers);
}

function readPronoun(view: SentenceView, token: Token): Reading {
  const row = view.knowledge.pronouns.get(token.lower);
  // "anyone wearing a veil", "those who fled": people of the place that the sentence tells about.
  const people = row?.class === "indefinite";
  return {
    ...EMPTY_READING,
    sectors: people ? ["CVL"] : [],
    sectorStrength: people ? 0.5 : 0,
    kind: people ? "person" : "unknown",
    wantsCountry: people,
    number: row?.number === "either" ? "unknown" : (row?.number ?? "unknown"),
    gender: row?.gender === "either" ? "unknown" : (row?.gender ?? "unknown"),
    because: "pronoun",
  };
}

export function numberOf(token: Token): Entity["number"] {
  if (token.xpos === "NNS" || token.xpos === "NNPS") return "plural";
  return token.xpos === "NN" || token.xpos === "NNP" ? "singular" : "unknown";
}

/** A head that a table knows by name; null if the name does not stand for the whole. */
function readKnown(view: SentenceView, head: number, match: NameMatch, givers: readonly Giver[]): Reading | null {
  const entry = view.pick(match);
  switch (entry.kind) {
    case "person":
      return readPersonName(view, head, givers, entry);
    case "body":
      return anothers(view, entry, givers) ? null : bodyReading(view, head, entry);
    case "country":
      return countryReading(view, entry);
    case "demonym":
      return demonymReading(view, head, entry);
    case "capital":
      return capitalReading(view, head, entry);
    case "metonym":
      return stateReading(view, entry, ["GOV"], "organisation", `metonyms ${entry.id}`);
    case "place":
      return {
        ...EMPTY_READING,
        code: entry.code,
        strength: 3,
        kind: "place",
        name: entry.canonical,
        key: entry.id,
        because: entry.id,
      };
    case "region":
      return {
        ...EMPTY_READING,
        kind: "place",
        name: entry.canonical,
        key: entry.id,
        region: entry.id,
        because: entry.id,
      };
  }
}

/** A person or body that stands as a flat part behind a title or noun ("Taoiseach Leo Varadkar", "militia Kata'ib Hezbollah"). */
function flatMatch(view: SentenceView, head: number): NameMatch | undefined {
  for (const c of view.token(head).children) {
    if (c < head || view.token(c).deprel !== "flat") continue;
    const match = view.matchAt[c];
    if (!match || match.first <= head) continue;
    const { kind } = view.pick(match);
    if (kind === "person" || kind === "body") return match;
  }
  return undefined;
}

/** "Chile's Defense Department" is not the American one: a named country overrules what the table takes for granted. */
function anothers(view: SentenceView, entry: NameEntry, givers: readonly Giver[]): boolean {
  if (view.knowledge.body(entry.id)?.table === "groups") return false;
  const land = givers.find((g) => g.weight >= 3.5 && (g.entry.kind === "country" || g.entry.kind === "demonym"));
  return land !== undefined && land.entry.code !== entry.code;
}

function bodyReading(view: SentenceView, head: number, entry: NameEntry): Reading {
  const on = view.knowledge.bodyOn(entry.id, view.date);
  const row = view.knowledge.body(entry.id);
  const code = on?.code ?? entry.code;
  return {
    ...EMPTY_READING,
    code,
    strength: 3,
    sectors: sectorsFor(code, on?.sectors ?? []),
    sectorStrength: 3,
    key: entry.id,
    name: entry.canonical,
    wikidata: on?.wikidata ?? null,
    kind: "organisation",
    gender: "neuter",
    nouns: bodyNouns(view.token(head), row?.table ?? "organisations", row?.kind ?? ""),
    wantsCountry: code === "",
    because: entry.id,
  };
}

/** Nouns by which a text may take the body up again: "the group", "the party", "the company". */
function bodyNouns(head: Token, table: string, kind: string): readonly string[] {
  const general =
    table === "groups" ? ["group", "organization", "organisation", "militia"] : table === "parties" ? ["party"] : [];
  const byKind = kind === "" ? [] : kind.split("+");
  return [head.lower, ...general, ...byKind];
}

function stateReading(
  view: SentenceView,
  entry: NameEntry,
  sectors: readonly string[],
  kind: Entity["kind"],
  because: string,
): Reading {
  const row = view.knowledge.country(entry.id);
  const disputed = row?.kind === "disputed";
  return {
    ...EMPTY_READING,
    code: entry.code,
    strength: 3,
    sectors: disputed ? [...sectors, "PRE"] : sectors,
    sectorStrength: 3,
    key: entry.id,
    name: entry.canonical,
    wikidata: row?.wikidata || null,
    kind,
    gender: "neuter",
    number: "singular",
    nouns: kind === "country" ? ["country", "nation", "state", "government"] : ["government"],
    because,
  };
}

function countryReading(view: SentenceView, entry: NameEntry): Reading {
  return stateReading(view, entry, ["GOV"], "country", entry.id);
}

/** Nationality words: before a noun the state ("Russian attack"), as a noun the people ("Israelis", "the British"). */
function demonymReading(view: SentenceView, head: number, entry: NameEntry): Reading {
  const t = view.token(head);
  const asModifier = t.deprel === "amod" || t.deprel === "compound";
  const plural = t.xpos === "NNPS" || t.xpos === "NNS" || t.lower.endsWith("s");
  if (asModifier || (!plural && t.upos === "ADJ")) return countryReading(view, entry);
  const base = stateReading(view, entry, ["CVL"], "person", `demonym ${entry.id}`);
  const counted = t.children.some((c) => /^(?:nummod|det|amod)$/.test(view.token(c).deprel));
  const state = !plural && !counted;
  if (state) return countryReading(view, entry);
  // "the British said" is the state; "an Iranian", "four Palestinians" are people.
  const theOnly =
    t.children.length === 1 && view.token(t.children[0] ?? 0).lower === "the" && !plural && !t.lower.endsWith("an");
  if (theOnly) return countryReading(view, entry);
  return {
    ...base,
    sectorStrength: 2,
    key: null,
    name: null,
    number: plural ? "plural" : "singular",
    nouns: [t.lower, "people"],
    gender: "unknown",
  };
}

const WHERE = new Set([
  "in",
  "at",
  "near",
  "from",
  "to",
  "outside",
  "around",
  "across",
  "into",
  "through",
  "inside",
  "over",
  "toward",
  "towards",
  "within",
]);

/** A capital stands for its government unless a preposition of place stands before it. */
function capitalReading(view: SentenceView, head: number, entry: NameEntry): Reading {
  const t = view.token(head);
  const place =
    WHERE.has(caseWord(view, t)) || t.deprel === "compound" || t.deprel === "appos" || t.deprel === "nmod:unmarked";
  const base = stateReading(view, entry, place ? [] : ["GOV"], place ? "place" : "country", `capital ${entry.id}`);
  return place
    ? { ...base, key: `capitals:${t.lower}`, name: t.form, nouns: ["city", "capital", "town"] }
    : { ...base, name: entry.canonical };
}
