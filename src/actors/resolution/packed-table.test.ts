import { describe, expect, it } from "vitest";
import { SortedTable, sortedText, TableDraft } from "./packed-table.ts";

function draftOf(rows: Readonly<Record<string, string>>): TableDraft {
  const draft = new TableDraft();
  for (const [key, text] of Object.entries(rows)) draft.set(key, text);
  return draft;
}

const stored = (draft: TableDraft): SortedTable => new SortedTable(new TextEncoder().encode(sortedText(draft)));

const ROWS = {
  b: "second",
  a: "first",
  "holders:Żywiec Łoś": "ł\tÉ",
  "holders:A B": "",
  "😀": "astral",
  zz: "x\u001ey",
};

describe("a stored table", () => {
  it("gives every row back, in whatever order it was made", () => {
    const table = stored(draftOf(ROWS));
    for (const [key, text] of Object.entries(ROWS)) expect([key, table.get(key)]).toEqual([key, text]);
    expect(table.keys()).toEqual(draftOf(ROWS).keys());
  });

  it.each(["", "aa", "A", "holders:A", "holders:A B C", "zzz", "😁", "__proto__", "constructor"])(
    "knows no row of “%s”",
    (key) => {
      expect(stored(draftOf(ROWS)).get(key)).toBeUndefined();
      expect(draftOf(ROWS).get(key)).toBeUndefined();
    },
  );

  it("finds each of many rows of very different lengths", () => {
    const rows = Object.fromEntries(
      Array.from({ length: 500 }, (_, i) => [`key ${(i * 7919) % 500}`, "x".repeat((i * 37) % 400)]),
    );
    const table = stored(draftOf(rows));
    for (const [key, text] of Object.entries(rows)) expect(table.get(key)).toBe(text);
    expect(table.get("key 500")).toBeUndefined();
  });

  it("may be empty", () => {
    const table = stored(new TableDraft());
    expect(table.get("a")).toBeUndefined();
    expect(table.keys()).toEqual([]);
  });
});

describe("a draft", () => {
  it("keeps the last text of a key and shows its rows to JSON in the order of the keys", () => {
    const draft = draftOf({ b: "1", a: "2" });
    draft.set("b", "3");
    expect(JSON.stringify(draft)).toBe('[["a","2"],["b","3"]]');
  });
});
