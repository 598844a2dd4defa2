import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { parsedYamlPath } from "./package-files.ts";

/** Values of sound YAML files by their name in the data folder, with the hash of the text that they were read from. */
export type ParsedYaml = Readonly<Record<string, { readonly hash: string; readonly value: unknown }>>;

let loaded: ParsedYaml | undefined;

/**
 * The value of a shipped YAML file as the build of the package read and checked it, or undefined when the file has changed since.
 * Parsing the ontology takes most of a start with `--lexicon`.
 */
export function parsedYaml(file: string, text: string): unknown {
  loaded ??= existsSync(parsedYamlPath) ? (JSON.parse(readFileSync(parsedYamlPath, "utf8")) as ParsedYaml) : {};
  const known = loaded[file];
  return known?.hash === hashOf(text) ? known.value : undefined;
}

/** The hash by which a text is known again. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
