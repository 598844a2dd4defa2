import { readText } from "../bytes.ts";
import { type Draft, draftOf } from "../draft.ts";
import { MAX_REPORT_BYTES } from "../limits.ts";
import { dayOf } from "../dates/read-day.ts";
import type { Reader } from "../reader.ts";

/** Markdown: the first heading is the title, marks of layout go, links leave their words. */
export const markdownReader: Reader = {
  format: "Markdown",
  recognises: ({ ending, text }) =>
    [".md", ".markdown"].includes(ending) || (ending === "" && /^\s*(?:---\n[\w-]+:|# \S)/.test(text)),
  async *read(input) {
    const draft = fromMarkdown(await readText(input, MAX_REPORT_BYTES));
    yield { kind: "draft", draft, path: input.path, line: input.line };
  },
};

/** A report of a Markdown text. A block of `key: value` lines between `---` at the top gives its metadata. */
export function fromMarkdown(written: string): Draft {
  const text = written.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const front = /^\s*---\n((?:[^\n]*\n){0,100}?)---(?:\n|$)/.exec(text);
  const meta = frontMatter(front?.[1] ?? "");
  const body = front ? text.slice(front[0].length) : text;
  const heading = /^\s*#\s+([^\n]+?)\s*#*\s*(?:\n|$)/.exec(body);
  const date = dayOf(meta.get("date") ?? "");
  return draftOf({
    id: meta.get("id") ?? null,
    title: meta.get("title") ?? (heading?.[1] === undefined ? null : plain(heading[1])),
    text: plain(heading ? body.slice(heading[0].length) : body).trim(),
    date: date === null ? null : { date, basis: "metadata" },
    url: meta.get("url") ?? meta.get("link") ?? null,
    author: meta.get("author") ?? null,
    source: meta.get("source") ?? meta.get("publisher") ?? null,
    language: meta.get("language") ?? meta.get("lang") ?? null,
  });
}

function frontMatter(block: string): ReadonlyMap<string, string> {
  const pairs = block.split("\n").flatMap((line) => {
    const m = /^([\w-]+):\s*(.*?)\s*$/.exec(line);
    const value = (m?.[2] ?? "").replace(/^(["'])(.*)\1$/, "$2");
    return m?.[1] !== undefined && value !== "" ? [[m[1].toLowerCase(), value] as const] : [];
  });
  return new Map(pairs);
}

/** Each rule takes one mark of layout off and leaves the words. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/^ {0,3}(`{3,}|~{3,})[^\n]*\n[^]*?(?:^ {0,3}\1[^\n]*$|(?![^]))/gm, ""],
  [/<!--[^]*?-->/g, ""],
  [/!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)/g, ""],
  [/\[([^\]\n]{1,500})\]\([^)\n]{0,2000}\)/g, "$1"],
  [/\[([^\]\n]{1,500})\]\[[^\]\n]{0,200}\]/g, "$1"],
  [/^ {0,3}\[[^\]\n]{1,200}\]:[^\n]*$/gm, ""],
  [/<(https?:\/\/[^>\s]{1,2000})>/g, "$1"],
  [/<\/?[a-z][^>\n]{0,500}>/gi, ""],
  [/^ {0,3}#{1,6} +([^\n]*?) *#*$/gm, "$1\n"],
  [/^ {0,3}(?:[-*_] *){3,}$/gm, ""],
  [/^ {0,3}> ?/gm, ""],
  [/^ {0,12}(?:[-*+]|\d{1,3}[.)]) +/gm, ""],
  [/(\*\*|__)(?=\S)([^\n]{0,500}?\S)\1/g, "$2"],
  [/(?<![\w*])([*_])(?=\S)([^\n*_]{0,500}?\S)\1(?![\w*])/g, "$2"],
  [/`([^`\n]{1,500})`/g, "$1"],
  [/\\([\\`*_{}[\]()#+.!>-])/g, "$1"],
  [/\n{3,}/g, "\n\n"],
];

function plain(text: string): string {
  return MARKS.reduce((t, [mark, words]) => t.replace(mark, words), text);
}
