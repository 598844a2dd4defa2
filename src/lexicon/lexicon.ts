import { createHash } from "node:crypto";
import type { OntologyTables } from "../core/ontology.ts";
import type { ReportingCue } from "../claims/index.ts";
import type { StatusWord } from "../events/index.ts";
import type { ContextRow } from "../records/contexts.ts";
import { readActorTables, type ActorTables } from "./actor-tables.ts";
import { readContexts } from "./context-tables.ts";
import { readReportingCues, readStatusWords } from "./cue-tables.ts";
import { readLanguageTables, type LanguageTables } from "./language-tables.ts";
import { readOntologyTables } from "./ontology-tables.ts";
import { readPlaceTables, type PlaceTables } from "./place-tables.ts";
import { readSizeTables, type SizeTables } from "./size-tables.ts";
import { readTimeTables, type TimeTables } from "./time-tables.ts";

/** Everything that scholars edit, checked and ready for use. */
export interface Lexicon {
  /** Hash of the content: the same tables have the same version. */
  readonly version: string;
  readonly language: LanguageTables;
  readonly ontology: OntologyTables;
  readonly contexts: readonly ContextRow[];
  readonly statusWords: readonly StatusWord[];
  readonly reportingCues: readonly ReportingCue[];
  readonly actors: ActorTables;
  readonly time: TimeTables;
  readonly places: PlaceTables;
  readonly sizes: SizeTables;
}

/** Reads and checks a data folder; the first fault is an error that names file, line and remedy. */
export function readLexicon(dataDir: string): Lexicon {
  const tables = {
    language: readLanguageTables(dataDir),
    ontology: readOntologyTables(dataDir),
    contexts: readContexts(dataDir),
    statusWords: readStatusWords(dataDir),
    reportingCues: readReportingCues(dataDir),
    actors: readActorTables(dataDir),
    time: readTimeTables(dataDir),
    places: readPlaceTables(dataDir),
    sizes: readSizeTables(dataDir),
  };
  const version = createHash("sha256").update(JSON.stringify(tables)).digest("hex").slice(0, 12);
  return { version, ...tables };
}
