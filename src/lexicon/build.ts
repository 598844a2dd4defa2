import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../core/errors.ts";
import { jsonSchemas } from "../schema/json-schemas.ts";
import { readLexicon } from "./lexicon.ts";
import { compiledLexiconPath, dataDir, packageRoot } from "./package-files.ts";

/** Build step: checks data/, compiles it into dist/lexicon.json and writes the JSON Schemas. */
function build(): void {
  const lexicon = readLexicon(dataDir);
  writeFileSync(compiledLexiconPath, JSON.stringify(lexicon));
  const schemaDir = join(packageRoot, "dist", "schema");
  mkdirSync(schemaDir, { recursive: true });
  for (const [name, schema] of Object.entries(jsonSchemas()))
    writeFileSync(join(schemaDir, `${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
}

try {
  build();
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`lexicon: ${error.message}\n`);
  process.exitCode = 1;
}
