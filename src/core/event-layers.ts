import type { Category, Status } from "./codes.ts";

/** One argument of a predication in normal form. `slot` is agent, patient, recipient (iobj), clause, poss, modifier or a preposition. */
export interface Argument {
  readonly slot: string;
  /** Sentence and head token; an argument may come from an earlier clause (control, relatives), never from another sentence. */
  readonly token: number;
  /** Syntactic path from the predicate, for evidence: "nsubj", "xcomp>nsubj", "nmod:poss". */
  readonly path: string;
}

/** An event-bearing predicate with its arguments. */
export interface Predication {
  readonly id: number;
  readonly sentence: number;
  readonly token: number;
  readonly kind: "verb" | "noun" | "adjective";
  /** Lemma, with particle if there is one ("carry out"). */
  readonly lemma: string;
  /** Light verb that carries the noun ("hold" in "held talks"), as token index, else null. */
  readonly light: number | null;
  readonly passive: boolean;
  readonly negated: boolean;
  /** Tokens of auxiliaries and modals, in order, including inherited ones ("to" infinitive marks excluded). */
  readonly auxiliaries: readonly number[];
  readonly form: "finite" | "infinitive" | "participle" | "gerund" | "nominal";
  readonly arguments: readonly Argument[];
  /** The predication that governs this one and by which relation ("xcomp", "ccomp", "advcl:if", "acl", "obj" ...), or null. */
  readonly governor: { readonly id: number; readonly relation: string } | null;
}

/** A frame or operator reading of predications: an event before time, place, attribution and identity. */
export interface Act {
  readonly id: number;
  readonly sentence: number;
  /** Tokens of the trigger, in order; adjacent tokens make one span. */
  readonly trigger: readonly number[];
  /** Predication that carries the act and the outermost one that decides its status. */
  readonly predication: number;
  readonly outer: number;
  readonly category: Category;
  readonly modes: readonly string[];
  readonly actors: readonly ActParty[];
  readonly recipients: readonly ActParty[];
  readonly status: Status;
  /** Category of the act that this one speaks of ("condemned the raid": ASSAULT), null for a plain act. */
  readonly about: Category | null;
  /** Category of what is still to come, where the act is the promise of it ("will sign": AGREE from COOPERATE); null for other acts. */
  readonly foldedFrom: Category | null;
  readonly because: readonly { readonly field: string; readonly rule: string; readonly path: string }[];
}

/** A party of an act: a nominal head in the act's sentence. */
export interface ActParty {
  readonly token: number;
  readonly path: string;
}
