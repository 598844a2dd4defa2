import type { EventRecord, PartyRecord } from "../core/record.ts";
import type { LexiconIssue } from "./issues.ts";
import type { OntologyExample, OntologyExamples } from "./ontology-tables.ts";

/** What codes a sentence; the examples are dated, so that relative dates resolve. */
export type SentenceCoder = (text: string) => readonly EventRecord[];

/** Why an example's category, modes or status are not read as stated; null when they are. */
export function exampleFault(example: OntologyExample, fallback: string | null, code: SentenceCoder): string | null {
  const e = typeof example === "string" ? { text: example } : example;
  const category = e.category ?? fallback;
  const events = code(e.text);
  const fits = events.filter((x) => x.event[0] === category);
  if (!fits.length)
    return `coded ${events.map((x) => x.event[0]).join(", ") || "nothing"} instead of ${category ?? "?"}`;
  const { modes, status } = e;
  if (modes?.length && !fits.some((x) => modes.every((m) => x.mode.includes(m))))
    return `modes ${fits.map((x) => x.mode.join("+")).join(", ")} instead of ${modes.join("+")}`;
  if (status && !fits.some((x) => x.status === status))
    return `status ${fits.map((x) => x.status).join(", ")} instead of ${status}`;
  return null;
}

/** Why an example's actor or recipient are not read as stated; null when they are or none is stated. */
export function partyFault(example: OntologyExample, fallback: string | null, code: SentenceCoder): string | null {
  if (typeof example === "string") return null;
  const { actor, recipient } = example;
  if (actor === undefined && recipient === undefined) return null;
  const fits = code(example.text).filter((x) => x.event[0] === (example.category ?? fallback));
  if (actor !== undefined && !fits.some((x) => wordsMatch(x.actor, actor)))
    return `actor is ${told(fits, "actor")} instead of ${String(actor)}`;
  if (recipient !== undefined && !fits.some((x) => wordsMatch(x.recipient, recipient)))
    return `recipient is ${told(fits, "recipient")} instead of ${String(recipient)}`;
  return null;
}

/** Why a counter-example is coded after all; null when it is not. */
export function counterFault(text: string, category: string | null, code: SentenceCoder): string | null {
  const found = code(text).filter((e) => e.event[0] === category);
  return found.length ? `coded ${category ?? ""} by ${found.map((e) => e.because[0]?.rule ?? "").join(", ")}` : null;
}

/** Runs the sentences of a file; those that fail, with their place. */
export function failedExamples(file: OntologyExamples, code: SentenceCoder): readonly LexiconIssue[] {
  const issue = (key: "examples" | "not", i: number, value: string, reason: string): LexiconIssue => ({
    path: file.path,
    ...file.positionOf(key, i),
    field: `${key}.${i}`,
    value,
    reason: `the sentence fails: ${reason}`,
    weight: "fault",
  });
  const said = file.examples.flatMap((e, i) => {
    const fault = exampleFault(e, file.category, code) ?? partyFault(e, file.category, code);
    return fault === null ? [] : [issue("examples", i, typeof e === "string" ? e : e.text, fault)];
  });
  const counter = file.not.flatMap((text, i) => {
    const fault = counterFault(text, file.category, code);
    return fault === null ? [] : [issue("not", i, text, fault)];
  });
  return [...said, ...counter];
}

function told(events: readonly EventRecord[], side: "actor" | "recipient"): string {
  return (
    events.map((e) => e[side].map((p) => p.entity_text || "nobody").join(" and ") || "nobody").join(", or ") || "nobody"
  );
}

function wordsMatch(parties: readonly PartyRecord[], wanted: string | readonly string[] | null): boolean {
  if (wanted === null) return parties.every((p) => p.entity_text === "");
  const list = typeof wanted === "string" ? [wanted] : wanted;
  const said = parties.map((p) => `${p.mention?.text ?? ""} ${p.entity_text}`.toLowerCase());
  return list.every((w) =>
    said.some((s) => s.includes(w.toLowerCase()) || w.toLowerCase().includes(s.trim().split(" ").at(-1) ?? "-")),
  );
}
