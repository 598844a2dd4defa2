import type { Issue } from "../../core/errors.ts";
import type { Draft } from "../../readers/draft.ts";

/** Turns the body of an answer into an article, or says why not. Never throws for what is in it, and never runs it. */
export interface PageReader {
  read(body: Uint8Array, contentType: string, url: string): Draft | Issue;
}
