import { existsSync, readFileSync } from "node:fs";
import { AppError } from "../core/errors.ts";
import type { Lexicon } from "./lexicon.ts";
import { compiledLexiconPath } from "./package-files.ts";

/**
 * The packaged lexicon, compiled when the package was built. Kept apart from the readers of `data/`, whose libraries would
 * take most of the cold start.
 */
export function loadCompiledLexicon(): Lexicon {
  if (!existsSync(compiledLexiconPath)) throw new AppError("LEXICON_FILE_MISSING", { path: compiledLexiconPath });
  return JSON.parse(readFileSync(compiledLexiconPath, "latin1")) as Lexicon;
}
