/** The port against the reference scorer in Python, on made-up gold and predictions. Both are run on the same files. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadGold, loadPredictions, loadReports } from "./load.ts";
import { mersenneTwister } from "./mersenne-twister.ts";
import { scoreEvents } from "./score.ts";

const SCORER = join(
  process.env["DRAGOMAN_DATA"] ?? join(import.meta.dirname, "../../../shared"),
  "gold/score_events.py",
);

function hasPython(): boolean {
  try {
    execFileSync("python3", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const missing = !existsSync(SCORER) ? "the reference scorer is not there" : hasPython() ? null : "python3 is not there";
if (missing !== null) console.warn(`comparison with the reference scorer is skipped: ${missing}`);

type Row = Record<string, unknown>;
const TYPES = ["ACCUSE", "AID", "ASSAULT", "REJECT"];
const COUNTRIES = ["XNO", "XMA", "XBE", ""];
const DAYS = ["2024-05-06", "2024-05-07", "2024-05-31", "2023-01-01"];
const STATUSES = ["actual", "negated", "negation", "future", "", null];

/** Reports of a few sentences, some with characters beyond the basic plane, with events and predictions drawn at random. */
function madeUp(seed: number): { gold: Row[]; reports: Row[]; predictions: Row[] } {
  const random = mersenneTwister(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[random.below(list.length)];
  const some = <T>(make: () => T): T[] => Array.from({ length: random.below(3) }, make);
  const party = (): Row => ({
    text: pick(["the Army", "Élan ministry", ""]),
    country: pick(COUNTRIES),
    sector: pick(["GOV", "MIL", ""]),
  });
  const coded = (): Row => ({
    code: pick(COUNTRIES),
    sector: pick(["GOV", "MIL", ""]),
    entity_text: pick(["army chief", "the and", "ÉLAN"]),
  });
  const dates = (): [string, string] => [pick(DAYS) ?? "", pick(DAYS) ?? ""].sort() as [string, string];
  const data = { gold: [] as Row[], reports: [] as Row[], predictions: [] as Row[] };
  for (let number = 0; number < 9; number++) {
    const report = `${pick(["r", "R", "é"]) ?? ""}${number}`;
    const sentences = Array.from(
      { length: 4 },
      (_, i) =>
        `${i} ${pick(["Alpha", "Ümlaut", "😀 Beta"]) ?? ""} attacked ${number} towns and then denied that it had attacked.`,
    );
    const text = sentences.map((s, i) => s + (["\n\n", " ", " ", ""][i] ?? "")).join("");
    data.reports.push({ id: report, date: "2024-05-07", text });
    const events: Row[] = [];
    for (let i = random.below(2); i < 7; i++) {
      const [start, end] = dates();
      events.push({
        id: `e${i}`,
        sentence: pick(sentences)?.slice(0, 60),
        anchor: pick(["attacked", "denied", "towns", "missing"]),
        type: pick(TYPES),
        alt: some(() => pick(TYPES)),
        mode: some(() => pick(["a", "b", "c"])),
        actor: some(party),
        recipient: some(party),
        status: pick(STATUSES),
        date: pick([{ start, end }, { start, end: start }, null]),
        attribution: pick([party(), null]),
        core: pick([true, true, false]),
        ...(i > 0 && random.below(3) === 0 ? { same_as: `e${1 + random.below(i)}` } : {}),
      });
    }
    data.gold.push({ report, events });
    const ids: string[] = [];
    for (let i = random.below(4); i < 14; i++) {
      const sentence = pick(sentences) ?? "";
      const start = Array.from(text.slice(0, text.indexOf(sentence))).length;
      const [date, enddate] = dates();
      const id = `p${number}-${i}`;
      data.predictions.push({
        report,
        ...(random.below(4) > 0 ? { id } : {}),
        event: pick([[pick(TYPES)], [pick(TYPES)], [pick(TYPES)], pick(TYPES), [], ["AID", "AID"]]),
        mode: some(() => pick(["a", "b", "c"])),
        actor: some(coded),
        recipient: some(coded),
        status: pick(STATUSES),
        date: pick([date, null]),
        enddate: pick([enddate, null]),
        date_info: pick([{ basis: "publication" }, { basis: "text" }, null]),
        attribution: pick([coded(), null, {}]),
        same_as: pick([null, pick(ids)]) ?? null,
        trigger: Array.from({ length: 1 + random.below(4) }, () => {
          const at = start + random.below(40);
          return { start: at, end: at + 1 + random.below(50) };
        }),
        text_info: pick([{ start, end: start + 70 }, { start, end: start + 70 }, { start, end: start + 200 }, {}]),
      });
      ids.push(id);
    }
  }
  return data;
}

describe.skipIf(missing !== null)("the port gives the reference scorer's figures", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "dragoman-parity-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  // Two interpreters are started a case; a busy machine takes longer than the usual limit.
  test.each([1, 2, 3])("made-up data %i, with triggers and by sentence", { timeout: 60_000 }, (seed) => {
    const data = madeUp(seed);
    const paths = (["gold", "reports", "predictions"] as const).map((name) => {
      const path = join(folder, `${name}-${seed}.jsonl`);
      writeFileSync(path, data[name].map((row) => JSON.stringify(row) + "\n").join(""));
      return path;
    });
    const [goldPath = "", reportPath = "", predictionPath = ""] = paths;
    const gold = loadGold(goldPath);
    const input = { gold, reports: loadReports(reportPath, gold), predictions: loadPredictions(predictionPath) };
    for (const bySentence of [false, true]) {
      const options = bySentence ? ["--json", "--by-sentence"] : ["--json"];
      const env = { ...process.env, PYTHONUTF8: "1" };
      const reference = JSON.parse(
        execFileSync("python3", [SCORER, ...paths, ...options], { env, encoding: "utf8" }),
      ) as Row;
      const score = scoreEvents(input, { bySentence });
      expect(score).toEqual(reference);
      expect(score.f1).toBeGreaterThan(5);
    }
  });
});
