import { describe, expect, it } from "vitest";
import { dataDir } from "../package-files.ts";
import { readCodeTables } from "./code-tables.ts";
import { readEventCode } from "./event-codes.ts";
import { loadCompiledLexicon } from "../load-compiled.ts";

const { events } = readCodeTables(dataDir);

describe("readEventCode", () => {
  it.each([
    ["a code", "190", { kind: "event", reversed: false, reciprocal: false, loss: null, meaning: { category: "ASSAULT" } }],
    ["a root", "17", { kind: "event", meaning: { category: "COERCE", modes: [] } }],
    ["a mode", "173", { kind: "event", meaning: { category: "COERCE", modes: ["arrest"] } }],
    ["a pair with one meaning as both parties'", "046:046", { kind: "event", reciprocal: true }],
    ["visitor and host as both parties'", "042:043", { kind: "event", reciprocal: true }],
    ["a pair with two meanings as its first, with a loss", "145:173", { kind: "event", code: "145", loss: "second-code" }],
    ["what the target does to the source", ":173", { kind: "event", code: "173", reversed: true }],
    ["what only the source does", "173:---", { kind: "event", code: "173", reversed: false, loss: null }],
    ["a slip by the nearest code", "1901", { kind: "event", loss: "code-shortened", meaning: { category: "ASSAULT" } }],
    ["TABARI's exclamation mark", "100!", { kind: "event", meaning: { category: "REQUEST" } }],
    ["no event", "---", { kind: "null" }],
    ["nothing", "", { kind: "null" }],
    ["a sentence to be left out", "###", { kind: "discard" }],
    ["a statement, which PLOVER leaves out", "012", { kind: "no-category" }],
    ["a code of another scheme", "987", { kind: "unknown" }],
    ["a word", "abc", { kind: "unknown" }],
  ])("reads %s", (_, code, expected) => {
    expect(readEventCode(code, events)).toMatchObject(expected);
  }); // prettier-ignore
});

describe("data/codes/cameo.csv", () => {
  it("holds 318 codes whose modes the ontology knows", () => {
    const { modes } = loadCompiledLexicon().ontology;
    expect(events.size).toBe(318);
    for (const [code, meaning] of events)
      for (const mode of meaning?.modes ?? []) expect(modes[meaning?.category ?? ""], code).toContain(mode);
  });
});
