import type { Issue } from "../../core/errors.ts";

/** What an article's page says. */
export interface Page {
  readonly title: string | null;
  /** `YYYY-MM-DD`; null when the page does not say. */
  readonly date: string | null;
  readonly language: string | null;
  readonly text: string;
}

/** Turns the body of an answer into an article, or says why not. Never throws for what is in it, and never runs it. */
export interface PageReader {
  read(body: Uint8Array, contentType: string, url: string): Page | Issue;
}
