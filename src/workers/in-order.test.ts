import { describe, expect, it } from "vitest";
import { mapInOrder } from "./in-order.ts";

// eslint-disable-next-line @typescript-eslint/require-await -- a source that is ready at once
async function* numbers(count: number, onRead?: (n: number) => void): AsyncGenerator<number> {
  for (let n = 0; n < count; n++) {
    onRead?.(n);
    yield n;
  }
}

async function collected<T>(values: AsyncIterable<T>): Promise<readonly T[]> {
  const out: T[] = [];
  for await (const v of values) out.push(v);
  return out;
}

describe("mapping in order", () => {
  it.each([1, 2, 7, 100])("keeps the order, whoever is done first, with %i at a time", async (width) => {
    const slow = (n: number): Promise<number> =>
      new Promise((resolve) => setImmediate(() => (n % 3 === 0 ? setImmediate(resolve, n) : resolve(n))));
    expect(await collected(mapInOrder(numbers(20), width, slow))).toEqual(Array.from({ length: 20 }, (_, i) => i));
  });

  it("reads no further ahead than it works", async () => {
    let [read, done, furthest] = [0, 0, 0];
    const source = numbers(50, () => (furthest = Math.max(furthest, ++read - done)));
    for await (const n of mapInOrder(source, 4, (value) => Promise.resolve(value))) expect(n).toBe(done++);
    expect([read, done]).toEqual([50, 50]);
    expect(furthest).toBeLessThanOrEqual(5);
  });

  it("throws what the work throws, in its turn", async () => {
    const work = (n: number): Promise<number> => (n === 3 ? Promise.reject(new Error("three")) : Promise.resolve(n));
    const got: number[] = [];
    const run = async (): Promise<void> => {
      for await (const n of mapInOrder(numbers(9), 5, work)) got.push(n);
    };
    await expect(run()).rejects.toThrow("three");
    expect(got).toEqual([0, 1, 2]);
  });

  it("works on nothing", async () => {
    expect(await collected(mapInOrder(numbers(0), 3, (n) => n))).toEqual([]);
  });
});
