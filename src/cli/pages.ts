import type { AnswerFormat } from "./answer-output.ts";

interface Page {
  readonly offset: number;
  readonly limit: number;
}

const PAGE = 50;

/** Tables have pages; what other programs read has none unless they are asked for. */
export function pageOf(
  { page, limit }: { readonly page?: number; readonly limit?: number },
  format: AnswerFormat,
): Page | null {
  if (page === undefined && limit === undefined && format !== "table") return null;
  const size = limit ?? PAGE;
  return { offset: ((page ?? 1) - 1) * size, limit: size };
}

/** Which of those found are on the page; nothing where all are. */
export function pageText(found: number, page: Page | null): string {
  if (page === null || (page.offset === 0 && found <= page.limit)) return "";
  const last = Math.min(found, page.offset + page.limit);
  if (last <= page.offset) return ", none on this page";
  const next = last < found ? ` (--page ${page.offset / page.limit + 2} for the next)` : "";
  return `, here ${page.offset + 1} to ${last}${next}`;
}
