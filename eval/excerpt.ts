import type { Span } from "../src/core/span.ts";

/** One line of a text about a span, which stands in brackets: the example of an error. `before` and `after` in characters. */
export function excerpt(text: string, { start, end }: Span, before: number, after: number): string {
  const words = `${text.slice(Math.max(0, start - before), start)}[${text.slice(start, end)}]${text.slice(end, end + after)}`;
  return `…${words.replaceAll("\n", " ")}…`;
}
