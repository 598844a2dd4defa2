/** Names of persons, organisations and places: exact span and type, from the coder's mentions and entities. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Entity, Mention } from "../src/core/actor-layers.ts";
import { readActorTables } from "../src/lexicon/actor-tables.ts";
import { overlaps, type Span } from "../src/core/span.ts";
import { bootstrapInterval } from "./bootstrap.ts";
import { ErrorCounter } from "./error-counter.ts";
import { excerpt } from "./excerpt.ts";
import { goldSet } from "./gold-set.ts";
import { f1Of, type ItemCounts } from "./item-counts.ts";
import {
  NAME_TYPES,
  type GoldName,
  type NameDocument,
  type NameType,
  POLITICS_TYPES,
  readRe3d,
  readTaggedDocuments,
  WIKIGOLD_TYPES,
} from "./name-gold.ts";
import { nameSpan, type NameSpan } from "./name-span.ts";
import type { EvalSet, EvalTools, EvalTable, Figure, SetReport } from "./set-report.ts";

export interface CodedName extends NameSpan {
  /** The types that the answer may be read as: a state is a place and, where a set marks it so, an actor. */
  readonly types: readonly NameType[];
}

const TYPES_OF_KIND: Readonly<Partial<Record<Entity["kind"], readonly NameType[]>>> = {
  person: ["person"],
  organisation: ["organisation"],
  group: ["organisation"],
  country: ["location", "organisation"],
  place: ["location"],
};

/** The names that the coder finds; of two that overlap the longer one. */
export function codedNames(text: string, coder: EvalTools["coder"]): readonly CodedName[] {
  const { doc } = coder.explain({ text });
  const found: CodedName[] = [];
  for (const mention of doc.mentions) {
    const entity = doc.entities[mention.entity];
    const sentence = doc.sentences[mention.sentence];
    const types = entity === undefined ? undefined : TYPES_OF_KIND[entity.kind];
    if (entity === undefined || sentence === undefined || types === undefined) continue;
    if (mention.kind !== "name" && !isNamedNoun(mention, entity)) continue;
    const span = nameSpan(sentence, mention, entity);
    if (span !== null) found.push({ ...span, types });
  }
  for (const { start, end } of doc.places) found.push({ start, end, titled: start, types: ["location"] });
  return longest(found);
}

/** A noun that the coder takes for a name by its chain, or a body's noun with a capital inside a sentence. */
function isNamedNoun(mention: Mention, entity: Entity): boolean {
  if (mention.kind !== "nominal") return false;
  return entity.name !== null || (entity.kind === "organisation" && mention.head > 0);
}

function longest(names: readonly CodedName[]): readonly CodedName[] {
  const kept: CodedName[] = [];
  for (const name of [...names].sort((a, b) => b.end - b.start - (a.end - a.start)))
    if (!kept.some((k) => overlaps(k, name))) kept.push(name);
  return kept.sort((a, b) => a.start - b.start);
}

export type TypeCounts = Readonly<Record<NameType, ItemCounts>>;

export interface NameScore {
  readonly counts: TypeCounts;
  readonly missed: readonly { readonly gold: GoldName; readonly over: CodedName | null }[];
  readonly invented: readonly CodedName[];
}

/**
 * Matches names of equal span and type; a title may stand in the gold span or not. An answer that lies in a free stretch and is no
 * gold name counts for nothing.
 */
export function scoreNames(document: NameDocument, coded: readonly CodedName[]): NameScore {
  const counts = { person: zero(), organisation: zero(), location: zero() };
  const used = new Set<CodedName>();
  const missed: { gold: GoldName; over: CodedName | null }[] = [];
  for (const gold of document.names) {
    const answer = coded.find((c) => !used.has(c) && isSame(gold, c));
    const type = (answer && gold.types.find((t) => answer.types.includes(t))) ?? gold.types[0] ?? "organisation";
    counts[type].gold++;
    if (answer === undefined) {
      missed.push({ gold, over: coded.find((c) => overlaps(c, gold)) ?? null });
      continue;
    }
    used.add(answer);
    counts[type].coded++;
    counts[type].right++;
  }
  const invented = coded.filter((c) => !used.has(c) && !isFree(document, c));
  for (const { types } of invented) counts[types[0] ?? "organisation"].coded++;
  return { counts, missed, invented };
}

function zero(): ItemCounts {
  return { right: 0, gold: 0, coded: 0 };
}

