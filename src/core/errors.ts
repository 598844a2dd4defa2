/**
 * Every error and warning has a code, and every code a message with a remedy, in this one table. `AppError` is for broken
 * configuration, lexicon or environment; odd input text is an `Issue`, never a throw.
 */
const MESSAGES = {
  LEXICON_FILE_MISSING: "{path}: this lexicon file is missing; restore it, or point --lexicon to a folder that has it",
  LEXICON_COLUMNS: "{path}: the header line must be “{expected}” but is “{actual}”",
  LEXICON_VALUE: "{path}:{line}: {column} is “{value}”: {reason}",
  LEXICON_YAML: "{path}:{line}: {reason}",
  LEXICON_FAULTS: "{faults}",
  LEXICON_FOLDER: "{path}: no such folder; point --lexicon to a folder laid out like data/ of the package",
  MODEL_FILE: "{path}: this model file is missing or damaged ({reason}); reinstall the package",
  CLASSIFIER_FILE:
    "{path}: this is no model that this version can use ({reason}); train it again with “dragoman train”",
  TRAIN_ROWS: "the label files: {reason}",
  INPUT_NOT_FOUND: "{path}: no such file; check the name",
  INPUT_BINARY: "{path}: this looks like a binary file, not text; give plain text, .json or .jsonl",
  INPUT_EMPTY: "{path}: the file is empty; nothing to code",
  INPUT_JSON: "{path}:{line}: not valid JSON ({reason}); one object a line is expected",
  INPUT_FIELD: "{path}:{line}: {field} {reason}",
  INPUT_DATE: "{path}:{line}: “{value}” is not a date; write it as YYYY-MM-DD",
  INPUT_LINE_TOO_LONG: "{path}:{line}: the line has {size} MB, more than the {limit} MB allowed; split the report",
  INPUT_ENCODING: "{path}: not valid UTF-8 at byte {byte}; convert the file to UTF-8",
  INPUT_UNREADABLE: "{path}: cannot be read ({reason})",
  INPUT_FORMAT: "{path}: files ending in “{ending}” are not read; give .txt, .json or .jsonl",
  INPUT_JSON_FILE: "{path}:{line}: not valid JSON ({reason}); the file must hold one object",
  SCORE_NO_FILES: "{path}: this folder has no .json files; give a folder of .json files or one .jsonl file",
  SCORE_REPORT_MISSING:
    "{path}: the report “{report}” is not there, but the gold codes it; add it, or take its events out of the gold",
  SCORE_ANCHOR_MISSING:
    "report “{report}”, event {event}: the {field} “{value}” is not in the text; copy it from the report",
  ACTOR_UNKNOWN:
    "no table knows “{query}”{near}; add a row to actors/holders.csv or actors/organisations.csv of a folder for --lexicon",
  BASE_MISSING: "{path}: no such event base; make one with “dragoman ingest FILES… --db {path}”",
  BASE_IN_USE: "{path}: another process{pid} is using this event base; wait until it is done, or stop it",
  BASE_NOT_READ: "{path}: this is no event base ({reason}); name the file that “dragoman ingest --db” wrote",
  BASE_NEWER:
    "{path}: the event base has version {version}, this program knows {known}; use the newer program that wrote it",
  BASE_OLDER: "{path}: the event base has version {version}, older than {known}; open it once with “dragoman ingest”",
  BASE_RUN_UNKNOWN: "{path}: there is no run {run}; “dragoman runs” lists them",
  BASE_EVENT_UNKNOWN: "{path}: there is no event “{event}”; “dragoman events” lists them with their ids",
  BASE_EVENT_AMBIGUOUS: "{path}: several events begin with “{event}”: {ids}; write more of the id",
  HAPPENING_UNKNOWN: "{path}: there is no happening “{happening}”; “dragoman happenings” lists them with their ids",
  HAPPENING_AMBIGUOUS: "{path}: several happenings begin with “{happening}”: {ids}; write more of the id",
  HAPPENING_EDIT: "cannot {kind} {happening}: {reason}",
  BASE_QUERY: "the query failed: {reason}",
  REPORT_ID_TAKEN:
    "{path}:{line}: the id “{id}” belongs to a stored report with other content; give this report another id",
  CODING_FAILED: "report “{report}” could not be coded ({reason}); it is left out, please report the text as a fault",
  IMPORT_ROW: "{path}:{line}: {field} is “{value}”: {reason}",
  IMPORT_DUPLICATE: "{path}:{line}: the id “{id}” stands in a row before; the second one is left out",
  IMPORT_TWICE: "{path}: run {run} has taken this file in already; its events are in the base",
  IMPORT_SAME: "{path}: a file with the same content is named before it; it is taken in once",
  OUTPUT_EXISTS: "{path} exists; {remedy}",
  OPTION_VALUE: "{option} is “{value}”: {reason}",
} as const;

export type ErrorCode = keyof typeof MESSAGES;
export type ErrorData = Readonly<Record<string, string | number>>;

/** The message of a code with its data filled in. */
export function messageOf(code: ErrorCode, data: ErrorData): string {
  return MESSAGES[code].replace(/\{(\w+)\}/g, (whole, key: string) => String(data[key] ?? whole));
}

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly data: ErrorData;

  constructor(code: ErrorCode, data: ErrorData, options?: ErrorOptions) {
    super(messageOf(code, data), options);
    this.name = "AppError";
    this.code = code;
    this.data = data;
  }
}

/** Something that was refused or doubtful in the input; the rest of the batch goes on. */
export interface Issue {
  readonly code: ErrorCode;
  readonly data: ErrorData;
}
