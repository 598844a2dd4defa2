import { describe, expect, test } from "vitest";
import type { Scores } from "./network.ts";
import { bestHeads, isSingleRootTree } from "./tree.ts";

/** Scores from a table: row i holds those of token i for the root and every token. */
function scoresOf(rows: readonly (readonly number[])[]): Scores {
  return {
    length: rows.length,
    arcs: Float32Array.from(rows.flat()),
    arcOffset: 0,
    arcStride: rows.length + 1,
    tags: new Float32Array(0),
    tagOffset: 0,
    tagStride: 0,
    labels: () => undefined,
    allLabels: () => undefined,
  };
}

/** The best single-root tree by trying all. */
function tryAll(rows: readonly (readonly number[])[]): number {
  const n = rows.length;
  let best = -Infinity;
  for (let code = 0; code < (n + 1) ** n; code++) {
    const heads = Array.from({ length: n }, (_, i) => (Math.floor(code / (n + 1) ** i) % (n + 1)) - 1);
    if (heads.every((h, i) => h !== i) && isSingleRootTree(heads)) best = Math.max(best, total(rows, heads));
  }
  return best;
}

function total(rows: readonly (readonly number[])[], heads: ArrayLike<number>): number {
  return rows.reduce((sum, row, i) => sum + (row[(heads[i] ?? 0) + 1] ?? 0), 0);
}

describe("isSingleRootTree", () => {
  test.each([
    [[-1], true],
    [[1, -1, 1], true],
    [[-1, -1], false],
    [[1, 0], false],
    [[-1, 2, 1], false],
    [[0], false],
  ])("%j: %j", (heads, expected) => {
    expect(isSingleRootTree(heads)).toBe(expected);
  });
});

describe("bestHeads", () => {
  test("two tokens that both want the root: the better one gets it", () => {
    expect([...bestHeads(scoresOf([[5, 0, 4], [6, 1, 0]]))]).toEqual([1, -1]); // prettier-ignore
  });

  test("a cycle is broken where it costs least", () => {
    expect([...bestHeads(scoresOf([[0, 0, 9], [3, 9, 0]]))]).toEqual([1, -1]); // prettier-ignore
  });

  test("finds the best of all trees on small tables", () => {
    let state = 7;
    const next = (): number => (state = (state * 1103515245 + 12345) % 2147483648) % 1000;
    for (let round = 0; round < 150; round++) {
      const n = 2 + (round % 4);
      const rows = Array.from({ length: n }, () => Array.from({ length: n + 1 }, next));
      const heads = bestHeads(scoresOf(rows));
      expect(isSingleRootTree(heads)).toBe(true);
      expect(total(rows, heads)).toBe(tryAll(rows));
    }
  });
});
