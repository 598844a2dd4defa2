/** The three sets of names with their types brought to person, organisation and location. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Span } from "../src/core/span.ts";
import { readJsonLines } from "./json-lines.ts";
import { joinTokens, readTagged, type TaggedToken } from "./conll.ts";

export const NAME_TYPES = ["person", "organisation", "location"] as const;
export type NameType = (typeof NAME_TYPES)[number];

export interface GoldName extends Span {
  /** Usually one; two where annotators marked the span as both ("Iraq" as a state and as a place). */
  readonly types: readonly NameType[];
}

export interface NameDocument {
  readonly id: string;
  readonly text: string;
  readonly names: readonly GoldName[];
  /** Stretches where an answer is neither right nor wrong: names of other types, phrases that are no name as a whole. */
  readonly free: readonly Span[];
}

/** CrossNER politics: a politician is a person, a party an organisation, a country a place; elections, events, misc are of no type here. */
export const POLITICS_TYPES: Readonly<Record<string, NameType>> = {
  person: "person",
  politician: "person",
  organisation: "organisation",
  politicalparty: "organisation",
  location: "location",
  country: "location",
};

export const WIKIGOLD_TYPES: Readonly<Record<string, NameType>> = {
  PER: "person",
  ORG: "organisation",
  LOC: "location",
};

/** Sentences of tokens and tags, BIO or IO, as documents: each sentence one, or all between two -DOCSTART- lines. */
export function readTaggedDocuments(
  file: string,
  types: Readonly<Record<string, NameType>>,
  name: string,
): readonly NameDocument[] {
  const documents: (readonly TaggedToken[])[][] = [];
  const whole = file.includes("-DOCSTART-");
  for (const sentence of readTagged(file)) {
    if (sentence[0]?.form === "-DOCSTART-" || !whole) documents.push([]);
    const tokens = sentence.filter((t) => t.form !== "-DOCSTART-");
    if (tokens.length > 0) (documents.at(-1) ?? documents[documents.push([]) - 1])?.push(tokens);
  }
  return documents
    .filter((sentences) => sentences.length > 0)
    .map((sentences, i) => documentOf(`${name}-${String(i)}`, sentences, types));
}

function documentOf(
  id: string,
  sentences: readonly (readonly TaggedToken[])[],
  types: Readonly<Record<string, NameType>>,
): NameDocument {
  let text = "";
  const names: GoldName[] = [];
  const free: Span[] = [];
  for (const tokens of sentences) {
    const joined = joinTokens(tokens.map((t) => t.form));
    const offset = text === "" ? 0 : text.length + 1;
    text += (text === "" ? "" : " ") + joined.text;
    for (const { first, last, tag } of taggedRuns(tokens)) {
      const start = offset + (joined.spans[first]?.start ?? 0);
      const end = offset + (joined.spans[last]?.end ?? 0);
      const type = types[tag];
      if (type === undefined) free.push({ start, end });
      else names.push({ start, end, types: [type] });
    }
  }
  return { id, text, names, free };
}

function taggedRuns(tokens: readonly TaggedToken[]): readonly { first: number; last: number; tag: string }[] {
  const runs: { first: number; last: number; tag: string }[] = [];
  tokens.forEach(({ tag }, i) => {
    if (tag === "O") return;
    const kind = tag.slice(2);
    const run = runs.at(-1);
    if (run !== undefined && run.last === i - 1 && run.tag === kind && !tag.startsWith("B-")) run.last = i;
    else runs.push({ first: i, last: i, tag: kind });
  });
  return runs;
}

interface Re3dEntity extends Span {
  readonly type: string;
  readonly confidence: number;
}

const RE3D_TYPES: Readonly<Record<string, NameType>> = {
  Person: "person",
  Organisation: "organisation",
  Location: "location",
};

/**
 * re3d marks every phrase that means an actor or place, names, nouns and pronouns alike, and keeps what a tool proposed and its
 * annotators did not confirm (confidence below 0.5). Names are the confirmed spans, without their article, that are made of capitalised
 * words and what joins them, and whose head is no title alone ("the Foreign Secretary"); a capital that only opens a sentence does
 * not count. In all other marked phrases an answer is free.
 */
