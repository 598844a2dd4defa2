import PostalMime, { type Email } from "postal-mime";
import { dayOf } from "../dates/read-day.ts";
import { type Draft, draftOf } from "../draft.ts";
import { textOfHtml } from "../html/html-text.ts";

/** The plain part of a letter is its text unless it is a stub: "your program shows no HTML". */
const STUB_SHARE = 0.5;

/** Reads a letter (RFC 5322 and MIME); a string says what is wrong with it. Attachments are left alone. */
export async function readLetter(bytes: Uint8Array): Promise<Draft | string> {
  const mail = await parsed(bytes);
  if (typeof mail === "string") return mail;
  const header = (name: string): string | null => mail.headers.find((h) => h.key === name)?.value ?? null;
  const html = mail.html === undefined ? "" : textOfHtml(mail.html);
  const plain = (mail.text ?? "").replace(/\r\n?/g, "\n").trim();
  const day = dayOf(header("date") ?? "");
  return draftOf({
    id: mail.messageId?.replace(/^<(.*)>$/, "$1") ?? null,
    title: mail.subject?.trim() || null,
    text: plain.length >= html.length * STUB_SHARE ? unwrapped(plain) : html,
    date: day === null ? null : { date: day, basis: "metadata" },
    source: mail.from?.name || mail.from?.address?.split("@")[1] || null,
    language: header("content-language"),
  });
}

async function parsed(bytes: Uint8Array): Promise<Email | string> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: 30, maxHeadersSize: 1_000_000 });
  } catch (error) {
    // The library throws on what it takes for an attack; nothing else of it throws.
    return error instanceof Error ? error.message : String(error);
  }
}

/** Joins the lines that a mail program broke within a paragraph. */
function unwrapped(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/(?<=\S{1,80}[^\n]{30,})[ \t]*\n(?=[\p{L}\p{N}"“'‘(])/gu, " "))
    .join("\n\n");
}
