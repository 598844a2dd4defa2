import { describe, expect, it } from "vitest";
import { decodeSplitterModel, encodeSplitterModel, HASH_BITS } from "./splitter-model.ts";

const trained = {
  threshold: -12,
  tags: { NN: "army camp -ent", VBD: "said", "VBD/VBN": "killed" },
  positions: [0, 5, 300, 70_000, (1 << HASH_BITS) - 1],
  weights: [1, -127, 127, -3, 9],
};

describe("the splitter's model file", () => {
  it("gives back what was written", () => {
    const model = decodeSplitterModel(encodeSplitterModel(trained));
    expect(model.threshold).toBe(-12);
    expect(trained.positions.map((p) => model.weights[p])).toEqual(trained.weights);
    expect(model.weights.reduce((n, w) => n + (w === 0 ? 0 : 1), 0)).toBe(5);
    expect(model.tags.get("camp")).toBe(model.tags.get("army"));
    expect([...model.finite].sort()).toEqual([model.tags.get("said"), model.tags.get("killed")]);
  });

  it("refuses another file and a file cut short", () => {
    const bytes = encodeSplitterModel(trained);
    expect(() => decodeSplitterModel(new Uint8Array(64))).toThrow(RangeError);
    expect(() => decodeSplitterModel(bytes.subarray(0, bytes.length - 1))).toThrow(RangeError);
    expect(() => decodeSplitterModel(bytes.subarray(0, 20))).toThrow();
  });
});
