/**
 * The walk-through and the README's section on the event base, run as they stand: every block in order, in one folder, and what comes
 * compared with what the page shows. `DRAGOMAN_WRITE_GUIDE=1` writes what comes into the page instead: read the difference
 * before you commit it. Blocks in Python and R run where an interpreter with the packages is found, or is named by
 * DRAGOMAN_PYTHON and DRAGOMAN_RSCRIPT.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PageBlock, pageBlocks, withOutputs } from "./page-blocks.ts";
import { ROOT } from "./workplace.ts";

const PAGE = join(ROOT, "docs/guide/from-texts-to-a-plot.md");
const WRITES = process.env["DRAGOMAN_WRITE_GUIDE"] === "1";

const python = interpreter("DRAGOMAN_PYTHON", "python3", ["-c", "import pandas, pyarrow, matplotlib"]);
const rscript = interpreter("DRAGOMAN_RSCRIPT", "Rscript", ["--version"]);

/** The command where it runs, else null. What is named by the variable has to run. */
function interpreter(variable: string, command: string, probe: readonly string[]): string | null {
  const named = process.env[variable];
  const works = spawnSync(named ?? command, probe).status === 0;
  if (named !== undefined && !works)
    throw new Error(`${variable} is “${named}”, which does not run ${probe.join(" ")}`);
  return works ? (named ?? command) : null;
}

/** A folder with the examples and a command `dragoman`. */
class Desk {
  readonly path: string = mkdtempSync(join(tmpdir(), "dragoman-guide-"));

  constructor() {
    symlinkSync(join(ROOT, "examples"), join(this.path, "examples"));
    const command = join(this.path, "dragoman");
    writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, "dist/src/cli/main.js")}" "$@"\n`);
    chmodSync(command, 0o755);
  }

  /** Both streams as a terminal shows them. */
  run(command: string, args: readonly string[]): { readonly status: number | null; readonly shown: string } {
    const env = {
      ...process.env,
      PATH: `${this.path}${delimiter}${process.env["PATH"] ?? ""}`,
      MPLBACKEND: "Agg",
      LC_ALL: "C.UTF-8",
    };
    const done = spawnSync("sh", ["-c", 'exec 2>&1; exec "$@"', "sh", command, ...args], {
      cwd: this.path,
      env,
      encoding: "utf8",
    });
    return { status: done.status, shown: done.stdout };
  }

  isPicture(name: string): boolean {
    const file = join(this.path, name);
    return existsSync(file) && readFileSync(file).subarray(1, 4).toString("latin1") === "PNG";
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}

const ENDINGS: Readonly<Record<string, string>> = { python: "py", r: "R" };

function runBlock(
  desk: Desk,
  { language, code }: PageBlock,
): { readonly status: number | null; readonly shown: string } {
  const program = language === "python" ? python : language === "r" ? rscript : null;
  if (program === null) return desk.run("sh", ["-e", "-c", code]);
  const script = join(desk.path, `block.${ENDINGS[language] ?? ""}`);
  writeFileSync(script, code);
  return desk.run(program, [script]);
}

function missing({ language }: PageBlock): string | null {
  if (language === "python" && python === null)
    return "no python3 with pandas, pyarrow and matplotlib; name one with DRAGOMAN_PYTHON";
  if (language === "r" && rscript === null) return "no Rscript; name one with DRAGOMAN_RSCRIPT";
  return null;
}

let desk: Desk;
beforeAll(() => {
  desk = new Desk();
});
afterAll(() => {
  desk.remove();
});

describe("the walk-through", () => {
  const blocks = pageBlocks(readFileSync(PAGE, "utf8"));

  it("shows what each of its blocks prints", () => {
    expect(blocks.length).toBeGreaterThan(8);
    expect(blocks.filter((block) => block.output === null)).toEqual([]);
  });

  const outputs: (string | null)[] = [];

  it.for(blocks)("$language in line $line prints what the page shows", (block, { skip }) => {
    outputs.push(null);
    const reason = missing(block);
    if (reason !== null) skip(reason);
    const { status, shown } = runBlock(desk, block);
    expect({ status, shown: status === 0 ? "" : shown }).toEqual({ status: 0, shown: "" });
    outputs[outputs.length - 1] = shown;
    if (!WRITES) expect(shown).toBe(block.output);
  });

  it.runIf(WRITES)("is written anew", () => {
    writeFileSync(PAGE, withOutputs(readFileSync(PAGE, "utf8"), outputs));
  });

  it.runIf(python !== null)("draws a picture in Python", () => {
    expect(desk.isPicture("lake-python.png")).toBe(true);
  });

  it.runIf(rscript !== null)("draws a picture in R", () => {
    expect(desk.isPicture("lake-r.png")).toBe(true);
  });
});

describe("the README", () => {
  const section =
    /^### Many reports: the event base$([\s\S]*?)^\[/m.exec(readFileSync(join(ROOT, "README.md"), "utf8"))?.[1] ?? "";
  const commands = [...section.matchAll(/^ {4}npx (dragoman .*?)(?: +# .*)?$/gm)].map((match) => match[1] ?? "");

  it("has commands for the event base", () => {
    expect(commands.length).toBeGreaterThan(4);
  });

  it.for(commands)("%s", (command) => {
    expect(desk.run("sh", ["-e", "-c", command])).toMatchObject({ status: 0 });
  });
});
