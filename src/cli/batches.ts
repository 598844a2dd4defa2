/** A batch is one transaction: so many reports at most, and not much more text than this (in characters). */
const MOST_REPORTS = 64;
const MOST_TEXT = 400_000;

/** Puts values together into batches. `textLength` is how much a value weighs. */
export async function* batchesOf<T>(
  values: AsyncIterable<T>,
  textLength: (value: T) => number,
): AsyncGenerator<readonly T[]> {
  let batch: T[] = [];
  let weight = 0;
  for await (const value of values) {
    batch.push(value);
    weight += textLength(value);
    if (batch.length < MOST_REPORTS && weight < MOST_TEXT) continue;
    yield batch;
    batch = [];
    weight = 0;
  }
  if (batch.length) yield batch;
}
