import { expect, test } from "vitest";
import { damaged, randomFrom } from "./fuzz-inputs.test-data.ts";
import { readSources, reportReader } from "./read-reports.ts";

/** `DRAGOMAN_FUZZ=100000 DRAGOMAN_FUZZ_SEED=7 npx vitest run src/readers/fuzz.test.ts` for the long form. */
const COUNT = Number(process.env["DRAGOMAN_FUZZ"] ?? 2000);
const SEED = Number(process.env["DRAGOMAN_FUZZ_SEED"] ?? 1);
/** No input of a kilobyte takes so long; a regular expression that goes astray takes for ever. */
const SLOWEST_MS = 5000;

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

test(`${COUNT} damaged inputs are read or refused, none crashes or hangs`, { timeout: 7_200_000 }, async () => {
  const random = randomFrom(SEED);
  const reader = reportReader();
  const outcome = { reports: 0, refused: 0, setAside: 0 };
  let slowest = 0;
  const memory: number[] = [];
  for (let i = 0; i < COUNT; i++) {
    const bytes = damaged(random);
    const start = performance.now();
    try {
      for await (const item of readSources(["-"], reader, once(bytes))) {
        if ("issue" in item) outcome.refused++;
        else if ("setAside" in item) outcome.setAside++;
        else outcome.reports++;
      }
    } catch (cause) {
      throw new Error(`input ${i} of seed ${SEED}: ${Buffer.from(bytes).toString("base64")}`, { cause });
    }
    slowest = Math.max(slowest, performance.now() - start);
    if (i % 1000 === 999) memory.push(Math.round(process.memoryUsage().rss / 1_000_000));
  }
  if (COUNT > 2000) process.stderr.write(`${JSON.stringify({ ...outcome, slowest: Math.round(slowest), memory })}\n`);
  expect(outcome.reports + outcome.refused + outcome.setAside).toBeGreaterThanOrEqual(COUNT * 0.9);
  expect(slowest).toBeLessThan(SLOWEST_MS);
});
