import type { Issue } from "../core/errors.ts";
import { attributeOf, scanMarkup } from "./scan-markup.ts";

/** A feed that is to be watched. */
export interface ListedSource {
  readonly url: string;
  readonly title: string | null;
}

export interface SourceList {
  readonly sources: readonly ListedSource[];
  /** What is wrong with the list, in the order of its lines. */
  readonly issues: readonly Issue[];
}

interface Listed {
  readonly value: string;
  readonly title: string | null;
  readonly line: number;
}

/** Reads an OPML file, or a plain list with one address a line. */
export function readSourceList(text: string, path: string): SourceList {
  const issues: Issue[] = [];
  const content = text.replace(/^\uFEFF/, "");
  const listed = content.trimStart().startsWith("<") ? outlinesOf(content, path, issues) : linesOf(content);
  const sources = new Map<string, ListedSource>();
  const lines = new Map<string, number>();
  for (const { value, title, line } of listed) {
    const url = feedAddress(value);
    const fault =
      typeof url === "string" ? url : lines.has(url.href) ? `stands in line ${lines.get(url.href)} already` : null;
    if (fault !== null) issues.push({ code: "SOURCE_ADDRESS", data: { path, line, value, reason: fault } });
    else if (typeof url !== "string") {
      lines.set(url.href, line);
      sources.set(url.href, { url: url.href, title });
    }
  }
  if (!sources.size && !issues.length)
    issues.push({
      code: "SOURCE_LIST",
      data: { path, line: 1, reason: "no source is listed; write one address a line, or OPML outlines with xmlUrl" },
    });
  issues.sort((a, b) => Number(a.data["line"]) - Number(b.data["line"]));
  return { sources: [...sources.values()], issues };
}

/** The address, or what is wrong with it. */
function feedAddress(value: string): URL | string {
  if (!URL.canParse(value)) return "is no web address; write it as https://…";
  const url = new URL(value);
  if (url.protocol !== "http:" && url.protocol !== "https:") return "is not an address of http or https";
  if (url.username || url.password) return "holds a name or a password, which would be kept in the base; take it out";
  url.hash = "";
  return url;
}

function linesOf(text: string): readonly Listed[] {
  return text.split(/\r\n?|\n/).flatMap((line, i) => {
    const value = line.trim();
    return value === "" || value.startsWith("#") ? [] : [{ value, title: null, line: i + 1 }];
  });
}

/** The outlines that name a feed. Those without are folders, or notes of the list's maker. */
function outlinesOf(opml: string, path: string, issues: Issue[]): readonly Listed[] {
  const lineAt = lineCounter(opml);
  const listed: Listed[] = [];
  let isOpml = false;
  for (const token of scanMarkup(opml)) {
    if (token.kind === "broken") {
      const reason = "the markup begun here never ends; what follows is not read";
      issues.push({ code: "SOURCE_LIST", data: { path, line: lineAt(token.at), reason } });
    } else if (token.kind === "open" && token.name === "opml") isOpml = true;
    else if (token.kind === "open" && token.name === "outline") {
      const value = attributeOf(token.attributes, "xmlurl");
      const title = attributeOf(token.attributes, "title") ?? attributeOf(token.attributes, "text");
      if (value !== null)
        listed.push({ value: plainValue(value).trim(), title: title && plainValue(title), line: lineAt(token.at) });
      else if (attributeOf(token.attributes, "type")?.toLowerCase() === "rss") {
        const data = { path, line: lineAt(token.at), value: title ?? "", reason: "has no xmlUrl" };
        issues.push({ code: "SOURCE_ADDRESS", data });
      }
    }
  }
  if (!isOpml)
    issues.push({
      code: "SOURCE_LIST",
      data: {
        path,
        line: 1,
        reason: "begins like XML but is no OPML; export the list of sources as OPML, or write one address a line",
      },
    });
  return listed;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** An attribute's value with the entities undone that XML knows by itself. */
function plainValue(value: string): string {
  return value.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (whole, name?: string, decimal?: string, hex?: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
      const point = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}

/** Line numbers of growing offsets, in one pass. */
function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let counted = 0;
  return (at) => {
    for (; counted < at; counted++) if (text[counted] === "\n") line++;
    return line;
  };
}
