/** Runs the built command line in a folder of its own. */
import { type ChildProcessByStdio, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { expect } from "vitest";

export const ROOT: string = join(import.meta.dirname, "..");
const MAIN = join(ROOT, "dist/src/cli/main.js");

export const NEWS = "Ecuador expelled two French diplomats on Friday. Police arrested twelve protesters in Quito.";
export const DATE: readonly string[] = ["--date", "2024-05-10"];

export interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** A line of output of `code` or `relate`; a test reads only the fields that its command writes. */
export interface Row {
  readonly [key: string]: unknown;
  readonly report: string;
  readonly date: string | null;
  readonly event: readonly string[] | string | null;
  readonly actor: readonly object[];
  readonly recipient: readonly object[];
  readonly text: string;
}

/** A temporary folder in which the command runs and where files are named without a path. */
export class Workplace {
  private readonly folder: string;

  constructor() {
    if (!existsSync(MAIN)) throw new Error("dist/src/cli/main.js is missing: run `npm run build` before the tests");
    this.folder = mkdtempSync(join(tmpdir(), "dragoman-cli-"));
    this.file("news.txt", NEWS);
  }

  run(args: readonly string[], input = ""): Run {
    const options = { input, cwd: this.folder, encoding: "utf8", maxBuffer: 64_000_000 } as const;
    const done = spawnSync(process.execPath, [MAIN, ...args], options);
    return { status: done.status, out: done.stdout, err: done.stderr };
  }

  get path(): string {
    return this.folder;
  }

  /** Starts the command and leaves it running, with a standard input that has ended or stays open. */
  start(args: readonly string[], input: "ended" | "open" = "ended"): ChildProcessByStdio<Writable, Readable, Readable> {
    const child = spawn(process.execPath, [MAIN, ...args], { cwd: this.folder, stdio: ["pipe", "pipe", "pipe"] });
    if (input === "ended") child.stdin.end();
    return child;
  }

  /** Makes a folder and those above it. */
  makeFolder(name: string): void {
    mkdirSync(join(this.folder, name), { recursive: true });
  }

  /** Writes a file, with the folders that its name holds, and gives its name back. */
  file(name: string, content: string | Uint8Array): string {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    writeFileSync(join(this.folder, name), content);
    return name;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The JSON lines of a run; a line that does not parse, or a last line without its end, fails the test. */
export function rowsOf(run: Run): readonly Row[] {
  expect(run.out === "" || run.out.endsWith("\n")).toBe(true);
  return run.out
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
}

export function jsonLines(values: readonly object[]): string {
  return values.map((v) => `${JSON.stringify(v)}\n`).join("");
}
