import { readText } from "../bytes.ts";
import { draftOf } from "../draft.ts";
import { MAX_REPORT_BYTES } from "../limits.ts";
import type { Reader } from "../reader.ts";

/** A plain text is one report. It is asked last: what no other format claims and is no binary file is text. */
export const textReader: Reader = {
  format: "plain text",
  recognises: ({ text }) => text !== "",
  async *read(input) {
    const text = await readText(input, MAX_REPORT_BYTES);
    yield { kind: "draft", draft: draftOf({ text, url: input.told.url ?? null }), path: input.path, line: input.line };
  },
};
