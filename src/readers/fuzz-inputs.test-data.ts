import { gzipSync } from "node:zlib";

/** A random source that gives the same row for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const HTTP =
  "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>Norland expelled two Maran diplomats on Friday, officials said.</p></body></html>";
const WARC = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.com/\r\nWARC-Date: 2024-05-10T00:00:00Z\r\nContent-Type: application/http\r\nContent-Length: ${HTTP.length}\r\n\r\n${HTTP}\r\n\r\n`;
const LETTER =
  "From: A <a@example.org>\nSubject: =?utf-8?Q?Caf=C3=A9?=\nDate: Fri, 10 May 2024 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\nNorland expelled =\ntwo diplomats.\n--b\nContent-Type: text/html\n\n<p>Norland expelled two diplomats.</p>\n--b--\n";
const ZIP_HEAD = [0x50, 0x4b, 0x03, 0x04];

/** A sound input of every format, to be damaged. */
export const SOUND: readonly Uint8Array[] = [
  "Norland expelled two Maran diplomats on Friday.\n\nPolice arrested twelve protesters.",
  "---\ntitle: A\ndate: 2024-05-10\n---\n# Norland\n\nNorland *expelled* [two](http://example.com) diplomats.",
  '{"id":"a","date":"2024-05-10","text":"Norland expelled two diplomats."}\n{"text":"Police arrested twelve."}\n',
  '[{"text":"Norland expelled two diplomats."},{"text":"x"}]',
  'id,date,text\n1,2024-05-10,"Norland expelled ""two"" diplomats."\n2,,Police arrested twelve.\n',
  '<!DOCTYPE html><html lang="en"><head><title>A</title><meta property="article:published_time" content="2024-05-10"><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-10"}</script></head><body><nav><a href="/">Home</a></nav><article><h1>A</h1><p>Norland expelled two Maran diplomats on Friday, officials said in the capital.</p><p>Police arrested twelve protesters.</p></article></body></html>',
  '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"><channel><title>F</title><item><title>A</title><link>http://example.com/</link><pubDate>Fri, 10 May 2024 10:00:00 GMT</pubDate><description>&lt;p&gt;Norland &a; expelled.&lt;/p&gt;</description></item></channel></rss>',
  '<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A</div></title><updated>2024-05-10T00:00:00Z</updated><content type="html">&lt;b&gt;Norland&lt;/b&gt;</content></entry></feed>',
  '{"version":"https://jsonfeed.org/version/1.1","title":"F","items":[{"id":"1","content_html":"<p>Norland expelled two.</p>","date_published":"2024-05-10"}]}',
  WARC + WARC,
  `filedesc://a.arc 127.0.0.1 20240510000000 text/plain 20\n1 0 A\nURL IP Date\n\n\nhttp://example.com/ 127.0.0.1 20240510000000 text/html ${HTTP.length}\n${HTTP}\n`,
  LETTER,
  `From a@example.org Fri May 10 10:00:00 2024\n${LETTER}\nFrom a@example.org Sat May 11 10:00:00 2024\n${LETTER}`,
]
  .map((text): Uint8Array => Buffer.from(text))
  .flatMap((bytes) => [bytes, gzipSync(bytes)])
  .concat([
    zipOf("a.txt", Buffer.from("Norland expelled two Maran diplomats on Friday.")),
    Buffer.from(pdfOfTwoLines()),
  ]);

/** One stored file in a zip archive: its header, its bytes, the directory and the end. */
export function zipOf(name: string, content: Uint8Array): Uint8Array {
  const local = Buffer.alloc(30);
  local.set(ZIP_HEAD);
  local.writeUInt32LE(content.length, 18);
  local.writeUInt32LE(content.length, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt32LE(content.length, 20);
  entry.writeUInt32LE(content.length, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + content.length, 16);
  return Buffer.concat([local, Buffer.from(name), content, entry, Buffer.from(name), end]);
}

/** A page of two lines. */
export function pdfOfTwoLines(): string {
  const content =
    "BT /F1 12 Tf 72 720 Td (Norland expelled two Maran diplomats on Friday, the) Tj 0 -14 Td (foreign ministry said.) Tj ET";
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  const body = objects.map((o, i) => `${i + 1} 0 obj\n${o}\nendobj\n`);
  const offsets = body.map((_, i) => 9 + body.slice(0, i).join("").length);
  const table = offsets.map((o) => `${String(o).padStart(10, "0")} 00000 n \n`).join("");
  const start = 9 + body.join("").length;
  return `%PDF-1.4\n${body.join("")}xref\n0 6\n0000000000 65535 f \n${table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
}

/** An input that is mostly sound: some bytes changed, cut out, doubled, or pieces of two inputs put together; one in ten is noise. */
export function damaged(random: () => number): Uint8Array {
  const pick = (): Uint8Array => SOUND[Math.floor(random() * SOUND.length)] ?? Buffer.alloc(0);
  const upTo = (n: number): number => Math.floor(random() * n);
  if (random() < 0.1) return Buffer.from(Array.from({ length: upTo(400) }, () => upTo(256)));
  let bytes: Uint8Array = Buffer.from(pick());
  for (let i = 1 + upTo(4); i > 0; i--) {
    const [from, length] = [upTo(bytes.length + 1), upTo(60)];
    const [before, after] = [bytes.subarray(0, from), bytes.subarray(Math.min(bytes.length, from + length))];
    switch (upTo(6)) {
      case 0:
        bytes = Buffer.concat([before, after]);
        break;
      case 1:
        bytes = Buffer.concat([before, Buffer.from(Array.from({ length }, () => upTo(256))), bytes.subarray(from)]);
        break;
      case 2:
        bytes = Buffer.concat([before, pick().subarray(upTo(200)), after]);
        break;
      case 3:
        bytes = before;
        break;
      case 4: {
        const piece = bytes.subarray(from, from + length);
        bytes = Buffer.concat([before, ...Array.from({ length: upTo(50) }, () => piece), bytes.subarray(from)]);
        break;
      }
      default:
        bytes = Buffer.from(bytes);
        if (bytes.length) bytes[upTo(bytes.length)] = upTo(256);
    }
  }
  return bytes;
}
