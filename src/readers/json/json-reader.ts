import { readText } from "../bytes.ts";
import { MAX_REPORT_BYTES, MAX_WHOLE_FILE_BYTES } from "../limits.ts";
import type { Found, Reader } from "../reader.ts";
import { looksLikeJson } from "./json-lines-reader.ts";

/** One JSON object, or an array of objects. */
export const jsonReader: Reader = {
  format: "JSON",
  recognises: (beginning) => looksLikeJson(beginning) || beginning.ending === ".json",
  async *read(input) {
    const { path } = input;
    const array = /^\s*\[/.test(Buffer.from(input.head).toString("latin1"));
    const text = await readText(input, array ? MAX_WHOLE_FILE_BYTES : MAX_REPORT_BYTES);
    let whole: unknown;
    try {
      whole = JSON.parse(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      yield { kind: "issue", issue: { code: "INPUT_JSON", data: { path, line: input.line, reason: error.message } } };
      return;
    }
    if (!Array.isArray(whole)) yield { kind: "record", value: whole, path, line: input.line };
    else
      for (const [i, value] of (whole as readonly unknown[]).entries())
        yield { kind: "record", value, path, line: i + 1 } satisfies Found;
  },
};
