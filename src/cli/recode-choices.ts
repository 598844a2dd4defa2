import { wordsTiedTo } from "../coder/lexicon-fingerprint.ts";
import { changedTies } from "../core/fingerprint.ts";
import type { EventStore, Recodable } from "../store/event-store.ts";
import type { BaseSession } from "./base-session.ts";

/** Which of the stored reports the present coder may read otherwise than the runs that coded them. */
export async function recodeChoices({ store, pool, fingerprintId }: BaseSession): Promise<readonly Recodable[]> {
  const groups = [...(await runsByFingerprint(store))].filter(([id]) => id !== fingerprintId);
  if (!groups.length) return [];
  const now = (await store.fingerprint(fingerprintId)) ?? (await pool.fingerprint());
  let vocabulary: readonly string[] | null = null;
  const choices: Recodable[] = [];
  for (const [id, runs] of groups) {
    const before = id === null ? null : await store.fingerprint(id);
    const ties = before && changedTies(before, now);
    if (ties) vocabulary ??= await vocabularyOf(store);
    const words = ties && wordsTiedTo(ties, vocabulary ?? []);
    if (words === null || words.length) choices.push({ runs, words });
  }
  return choices;
}

/** Every run that coded reports last, by what its coder knew. */
async function runsByFingerprint(store: EventStore): Promise<ReadonlyMap<string | null, readonly number[]>> {
  const coding = await store.codedBy();
  const groups = new Map<string | null, number[]>();
  for (const { run, fingerprint } of await store.runs()) {
    if (!coding.has(run)) continue;
    const group = groups.get(fingerprint);
    if (group) group.push(run);
    else groups.set(fingerprint, [run]);
  }
  return groups;
}

async function vocabularyOf(store: EventStore): Promise<readonly string[]> {
  const words: string[] = [];
  for await (const word of store.vocabulary()) words.push(word);
  return words;
}
