import type { Stage } from "../../core/stage.ts";
import type { Tokenizer } from "./tokenizer.ts";

/** Cuts the report's text into sentences and tokens. */
export function createTokenStage(tokenize: Tokenizer): Stage<"report", "tokenized"> {
  return {
    name: "tokens",
    version: 1,
    requires: ["report"],
    assigns: ["tokenized"],
    run: (doc) => ({ tokenized: tokenize(doc.report.text) }),
  };
}
