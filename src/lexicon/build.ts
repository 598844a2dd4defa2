import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../core/errors.ts";
import { sortedText, type PackedTable } from "../actors/resolution/packed-table.ts";
import { jsonSchemas } from "../schema/json-schemas.ts";
import { LexiconSource } from "./lexicon-source.ts";
import { readLexiconFrom, type Lexicon } from "./lexicon.ts";
import type { ActorSections } from "./load-compiled.ts";
import { ontologySchemas } from "./ontology-schema.ts";
import { actorTablesPath, compiledLexiconPath, dataDir, packageRoot, parsedYamlPath } from "./package-files.ts";

/** Build step: checks data/, compiles it into dist/lexicon.json and writes the JSON Schemas. */
function build(): void {
  // An earlier build's readings must not be taken over unchecked.
  rmSync(parsedYamlPath, { force: true });
  const source = new LexiconSource([dataDir]);
  const lexicon = readLexiconFrom(source);
  writeFileSync(parsedYamlPath, JSON.stringify(source.sound));
  // Plain ASCII is read back without decoding, which is a tenth of the cold start.
  const { rest, text, sections } = split(lexicon);
  writeFileSync(actorTablesPath, text);
  const ascii = JSON.stringify({ ...rest, sections }).replace(
    /[\u0080-\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  writeFileSync(compiledLexiconPath, ascii, "latin1");
  const schemaDir = join(packageRoot, "dist", "schema");
  mkdirSync(schemaDir, { recursive: true });
  for (const [name, schema] of Object.entries({ ...jsonSchemas(), ...ontologySchemas() }))
    writeFileSync(join(schemaDir, `${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
}

/** The long tables go to a file of their own, one behind the other; `sections` says from which byte to which. */
function split(lexicon: Lexicon): {
  readonly rest: object;
  readonly text: Buffer;
  readonly sections: ActorSections;
} {
  const { bodies, holders, names, ...actors } = lexicon.actors;
  const parts: Buffer[] = [];
  let at = 0;
  const place = (table: PackedTable): readonly [number, number] => {
    const part = Buffer.from(sortedText(table));
    parts.push(part);
    return [at, (at += part.length)];
  };
  const sections = {
    bodies: place(bodies),
    holders: place(holders),
    exact: place(names.exact),
    variants: place(names.variants),
  };
  const { places, words, firstNames } = lexicon.places;
  return { rest: { ...lexicon, actors, places: { places, words, firstNames } }, text: Buffer.concat(parts), sections };
}

try {
  build();
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`lexicon: ${error.message}\n`);
  process.exitCode = 1;
}
