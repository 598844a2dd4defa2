import { describe, expect, test } from "vitest";
import { assignFolds } from "./folds.ts";
import { answerFigures } from "./label-figures.ts";

describe("assignFolds", () => {
  const rows = [
    ...Array.from({ length: 40 }, (_, i) => ({ text: `a ${i}`, label: "A" })),
    ...Array.from({ length: 10 }, (_, i) => ({ text: `b ${i}`, label: "B" })),
  ];

  test("spreads every label evenly", () => {
    const folds = assignFolds(rows, 10);
    for (let fold = 0; fold < 10; fold++) {
      const inside = rows.filter((_, i) => folds[i] === fold);
      expect(inside.filter((r) => r.label === "A")).toHaveLength(4);
      expect(inside.filter((r) => r.label === "B")).toHaveLength(1);
    }
  });

  test("gives a row the same fold in whatever order the rows come", () => {
    const turned = [...rows].reverse();
    const folds = assignFolds(rows, 10);
    expect([...assignFolds(turned, 10)].reverse()).toEqual(folds);
  });

  test("keeps rows of one sentence together, or a model would be asked what it has seen", () => {
    const twice = rows.flatMap((r) => [r, { text: r.text, label: r.label === "A" ? "B" : "A" }]);
    const folds = assignFolds(twice, 5);
    for (let i = 0; i < twice.length; i += 2) expect(folds[i]).toBe(folds[i + 1]);
  });
});

describe("answerFigures", () => {
  const figures = answerFigures([
    { gold: "A", answer: "A" },
    { gold: "A", answer: "B" },
    { gold: "A", answer: "B" },
    { gold: "B", answer: "B" },
    { gold: "C", answer: null },
  ]);

  test.each([
    ["A", 3, 1, 0.3333, 0.5],
    ["B", 1, 0.3333, 1, 0.5],
    ["C", 1, 0, 0, 0],
  ])("%s has its support, precision, recall and F1", (label, support, precision, recall, f1) => {
    expect(figures.labels.find((l) => l.label === label)).toEqual({ label, support, precision, recall, f1 });
  });

  test("macro-F1 is the mean over labels, accuracy over rows", () => {
    expect(figures.macroF1).toBe(0.3333);
    expect(figures.accuracy).toBe(0.4);
  });

  test("names the commonest confusion first", () => {
    expect(figures.confusions).toEqual([
      { gold: "A", answer: "B", rows: 2 },
      { gold: "C", answer: "(none)", rows: 1 },
    ]);
  });
});
