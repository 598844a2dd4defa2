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
  WATCH_BASE: "{path}: cannot be opened as an event base ({reason}); name another file, or close what uses it",
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
