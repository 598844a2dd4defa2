import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The package's root folder, whether it runs from the checkout's dist/ or from node_modules. */
export const packageRoot: string = fileURLToPath(new URL("../../../", import.meta.url));

export const modelsDir: string = join(packageRoot, "models", "en");
export const dataDir: string = join(packageRoot, "data");
export const compiledLexiconPath: string = join(packageRoot, "dist", "lexicon.json");

export function packageVersion(): string {
  return (JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as { version: string }).version;
}
