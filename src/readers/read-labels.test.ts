import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { messageOf } from "../core/errors.ts";
import { type LabelItem, readLabels } from "./read-labels.ts";

const folder = mkdtempSync(join(tmpdir(), "dragoman-labels-"));
afterAll(() => rmSync(folder, { recursive: true }));

function read(name: string, ...lines: readonly string[]): readonly LabelItem[] {
  const path = join(folder, name);
  writeFileSync(path, lines.join("\n"));
  return readLabels(path);
}

/** Label and the words of source and target, or the message without the folder. */
function shown(item: LabelItem | undefined): unknown {
  if (item === undefined) return undefined;
  if ("issue" in item) return messageOf(item.issue.code, item.issue.data).replace(`${folder}/`, "");
  const { row } = item;
  const words = (spans: typeof row.source): readonly string[] => spans.map((s) => row.text.slice(s.start, s.end));
  return [row.label, words(row.source), words(row.target)];
}

describe("a table of labels", () => {
  test("may mark source and target in the sentence", () => {
    const items = read("a.tsv", "# a comment", "id\tcategory\tsentence", "1\thelp\t<s>Norland</s> fed <t>Mara</t>.");
    expect(items.map(shown)).toEqual([["help", ["Norland"], ["Mara"]]]);
  });

  test("may name source and target in columns, whole words and several parties", () => {
    const items = read(
      "b.tsv",
      "sentence\tsource\ttarget\tcategory",
      "Maran troops and Rao met Mara.\tMaran troops|Rao\tMara\ttalks",
      "Rao blamed Rao.\tRao\tRao\tblame",
      "It rained.\t\t\tnone",
    );
    expect(items.map(shown)).toEqual([
      ["talks", ["Maran troops", "Rao"], ["Mara"]],
      ["blame", ["Rao"], ["Rao"]],
      ["none", [], []],
    ]);
    expect(items[1]).toMatchObject({ row: { source: [{ start: 0 }], target: [{ start: 11 }] } });
  });

  test("takes the quotation marks off that a spreadsheet has put on", () => {
    const items = read("c.tsv", "category\tsentence", 'blame\t"""Shame!"" <s>Rao</s> told <t>Mara</t>."');
    expect(items).toMatchObject([{ row: { text: '"Shame!" Rao told Mara.' } }]);
  });

  test.each([
    ["no category column", ["sentence\tsource", "a\tb"], "d.tsv:1: the header names no column “category”"],
    ["no sentence column", ["category\ttext", "a\tb"], "d.tsv:1: the header names no column “sentence”"],
    ["a missing field", ["category\tsentence", "a"], "d.tsv:2: the row has 1 fields where the header has 2"],
    ["no category", ["category\tsentence", "\tIt rained."], "d.tsv:2: category is empty"],
    ["no sentence", ["category\tsentence", "a\t "], "d.tsv:2: sentence is empty"],
    [
      "a source that is not there",
      ["category\tsentence\tsource", "a\tIt rained.\tRao"],
      "d.tsv:2: source “Rao” is not in the sentence",
    ],
    ["a source inside a word", ["category\tsentence\tsource", "a\tIt rained.\train"], "d.tsv:2: source “rain” is not"],
  ])("is refused with file and line: %s", (_, lines, message) => {
    expect(shown(read("d.tsv", ...lines)[0])).toContain(message);
  });

  test("goes on after a row that is refused", () => {
    const items = read("e.tsv", "category\tsentence", "a", "b\tIt rained.");
    expect(items.map((i) => "row" in i)).toEqual([false, true]);
  });
});

describe("JSON lines of labels", () => {
  test("take the fields of relate and a category or label", () => {
    const items = read(
      "a.jsonl",
      '{"category":"help","marked":"<s>Norland</s> fed <t>Mara</t>."}',
      '{"label":"help","text":"Rao fed Mara.","source":{"start":0,"end":3},"target":{"start":8,"end":12}}',
    );
    expect(items.map(shown)).toEqual([
      ["help", ["Norland"], ["Mara"]],
      ["help", ["Rao"], ["Mara"]],
    ]);
  });

  test.each([
    ["broken JSON", '{"category":', "b.jsonl:1: not valid JSON"],
    ["no category", '{"marked":"<s>Rao</s> left."}', "b.jsonl:1: category is missing"],
    ["no text", '{"category":"help"}', "b.jsonl:1: text is missing"],
  ])("are refused with file and line: %s", (_, line, message) => {
    expect(shown(read("b.jsonl", line)[0])).toContain(message);
  });
});

test("a file that is not there or empty is told by name", () => {
  expect(shown(readLabels(join(folder, "none.tsv"))[0])).toBe("none.tsv: no such file; check the name");
  expect(shown(read("empty.tsv", "")[0])).toContain("empty.tsv: the file is empty");
});
