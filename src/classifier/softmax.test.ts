import { describe, expect, test } from "vitest";
import { FeatureBag, type FeatureRow } from "./feature-bag.ts";
import { minimise } from "./lbfgs.ts";
import { featureAt, probabilities } from "./softmax.ts";
import { TRAIN_DEFAULTS, trainSoftmax } from "./train-softmax.ts";

function row(...names: readonly string[]): FeatureRow {
  const bag = new FeatureBag();
  for (const name of names) bag.add(name);
  return bag.row();
}

const ROWS = ["attack", "raid", "attack", "raid"].map((word) => ({ label: "ASSAULT", features: row(word, "x") }));
const TALKS = ["meet", "talk", "meet", "talk"].map((word) => ({ label: "CONSULT", features: row(word, "x") }));

describe("minimise", () => {
  test("finds the lowest point of a narrow valley", () => {
    const x = Float64Array.of(-1.2, 1);
    // Rosenbrock's function, lowest at (1, 1).
    const value = minimise(
      (at, g) => {
        const [a = 0, b = 0] = at;
        g[0] = -400 * a * (b - a * a) - 2 * (1 - a);
        g[1] = 200 * (b - a * a);
        return 100 * (b - a * a) ** 2 + (1 - a) ** 2;
      },
      x,
      { iterations: 200, tolerance: 1e-9 },
    );
    expect(value).toBeLessThan(1e-8);
    expect(x[0]).toBeCloseTo(1, 3);
    expect(x[1]).toBeCloseTo(1, 3);
  });

  test("stays where there is no slope", () => {
    const x = Float64Array.of(3);
    expect(minimise((_, g) => ((g[0] = 0), 5), x, { iterations: 10, tolerance: 1e-6 })).toBe(5);
    expect(x[0]).toBe(3);
  });
});

describe("trainSoftmax", () => {
  const model = trainSoftmax([...ROWS, ...TALKS], TRAIN_DEFAULTS);

  test("tells labels apart by their words", () => {
    expect(model.labels).toEqual(["ASSAULT", "CONSULT"]);
    expect(probabilities(model, row("raid"))[0]).toBeGreaterThan(0.6);
    expect(probabilities(model, row("meet"))[0]).toBeLessThan(0.4);
  });

  test("gives even chances to a row of unknown words where labels are even", () => {
    expect(probabilities(model, row("unheard"))[0]).toBeCloseTo(0.5, 3);
  });

  test("does not depend on the order of the rows' labels", () => {
    const turned = trainSoftmax([...TALKS, ...ROWS], TRAIN_DEFAULTS);
    expect(turned.labels).toEqual(model.labels);
    expect([...turned.features]).toEqual([...model.features]);
  });

  test("leaves out features of too few rows", () => {
    const rare = trainSoftmax([...ROWS, { label: "CONSULT", features: row("rare") }], {
      ...TRAIN_DEFAULTS,
      minRows: 2,
    });
    expect(featureAt(rare.features, row("rare").ids[0] ?? 0)).toBe(-1);
    expect(featureAt(rare.features, row("raid").ids[0] ?? 0)).toBeGreaterThanOrEqual(0);
  });

  test("a row of more weight counts as often as it weighs", () => {
    const one = [
      { label: "A", features: row("f"), weight: 3 },
      { label: "B", features: row("f") },
    ];
    const many = [...[0, 1, 2].map(() => ({ label: "A", features: row("f") })), { label: "B", features: row("f") }];
    const options = { ...TRAIN_DEFAULTS, minRows: 1 };
    const p = probabilities(trainSoftmax(one, options), row("f"))[0] ?? 0;
    expect(p).toBeCloseTo(probabilities(trainSoftmax(many, options), row("f"))[0] ?? 0, 3);
  });
});

describe("FeatureBag", () => {
  test("keeps the larger value of a feature named twice and sorts by number", () => {
    const bag = new FeatureBag();
    bag.add("a", 0.2);
    bag.add("a", 0.7);
    bag.add("a", 0.5);
    bag.add("b");
    const { ids, values } = bag.row();
    expect([...ids]).toEqual([...ids].sort((x, y) => x - y));
    expect([...values].sort()).toEqual([Math.fround(0.7), 1]);
  });
});
