import type { ErrorCode, ErrorData } from "../core/errors.ts";
import type { FetchFailure } from "./fetch-answer.ts";

/** Carries a failure out of the depth of a request; it never leaves this folder. */
export class FetchError extends Error {
  readonly failure: FetchFailure;

  constructor(code: ErrorCode, data: ErrorData, lasts: "passing" | "lasting") {
    super(code);
    this.failure = { kind: "failure", issue: { code, data }, passing: lasts === "passing" };
  }
}
