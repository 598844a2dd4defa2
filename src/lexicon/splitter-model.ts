import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../core/errors.ts";
import { decodeSplitterModel, type SplitterModel } from "../language/sentences/splitter-model.ts";

/** Reads `sentences.bin` of a model folder (`models/en`). */
export function readSplitterModel(modelDir: string): SplitterModel {
  const path = join(modelDir, "sentences.bin");
  if (!existsSync(path)) throw new AppError("MODEL_FILE", { path, reason: "not found" });
  try {
    return decodeSplitterModel(readFileSync(path));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("MODEL_FILE", { path, reason }, { cause });
  }
}
