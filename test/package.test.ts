/** The packed package in an empty folder, as someone gets it who installs it. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const FOLDER = mkdtempSync(join(tmpdir(), "dragoman-package-"));
const HOME = join(FOLDER, "user");
const TIMEOUT_MS = 120_000;
const MAX_BYTES = 25_000_000;
const OFFLINE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ENOTCACHED/;

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}
interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function run(command: string, args: readonly string[], cwd: string): Run {
  const done = spawnSync(command, args, { cwd, encoding: "utf8", maxBuffer: 64_000_000, timeout: TIMEOUT_MS });
  return { status: done.status, out: done.stdout, err: done.stderr };
}

function pack(): Packed {
  const made = run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", FOLDER], ROOT);
  expect(made.status, made.err).toBe(0);
  const [packed] = JSON.parse(made.out) as readonly Packed[];
  if (!packed) throw new Error("npm pack made nothing");
  return packed;
}

/** Null when installed; the reason when the registry cannot be reached. */
function install(tarball: string): string | null {
  mkdirSync(HOME);
  expect(run("npm", ["init", "-y"], HOME).status).toBe(0);
  const done = run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", tarball], HOME);
  if (done.status !== 0 && OFFLINE.test(done.err)) return "the package registry cannot be reached";
  expect(done.status, done.err).toBe(0);
  return null;
}

describe("the packed package", () => {
  let packed: Packed;
  let unreachable: string | null;

  beforeAll(() => {
    packed = pack();
    unreachable = install(join(FOLDER, packed.filename));
  }, TIMEOUT_MS);
  afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

  it("is small and holds licences, models, data and the built code", () => {
    const paths = packed.files.map((f) => f.path);
    expect(packed.size).toBeLessThan(MAX_BYTES);
    for (const path of ["LICENSE", "package.json", "dist/lexicon.json", "dist/src/index.js", "dist/src/index.d.ts"])
      expect(paths).toContain(path);
    for (const folder of ["models/", "data/", "LICENSES/", "dist/schema/"])
      expect(paths.filter((p) => p.startsWith(folder)).length, folder).toBeGreaterThan(0);
  });

  it("holds no tests, gold data or training code", () => {
    const paths = packed.files.map((f) => f.path);
    expect(paths.filter((p) => /\.test\.|^eval\/|^train\/|^test\/|^node_modules\//.test(p))).toEqual([]);
  });

  it("runs as a command", { timeout: TIMEOUT_MS }, (context) => {
    if (unreachable !== null) context.skip(unreachable);
    const done = run("npx", ["--no-install", "dragoman", "--version"], HOME);
    expect(done.status, done.err).toBe(0);
    expect(done.out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it("codes a sentence as a library", { timeout: TIMEOUT_MS }, (context) => {
    if (unreachable !== null) context.skip(unreachable);
    const script = `const { createCoder } = await import("dragoman");
      const coder = await createCoder();
      const events = coder.code({ date: "2024-05-10", text: "France expelled two Russian diplomats on Friday." });
      console.log(JSON.stringify(events.map((e) => [e.event[0], e.date])));`;
    const done = run("node", ["--input-type=module", "-e", script], HOME);
    expect(done.status, done.err).toBe(0);
    expect(JSON.parse(done.out)).toEqual([["SANCTION", "2024-05-10"]]);
  });

  it.for(["record", "report", "relation"])("exports the schema of a %s", { timeout: TIMEOUT_MS }, (name, context) => {
    if (unreachable !== null) context.skip(unreachable);
    const script = `import s from "dragoman/schema/${name}.json" with { type: "json" }; console.log(s.version);`;
    const done = run("node", ["--input-type=module", "-e", script], HOME);
    expect(done.status, done.err).toBe(0);
    expect(done.out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
