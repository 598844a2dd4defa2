import { createHash } from "node:crypto";
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import type { OntologyTables } from "../core/ontology.ts";
import type { AttributionWord, ReportingCue } from "../claims/index.ts";
import { AppError } from "../core/errors.ts";
import type { ContextRow } from "../core/contexts.ts";
import type { EraWord } from "../records/era-vocabulary.ts";
import type { StatusTables } from "../events/index.ts";
import { readActorTables, type ActorTables } from "./actor-tables.ts";
import { codeTableIssues } from "./code-tables/check-code-tables.ts";
import { readContexts } from "./context-tables.ts";
import { readAttributionWords, readEraWords, readReportingCues, readStatusTables } from "./cue-tables.ts";
import { readLanguageTables, type LanguageTables } from "./language-tables.ts";
import type { LexiconIssue } from "./issues.ts";
import { LexiconSource } from "./lexicon-source.ts";
import { nearest } from "./nearest.ts";
import { readOntologyTables } from "./ontology-tables.ts";
import { readPlaceTables, TOWNS, type PlaceTables } from "./place-tables.ts";
import { readSizeTables, type SizeTables } from "./size-tables.ts";
import { readSurveyWords } from "./survey/survey-words.ts";
import { readTimeTables, type TimeTables } from "./time-tables.ts";

/** Everything that scholars edit, checked and ready for use. */
export interface Lexicon {
  /** Hash of the content: the same tables have the same version. */
  readonly version: string;
  readonly language: LanguageTables;
  readonly ontology: OntologyTables;
  readonly contexts: readonly ContextRow[];
  readonly status: StatusTables;
  readonly eraWords: readonly EraWord[];
  /** Verbs judged not political: nothing is proposed for them. */
  readonly plainVerbs: readonly string[];
  readonly reportingCues: readonly ReportingCue[];
  readonly attributionWords: readonly AttributionWord[];
  readonly actors: ActorTables;
  readonly time: TimeTables;
  readonly places: PlaceTables;
  readonly sizes: SizeTables;
}

/** Reads and checks a data folder with others laid over it; faults are an error that names file, line and remedy of each. */
export function readLexicon(dataDir: string, layers: readonly string[] = []): Lexicon {
  return readLexiconFrom(new LexiconSource(foldersOf(dataDir, layers)));
}

/** The same from a source that is made already. */
export function readLexiconFrom(source: LexiconSource): Lexicon {
  const lexicon = readFrom(source);
  source.noteUnknownTables();
  noteStrangeFiles(source);
  source.refuse();
  return lexicon;
}

/** All that is wrong with a data folder, its codes of other schemes, and the folders laid over it, in the order of files and lines. */
export function checkLexicon(dataDir: string, layers: readonly string[] = []): readonly LexiconIssue[] {
  const source = new LexiconSource(foldersOf(dataDir, layers));
  const { ontology } = readFrom(source);
  source.noteUnknownTables();
  noteStrangeFiles(source);
  const issues = [...source.issues, ...codeTableIssues(dataDir, ontology.modes)];
  return issues.sort((a, b) => (a.path === b.path ? a.line - b.line || a.column - b.column : a.path < b.path ? -1 : 1));
}

/** The layers in order; a folder that is named twice, or is the shipped one, counts once. */
export function foldersOf(dataDir: string, layers: readonly string[]): readonly string[] {
  const real = (folder: string): string => (existsSync(folder) ? realpathSync(folder) : folder);
  const all = [dataDir, ...layers];
  return all.filter((folder, i) => all.findIndex((f) => real(f) === real(folder)) === i);
}

function readFrom(source: LexiconSource): Lexicon {
  const tables = {
    language: readLanguageTables(source),
    ontology: readOntologyTables(source),
    contexts: contextsOf(source),
    status: readStatusTables(source),
    eraWords: readEraWords(source),
    plainVerbs: plainVerbsOf(source),
    reportingCues: readReportingCues(source),
    attributionWords: readAttributionWords(source),
    actors: readActorTables(source),
    time: readTimeTables(source),
    places: readPlaceTables(source),
    sizes: readSizeTables(source),
  };
  const { towns, ...places } = tables.places;
  const hash = createHash("sha256").update(JSON.stringify({ ...tables, places }));
  const version = hash.update(source.bytes(TOWNS)).digest("hex").slice(0, 12);
  return { version, ...tables, places: { ...places, towns } };
}

function plainVerbsOf(source: LexiconSource): readonly string[] {
  const verbs = [...readSurveyWords(source).plain].filter((w) => w.startsWith("verb "));
  return verbs.map((w) => w.slice("verb ".length)).sort();
}

/** Contexts are PLOVER's closed list and come from the shipped folder alone. */
function contextsOf(source: LexiconSource): readonly ContextRow[] {
  const folder = source.folders[0];
  if (folder === undefined) return [];
  try {
    return readContexts(folder);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { path = join(folder, "contexts"), line = 1, column = "", value = "", reason = error.message } = error.data;
    source.note({
      path: String(path), line: Number(line), column: 1, field: String(column), value: String(value),
      reason: String(reason), weight: "fault",
    }); // prettier-ignore
    return [];
  }
}

/** Files of a user's folder that nothing reads: a misspelt name would else be passed over in silence. */
function noteStrangeFiles(source: LexiconSource): void {
  for (const folder of source.folders.slice(1))
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
      const file = name.replaceAll("\\", "/");
      if (!/\.(?:csv|ya?ml)$/.test(file) || source.asked.has(file)) continue;
      // Notes of the user beside the folders are no tables, unless they have the name of one.
      if (!file.includes("/") && ![...source.asked].some((a) => a.endsWith(`/${file}`))) continue;
      const near = [...source.asked].find((a) => a.endsWith(`/${file}`)) ?? nearest(file, source.asked);
      const reason = file.startsWith("contexts/")
        ? "contexts are PLOVER's and cannot be laid over; delete the file"
        : `no lexicon file of this name${near === null ? "; see data/README.md" : `; did you mean ${near}?`}`;
      source.note({ path: join(folder, name), line: 1, column: 1, field: "", value: "", reason, weight: "fault" });
    }
}
