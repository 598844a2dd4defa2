import { existsSync, readFileSync } from "node:fs";
import { AppError } from "../core/errors.ts";
import { SortedTable } from "../actors/resolution/packed-table.ts";
import type { Lexicon } from "./lexicon.ts";
import { actorTablesPath, compiledLexiconPath, townsPath } from "./package-files.ts";

/** First byte, and the one behind the last, of each table in the file of actor tables. */
export type ActorSections = Readonly<Record<"bodies" | "holders" | "exact" | "variants", readonly [number, number]>>;

/**
 * The packaged lexicon, compiled when the package was built. Kept apart from the readers of `data/`, whose libraries would
 * take most of the cold start.
 */
export function loadCompiledLexicon(): Lexicon {
  for (const path of [compiledLexiconPath, actorTablesPath, townsPath])
    if (!existsSync(path)) throw new AppError("LEXICON_FILE_MISSING", { path });
  const { sections, ...lexicon } = JSON.parse(readFileSync(compiledLexiconPath, "latin1")) as Lexicon & {
    readonly sections: ActorSections;
  };
  const bytes = readFileSync(actorTablesPath);
  const table = (name: keyof ActorSections): SortedTable => new SortedTable(bytes.subarray(...sections[name]));
  const names = { exact: table("exact"), variants: table("variants") };
  return {
    ...lexicon,
    actors: { ...lexicon.actors, bodies: table("bodies"), holders: table("holders"), names },
    places: { ...lexicon.places, towns: new SortedTable(readFileSync(townsPath)) },
  };
}
