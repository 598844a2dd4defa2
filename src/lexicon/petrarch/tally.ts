import type { SourceLine } from "./source-lines.ts";

/** Why an entry, or a part of one, has no place in a layer. The texts stand in not-taken.csv and in the command's summary. */
export const REASONS = {
  null: "says that there is no event or no actor; nothing in the dictionary says otherwise",
  "exception-slot": "says that there is no event with a certain phrase; a verb keeps such exceptions in one slot only",
  "no-category": "its CAMEO code (a statement or an appeal) has no PLOVER category",
  "unknown-code": "its code is not a CAMEO code",
  discard: "a discard code: sentences are not thrown away",
  "second-code": "partly: only the first of its two codes; the second has another category",
  "code-shortened": "partly: read by the nearest CAMEO code, its own is unknown",
  governing: "a verb that governs the verb: data/ontology/composition.yaml composes the two",
  modal: "a modal before the verb: the status of the event says this",
  negation: "a negation: the status of the event says this",
  "second-verb": "a second verb with words of its own: data/ontology/composition.yaml composes the two",
  adverb: "an adverb: frames ask for nouns",
  "function-word": "a pronoun, a conjunction, or a preposition before the verb: frames ask for nouns",
  "two-phrases": "two phrases in one place of the sentence",
  "nested-phrase": "a phrase inside a phrase inside a phrase",
  "no-star": "no * for the verb",
  "no-verb": "a pattern that stands under no verb",
  "verb-phrase": "a verb of several words that is neither verb + particle, verb + preposition nor verb + noun",
  stem: "a word stem of which no English word is known",
  synset: "a synonym set that is not defined",
  "empty-set": "a synonym set without members",
  shortened: "partly: of a phrase of three words or more, frames ask for the last two",
  transformation: "a verb transformation: data/ontology/composition.yaml does this",
  "no-code": "no code",
  "no-name": "a code without a name before it",
  "unknown-country": "the actor code names no country or organisation that data/actors/countries.csv or data/codes/cameo-actors.csv knows",
  "no-party": "the actor code (INT, UIS, a region) says neither country nor sector in PLOVER",
  "code-part": "partly: a part of the actor code has no PLOVER country or sector",
  date: "a date that is none, or a period that ends before it begins",
  "double-name": "the name stands in the dictionaries before, with another code",
  marker: "a !MARKER! that is not defined",
  "not-read": "not a verb, actor or agent dictionary (discard and issue lists are not read)",
} as const; // prettier-ignore
export type Reason = keyof typeof REASONS;

export const KINDS = ["verbs", "patterns", "synonym sets", "transformations", "actors", "agents", "other"] as const;
export type EntryKind = (typeof KINDS)[number];

/** One line of not-taken.csv. */
export interface Loss {
  readonly file: string;
  readonly line: number;
  readonly kind: EntryKind;
  readonly part: boolean;
  readonly text: string;
  readonly reason: Reason;
}

export interface Counts {
  readonly taken: number;
  /** Entries that the packaged tables hold already, with the same code. */
  readonly known: number;
  readonly partly: number;
  readonly lost: number;
}

/** Keeps count of what became of every entry. An entry is its kind, file and line; the worst that happened to it counts. */
export class Tally {
  private readonly losses: Loss[] = [];
  private readonly said = new Set<string>();
  private readonly states = new Map<string, { kind: EntryKind; state: keyof Counts }>();

  taken(kind: EntryKind, at: SourceLine): void {
    this.set(kind, at, "taken");
  }

  known(kind: EntryKind, at: SourceLine): void {
    this.set(kind, at, "known");
  }

  partly(kind: EntryKind, at: SourceLine, reason: Reason): void {
    this.set(kind, at, "partly");
    this.lose(kind, at, reason, true);
  }

  lost(kind: EntryKind, at: SourceLine, reason: Reason): void {
    this.set(kind, at, "lost");
    this.lose(kind, at, reason, false);
  }

  /** In the order of files and lines. */
  list(): readonly Loss[] {
    const files = [...new Set(this.losses.map((l) => l.file))];
    return this.losses.toSorted((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line);
  }

  counts(): ReadonlyMap<EntryKind, Counts> {
    const out = new Map<EntryKind, Record<keyof Counts, number>>();
    for (const { kind, state } of this.states.values()) {
      const row = out.get(kind) ?? { taken: 0, known: 0, partly: 0, lost: 0 };
      row[state]++;
      out.set(kind, row);
    }
    return out;
  }

  private set(kind: EntryKind, at: SourceLine, state: keyof Counts): void {
    const key = `${kind} ${at.file} ${String(at.line)}`;
    const old = this.states.get(key)?.state;
    // What was taken once and lost once is partly taken.
    const next =
      old === undefined || old === state ? state : old === "known" && state === "taken" ? state : MIXED[old][state];
    this.states.set(key, { kind, state: next });
  }

  private lose(kind: EntryKind, at: SourceLine, reason: Reason, part: boolean): void {
    const key = `${reason} ${at.file} ${String(at.line)}`;
    if (this.said.has(key)) return;
    this.said.add(key);
    this.losses.push({ file: at.file, line: at.line, kind, part, text: at.raw, reason });
  }
}

const MIXED: Readonly<Record<keyof Counts, Readonly<Record<keyof Counts, keyof Counts>>>> = {
  taken: { taken: "taken", known: "taken", partly: "partly", lost: "partly" },
  known: { taken: "taken", known: "known", partly: "partly", lost: "partly" },
  partly: { taken: "partly", known: "partly", partly: "partly", lost: "partly" },
  lost: { taken: "partly", known: "partly", partly: "partly", lost: "lost" },
};