function isSame(gold: GoldName, coded: CodedName): boolean {
  const sameSpan = gold.end === coded.end && (gold.start === coded.start || gold.start === coded.titled);
  return sameSpan && gold.types.some((t) => coded.types.includes(t));
}

function isFree({ free }: NameDocument, coded: Span): boolean {
  return free.some((f) => f.start <= coded.start && coded.end <= f.end);
}

export const NAMES_RE3D: EvalSet = goldSet(
  "names-re3d",
  "Names in re3d: exact span and type",
  ({ data, root }) => {
    const path = join(data, "gold/names/re3d");
    return { path, read: () => readRe3d(path, titleWords(root)) ?? [] };
  },
  scoreSet,
);

export const NAMES_POLITICS: EvalSet = goldSet(
  "names-politics",
  "Names in CrossNER politics, dev and train: exact span and type",
  ({ data }) => {
    const folder = join(data, "gold/names");
    const path = join(folder, "crossner-politics-dev.txt");
    const files = ["crossner-politics-dev.txt", "crossner-politics-train.txt"];
    return {
      path,
      read: () =>
        files.flatMap((file) => readTaggedDocuments(readFileSync(join(folder, file), "utf8"), POLITICS_TYPES, file)),
    };
  },
  scoreSet,
);

export const NAMES_WIKIGOLD: EvalSet = goldSet(
  "names-wikigold",
  "Names in wikigold: exact span and type",
  ({ data }) => {
    const path = join(data, "gold/names/wikigold/wikigold.conll.txt");
    return { path, read: () => readTaggedDocuments(readFileSync(path, "utf8"), WIKIGOLD_TYPES, "wikigold") };
  },
  scoreSet,
);

/** Last words of the offices and roles that the lexicon knows: what stands alone as a title is no name. */
function titleWords(root: string): ReadonlySet<string> {
  const { heads } = readActorTables(join(root, "data"));
  return new Set(heads.filter((h) => h.class === "person").map((h) => h.words.split(" ").at(-1) ?? h.words));
}

function scoreSet(set: string, title: string, documents: readonly NameDocument[], { coder }: EvalTools): SetReport {
  const errors = new ErrorCounter();
  const scores = documents.map((document) => {
    const score = scoreNames(document, codedNames(document.text, coder));
    noteErrors(errors, document, score);
    return score.counts;
  });
  const figure = (name: string, pick: (counts: TypeCounts) => readonly ItemCounts[]): Figure => {
    const units = scores.map(pick);
    const value = (sample: readonly (readonly ItemCounts[])[]): number => f1Of(sample.flat());
    const of = units.flat().reduce((n, count) => n + count.gold, 0);
    return { name: `${name} F1`, value: value(units), unit: "%", interval: bootstrapInterval(units, value), of };
  };
  return {
    set,
    title,
    figures: [
      ...NAME_TYPES.map((type) => figure(type, (counts) => [counts[type]])),
      figure("all names", (counts) => NAME_TYPES.map((type) => counts[type])),
    ],
    tables: [typeTable(scores)],
    errors: errors.list(),
    failures: [],
    notes: [],
  };
}

function typeTable(scores: readonly TypeCounts[]): EvalTable {
  const share = (part: number, whole: number): string => (whole === 0 ? "-" : ((100 * part) / whole).toFixed(1));
  const rows = NAME_TYPES.map((type) => {
    const sum = (part: keyof ItemCounts): number => scores.reduce((n, counts) => n + counts[type][part], 0);
    return [type, sum("gold"), share(sum("right"), sum("coded")), share(sum("right"), sum("gold"))];
  });
  return { title: "names by type", columns: ["type", "gold", "precision", "recall"], rows };
}

function noteErrors(errors: ErrorCounter, { id, text }: NameDocument, { missed, invented }: NameScore): void {
  const around = (span: Span): string => `${id}: ${excerpt(text, span, 50, 40)}`;
  for (const { gold, over } of missed) {
    const type = gold.types.join("/");
    if (over === null) errors.add(`${type} missed`, around(gold));
    else if (over.start === gold.start && over.end === gold.end)
      errors.add(`${type} read as ${over.types[0] ?? "nothing"}`, around(gold));
    else errors.add(`${type} with another span`, `“${text.slice(over.start, over.end)}” ${around(gold)}`);
  }
  const crossed = (c: CodedName): boolean => missed.some(({ gold }) => overlaps(gold, c));
  for (const name of invented) if (!crossed(name)) errors.add(`${name.types[0] ?? ""} invented`, around(name));
}
