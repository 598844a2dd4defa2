import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "../core/errors.ts";
import { readContexts } from "./context-tables.ts";
import { dataDir } from "./package-files.ts";

let folder = "";
const pathOf = (name: string): string => join(folder, "contexts", `${name}.yaml`);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dragoman-contexts-"));
  cpSync(join(dataDir, "contexts"), join(folder, "contexts"), { recursive: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What the reader says of the folder with one file changed; the file is put back. */
function faultOf(name: string, change: (text: string) => string): string {
  const before = readFileSync(pathOf(name), "utf8");
  writeFileSync(pathOf(name), change(before));
  try {
    readContexts(folder);
    return "";
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  } finally {
    writeFileSync(pathOf(name), before);
  }
}

describe("readContexts", () => {
  it("puts a class in the place of its name", () => {
    const executive = readContexts(folder).find((c) => c.name === "executive");
    expect(executive?.rules[0]?.office).toContain("prime minister");
    expect(executive?.rules[0]?.office).not.toContain("@HEAD_OF_GOVERNMENT");
  });

  it.each<[string, (text: string) => string, readonly string[]]>([
    ["another file's id", (t) => t.replace("id: asylum", "id: crime"), [":2", "id", "crime"]],
    ["a class that is not there", (t) => `${t}rules:\n  - {words: "@NOWHERE"}\n`, ["rules.0.words", "@NOWHERE"]],
    ["a rule without a condition", (t) => `${t}rules:\n  - {weight: weak}\n`, ["rules.0", "condition"]],
    ["a context that PLOVER lacks", (t) => `${t}rules:\n  - {beside: sport}\n`, ["rules.0.beside", "sport"]],
    ["a key that is not known", (t) => `${t}stong: [visa]\n`, ["stong"]],
  ])("names file and place of %s", (_, change, wanted) => {
    const message = faultOf("asylum", change);
    for (const part of [pathOf("asylum"), ...wanted]) expect(message).toContain(part);
  });
});
