import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { loadGold, loadPredictions, loadReports } from "./load.ts";

const folder = mkdtempSync(join(tmpdir(), "dragoman-score-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  return path;
}

const EVENT = { id: "e1", sentence: "A hit B.", anchor: "hit", type: "ASSAULT", actor: [], recipient: [] };
const GOLD = { report: "r1", events: [EVENT] };

test("a folder of .json files and a .jsonl file give the same gold", () => {
  file("gold/r1.json", JSON.stringify(GOLD, null, 1));
  file("gold/note.txt", "not read");
  const lines = file("gold.jsonl", `${JSON.stringify(GOLD)}\n\n`);
  expect(loadGold(join(folder, "gold"))).toEqual(loadGold(lines));
  expect(loadGold(lines).get("r1")?.events[0]?.anchor).toBe("hit");
});

test("a prediction may have an empty sentence or a category as a plain word", () => {
  const path = file("p.jsonl", '{"report": "r1", "event": "ASSAULT", "text_info": {}}\n');
  expect(loadPredictions(path)[0]).toMatchObject({ event: "ASSAULT", text_info: null });
});

test.each<[string, string, () => unknown]>([
  ["no such file", "no.jsonl: no such file", () => loadPredictions(join(folder, "no.jsonl"))],
  ["a folder of nothing", "no .json files", () => (mkdirSync(join(folder, "empty")), loadGold(join(folder, "empty")))],
  [
    "a broken line",
    "bad.jsonl:2: not valid JSON",
    () => loadPredictions(file("bad.jsonl", '{"report":"a","event":[]}\n{')),
  ],
  [
    "a broken file",
    "bad.json:2: not valid JSON",
    () => loadGold(file("bad.json", '{"report": "r1",\n "events": [,]}')),
  ],
  ["no category", "f.jsonl:1: event is missing", () => loadPredictions(file("f.jsonl", '{"report": "r1"}'))],
  ["a folder for predictions", "give a .jsonl file", () => loadPredictions(folder)],
  [
    "an anchor that is no text, with its line in the file",
    "a.json:7: events.0.anchor is missing",
    () => loadGold(file("a.json", JSON.stringify({ ...GOLD, events: [{ ...EVENT, anchor: 5 }] }, null, 1))),
  ],
  [
    "a report that is not there",
    "the report “r1” is not there",
    () => loadReports(file("other.jsonl", '{"id": "r2", "text": "A hit B."}'), new Map([["r1", GOLD]])),
  ],
])("refuses %s", (_, message, act) => {
  expect(act).toThrow(message);
});
