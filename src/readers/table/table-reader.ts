import type { CsvError } from "csv-parse";
import { Readable } from "node:stream";
import { charsetOf } from "../characters/charset.ts";
import { MAX_REPORT_BYTES } from "../limits.ts";
import type { FieldMap, Found, Input, Reader } from "../reader.ts";

const DELIMITERS = ["\t", ",", ";", "|"] as const;

/** CSV and TSV with a header line; a column is found by its name or by `--map`. Read row by row. */
export const tableReader: Reader = {
  format: "CSV or TSV",
  recognises: ({ text, ending, map }) =>
    text.trim() !== "" && ([".csv", ".tsv", ".tab"].includes(ending) || namesText(text, map)),
  async *read(input, { map }) {
    const charset = charsetOf(input.head, input.told.contentType).name;
    const decoded = decodedStream(input, charset);
    const start = new TextDecoder(charset).decode(input.head).replace(/^\uFEFF/, "");
    const delimiter = delimiterOf(firstLine(start));
    const columns = columnsOf(firstLine(start), delimiter);
    const wanted = columnFor("text", columns, map);
    if (wanted === null) {
      yield refused(
        input,
        1,
        "the header",
        `names no column for the text; it names ${columns.join(", ")}; give --map text=COLUMN`,
      );
      return;
    }
    const skipped: Found[] = [];
    const { parse } = await import("csv-parse");
    const parser = parse({
      delimiter,
      columns: (names: readonly string[]) => names.map((n) => ourName(n.trim(), map)),
      bom: true,
      info: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      max_record_size: MAX_REPORT_BYTES,
      on_skip: (error: CsvError | undefined) => {
        const line = Number(error?.["lines"] ?? 0);
        skipped.push(
          refused(
            input,
            line,
            "the row",
            `cannot be read (${error?.message ?? "unknown cause"}); mend it or leave it out`,
          ),
        );
        return undefined;
      },
    });
    // An error of the stream behind shows at the parser, where the loop meets it.
    const source = Readable.from(decoded);
    source.on("error", (error) => parser.destroy(error));
    for await (const row of source.pipe(parser) as AsyncIterable<Row>) {
      yield* skipped.splice(0);
      yield { kind: "record", value: row.record, path: input.path, line: row.info.lines };
    }
    yield* skipped;
  },
};

interface Row {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

/** The column of a field: the one that the map names, or one of the field's own name whatever its case. */
function columnFor(field: string, columns: readonly string[], map: FieldMap): string | null {
  const name = map[field] ?? field;
  return columns.find((c) => c === name) ?? columns.find((c) => c.toLowerCase() === name.toLowerCase()) ?? null;
}

/** Our fields are known whatever their case, "Date" or "DATE"; a column that the map names keeps its name. */
function ourName(column: string, map: FieldMap): string {
  if (Object.values(map).includes(column)) return column;
  const lower = column.toLowerCase();
  return ["id", "date", "title", "source", "url", "language", "author", "text"].includes(lower) ? lower : column;
}

/** Without the name of a table only a header that names the text's column makes one. */
function namesText(text: string, map: FieldMap): boolean {
  const line = firstLine(text);
  if (line.length > 2000 || !text.includes("\n")) return false;
  const columns = columnsOf(line, delimiterOf(line));
  return (
    columns.length > 1 && columnFor("text", columns, map) !== null && columns.every((c) => /^[\w .-]{1,40}$/.test(c))
  );
}

function firstLine(text: string): string {
  return /^[^\r\n]*/.exec(text.trimStart())?.[0] ?? "";
}

function delimiterOf(line: string): string {
  let best: string = ",";
  for (const delimiter of DELIMITERS) if (line.split(delimiter).length > line.split(best).length) best = delimiter;
  return best;
}

function columnsOf(line: string, delimiter: string): readonly string[] {
  return line.split(delimiter).map((c) => c.trim().replace(/^"(.*)"$/, "$1"));
}

async function* decodedStream(input: Input, charset: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(charset);
  for await (const chunk of input.chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function refused(input: Input, line: number, field: string, reason: string): Found {
  return { kind: "issue", issue: { code: "INPUT_FIELD", data: { path: input.path, line, field, reason } } };
}
