import type { Lexicon } from "./lexicon.ts";
import { loadCompiledLexicon } from "./load-compiled.ts";
import { dataDir } from "./package-files.ts";

/**
 * The packaged lexicon, or the packaged data with the user's folders laid over it: then everything is read, checked and
 * compiled in memory, and nothing is written. The readers and their libraries are loaded only in that case.
 */
export async function loadLexicon(layers: string | readonly string[] = []): Promise<Lexicon> {
  const folders = typeof layers === "string" ? [layers] : layers;
  if (!folders.length) return loadCompiledLexicon();
  const { readLexicon } = await import("./lexicon.ts");
  return readLexicon(dataDir, folders);
}
