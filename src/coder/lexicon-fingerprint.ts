import { namesStartingWith, type PackedName, type PackedNames } from "../actors/resolution/pack-names.ts";
import { type PackedTable, sortedText, SortedTable, TableDraft } from "../actors/resolution/packed-table.ts";
import { skeletonOf, tokenWord } from "../actors/resolution/name-words.ts";
import { contentHash } from "../core/content-hash.ts";
import { type Fingerprint, SOUND_TIE } from "../core/fingerprint.ts";
import type { OntologyTables, PredicateIndex } from "../core/ontology.ts";
import { partsOf, wordKey, wordKeys } from "../core/word-key.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";

const KIND_NAMES = ["verb", "noun", "adjective"] as const;
const DIGITS = 10;
/** No entry holds it: JSON writes it as an escape. */
const ENTRY_END = "\u001d";

/**
 * What a coder knows: entries that only a text with a certain word can ask for, by that word, and one hash of all else. An entry of
 * several words is tied to one of them, since a text needs them all. `models` stands for everything that is no lexicon.
 */
export function fingerprintOf(lexicon: Lexicon, models: string): Fingerprint {
  const { version, ontology, plainVerbs, actors, ...others } = lexicon;
  const { heads, bodies, holders, names, ...people } = actors;
  const rules = without(ontology, ["frames", "operators", "frameIndex", "operatorIndex", "classes", "lightVerbs"]);
  const ties = new Ties();
  tiePredicates(ties, ontology);
  for (const [name, members] of Object.entries(ontology.classes))
    for (const word of members) ties.add(longest(partsOf(word)), ["class", name, word]);
  for (const light of ontology.lightVerbs) ties.add(firstWord(light.verb), ["light", light]);
  for (const verb of plainVerbs) ties.add(firstWord(verb), ["plain", verb]);
  for (const head of heads) ties.add(longest(partsOf(head.words)), ["head", head]);
  tieNames(ties, names, { bodies, holders });
  const words = ties.hashes();
  const rest = contentHash([models, JSON.stringify({ others, rules, people }, packedAsText)]);
  return { id: fingerprintId(version, models), rest, words };
}

/** The name of a fingerprint, which is known without making it. */
export function fingerprintId(lexiconVersion: string, models: string): string {
  return contentHash([lexiconVersion, models]);
}

/** The words of a vocabulary that ask for entries under these ties. */
export function wordsTiedTo(ties: ReadonlySet<string>, vocabulary: Iterable<string>): readonly string[] {
  return [...vocabulary].filter(
    (word) => wordKeys(word).some((key) => ties.has(key)) || partsOf(word).some((part) => ties.has(soundTie(part))),
  );
}

/** Verbs by their first word, which is a known base of the lemmatiser too; nouns and adjectives by their longest. */
function tiePredicates(ties: Ties, ontology: OntologyTables): void {
  const tie = (index: PredicateIndex<number>, entries: readonly object[]): void => {
    const hashes = entries.map((e) => contentHash([JSON.stringify(e)], DIGITS));
    for (const kind of KIND_NAMES)
      for (const [lemma, ids] of Object.entries(index[kind]))
        ties.add(kind === "verb" ? firstWord(lemma) : longest(partsOf(lemma)), [
          kind,
          lemma,
          ids.map((i) => hashes[i]),
        ]);
  };
  tie(ontology.frameIndex, ontology.frames);
  tie(ontology.operatorIndex, ontology.operators);
}

interface NamedRows {
  readonly bodies: PackedTable;
  readonly holders: PackedTable;
}

/** A name with all that it may stand for: a text that does not have it asks for none of it. */
function tieNames(ties: Ties, names: PackedNames, rows: NamedRows): void {
  const known = new Map<string, string>();
  const rowOf = (id: string): string => {
    const text = known.get(id) ?? rows.bodies.get(id) ?? rows.holders.get(id) ?? "";
    known.set(id, text);
    return text;
  };
  const meaning = ({ acronym, entries }: PackedName): readonly unknown[] => [
    acronym,
    entries.map((e) => [e.id, e.code, e.kind, rowOf(e.id)]),
  ];
  for (const first of names.exact.keys())
    for (const name of namesStartingWith(names.exact, first))
      ties.add(longest(name.words), ["name", name.words, meaning(name)]);
  for (const first of names.variants.keys())
    for (const name of namesStartingWith(names.variants, first))
      ties.addSound(longest(name.words), ["sound", name.words, meaning(name)]);
}

function soundTie(word: string): string {
  return `${SOUND_TIE}${skeletonOf(tokenWord(word))}`;
}

/** Entries by what ties them to texts, in the order in which they are added. */
class Ties {
  private readonly entries = new Map<string, string[]>();

  add(word: string, entry: unknown): void {
    this.note(wordKey(word), entry);
  }

  /** `skeleton` is a name's sound already. */
  addSound(skeleton: string, entry: unknown): void {
    this.note(`${SOUND_TIE}${skeleton}`, entry);
  }

  hashes(): Readonly<Record<string, string>> {
    const ties = [...this.entries].sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(ties.map(([tie, entries]) => [tie, contentHash([entries.join(ENTRY_END)], DIGITS)]));
  }

  private note(tie: string, entry: unknown): void {
    const text = JSON.stringify(entry);
    const known = this.entries.get(tie);
    if (known) known.push(text);
    else this.entries.set(tie, [text]);
  }
}

/** Everything else of an object, whatever it may hold one day: what is not tied to words counts for all texts. */
function without<T extends object>(object: T, names: readonly (keyof T)[]): object {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name as keyof T)));
}

function firstWord(phrase: string): string {
  return longest(partsOf(phrase.split(" ", 1)[0] ?? phrase));
}

function longest(words: readonly string[]): string {
  return words.reduce((a, w) => (w.length > a.length ? w : a), "");
}

/** Long tables look alike whether they were just made or read from a file. */
function packedAsText(this: unknown, key: string, value: unknown): unknown {
  const own = (this as Readonly<Record<string, unknown>>)[key];
  return own instanceof SortedTable || own instanceof TableDraft ? contentHash([sortedText(own)]) : value;
}
