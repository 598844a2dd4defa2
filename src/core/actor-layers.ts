import type { Span } from "./span.ts";

/** A noun phrase, name or pronoun that may be an actor: one mention a nominal head. */
export interface Mention extends Span {
  readonly id: number;
  readonly sentence: number;
  /** Token range of the phrase, both inclusive, without relative clauses and trailing apposition. */
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly text: string;
  readonly kind: "name" | "nominal" | "pronoun" | "demonym";
  /** Index into `entities`. */
  readonly entity: number;
  /** Table rows or rules by which this mention was read, and why. */
  readonly because: string;
}

/** What a text says about somebody's office or membership: "Venezuela's Petroleum Minister Tareck El Aissami". */
export interface RoleClaim extends Span {
  readonly entity: number;
  /** The fullest name that the report gives. */
  readonly person: string;
  /** The words of the office or role, in lower case: "petroleum minister". */
  readonly role: string;
  /** The named body that the person belongs to ("Hamas"), as the tables call it, else null. */
  readonly body: string | null;
  readonly code: string;
  readonly sectors: readonly string[];
  readonly gender: Entity["gender"];
  readonly state: "holds" | "former" | "incoming";
  readonly sentence: number;
  readonly text: string;
  /** How the text says it: a title before the name, an apposition, a copula, a verb of appointing. */
  readonly rule: "title" | "apposition" | "copula" | "verb";
}

/** What a person was from one day to another; an empty day is open. */
export interface Term {
  readonly from: string;
  readonly to: string;
  readonly code: string;
  readonly sectors: readonly string[];
  readonly office: string | null;
}

/** What the mentions of one chain refer to, coded on the report's date. */
export interface Entity {
  readonly id: number;
  readonly mentions: readonly number[];
  /** PLOVER country code (ISO alpha-3, KOS, IGO, UNO, EUR, NGO, ISM, IMG, MNC) or "". */
  readonly code: string;
  /** Primary sector first; empty when unknown or not applicable. */
  readonly sectors: readonly string[];
  /** Canonical name where one is known ("Nicolás Maduro"), else null. */
  readonly name: string | null;
  readonly wikidata: string | null;
  /** The table row that knows the entity ("holders:Nicolás Maduro"), null when none does. */
  readonly row: string | null;
  readonly office: string | null;
  readonly number: "singular" | "plural" | "unknown";
  readonly gender: "female" | "male" | "neuter" | "unknown";
  readonly kind: "person" | "group" | "organisation" | "country" | "place" | "thing" | "unknown";
  /** Members of a compound that one word refers to ("both sides", "the two countries"); entity ids. */
  readonly members: readonly number[];
  /** Of a person whom the tables know: the offices and roles with their days, so that a past act is coded by what its doer was then. */
  readonly terms: readonly Term[];
  readonly because: string;
}
