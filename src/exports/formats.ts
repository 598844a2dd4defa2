import type { CodeBook } from "./code-book.ts";
import { CsvWriter } from "./csv-writer.ts";
import { GdeltReader } from "./gdelt-reader.ts";
import { GdeltWriter } from "./gdelt-writer.ts";
import type { RowWriter } from "./handed-event.ts";
import { IcewsReader } from "./icews-reader.ts";
import { IcewsWriter } from "./icews-writer.ts";
import { PloverReader } from "./plover-reader.ts";
import { PloverWriter } from "./plover-writer.ts";
import { PolecatReader } from "./polecat-reader.ts";
import { PolecatWriter } from "./polecat-writer.ts";
import type { RowReader } from "./row-reader.ts";

/** Formats that are written as lines of text. */
export const ROW_FORMATS = ["plover", "polecat", "icews", "gdelt", "csv"] as const;
export type RowFormat = (typeof ROW_FORMATS)[number];

export const IMPORT_FORMATS = ["icews", "gdelt", "polecat", "plover"] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** Formats whose rows say whether an event happened and whether it is recalled. */
export const SAYS_STATUS: ReadonlySet<string> = new Set(["plover", "csv", "parquet"]);
/** Formats whose rows say that an event was told before. */
export const SAYS_RETOLD: ReadonlySet<string> = new Set(["csv", "parquet"]);

/** A writer for one file. */
export function exportRows(format: RowFormat, book: CodeBook): RowWriter {
  switch (format) {
    case "plover":
      return new PloverWriter(book);
    case "polecat":
      return new PolecatWriter(book);
    case "icews":
      return new IcewsWriter(book);
    case "gdelt":
      return new GdeltWriter(book);
    case "csv":
      return new CsvWriter();
  }
}

/** A reader for one file. */
export function importReader(format: ImportFormat, book: CodeBook): RowReader {
  switch (format) {
    case "icews":
      return new IcewsReader(book);
    case "gdelt":
      return new GdeltReader(book);
    case "polecat":
      return new PolecatReader(book);
    case "plover":
      return new PloverReader(book);
  }
}
