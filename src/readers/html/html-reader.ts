import { readText } from "../bytes.ts";
import { MAX_REPORT_BYTES } from "../limits.ts";
import type { Reader } from "../reader.ts";

const TAGS = /<(?:!doctype html|html|head|body|meta|title|article|p|div|h[1-6])\b[^>]*>/gi;

/** A page is one report: its main text, and what it says of itself. */
export const htmlReader: Reader = {
  format: "HTML",
  recognises: ({ text, ending, told }) => {
    const start = text.trimStart();
    if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i.test(start)) return true;
    const marked = start.startsWith("<") && (start.match(TAGS)?.length ?? 0) > 1;
    return (
      marked || ((/\bx?html\b/i.test(told.contentType ?? "") || /^\.x?html?$/.test(ending)) && start.includes("<"))
    );
  },
  async *read(input) {
    const { path, line } = input;
    // The parsers of pages are large; a run without pages does not load them.
    const { readPage } = await import("./read-page.ts");
    const made = readPage(await readText(input, MAX_REPORT_BYTES), { path, line }, input.told);
    yield "code" in made ? { kind: "issue", issue: made } : { kind: "draft", draft: made, path, line };
  },
};
