import { describe, expect, it } from "vitest";
import type { EventRecord } from "../core/record.ts";
import { exampleFault, partyFault } from "../lexicon/examples.ts";
import { readOntologyExamples } from "../lexicon/ontology-tables.ts";
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

const code = (text: string): readonly EventRecord[] => coder.code({ text, date: DATE });

function report(failures: readonly string[]): void {
  if (process.env["ONTOLOGY_FAILURES"]) process.stderr.write(`${failures.join("\n")}\n`);
}

describe.each(readOntologyExamples(dataDir))("$category $path", ({ category, examples, not }) => {
  it("codes its examples", () => {
    const failures = examples.flatMap((e) => {
      const fault = exampleFault(e, category, code);
      return fault === null
        ? []
        : [`${category ?? "composition"} EXAMPLE ${typeof e === "string" ? e : e.text} -> ${fault}`];
    });
    report(failures);
    expect(1 - failures.length / examples.length, failures.join("\n")).toBeGreaterThanOrEqual(LEAST_CATEGORY);
  });

  it("does not code its counter-examples", () => {
    const failures = not.flatMap((text) => {
      const events = code(text).filter((e) => e.event[0] === category);
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
      const fault = partyFault(e, category, code);
      return fault === null
        ? []
        : [`${category ?? "composition"} PARTY ${typeof e === "string" ? e : e.text} -> ${fault}`];
    });
    report(failures);
    expect(1 - failures.length / Math.max(1, stated.length), failures.join("\n")).toBeGreaterThanOrEqual(LEAST_PARTIES);
  });
});
