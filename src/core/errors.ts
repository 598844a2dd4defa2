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
  INPUT_BINARY: "{path}: this looks like a binary file of a kind that is not read; save it as plain text, HTML or PDF",
  INPUT_EMPTY: "{path}: the file is empty; nothing to code",
  INPUT_JSON: "{path}:{line}: not valid JSON ({reason}); one object a line is expected",
  INPUT_FIELD: "{path}:{line}: {field} {reason}",
  INPUT_DATE: "{path}:{line}: “{value}” is not a date; write it as YYYY-MM-DD",
  INPUT_LINE_TOO_LONG: "{path}:{line}: the line has {size} MB, more than the {limit} MB allowed; split the report",
  INPUT_FOLDER_EMPTY: "{path}: this folder has no files; check the name",
  INPUT_NESTED: "{path}: archives lie in one another more than {limit} deep; unpack the outer ones",
  INPUT_BOMB:
    "{path}: unpacks to over {size} MB, {ratio} times its size (at most {limit} are allowed); if it is no trap, unpack it yourself",
  INPUT_DAMAGED: "{path}: {place} is damaged ({reason}); what stands before it is read, get the file anew for the rest",
  INPUT_RECORD: "{path}:{line}: {what} is left out ({reason})",
  INPUT_NO_TEXT: "{path}:{line}: {what}; nothing to code",
  INPUT_TOO_DEEP:
    "{path}:{line}: the page has {count} elements {how}, more than the {limit} allowed; save its text alone",
  INPUT_KIND: "{path}: this is {kind}, which is not read; {remedy}",
  INPUT_UNREADABLE: "{path}: cannot be read ({reason})",
  INPUT_ROWS: "{path}: rows of relation coding are read from JSON or tables, not from {format}",
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
  FETCH_SCHEME: "{url}: cannot be asked: {reason}; give an address of http or https without a name or password",
  FETCH_NAME: "{url}: the host “{host}” was not found ({reason}); check the address",
  FETCH_ADDRESS: "{url}: {address} is not asked ({range}); give --allow-private if that is meant",
  FETCH_TIME: "{url}: no {what} within {seconds} s; asked again later",
  FETCH_TOO_LARGE: "{url}: more than {limit} MB {what}; left unread",
  FETCH_PACKING: "{url}: the answer is packed as “{packing}”, which was not asked for; left unread",
  FETCH_CUT: "{url}: the answer broke off or is damaged ({reason}); asked again later",
  FETCH_CONNECTION: "{url}: no connection ({reason}); asked again later",
  FETCH_REDIRECTS: "{url}: more than {limit} redirects; check the address in a browser",
  FETCH_STATUS: "{url}: the server answers {status}; {remedy}",
  FETCH_STOPPED: "{url}: stopped before the answer came",
  ROBOTS_FORBIDS: "{url}: the robots.txt of {host} forbids it; ask the site for another feed",
  ROBOTS_UNKNOWN: "{url}: the robots.txt of {host} cannot be had ({reason}); nothing of it is asked until it can",
  FEED_NOT_READ: "{url}: no feed that can be read ({reason}); check the address in a browser",
  PAGE_NOT_READ: "{url}: no article text was found on the page; the feed's own text is taken",
  SOURCE_ADDRESS: "{path}:{line}: “{value}” {reason}; this source is left out",
  SOURCE_LIST: "{path}:{line}: {reason}",
  WATCH_NOTHING: "{path}: nothing is watched with this base; start with “dragoman watch SOURCES --db {path}”",
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
