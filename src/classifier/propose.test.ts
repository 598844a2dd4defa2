import { beforeAll, describe, expect, test } from "vitest";
import { MentionIndex } from "../core/mention-index.ts";
import { createCoder } from "../index.ts";
import { readGeneralModel } from "../lexicon/classifier-files.ts";
import { loadCompiledLexicon } from "../lexicon/load-compiled.ts";
import { modelsDir } from "../lexicon/package-files.ts";
import { PredicateLookup } from "../events/index.ts";
import { classesOf } from "./classes-of.ts";
import { type Proposal, propose, type ProposalTools } from "./propose.ts";

type Ask = (text: string, lemma: string, threshold?: number) => Proposal | null | undefined;
let ask: Ask;

beforeAll(async () => {
  const coder = await createCoder({ proposals: false });
  const lookup = new PredicateLookup(loadCompiledLexicon().ontology);
  const tools: Omit<ProposalTools, "threshold"> = {
    lookup,
    classesOf: classesOf(lookup.tables.classes),
    model: readGeneralModel(modelsDir).model,
  };
  ask = (text, lemma, threshold = 0) => {
    const { doc } = coder.explain({ text });
    const [sentence] = doc.sentences;
    const p = doc.predications.find((q) => q.lemma === lemma);
    if (!sentence || !p) return undefined;
    const index = new MentionIndex(doc.mentions, doc.entities);
    return propose(p, { sentence, predications: doc.predications, index }, { ...tools, threshold });
  };
});

describe("propose", () => {
  test("names a category, its probability and the two sides of an unknown verb", () => {
    const found = ask("France blorked Russia on Monday.", "blork");
    expect(found).toMatchObject({ actor: { token: 0, path: "nsubj" }, recipient: { token: 2, path: "obj" } });
    expect(found?.probability).toBeGreaterThan(0);
    expect(found?.probability).toBeLessThanOrEqual(1);
  });

  test.each([
    ["below the threshold", "France blorked Russia on Monday.", "blork", 1],
    ["without a recipient", "France blorked on Monday.", "blork", 0],
    ["with a thing at one side", "France blorked the table.", "blork", 0],
    ["that is negated", "France did not blork Russia.", "blork", 0],
    ["that is only wanted", "France wants to blork Russia.", "blork", 0],
    ["that is an operator", "France urged Russia.", "urge", 0],
  ])("proposes nothing for a verb %s", (_, text, lemma, threshold) => {
    expect(ask(text, lemma, threshold)).toBeNull();
  });
});
