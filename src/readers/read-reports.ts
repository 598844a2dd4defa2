import { AppError, type ErrorCode, type Issue } from "../core/errors.ts";
import { peek } from "./bytes.ts";
import type { Draft } from "./draft.ts";
import { readerOf } from "./formats.ts";
import { mapFields } from "./json/map-fields.ts";
import type { FieldMap, Found, Input } from "./reader.ts";
import { type RecordPlace, reportFromJson } from "./report-fields.ts";
import { settleReport, type SourcedReport } from "./settle-report.ts";
import { filesOf, openFile } from "./source-files.ts";

/** A record in another language than English, which is set aside: neither read wrongly nor refused. */
export interface SetAside {
  readonly language: string;
  readonly path: string;
  readonly line: number;
}

export type ReadItem<T> =
  | { readonly value: T; readonly path: string; readonly line: number }
  | { readonly issue: Issue }
  | { readonly setAside: SetAside };

type Made<T> = { readonly value: T } | { readonly issue: Issue } | { readonly language: string };

/** How the records of a source are turned into values: reports, or rows of relation coding. */
export interface RecordReader<T> {
  fromJson(value: unknown, at: RecordPlace): Made<T>;
  /** Null when the values cannot come from documents. */
  readonly fromDraft: ((draft: Draft, at: RecordPlace, fetched: string | null) => Made<T>) | null;
  /** Names of fields that stand for ours. */
  readonly map?: FieldMap;
}

export interface ReportOptions {
  /** Publication date of reports that state none. */
  readonly date?: string | undefined;
  readonly map?: FieldMap | undefined;
  /** Takes reports of every language for English ones. */
  readonly anyLanguage?: boolean | undefined;
}

/** Makes reports of whatever the sources hold. */
export function reportReader({ date, map = {}, anyLanguage = false }: ReportOptions = {}): RecordReader<SourcedReport> {
  const how = { givenDate: date ?? null, anyLanguage };
  return {
    map,
    fromDraft: (draft, at, fetched) => settleReport(draft, at, { ...how, fetched }),
    fromJson: (value, at) => {
      const made = reportFromJson(value, at);
      return "issue" in made ? made : settleReport(made.value, at, { ...how, fetched: null });
    },
  };
}

/**
 * Reads every source in turn: files, whole folders, `-` for standard input; archives are entered. Whatever is wrong with one is
 * an issue, and the rest goes on.
 */
export async function* readSources<T>(
  sources: readonly string[],
  reader: RecordReader<T>,
  stdin: AsyncIterable<Uint8Array>,
): AsyncGenerator<ReadItem<T>> {
  for (const source of sources) {
    if (source === "-")
      yield* guarded("standard input", () =>
        readInput(peek(stdin, { path: "standard input", line: 1, depth: 0 }), reader),
      );
    else yield* guarded(source, () => readFiles(source, reader));
  }
}

async function* readFiles<T>(source: string, reader: RecordReader<T>): AsyncGenerator<ReadItem<T>> {
  let count = 0;
  for await (const path of filesOf(source)) {
    count++;
    yield* guarded(path, () => readInput(openFile(path), reader));
  }
  if (count === 0) throw new AppError("INPUT_FOLDER_EMPTY", { path: source });
}

async function* readInput<T>(opening: Input | Promise<Input>, reader: RecordReader<T>): AsyncGenerator<ReadItem<T>> {
  const input = await opening;
  const map = reader.map ?? {};
  const format = readerOf(input, map);
  if ("issue" in format) {
    await input.chunks[Symbol.asyncIterator]().return?.();
    yield format;
    return;
  }
  let count = 0;
  for await (const found of format.read(input, { map })) {
    count++;
    yield* itemsOf(found, reader, input, format.format);
  }
  const { path, line } = input;
  if (count === 0)
    yield { issue: { code: "INPUT_NO_TEXT", data: { path, line, what: `the ${format.format} holds no report` } } };
}

async function* itemsOf<T>(
  found: Found,
  reader: RecordReader<T>,
  input: Input,
  format: string,
): AsyncGenerator<ReadItem<T>> {
  switch (found.kind) {
    case "issue":
      yield { issue: found.issue };
      return;
    case "input":
      yield* guarded(found.input.path, () => readInput(found.input, reader));
      return;
    case "record":
      yield itemOf(reader.fromJson(mapFields(found.value, reader.map ?? {}), found), found);
      return;
    case "draft":
      if (reader.fromDraft) yield itemOf(reader.fromDraft(found.draft, found, input.told.fetched ?? null), found);
      else yield { issue: { code: "INPUT_ROWS", data: { path: found.path, format } } };
  }
}

function itemOf<T>(made: Made<T>, { path, line }: RecordPlace): ReadItem<T> {
  if ("issue" in made) return made;
  return "language" in made ? { setAside: { language: made.language, path, line } } : { value: made.value, path, line };
}

/** Turns what stops one input into an issue of it. */
async function* guarded<T>(path: string, read: () => AsyncIterable<ReadItem<T>>): AsyncGenerator<ReadItem<T>> {
  try {
    yield* read();
  } catch (error) {
    const issue = asIssue(path, error);
    if (!issue) throw error;
    yield { issue };
  }
}

function asIssue(path: string, error: unknown): Issue | null {
  if (error instanceof AppError) return { code: error.code, data: error.data };
  // Errors of the file system carry the call that failed; anything else is a mistake of ours and must show.
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return null;
  const known: ErrorCode = code === "ENOENT" ? "INPUT_NOT_FOUND" : "INPUT_UNREADABLE";
  return { code: known, data: { path, reason: code } };
}
