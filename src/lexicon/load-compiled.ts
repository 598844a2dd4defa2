import { existsSync, readFileSync } from "node:fs";
import { AppError } from "../core/errors.ts";
import { SortedTable } from "../actors/resolution/packed-table.ts";
import type { Lexicon } from "./lexicon.ts";
import { actorTablesPath, compiledLexiconPath } from "./package-files.ts";

/** First and last byte of bodies, holders, names and their transliterations in the file of actor tables. */
export type ActorSections = readonly (readonly [number, number])[];

/**
 * The packaged lexicon, compiled when the package was built. Kept apart from the readers of `data/`, whose libraries would
 * take most of the cold start.
 */
export function loadCompiledLexicon(): Lexicon {
  for (const path of [compiledLexiconPath, actorTablesPath])
    if (!existsSync(path)) throw new AppError("LEXICON_FILE_MISSING", { path });
  const { sections, ...lexicon } = JSON.parse(readFileSync(compiledLexiconPath, "latin1")) as Lexicon & {
    readonly sections: ActorSections;
  };
  const bytes = readFileSync(actorTablesPath);
  const [bodies, holders, exact, variants] = sections.map(([from, to]) => new SortedTable(bytes.subarray(from, to)));
  if (!bodies || !holders || !exact || !variants) throw new AppError("LEXICON_FILE_MISSING", { path: actorTablesPath });
  return { ...lexicon, actors: { ...lexicon.actors, bodies, holders, names: { exact, variants } } };
}
