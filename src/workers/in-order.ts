/**
 * Maps values by work that goes on at the same time, at most `width` pieces of it, and gives the results in the order of the values.
 * The source is read only as far ahead as that, so that memory does not grow with it.
 */
export async function* mapInOrder<T, R>(
  source: AsyncIterable<T>,
  width: number,
  work: (value: T) => R | Promise<R>,
): AsyncGenerator<R> {
  const begun: Promise<R>[] = [];
  const begin = (value: T): void => {
    const result = Promise.resolve(work(value));
    // A failure is thrown when its turn comes; until then it is not unheard.
    result.catch(() => undefined);
    begun.push(result);
  };
  for await (const value of source) {
    begin(value);
    if (begun.length < width) continue;
    const first = begun.shift();
    if (first) yield await first;
  }
  for (const result of begun) yield await result;
}
