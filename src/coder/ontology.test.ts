import { describe, expect, it } from "vitest";
import type { EventRecord, PartyRecord } from "../core/record.ts";
import { readOntologyExamples, type OntologyExample } from "../lexicon/ontology-tables.ts";
import { dataDir } from "../lexicon/package-files.ts";
import { createCoder } from "./create-coder.ts";

const coder = await createCoder({ lexicon: dataDir });
const DATE = "2024-05-10";

/**
 * The sentences of data/ontology are its tests. A scholar's new sentence may ask more than the coder can; what share must hold is
 * fixed here, so that no edit makes the whole worse, and every sentence that fails is printed with its reason.
 */
const LEAST_CATEGORY = 0.9;
const LEAST_NOT = 0.8;
const LEAST_PARTIES = 0.6;

function wordsMatch(parties: readonly PartyRecord[], wanted: string | readonly string[] | null): boolean {
  if (wanted === null) return parties.every((p) => p.entity_text === "");
  const list = typeof wanted === "string" ? [wanted] : wanted;
  const said = parties.map((p) => `${p.mention?.text ?? ""} ${p.entity_text}`.toLowerCase());
  return list.every((w) =>
    said.some((s) => s.includes(w.toLowerCase()) || w.toLowerCase().includes(s.trim().split(" ").at(-1) ?? "-")),
  );
}

function faultOf(example: OntologyExample, fallback: string | null): string | null {
  const e = typeof example === "string" ? { text: example } : example;
  const category = e.category ?? fallback;
  const events = coder.code({ text: e.text, date: DATE });
  const fits = events.filter((x: EventRecord) => x.event[0] === category);
  if (!fits.length)
    return `coded ${events.map((x) => x.event[0]).join(", ") || "nothing"} instead of ${category ?? "?"}`;
  const { modes, status } = e;
  if (modes?.length && !fits.some((x) => modes.every((m) => x.mode.includes(m))))
    return `modes ${fits.map((x) => x.mode.join("+")).join(", ")} instead of ${modes.join("+")}`;
  if (status && !fits.some((x) => x.status === status))
    return `status ${fits.map((x) => x.status).join(", ")} instead of ${status}`;
  return null;
}

function partyFault(example: OntologyExample, fallback: string | null): string | null {
  if (typeof example === "string") return null;
  const { actor, recipient } = example;
  const fits = coder
    .code({ text: example.text, date: DATE })
    .filter((x) => x.event[0] === (example.category ?? fallback));
  if (actor !== undefined && !fits.some((x) => wordsMatch(x.actor, actor))) return `actor is not ${String(actor)}`;
  if (recipient !== undefined && !fits.some((x) => wordsMatch(x.recipient, recipient)))
    return `recipient is not ${String(recipient)}`;
  return null;
}

function report(failures: readonly string[]): void {
  if (process.env["ONTOLOGY_FAILURES"]) process.stderr.write(`${failures.join("\n")}\n`);
}

describe.each(readOntologyExamples(dataDir))("$category $path", ({ category, examples, not }) => {
  it("codes its examples", () => {
    const failures = examples.flatMap((e) => {
      const fault = faultOf(e, category);
      return fault === null
        ? []
        : [`${category ?? "composition"} EXAMPLE ${typeof e === "string" ? e : e.text} -> ${fault}`];
    });
    report(failures);
    expect(1 - failures.length / examples.length, failures.join("\n")).toBeGreaterThanOrEqual(LEAST_CATEGORY);
  });

  it("does not code its counter-examples", () => {
    const failures = not.flatMap((text) => {
      const events = coder.code({ text, date: DATE }).filter((e) => e.event[0] === category);
      return events.length
        ? [`${category ?? ""} NOT ${text} -> ${events.map((e) => e.because[0]?.rule ?? "").join(", ")}`]
        : [];
    });
    report(failures);
    if (not.length) expect(1 - failures.length / not.length, failures.join("\n")).toBeGreaterThanOrEqual(LEAST_NOT);
  });

  it("finds the parties of its examples", () => {
    const stated = examples.filter(
      (e) => typeof e !== "string" && (e.actor !== undefined || e.recipient !== undefined),
    );
    const failures = stated.flatMap((e) => {
      const fault = partyFault(e, category);
      return fault === null
        ? []
        : [`${category ?? "composition"} PARTY ${typeof e === "string" ? e : e.text} -> ${fault}`];
    });
    report(failures);
    expect(1 - failures.length / Math.max(1, stated.length), failures.join("\n")).toBeGreaterThanOrEqual(LEAST_PARTIES);
  });
});
