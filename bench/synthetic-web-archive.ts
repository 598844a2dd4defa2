import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { gzipSync } from "node:zlib";

export interface ArticleText {
  readonly date: string | null;
  readonly text: string;
}

const LINKS = 300;
const SCRIPT_LINES = 1200;

/** Writes a WARC file, a gzip member a record, until it unpacks to so many bytes; resolves to the number of its pages. */
export async function writeWebArchive(path: string, articles: readonly ArticleText[], bytes: number): Promise<number> {
  const file = createWriteStream(path);
  let size = 0;
  let pages = 0;
  for (; size < bytes; pages++) {
    const record = recordOf(pages, articles);
    size += record.length;
    if (!file.write(gzipSync(record, { level: 1 }))) await once(file, "drain");
  }
  file.end();
  await once(file, "close");
  return pages;
}

function recordOf(n: number, articles: readonly ArticleText[]): Buffer {
  const round = Math.floor(n / articles.length);
  const first = articles[n % articles.length];
  // A later round puts other reports together, so that no page comes twice.
  const second = articles[(n * 7 + round * 131 + 1) % articles.length];
  const date = first?.date ?? "2025-01-01";
  const url = `https://www.quena-herald.example/world/${n}`;
  const html = pageOf(n, date, [first?.text ?? "", second?.text ?? ""]);
  const answer = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`;
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: ${date}T12:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(answer)}\r\n\r\n`;
  return Buffer.from(`${head}${answer}\r\n\r\n`);
}

/** A page as newspapers make them: some hundred kilobytes, of which the article is one or two. */
function pageOf(n: number, date: string, texts: readonly string[]): string {
  const escaped = texts.map((text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
  const paragraphs = escaped.flatMap((text) => text.split(/\n+/)).map((p) => `<p class="body">${p}</p>`);
  const links = Array.from(
    { length: LINKS },
    (_, i) =>
      `<li class="teaser"><a href="/world/${n + i}"><span>Other news of the day, number ${n + i}</span></a></li>`,
  );
  const script = Array.from(
    { length: SCRIPT_LINES },
    (_, i) => `window.layout["slot${i}"]={id:${n + i},size:[300,250]};`,
  );
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Story ${n} | The Quena Herald</title>
<meta property="article:published_time" content="${date}T08:00:00Z"><meta property="og:site_name" content="The Quena Herald">
<style>${".teaser{margin:0;padding:4px}".repeat(100)}</style><script>${script.join("\n")}</script></head>
<body><header><nav><ul>${links.slice(0, 30).join("")}</ul></nav></header>
<main><article><h1>Story ${n}</h1><time datetime="${date}">${date}</time>${paragraphs.join("\n")}</article></main>
<aside><h2>Most read</h2><ul>${links.slice(30).join("")}</ul></aside><footer><p>All rights reserved.</p></footer></body></html>`;
}
