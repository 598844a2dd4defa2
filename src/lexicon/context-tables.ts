import { join } from "node:path";
import { z } from "zod";
import type { ContextRow } from "../records/contexts.ts";
import { readYamlFile } from "./yaml-file.ts";

const words = z.array(z.string());
const schema = z.record(z.string(), z.strictObject({ words, sectors: words, beats: words.optional() }));

/** Reads data/ontology/contexts.yaml. */
export function readContexts(dataDir: string): readonly ContextRow[] {
  const file = readYamlFile(join(dataDir, "ontology", "contexts.yaml"), schema);
  return Object.entries(file.value).map(([name, c]) => ({
    name,
    words: c.words,
    sectors: c.sectors,
    beats: c.beats ?? [],
  }));
}
