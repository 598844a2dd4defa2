import type { Issue } from "../core/errors.ts";
import type { Draft } from "./draft.ts";

/** What somebody else says of an input: the HTTP headers in a WARC file, the archive that it lies in. */
export interface Told {
  /** As in a Content-Type header: "text/html; charset=iso-8859-1". */
  readonly contentType?: string | undefined;
  readonly url?: string | undefined;
  /** When it was fetched, YYYY-MM-DD: no report in it can be younger. */
  readonly fetched?: string | undefined;
}

/** Bytes of which the format is to be found. A container hands its members on as inputs of their own. */
export interface Input {
  /** For messages: "news.zip > may/10.html". */
  readonly path: string;
  /** Where it starts in its container, for messages; 1 for a file. */
  readonly line: number;
  /** The beginning, at most `HEAD_BYTES`; `chunks` begin with it too. */
  readonly head: Uint8Array;
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly told: Told;
  /** How many containers it lies in. */
  readonly depth: number;
}

/** What a reader finds: a record whose fields others name, a report whose fields we know, an input to be read in turn, or a refusal. */
export type Found =
  | { readonly kind: "record"; readonly value: unknown; readonly path: string; readonly line: number }
  | { readonly kind: "draft"; readonly draft: Draft; readonly path: string; readonly line: number }
  | { readonly kind: "input"; readonly input: Input }
  | { readonly kind: "issue"; readonly issue: Issue };

/** Names of fields that stand for ours: `{text: "body"}`. */
export type FieldMap = Readonly<Record<string, string>>;

export interface ReadHow {
  readonly map: FieldMap;
}

/** The beginning of an input as it is judged. */
export interface Beginning {
  readonly bytes: Uint8Array;
  /** Decoded with the character set that was found; "" for what has none. */
  readonly text: string;
  /** Ending of the name, lower case with its dot: a hint where the content does not decide. */
  readonly ending: string;
  readonly told: Told;
  readonly map: FieldMap;
}

/**
 * A format. `recognises` judges by content and asks name and headers only where the content fits several formats; readers are
 * asked in the order of `formats.ts`, the first that says yes reads. `read` streams where the format allows it, and turns whatever
 * is wrong with the input into issues.
 */
export interface Reader {
  readonly format: string;
  recognises(beginning: Beginning): boolean;
  read(input: Input, how: ReadHow): AsyncIterable<Found>;
}
