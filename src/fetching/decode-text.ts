const BYTE_ORDER_MARKS: readonly (readonly [string, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** Declarations stand at the beginning: in the XML declaration, or in the head of a page. */
const HEAD_BYTES = 2048;
/** What browsers take for text of no other encoding; every byte has a character in it. */
const LAST_RESORT = "windows-1252";

/**
 * The text of a body. Byte order mark, the answer's `charset`, the document's own declaration and UTF-8 are tried in this order; an
 * encoding that the bytes contradict is passed over.
 */
export function decodeText(body: Uint8Array, contentType: string): string {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((b, i) => body[i] === b))?.[0];
  const candidates = [marked, charsetIn(contentType), declaredIn(body), "utf-8"];
  for (const label of candidates) {
    const text = label === undefined ? null : decodedAs(label, body);
    if (text !== null) return text;
  }
  return new TextDecoder(LAST_RESORT).decode(body);
}

function decodedAs(label: string, body: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(body);
  } catch {
    // An unknown label, or bytes that are no text of this encoding: the next candidate is asked.
    return null;
  }
}

function charsetIn(contentType: string): string | undefined {
  return /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1];
}

function declaredIn(body: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(body.subarray(0, HEAD_BYTES));
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1];
  return declared ?? /<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1];
}