export function readRe3d(folder: string, titles: ReadonlySet<string>): readonly NameDocument[] | null {
  if (!existsSync(folder)) return null;
  const documents: { id: string; text: string; entities: Re3dEntity[] }[] = [];
  for (const source of readdirSync(folder).sort()) {
    const marked = new Map<string, Re3dEntity[]>();
    for (const { documentId, begin, end, type, confidence } of readJsonLines<Re3dLine>(
      join(folder, source, "entities.json"),
    )) {
      const list = marked.get(documentId) ?? [];
      list.push({ start: begin, end, type, confidence });
      marked.set(documentId, list);
    }
    for (const { _id: id, text } of readJsonLines<{ _id: string; text: string }>(
      join(folder, source, "documents.json"),
    ))
      documents.push({ id, text, entities: marked.get(id) ?? [] });
  }
  const common = new Set(documents.flatMap((d) => d.text.match(/(?<![\p{L}'’-])\p{Ll}+/gu) ?? []));
  return documents.map((document) => re3dDocument(document, { titles, common }));
}

interface Re3dLine {
  readonly documentId: string;
  readonly begin: number;
  readonly end: number;
  readonly type: string;
  readonly confidence: number;
}

interface WordKnowledge {
  /** Nouns of offices and roles, lower case. */
  readonly titles: ReadonlySet<string>;
  /** Words that the documents write in lower case, too. */
  readonly common: ReadonlySet<string>;
}

function re3dDocument(
  { id, text, entities }: { id: string; text: string; entities: readonly Re3dEntity[] },
  words: WordKnowledge,
): NameDocument {
  const names = new Map<string, { start: number; end: number; types: NameType[] }>();
  const free: Span[] = [];
  for (const entity of entities) {
    const type = RE3D_TYPES[entity.type];
    const span = trim(text, entity);
    if (type === undefined || entity.confidence < 0.5 || !isName(text, span, type, words)) {
      free.push(entity);
      continue;
    }
    const key = `${String(span.start)}-${String(span.end)}`;
    const same = names.get(key);
    if (same === undefined) names.set(key, { ...span, types: [type] });
    else if (!same.types.includes(type)) same.types.push(type);
  }
  return { id, text, names: [...names.values()], free };
}

/** Without white space, article and possessive mark at the ends. */
function trim(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const before = /^\s*(?:(?:the|an?)\s+)?/i.exec(words)?.[0].length ?? 0;
  const after = /(?:['’]s)?[\s,.]*$/.exec(/\b[A-Z]\.[A-Z]\.$/.test(words) ? "" : words)?.[0].length ?? 0;
  return { start: start + before, end: Math.max(start + before, end - after) };
}

const JOIN = /^(?:of|for|and|the|de|la|al|el|in|on|to|bin|ibn|&|[-–—/’']|\d+)$/;
const PRONOUN = /^(?:I|He|She|It|We|They|You|His|Her|Its|Our|Their|My|Your|This|That|These|Those|Who|There|Here|All|Both|Some|Many|Others?|One)$/; // prettier-ignore

function isName(text: string, span: Span, type: NameType, { titles, common }: WordKnowledge): boolean {
  const words = text.slice(span.start, span.end).split(/\s+/);
  const capitals = words.filter((w) => /^(?:al-|el-)?[\p{Lu}\d(]/u.test(w));
  if (capitals.length === 0 || words.some((w) => !capitals.includes(w) && !JOIN.test(w))) return false;
  if (words.length === 1 && PRONOUN.test(words[0] ?? "")) return false;
  const first = words[0] ?? "";
  if (capitals.length === 1 && capitals[0] === first && opensSentence(text, span.start))
    if (common.has(first.toLowerCase())) return false;
  return type !== "person" || !isTitle(words, titles);
}

/** "Foreign Secretary", "Minister for the Middle East": the word before the first joining word is an office or role. */
function isTitle(words: readonly string[], titles: ReadonlySet<string>): boolean {
  const join = words.findIndex((w) => /^\p{Ll}/u.test(w) && JOIN.test(w));
  const head = words[(join < 0 ? words.length : join) - 1]?.toLowerCase() ?? "";
  return titles.has(head);
}

function opensSentence(text: string, start: number): boolean {
  return /(?:^|[.!?:]["”’)]?\s+|\n\s*)(?:The\s+)?$/.test(text.slice(Math.max(0, start - 8), start));
}
