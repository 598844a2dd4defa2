import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PronounWeights } from "../actors/coreference/pronouns.ts";
import { AppError } from "../core/errors.ts";
import type { LemmaTables } from "../language/lemmas/lemmatiser.ts";
import { decodeSplitterModel, type SplitterModel } from "../language/sentences/splitter-model.ts";
import { MODEL_FORMAT, TENSORS } from "../language/syntax/model-file.ts";
import type { ParserManifest, ParserModelFile } from "../language/syntax/model-file.ts";

/** Reads parser.json and parser.bin of a model folder and checks that they belong together. */
export function readParserModel(folder: string): ParserModelFile {
  const path = join(folder, "parser.json");
  const manifest = parseManifest(path);
  const binary = join(folder, "parser.bin");
  const bytes = readOrFail(binary);
  if (bytes.byteLength !== manifest.bytes) {
    throw new AppError("MODEL_FILE", {
      path: binary,
      reason: `${bytes.byteLength} bytes instead of ${manifest.bytes}`,
    });
  }
  // Buffers of small files may share memory at any offset; the model wants its own, aligned.
  const weights = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(weights).set(bytes);
  return { manifest, weights };
}

function parseManifest(path: string): ParserManifest {
  const text = readOrFail(path).toString("utf8");
  let manifest: Partial<ParserManifest>;
  try {
    manifest = JSON.parse(text) as Partial<ParserManifest>;
  } catch (cause) {
    throw new AppError("MODEL_FILE", { path, reason: "not valid JSON" }, { cause });
  }
  const missing = (reason: string): AppError => new AppError("MODEL_FILE", { path, reason });
  const { format, tensors, vocabulary, sizes, bytes } = manifest;
  if (format !== MODEL_FORMAT) throw missing(`format ${String(format)} instead of ${MODEL_FORMAT}`);
  if (!tensors || !vocabulary || !sizes || bytes === undefined) throw missing("incomplete");
  for (const [name, kind] of Object.entries(TENSORS))
    if (tensors[name]?.kind !== kind) throw missing(`no tensor ${name}`);
  return manifest as ParserManifest;
}

function readOrFail(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("MODEL_FILE", { path, reason }, { cause });
  }
}

/** Reads sentences.bin of a model folder. */
export function readSplitterModel(folder: string): SplitterModel {
  const path = join(folder, "sentences.bin");
  const bytes = readOrFail(path);
  try {
    return decodeSplitterModel(bytes);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("MODEL_FILE", { path, reason }, { cause });
  }
}

/** Reads pronouns.json of a model folder. */
export function readPronounWeights(folder: string): PronounWeights {
  const path = join(folder, "pronouns.json");
  let weights: Partial<PronounWeights>;
  try {
    weights = JSON.parse(readOrFail(path).toString("utf8")) as Partial<PronounWeights>;
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("MODEL_FILE", { path, reason: "not valid JSON" }, { cause });
  }
  const { person, plural, thing } = weights;
  if (!person || !plural || !thing) throw new AppError("MODEL_FILE", { path, reason: "incomplete" });
  return { person, plural, thing };
}

/** Reads lemmas.json of a model folder. */
export function readLemmaTables(folder: string): LemmaTables {
  const path = join(folder, "lemmas.json");
  try {
    return JSON.parse(readOrFail(path).toString("utf8")) as LemmaTables;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new AppError("MODEL_FILE", { path, reason: "not valid JSON" }, { cause });
  }
}

/** Hash of all model files of a folder. */
export function modelsHash(folder: string): string {
  const hash = createHash("sha256");
  const files = readdirSync(folder).filter((name) => /\.(?:bin|json)$/.test(name));
  for (const name of files.sort()) hash.update(`${name}\u0000`).update(readOrFail(join(folder, name)));
  return hash.digest("hex");
}
