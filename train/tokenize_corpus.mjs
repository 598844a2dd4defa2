#!/usr/bin/env node
/**
 * Cuts a corpus of JSON lines ({text}) into sentences and tokens with the project's own tokenizer: one sentence a line, tokens
 * apart by spaces, as distil_parser.py reads it.
 *
 * usage: node train/tokenize_corpus.mjs CORPUS.jsonl > TOKENS.txt   (after npm run build)
 */
import { readFileSync } from "node:fs";
import { createCoder } from "../dist/src/index.js";

const coder = await createCoder();
for (const line of readFileSync(process.argv[2], "utf8").split("\n")) {
  if (!line.trim()) continue;
  for (const sentence of coder.parse(JSON.parse(line).text)) console.log(sentence.tokens.map((t) => t.form).join(" "));
}
