import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeEventStore } from "../event-store.contract.ts";
import { DuckDbStore } from "./duckdb-store.ts";
import { LATEST_VERSION } from "./migrations.ts";

describeEventStore("the event store in a DuckDB file", () => {
  const folder = mkdtempSync(join(tmpdir(), "dragoman-store-"));
  return Promise.resolve({
    open: () => DuckDbStore.open(join(folder, "events.duckdb"), "create"),
    remove: () => Promise.resolve(rmSync(folder, { recursive: true })),
  });
});

describe("opening an event base", () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "dragoman-open-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("needs a base for anything but making one", async () => {
    for (const access of ["read", "write"] as const)
      await expect(DuckDbStore.open(at("none.duckdb"), access)).rejects.toMatchObject({ code: "BASE_MISSING" });
  });

  it("refuses other files, and says which", async () => {
    writeFileSync(at("text.duckdb"), "some text");
    await expect(DuckDbStore.open(at("text.duckdb"), "create")).rejects.toMatchObject({ code: "BASE_NOT_READ" });
    const other = await DuckDBInstance.create(at("other.duckdb"));
    await (await other.connect()).run("CREATE TABLE mine (a INTEGER)");
    other.closeSync();
    for (const access of ["read", "create"] as const)
      await expect(DuckDbStore.open(at("other.duckdb"), access)).rejects.toMatchObject({ code: "BASE_NOT_READ" });
    await expect(DuckDbStore.open(at("no/folder.duckdb"), "create")).rejects.toMatchObject({ code: "BASE_NOT_READ" });
  });

  it("refuses a base of a later version", async () => {
    await (await DuckDbStore.open(at("later.duckdb"), "create")).close();
    const instance = await DuckDBInstance.create(at("later.duckdb"));
    await (await instance.connect()).run(`UPDATE base SET value = '${LATEST_VERSION + 1}' WHERE key = 'version'`);
    instance.closeSync();
    await expect(DuckDbStore.open(at("later.duckdb"), "create")).rejects.toMatchObject({ code: "BASE_NEWER" });
  });

  it("brings a base of version 1 up to date when it is opened for writing, and asks for that when it is only read", async () => {
    const first = readFileSync(join(import.meta.dirname, "../migrations/001-base.sql"), "utf8");
    const instance = await DuckDBInstance.create(at("old.duckdb"));
    await (await instance.connect()).run(`${first}; INSERT INTO base VALUES ('version', '1')`);
    instance.closeSync();
    await expect(DuckDbStore.open(at("old.duckdb"), "read")).rejects.toMatchObject({ code: "BASE_OLDER" });
    const store = await DuckDbStore.open(at("old.duckdb"), "write");
    expect(await store.linkState()).toEqual({ unlinked: 0, stale: 0, nextPosition: 0, edits: [] });
    await store.close();
  });

  it("starts anew where a process was killed while it made the base", async () => {
    writeFileSync(at("begun.duckdb.new"), "half of a base");
    const store = await DuckDbStore.open(at("begun.duckdb"), "create");
    expect(await store.runs()).toEqual([]);
    await store.close();
  });
});
