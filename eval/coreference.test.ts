import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { mentionsOf, pronounCases, readCoreference } from "./coreference.ts";

const THIRD = "Number=Sing|Person=3|PronType=Prs";
const row = (
  id: number,
  form: string,
  upos: string,
  features: string,
  head: number,
  deprel: string,
  misc = "_",
): string => [id, form, form, upos, "X", features, head, deprel, "_", misc].join("\t");

const TREEBANK = [
  "# newdoc id = a",
  row(1, "Ola", "PROPN", "_", 3, "nsubj", "Entity=(1-person-new-sssss-cf1-1,2-coref"),
  row(2, "Berg", "PROPN", "_", 1, "flat", "Entity=1)|SpaceAfter=No"),
  row(3, "met", "VERB", "_", 0, "root"),
  row(4, "her", "PRON", THIRD, 5, "nmod:poss", "Entity=(2-person-new-nnnnn-cf2-2-coref(1-person-giv-sssss-cf1-1-ana)"),
  row(5, "aide", "NOUN", "_", 3, "obj", "Entity=2)"),
  "",
  row(1, "I", "PRON", "Person=1|PronType=Prs", 2, "nsubj", "Entity=(1-person-giv-sssss-cf1-1-ana)"),
  row(2, "saw", "VERB", "_", 0, "root"),
  row(3, "it", "PRON", THIRD, 2, "obj", "Entity=(3-event-new-sssss-cf1-1-ana)"),
  row(4, "him", "PRON", THIRD, 2, "iobj", "Entity=(2-person-giv-nnnnn-cf2-1-ana)"),
  "",
  "# newdoc id = b",
  row(1, "It", "PRON", THIRD, 2, "nsubj", "Entity=(4-object-new-sssss-cf1-1-ana)"),
  row(2, "rang", "VERB", "_", 0, "root"),
  row(3, "Bells", "NOUN", "_", 2, "obj", "Entity=(4-object-giv-sssss-cf1-1-coref)"),
  "",
].join("\n");

function documents(): ReturnType<typeof readCoreference> {
  const path = join(mkdtempSync(join(tmpdir(), "coreference-")), "x.conllu");
  writeFileSync(path, TREEBANK);
  return readCoreference(path);
}

describe("gold coreference", () => {
  const words = documents().get("a") ?? [];

  test("brackets nest, close by chain and give each mention its head", () => {
    expect(mentionsOf(words).map(({ chain, first, last, head }) => [chain, first, last, head])).toEqual([
      ["1", 0, 1, 0],
      ["2", 3, 4, 4],
      ["1", 3, 3, 3],
      ["1", 5, 5, 5],
      ["3", 7, 7, 7],
      ["2", 8, 8, 8],
    ]);
  });

  test("pronouns of the third person count with the heads and flat words of their chain's nominals", () => {
    expect(pronounCases(words)).toEqual([
      { word: 3, form: "her", nominals: [0, 1] },
      { word: 8, form: "him", nominals: [4] },
    ]);
  });

  test("a nominal that only follows is no antecedent", () => {
    expect(pronounCases(documents().get("b") ?? [])).toEqual([]);
  });
});
