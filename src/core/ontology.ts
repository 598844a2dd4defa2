import type { Category, Status } from "./codes.ts";

/** A slot list of a frame: `first` takes the first filled slot, `all` takes every one. */
export interface SlotChoice {
  readonly take: "first" | "all";
  readonly slots: readonly string[];
}

/** Classes that are not word lists: the coder answers them from the parties of the sentence (`PartyReader.isKind`). */
export const BUILT_IN_CLASSES: ReadonlySet<string> = new Set([
  "ACTOR", "PERSON", "COUNTRY", "PLACE", "ORG", "ARMED", "CIVIL", "STATE", "TWO_SIDES",
]); // prettier-ignore

/** Answers whether a word belongs to a word class of the ontology, whatever its case. */
export interface WordClasses {
  inClass(name: string, word: string): boolean;
}

/** A condition on the head of a slot. `classes` are upper-case names, `lemmas` are words; one of them must hold. */
export interface SlotCondition {
  readonly slot: string;
  readonly kind: "any-of" | "if-present" | "none-of" | "present" | "absent";
  readonly classes: readonly string[];
  readonly lemmas: readonly string[];
}

/** One reading of a predicate as a plain act. See data/ontology/README.md for the meaning of each field. */
export interface Frame {
  readonly id: string;
  readonly category: Category;
  readonly modes: readonly string[];
  readonly actor: SlotChoice;
  readonly recipient: SlotChoice;
  readonly reciprocal: boolean;
  readonly require: readonly SlotCondition[];
  readonly poss: "agent" | "patient";
  readonly of: "agent" | "patient";
  readonly also: readonly { readonly category: Category; readonly modes: readonly string[] }[];
  readonly status: Status | null;
}

/** A predicate that governs other acts. */
export interface Operator {
  readonly id: string;
  readonly kind: string;
  /** Slots in which the governed act stands. */
  readonly over: readonly string[];
  readonly actor: SlotChoice;
  /** Whom the operator is aimed at: "urged X to …", "accused X of …". */
  readonly recipient: SlotChoice;
  readonly require: readonly SlotCondition[];
  /** Which governed clauses it takes, by their modal and by whose act they tell; null takes all. */
  readonly governed: GovernedCondition | null;
  /** The act when what is governed is none; null for none. */
  readonly fallback: { readonly category: Category; readonly modes: readonly string[] } | null;
  readonly poss: "agent" | "patient";
  readonly of: "agent" | "patient";
}

/** "X said Y must …" demands, "X said it will …" promises: the governed clause's modal and its subject decide. */
export interface GovernedCondition {
  /** Modals and auxiliary-like verbs ("need", "have" before an infinitive), one of which the clause must have. */
  readonly modals: readonly string[];
  /** Whether the clause's subject is the operator's own actor or another party. */
  readonly subject: "self" | "other";
}

/** What an operator makes of an act: the first rule whose operator kind and act pattern fit. */
export interface CompositionRule {
  readonly id: string;
  readonly operators: readonly string[];
  /** Categories, `CATEGORY.mode`, group names of composition.yaml already expanded, or `*`. */
  readonly acts: readonly string[];
  /** `governed` gives back the act below the governed one: "refused to rule out sending troops" tells of the troops. */
  readonly becomes: Category | "keep" | "drop" | "governed";
  /** Modes of the result: a fixed list, or by the act's category or `CATEGORY.mode`; null keeps none. */
  readonly modes: readonly string[] | Readonly<Record<string, string>>;
  readonly status: Status | null;
  readonly actor: "operator" | "act" | "operator-or-act" | "act-or-operator";
  /** The governed act is reported as a fact too ("condemned the attack") and stays an event of its own. */
  readonly actStays: boolean;
  readonly recipient:
    | "operator"
    | "act"
    | "act-actor"
    | "operator-or-act-actor"
    | "operator-or-act"
    | "act-or-operator"
    | "counterpart"
    | "none";
}

/** Predicate lemma -> entries, by part of speech. */
export interface PredicateIndex<T> {
  readonly verb: Readonly<Record<string, readonly T[]>>;
  readonly noun: Readonly<Record<string, readonly T[]>>;
  readonly adjective: Readonly<Record<string, readonly T[]>>;
}

export interface OntologyTables {
  readonly frames: readonly Frame[];
  readonly operators: readonly Operator[];
  readonly rules: readonly CompositionRule[];
  /** Lemma -> indexes into `frames` and `operators`, most specific frame first. */
  readonly frameIndex: PredicateIndex<number>;
  readonly operatorIndex: PredicateIndex<number>;
  readonly classes: Readonly<Record<string, readonly string[]>>;
  /** Light verbs: lemma -> how its subject relates to the noun in its object. */
  readonly lightVerbs: readonly LightVerb[];
  readonly scores: Readonly<Record<string, number | null>>;
  readonly quads: Readonly<Record<string, 1 | 2 | 3 | 4>>;
  readonly modes: Readonly<Record<string, readonly string[]>>;
  readonly cameo: Readonly<Record<string, string>>;
}

export interface LightVerb {
  readonly verb: string;
  /** Where the eventive noun stands: patient, agent (for "talks took place") or a preposition. */
  readonly slot: string;
  /** What the verb's subject is to the noun. */
  readonly subject: "agent" | "patient" | "none";
  /** Set when the phrase changes the act's status or is an operator of its own. */
  readonly note: string;
}
