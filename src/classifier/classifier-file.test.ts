import { describe, expect, test } from "vitest";
import { AppError } from "../core/errors.ts";
import { decodeClassifier, encodeClassifier, FORMAT } from "./classifier-file.ts";

const MODEL = {
  labels: ["A", "B"],
  features: Uint32Array.of(7, 900, 4_000_000_000),
  weights: Float32Array.of(1.27, -0.5, 0.0001, 0.0001, -0.635, 0.25),
  bias: Float32Array.of(0.5, -0.5),
};
const ABOUT = { rows: 12, lexicon: "abc", general: null, figures: null, folds: 10 };
const BYTES = encodeClassifier(MODEL, ABOUT);

describe("a model file", () => {
  test("gives back labels, features and weights, to a hundredth of the largest weight", () => {
    const { header, model } = decodeClassifier(BYTES, "m");
    expect(header).toMatchObject({ labels: ["A", "B"], rows: 12, lexicon: "abc", general: null, folds: 10 });
    expect([...model.features]).toEqual([7, 4_000_000_000]);
    [1.27, -0.5, -0.635, 0.25].forEach((w, i) => expect(model.weights[i]).toBeCloseTo(w, 2));
    expect([...model.bias]).toEqual([0.5, -0.5]);
  });

  test("is read from the middle of a larger buffer, as small files come", () => {
    const pool = Buffer.alloc(BYTES.length + 11);
    pool.set(BYTES, 5);
    expect(decodeClassifier(pool.subarray(5, 5 + BYTES.length), "m")).toEqual(decodeClassifier(BYTES, "m"));
  });

  test("has the same bytes every time, and another version for other weights", () => {
    expect(encodeClassifier(MODEL, ABOUT)).toEqual(BYTES);
    const other = encodeClassifier({ ...MODEL, bias: Float32Array.of(0.4, -0.5) }, ABOUT);
    expect(decodeClassifier(other, "m").header.version).not.toBe(decodeClassifier(BYTES, "m").header.version);
  });

  const altered = (from: string, to: string): Uint8Array =>
    Buffer.from(Buffer.from(BYTES).toString("latin1").replace(from, to), "latin1");
  test.each([
    ["cut short", BYTES.subarray(0, BYTES.length - 1), "bytes of weights"],
    ["no header", Buffer.from("id\tcategory\n"), "does not begin with a header"],
    ["JSON of something else", Buffer.from("null\n"), FORMAT],
    ["other features", altered('"features":1', '"features":0'), "features of version 0"],
    ["no labels", altered('"labels"', '"labelz"'), "incomplete"],
    ["empty", new Uint8Array(), "does not begin with a header"],
  ])("that is damaged is refused with its name: %s", (_, bytes, reason) => {
    expect(() => decodeClassifier(bytes, "my-model")).toThrow(AppError);
    expect(() => decodeClassifier(bytes, "my-model")).toThrow(/my-model.*dragoman train/);
    expect(() => decodeClassifier(bytes, "my-model")).toThrow(reason);
  });
});
