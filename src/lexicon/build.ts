import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../core/errors.ts";
import { jsonSchemas } from "../schema/json-schemas.ts";
import { LexiconSource } from "./lexicon-source.ts";
import { readLexiconFrom } from "./lexicon.ts";
import { ontologySchemas } from "./ontology-schema.ts";
import { compiledLexiconPath, dataDir, packageRoot, parsedYamlPath } from "./package-files.ts";

/** Build step: checks data/, compiles it into dist/lexicon.json and writes the JSON Schemas. */
function build(): void {
  // An earlier build's readings must not be taken over unchecked.
  rmSync(parsedYamlPath, { force: true });
  const source = new LexiconSource([dataDir]);
  const lexicon = readLexiconFrom(source);
  writeFileSync(parsedYamlPath, JSON.stringify(source.sound));
  // Plain ASCII is read back without decoding, which is a tenth of the cold start.
  const ascii = JSON.stringify(lexicon).replace(
    /[\u0080-\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  writeFileSync(compiledLexiconPath, ascii, "latin1");
  const schemaDir = join(packageRoot, "dist", "schema");
  mkdirSync(schemaDir, { recursive: true });
  for (const [name, schema] of Object.entries({ ...jsonSchemas(), ...ontologySchemas() }))
    writeFileSync(join(schemaDir, `${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
}

try {
  build();
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`lexicon: ${error.message}\n`);
  process.exitCode = 1;
}
