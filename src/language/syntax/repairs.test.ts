import { describe, expect, test } from "vitest";
import { CandidateTree } from "./candidate-tree.ts";
import type { Scores } from "./network.ts";
import { mendReducedRelatives, relativeLabels } from "./reduced-relatives.ts";
import { mendTemporalObliques, temporalWords } from "./temporal-obliques.ts";
import { labelFamilies, makeArgumentsUnique } from "./unique-arguments.ts";

const LABELS = ["root", "nsubj", "nsubj:pass", "obj", "obl", "nmod", "acl", "ccomp", "punct", "det", "case", "aux:pass", "advmod"]; // prettier-ignore
const at = (label: string): number => LABELS.indexOf(label);

/** [head, label] of each token, head counted from 0, -1 the root. */
type Arcs = readonly (readonly [number, string])[];

/** A tree over scores that like the given arcs, and for each token also its `second` choice a little less. */
function treeOf(arcs: Arcs, second: Readonly<Record<number, readonly [number, string]>> = {}): CandidateTree {
  const n = arcs.length;
  const table = new Float32Array(n * (n + 1));
  arcs.forEach(([head], i) => (table[i * (n + 1) + head + 1] = 3));
  for (const [i, [head]] of Object.entries(second)) table[Number(i) * (n + 1) + head + 1] = 3;
  const labels = (token: number, head: number, to: Float32Array, offset: number): void => {
    LABELS.forEach((label, l) => {
      const first = arcs[token]?.[0] === head && arcs[token][1] === label;
      const other = second[token]?.[0] === head && second[token][1] === label;
      to[offset + l] = first ? 6 : other ? 4 : 0;
    });
  };
  const scores: Scores = { length: n, arcs: table, arcOffset: 0, arcStride: n + 1, tags: table, tagOffset: 0, tagStride: 0, labels, allLabels: () => undefined }; // prettier-ignore
  const heads = Int32Array.from(arcs, ([head]) => head);
  return new CandidateTree(
    scores,
    heads,
    Int32Array.from(arcs, ([, label]) => at(label)),
    LABELS.length,
  );
}

const arcsOf = (tree: CandidateTree): Arcs =>
  Array.from(tree.heads, (head, i) => [head, LABELS[tree.labels[i] ?? 0] ?? ""] as const);

describe("makeArgumentsUnique", () => {
  const repair = (tree: CandidateTree): void => makeArgumentsUnique(tree, labelFamilies(LABELS), at("root"));

  test("of two subjects the one with the better second choice yields", () => {
    const tree = treeOf([[2, "nsubj"], [2, "nsubj"], [-1, "root"]], { 0: [2, "advmod"] }); // prettier-ignore
    repair(tree);
    expect(arcsOf(tree)).toEqual([[2, "advmod"], [2, "nsubj"], [-1, "root"]]); // prettier-ignore
  });

  test("an active and a passive subject count as two", () => {
    const tree = treeOf([[2, "nsubj"], [2, "nsubj:pass"], [-1, "root"]], { 1: [0, "nmod"] }); // prettier-ignore
    repair(tree);
    expect(arcsOf(tree)).toEqual([[2, "nsubj"], [0, "nmod"], [-1, "root"]]); // prettier-ignore
  });

  test("one subject and one object stay", () => {
    const arcs: Arcs = [[1, "nsubj"], [-1, "root"], [1, "obj"]]; // prettier-ignore
    const tree = treeOf(arcs);
    repair(tree);
    expect(arcsOf(tree)).toEqual(arcs);
  });
});

describe("mendReducedRelatives", () => {
  // missiles fired struck depot .
  const wrong: Arcs = [[1, "nsubj"], [-1, "root"], [1, "ccomp"], [2, "obj"], [1, "punct"]]; // prettier-ignore
  const second = { 0: [2, "nsubj"], 1: [0, "acl"], 2: [-1, "root"], 4: [2, "punct"] } as const;
  const labels = relativeLabels(LABELS);

  test("a participle that became the main verb gives way to the finite verb", () => {
    const tree = treeOf(wrong, second);
    mendReducedRelatives(tree, ["NNS", "VBN", "VBD", "NN", "."], labels);
    expect(arcsOf(tree)).toEqual([[2, "nsubj"], [0, "acl"], [-1, "root"], [2, "obj"], [2, "punct"]]); // prettier-ignore
  });

  test.each([
    ["a finite main verb", ["NNS", "VBD", "VBD", "NN", "."]],
    ["no second finite verb", ["NNS", "VBN", "VBN", "NN", "."]],
  ])("%s stays", (_, xpos) => {
    const tree = treeOf(wrong, second);
    mendReducedRelatives(tree, xpos, labels);
    expect(arcsOf(tree)).toEqual(wrong);
  });

  test("a participle with an auxiliary stays", () => {
    // missiles were fired said
    const arcs: Arcs = [[2, "nsubj:pass"], [2, "aux:pass"], [-1, "root"], [2, "ccomp"]]; // prettier-ignore
    const tree = treeOf(arcs, { 0: [3, "nsubj"], 2: [0, "acl"], 3: [-1, "root"] });
    mendReducedRelatives(tree, ["NNS", "VBD", "VBN", "VBD"], labels);
    expect(arcsOf(tree)).toEqual(arcs);
  });
});

describe("mendTemporalObliques", () => {
  const words = temporalWords(LABELS, ["monday"]);
  const arcs: Arcs = [[3, "nsubj"], [2, "case"], [0, "nmod"], [-1, "root"]]; // prettier-ignore

  test.each([
    ["police on Monday arrested", 3, "obl"],
    ["talks in Monday resumed", 0, "nmod"],
    ["taxes on imports rose", 0, "nmod"],
  ])("%s", (text, head, label) => {
    const tree = treeOf(arcs);
    mendTemporalObliques(tree, text.split(" "), words);
    expect(arcsOf(tree)[2]).toEqual([head, label]);
  });
});
