import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Classifier, decodeClassifier } from "../classifier/classifier-file.ts";
import { AppError } from "../core/errors.ts";

/** Reads a model that `dragoman train` or `trainClassifier` made; a damaged file or one of another version is an `AppError`. */
export function readClassifier(path: string): Classifier {
  return decodeClassifier(bytesOf(path, "CLASSIFIER_FILE"), path);
}

/** The general model of the package: trained on sentences of our own, it knows PLOVER's categories. */
export function readGeneralModel(folder: string): Classifier {
  const path = join(folder, "proposals.bin");
  return decodeClassifier(bytesOf(path, "MODEL_FILE"), path);
}

function bytesOf(path: string, code: "CLASSIFIER_FILE" | "MODEL_FILE"): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError(code, { path, reason }, { cause });
  }
}
