import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BaseReader } from "./base-reader.ts";
import { DuckDbStore } from "./duckdb-store.ts";

const MIGRATIONS = join(import.meta.dirname, "../migrations");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dragoman-migrations-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function firstVersion(path: string): Promise<void> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  await connection.run(readFileSync(join(MIGRATIONS, "001-base.sql"), "utf8"));
  await connection.run("INSERT INTO base VALUES ('version', '1')");
  await connection.run(
    "INSERT INTO reports VALUES ('old', 'c1', '2024-05-10', 'T', 'S', NULL, 'en', 'Text.', ['text'], NULL, NULL, 1, 1)",
  );
  connection.closeSync();
  instance.closeSync();
}

it("a base of the first version is brought up to date and keeps what it has", async () => {
  const path = join(folder, "first.duckdb");
  await firstVersion(path);
  await expect(BaseReader.open(path)).rejects.toMatchObject({ code: "BASE_OLDER" });
  const store = await DuckDbStore.open(path, "write");
  const report = { id: "new", date: null, title: null, source: null, url: null, language: "en", text: "Text." };
  const read = { report, content: "c2", words: [], sentences: [], events: [], quotations: [] };
  const origin = { date_basis: "url", author: "Ada Venn", source_country: "GBR", agency: "Reuters" };
  await store.add(2, { reports: [{ ...read, origin }], refused: [] });
  await store.close();
  const reader = await BaseReader.open(path);
  const { rows } = await reader.ask(
    "SELECT report, date_basis, author, source_country, agency FROM reports ORDER BY rowid",
  );
  const all: unknown[] = [];
  for await (const row of rows) all.push(row);
  reader.close();
  expect(all).toEqual([
    ["old", null, null, null, null],
    ["new", "url", "Ada Venn", "GBR", "Reuters"],
  ]);
});

it("no two files of the tables have a number in common", () => {
  const numbers = readdirSync(MIGRATIONS).map((name) => name.slice(0, 3));
  expect(new Set(numbers).size).toBe(numbers.length);
});
