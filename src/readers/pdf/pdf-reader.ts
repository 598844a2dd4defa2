import { readWhole } from "../bytes.ts";
import { draftOf } from "../draft.ts";
import { MAX_WHOLE_FILE_BYTES } from "../limits.ts";
import type { Reader } from "../reader.ts";

/** A PDF file is one report: the text of its pages. Pictures of text, as scanners make them, have none. */
export const pdfReader: Reader = {
  format: "PDF",
  recognises: ({ bytes }) => Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-"),
  async *read(input) {
    const { path, line } = input;
    const { readPdf } = await import("./read-pdf.ts");
    const read = await readPdf(await readWhole(input, MAX_WHOLE_FILE_BYTES));
    if (typeof read === "string")
      yield {
        kind: "issue",
        issue: { code: "INPUT_RECORD", data: { path, line, what: "the PDF file", reason: read } },
      };
    else if (!read.text)
      yield {
        kind: "issue",
        issue: {
          code: "INPUT_NO_TEXT",
          data: { path, line, what: "the PDF file has no text, only pictures; run a text recognition over it" },
        },
      };
    else yield { kind: "draft", draft: draftOf({ ...read, url: input.told.url ?? null }), path, line };
  },
};
