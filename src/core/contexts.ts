import type { Category } from "./codes.ts";

/** The 37 contexts of PLOVER 2.0, in the manual's order (manual draft of 4 February 2024, CC BY-SA 4.0). */
export const CONTEXTS = [
  "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy",
  "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression",
  "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping",
  "health", "asylum", "migration", "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn",
  "cyber", "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
] as const; // prettier-ignore
export type ContextName = (typeof CONTEXTS)[number];

/** How far from the event's own sentence words may stand to speak for a context. */
export const REACHES = ["sentence", "paragraph", "report"] as const;
export type ContextReach = (typeof REACHES)[number];

/** Where evidence for a context was found. */
export type EvidenceSource = "event" | "sentence" | "neighbour" | "report";

/**
 * Conditions on an event that speak for a context, or against it (`drop`). All stated conditions must hold; within a list one
 * member suffices.
 */
export interface ContextRule {
  readonly categories: readonly Category[];
  readonly modes: readonly string[];
  /** Sectors, or codes of bodies without a country (`UNO`, `NGO`), of the actor; `recipient` and `party` (either side) alike. */
  readonly actor: readonly string[];
  readonly recipient: readonly string[];
  readonly party: readonly string[];
  /** Offices of a party: "president". With `party` both must hold of the same one. */
  readonly office: readonly string[];
  /** Lemmas of the event's own predicate. */
  readonly trigger: readonly string[];
  /** Words or phrases in the event's sentence; one of each list. */
  readonly words: readonly string[];
  readonly also: readonly string[];
  /** Sectors count only where they are a party's first: a junta is `GOV` first and `MIL` beside. */
  readonly primary: boolean;
  /** Words that must not stand in the event's sentence. */
  readonly unless: readonly string[];
  /** The parties belong to two or more countries or bodies of states. */
  readonly across: boolean;
  /** Contexts that have been found already. */
  readonly beside: readonly string[];
  readonly absent: readonly string[];
  readonly weight: number;
  readonly drop: boolean;
  /** The rule in words, for the record's evidence. */
  readonly told: string;
}

/** One context of data/contexts, compiled. */
export interface ContextRow {
  readonly name: ContextName;
  readonly reach: ContextReach;
  /** Enough alone. */
  readonly strong: readonly string[];
  /** Two different ones are needed, or one beside other evidence. */
  readonly weak: readonly string[];
  /** Phrases in which words of this context speak of something else. */
  readonly blockers: readonly string[];
  /** Contexts beside which one weak word is enough. */
  readonly companions: readonly string[];
  readonly rules: readonly ContextRule[];
}
