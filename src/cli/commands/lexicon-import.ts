import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { AppError } from "../../core/errors.ts";
import { loadCompiledLexicon } from "../../lexicon/load-compiled.ts";
import { readLemmaTables } from "../../lexicon/model-files.ts";
import { dataDir, modelsDir } from "../../lexicon/package-files.ts";
import { readCodeTables } from "../../lexicon/petrarch/code-tables.ts";
import { importPetrarch } from "../../lexicon/petrarch/import-petrarch.ts";
import { importSummary } from "../../lexicon/petrarch/import-summary.ts";
import { LAYER_PATHS } from "../../lexicon/petrarch/layer-files.ts";
import { decodeDictionary } from "../../lexicon/petrarch/source-lines.ts";

/** The command's options as commander gives them. */
export interface LexiconImportOptions {
  readonly petrarch: readonly string[];
  readonly out: string;
  readonly force?: boolean;
}

/** `dragoman lexicon import`: dictionaries of TABARI and PETRARCH in, a folder for `--lexicon` out, with a list of what had no place. */
export function runLexiconImport(options: LexiconImportOptions): void {
  const dictionaries = options.petrarch.map((path) => ({ name: basename(path), content: readDictionary(path) }));
  prepareFolder(options.out, options.force ?? false);
  const knowledge = {
    lexicon: loadCompiledLexicon(),
    lemmas: readLemmaTables(modelsDir),
    codes: readCodeTables(dataDir),
  };
  const result = importPetrarch(dictionaries, knowledge);
  for (const [path, content] of result.files) {
    const target = join(options.out, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  process.stdout.write(importSummary(result));
  process.stderr.write(`${options.out}: ${String(result.files.size)} files; use it with --lexicon ${options.out}\n`);
}

function readDictionary(path: string): string {
  if (!existsSync(path)) throw new AppError("INPUT_NOT_FOUND", { path });
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("INPUT_UNREADABLE", { path, reason }, { cause });
  }
  if (bytes.includes(0)) throw new AppError("INPUT_BINARY", { path });
  return decodeDictionary(bytes);
}

/** A folder that holds something may hold somebody's work: only `--force` writes into it, and then nothing of an older import stays. */
function prepareFolder(out: string, force: boolean): void {
  if (!existsSync(out) || readdirSync(out).length === 0) return;
  if (!force) {
    const reason = "the folder is not empty; name a new one, or add --force to replace an earlier import in it";
    throw new AppError("OPTION_VALUE", { option: "--out", value: out, reason });
  }
  for (const path of LAYER_PATHS) rmSync(join(out, path), { force: true });
}
