import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The package's root folder, whether this file runs from src/, from the checkout's dist/ or from node_modules. */
export const packageRoot: string = rootAbove(dirname(fileURLToPath(import.meta.url)));

function rootAbove(folder: string): string {
  const up = dirname(folder);
  return existsSync(join(folder, "package.json")) || up === folder ? folder : rootAbove(up);
}

export const modelsDir: string = join(packageRoot, "models", "en");
export const dataDir: string = join(packageRoot, "data");
export const compiledLexiconPath: string = join(packageRoot, "dist", "lexicon.json");
/** The long tables of actors, beside the compiled lexicon: read only where they are asked. */
export const actorTablesPath: string = join(packageRoot, "dist", "lexicon-actors.txt");
/** The long table of towns is written ready for look-up, and not compiled again. */
export const townsPath: string = join(dataDir, "places", "towns.txt");
export const parsedYamlPath: string = join(packageRoot, "dist", "lexicon-yaml.json");

export function packageVersion(): string {
  return (JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as { version: string }).version;
}
