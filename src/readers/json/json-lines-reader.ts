import { readLines } from "../read-lines.ts";
import { MAX_REPORT_BYTES } from "../limits.ts";
import { charsetOf } from "../characters/charset.ts";
import type { Beginning, Found, Input, Reader } from "../reader.ts";

/** JSON lines: an object a line, read line by line in constant memory. A line that is wrong leaves the others untouched. */
export const jsonLinesReader: Reader = {
  format: "JSON lines",
  recognises: ({ text, ending }) => {
    const start = text.trimStart();
    if (!start.startsWith("{")) return [".jsonl", ".ndjson"].includes(ending) && start !== "";
    return ending === ".jsonl" || ending === ".ndjson" || isObjectALine(start);
  },
  async *read(input) {
    for await (const item of readLines(inUtf8(input), input.path, MAX_REPORT_BYTES))
      if ("issue" in item) yield { kind: "issue", issue: item.issue };
      else yield parseLine(item.text.replace(/^\uFEFF/, ""), input.path, item.line);
  },
};

function parseLine(text: string, path: string, line: number): Found {
  try {
    return { kind: "record", value: JSON.parse(text) as unknown, path, line };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { kind: "issue", issue: { code: "INPUT_JSON", data: { path, line, reason: error.message } } };
  }
}

/** One object laid out over lines has its first member on the second line, indented; anything else is taken line by line. */
function isObjectALine(start: string): boolean {
  const first = start.slice(0, (start.indexOf("\n") + 1 || start.length + 1) - 1).trimEnd();
  if (first.length === start.trimEnd().length && !first.endsWith("}")) return false;
  return first.endsWith("}") || !/^\{\s*(?:$|"[^"]*"\s*:)/.test(first);
}

/** JSON is UTF-8; what begins with the mark of another encoding is put into it first. */
async function* inUtf8(input: Input): AsyncGenerator<Uint8Array> {
  const { name } = charsetOf(input.head);
  if (!name.startsWith("utf-16")) {
    yield* input.chunks;
    return;
  }
  const decoder = new TextDecoder(name);
  for await (const chunk of input.chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
}

/** True for a beginning of JSON: an object, or an array of objects. A text may begin with a bracket, "[Reuters] …". */
export function looksLikeJson({ text }: Beginning): boolean {
  return /^\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:[{\]]|$))/.test(text);
}
