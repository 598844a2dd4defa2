import { describe, expect, test } from "vitest";
import { mersenneTwister } from "./mersenne-twister.ts";

function draw(seed: number, limit: number, count: number): number[] {
  const random = mersenneTwister(seed);
  return Array.from({ length: count }, () => random.below(limit));
}

describe("numbers are those of CPython's random.Random", () => {
  test.each([
    [1, 12, [2, 9, 1, 4, 1, 7, 7, 7, 10, 6, 3, 1, 7, 0, 6, 6, 9, 0, 11, 7]],
    [42, 1000, [654, 114, 25, 759, 281]],
    [7, 1, [0, 0, 0]],
  ])("seed %i, below %i", (seed, limit, expected) => {
    expect(draw(seed, limit, expected.length)).toEqual(expected);
  });

  test("the state is refilled after 624 words", () => {
    expect(draw(1, 100, 700).slice(-5)).toEqual([52, 15, 84, 37, 35]);
  });

  test("nothing is drawn below zero", () => {
    expect(draw(1, 0, 1)).toEqual([0]);
  });
});
