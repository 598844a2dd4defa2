import { beforeAll, describe, expect, it } from "vitest";
import { createCoder, type Coder } from "../../coder/create-coder.ts";
import { dataDir } from "../package-files.ts";
import { loadLexicon } from "../load-lexicon.ts";
import type { Lexicon } from "../lexicon.ts";
import { CoverageSurvey } from "./coverage.ts";
import { GapSurvey, type Gap, type GapWords } from "./gaps.ts";
import { readSurveyWords } from "./survey-words.ts";

let coder: Coder;
let lexicon: Lexicon;
beforeAll(async () => {
  coder = await createCoder({ lexicon: dataDir });
  lexicon = await loadLexicon(dataDir);
}, 120_000);

const WORDS: GapWords = {
  plain: new Set(["verb admire"]),
  cues: new Set(["say"]),
  endings: ["ment"],
  lightVerbs: new Set(["hold"]),
};

function gaps(texts: readonly string[], words: Partial<GapWords> = {}): readonly Gap[] {
  const survey = new GapSurvey({ ...WORDS, ...words });
  for (const text of texts) survey.add(coder.explain({ text }));
  return survey.ranked();
}

describe("the gaps of a corpus", () => {
  it("are predicates that no frame took, with their count, parties, object and a sentence", () => {
    expect(gaps(["Norland zigged the harbour.", "France zigged the harbour again.", "It zigged."])[0]).toMatchObject({
      lemma: "zig", kind: "verb", parties: 2, count: 3, objects: ["harbour"], tried: [], example: "France zigged the harbour again.",
    }); // prettier-ignore
  });

  it("put those with a party beside them first", () => {
    const found = gaps(["The wind zigged.", "The wind zigged.", "The wind zigged.", "France zagged."]);
    expect(found.map((g) => g.lemma).filter((l) => /^z/.test(l))).toEqual(["zag", "zig"]);
  });

  it("are nouns by their ending, and adjectives by their copula", () => {
    const found = gaps(["France announced a new wonderment.", "The French government is tall."]);
    expect(found).toContainEqual(expect.objectContaining({ lemma: "wonderment", kind: "noun" }));
    expect(found).toContainEqual(expect.objectContaining({ lemma: "tall", kind: "adjective", parties: 1 }));
  });

  it("negative: what a frame took, what reports, what was judged plain and nouns of things are none", () => {
    const lemmas = gaps([
      "Ecuador expelled two French diplomats.",
      "France said that it rained.",
      "France admired the cupboard.",
    ]).map((g) => g.lemma);
    for (const lemma of ["expel", "say", "admire", "cupboard", "diplomat"]) expect(lemmas).not.toContain(lemma);
  });

  it("tell which frames have the word but did not hold", () => {
    const frame = lexicon.ontology.frames.find(
      (f) => f.require.length > 0 && lexicon.ontology.frameIndex.verb["impose"]?.length,
    );
    expect(frame).toBeDefined();
    const [gap] = gaps(["The wind imposed itself."]).filter((g) => g.lemma === "impose");
    expect(gap?.tried.length).toBeGreaterThan(0);
  });
});

describe("the word lists of the survey", () => {
  it("judge several hundred predicates, none of which is also judged otherwise", () => {
    const { plain, endings } = readSurveyWords(dataDir);
    expect(plain.size).toBeGreaterThan(400);
    expect(plain).toContain("verb win");
    expect(plain).not.toContain("verb expel");
    expect(endings).toContain("ment");
  });
});

describe("the coverage of a corpus", () => {
  it("counts every frame, operator and rule, the unused ones too", () => {
    const survey = new CoverageSurvey(lexicon.ontology);
    for (const text of ["Ecuador expelled two French diplomats.", "France threatened to expel the envoy."]) {
      const e = coder.explain({ text });
      survey.add(e.doc.acts, e.trials);
    }
    const rows = survey.rows();
    const { frames, operators, rules } = lexicon.ontology;
    expect(rows).toHaveLength(frames.length + operators.length + rules.length);
    expect(rows[0]).toMatchObject({ kind: "frame", gives: "SANCTION" });
    expect(rows.filter((r) => r.kind === "operator" && r.hits > 0)).toHaveLength(1);
    expect(rows.filter((r) => r.kind === "rule" && r.hits > 0)).toEqual([
      expect.objectContaining({ gives: "THREATEN", hits: 1 }),
    ]);
    expect(rows.filter((r) => r.hits === 0).length).toBeGreaterThan(rows.length / 2);
  });
});
