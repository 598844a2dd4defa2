import { beforeAll, describe, expect, it } from "vitest";
import { changedTies } from "../core/fingerprint.ts";
import { loadCompiledLexicon } from "../lexicon/load-compiled.ts";
import { type Lexicon, readLexicon } from "../lexicon/lexicon.ts";
import { dataDir } from "../lexicon/package-files.ts";
import { fingerprintOf, wordsTiedTo } from "./lexicon-fingerprint.ts";

let lexicon: Lexicon;
beforeAll(() => {
  lexicon = readLexicon(dataDir);
}, 120_000);

/** The words, of those given, whose reports an edit touches. */
function touched(edited: Lexicon, vocabulary: readonly string[]): readonly string[] | null {
  const ties = changedTies(fingerprintOf(lexicon, "m"), fingerprintOf(edited, "m"));
  return ties && wordsTiedTo(ties, vocabulary);
}

describe("the fingerprint of a lexicon", () => {
  it("is the same for the compiled lexicon and for the files that it was made of", () => {
    expect(fingerprintOf(loadCompiledLexicon(), "m")).toEqual(fingerprintOf(lexicon, "m"));
  });

  it("touches every text when the models or the rules are others", () => {
    expect(changedTies(fingerprintOf(lexicon, "m"), fingerprintOf(lexicon, "n"))).toBeNull();
    const rules = lexicon.ontology.rules.slice(1);
    expect(touched({ ...lexicon, ontology: { ...lexicon.ontology, rules } }, ["met"])).toBeNull();
  });

  it("touches nothing when nothing changed", () => {
    expect(touched({ ...lexicon }, ["met", "expel"])).toEqual([]);
  });

  it("touches the texts with the verb whose frame was taken out, in any form", () => {
    const verb = { ...lexicon.ontology.frameIndex.verb, expel: [] };
    const frameIndex = { ...lexicon.ontology.frameIndex, verb };
    const edited = { ...lexicon, ontology: { ...lexicon.ontology, frameIndex } };
    expect(touched(edited, ["met", "expelled", "expels", "expelling", "quito"])).toEqual([
      "expelled",
      "expels",
      "expelling",
    ]);
  });

  it("touches the texts with a word of a class", () => {
    const classes = { ...lexicon.ontology.classes, TALKS: [...(lexicon.ontology.classes["TALKS"] ?? []), "chinwag"] };
    const edited = { ...lexicon, ontology: { ...lexicon.ontology, classes } };
    expect(touched(edited, ["talks", "chinwags", "chin"])).toEqual(["chinwags"]);
  });

  it("touches the texts with a noun that names actors", () => {
    const [head] = lexicon.actors.heads;
    if (!head) throw new Error("no heads");
    const heads = [...lexicon.actors.heads, { ...head, words: "deputy grand marshal" }];
    const edited = { ...lexicon, actors: { ...lexicon.actors, heads } };
    expect(touched(edited, ["grand", "marshals", "minister"])).toEqual(["marshals"]);
  });
});
