import { ByteCursor } from "../byte-cursor.ts";
import { inputOf, memberPlace, readWhole } from "../bytes.ts";
import { MAX_WHOLE_FILE_BYTES } from "../limits.ts";
import type { Found, Input, Reader } from "../reader.ts";

const MBOX_START = /^From \S+.*\d{1,2}:\d{2}(?::\d{2})?.*\d{4}/;
const HEADER =
  /^(?:from|to|date|subject|message-id|mime-version|received|return-path|delivered-to|content-type|reply-to|list-id|x-[\w-]+):\s?\S/gim;

/** A letter: a newsletter as a mail program saves it. */
export const letterReader: Reader = {
  format: "EML",
  recognises: ({ text }) => {
    const head = /^[^]*?(?=\r?\n\r?\n|$)/.exec(text.slice(0, 20_000))?.[0] ?? "";
    return (
      /^[A-Za-z][\w-]*:\s/.test(head) &&
      /^(?:from|date|received|return-path|subject|delivered-to):/im.test(head) &&
      new Set(head.match(HEADER)?.map((h) => h.toLowerCase())).size >= 3
    );
  },
  async *read(input) {
    const { path, line } = input;
    const { readLetter } = await import("./read-letter.ts");
    const letter = await readLetter(await readWhole(input, MAX_WHOLE_FILE_BYTES));
    if (typeof letter === "string")
      yield {
        kind: "issue",
        issue: { code: "INPUT_RECORD", data: { path, line, what: "the letter", reason: letter } },
      };
    else if (!letter.text.trim())
      yield { kind: "issue", issue: { code: "INPUT_NO_TEXT", data: { path, line, what: "the letter has no text" } } };
    else yield { kind: "draft", draft: letter, path, line };
  },
};

/** A mailbox: letters behind one another, each after a line "From sender date" (RFC 4155). Read letter by letter. */
export const mboxReader: Reader = {
  format: "mbox",
  recognises: ({ text }) => MBOX_START.test(text) && /\n[A-Za-z][\w-]*:\s/.test(text.slice(0, 4000)),
  async *read(input) {
    const cursor = new ByteCursor(input.chunks);
    const letter = new LetterParts(input);
    let blank = true;
    try {
      for (let bytes = await cursor.line(65_536); bytes !== null; bytes = await cursor.line(65_536)) {
        const start = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
        if (blank && MBOX_START.test(start)) yield* letter.finish();
        else letter.add(/^>+From /.test(start) ? bytes.subarray(1) : bytes);
        blank = /^\r?\n$/.test(start);
      }
      yield* letter.finish();
    } finally {
      await cursor.close();
    }
  },
};

/** The lines of the letter that is being read; one beyond the limit is dropped as it comes. */
class LetterParts {
  private parts: Uint8Array[] = [];
  private size = 0;
  private number = 0;
  private readonly input: Input;

  constructor(input: Input) {
    this.input = input;
  }

  add(bytes: Uint8Array): void {
    this.size += bytes.length;
    if (this.size <= MAX_WHOLE_FILE_BYTES) this.parts.push(bytes);
    else this.parts = [];
  }

  *finish(): Generator<Found> {
    if (this.size === 0) return;
    this.number++;
    const place = memberPlace(this.input, `letter ${this.number}`, this.number);
    const mb = MAX_WHOLE_FILE_BYTES / 1_000_000;
    if (this.size > MAX_WHOLE_FILE_BYTES)
      yield {
        kind: "issue",
        issue: {
          code: "INPUT_LINE_TOO_LONG",
          data: { path: place.path, line: this.number, size: `over ${mb}`, limit: mb },
        },
      };
    else yield { kind: "input", input: inputOf(Buffer.concat(this.parts), place) };
    this.parts = [];
    this.size = 0;
  }
}
