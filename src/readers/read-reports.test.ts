import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { messageOf } from "../core/errors.ts";
import { pdfOfTwoLines, zipOf } from "./fuzz-inputs.test-data.ts";
import { parseFieldMap } from "./json/map-fields.ts";
import { readSources, type ReportOptions, reportReader } from "./read-reports.ts";
import type { SourcedReport } from "./settle-report.ts";

const STORY = "Norland expelled two Maran diplomats on Friday, officials in the capital said.";

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

interface Outcome {
  readonly reports: readonly SourcedReport[];
  readonly refused: readonly string[];
  readonly languages: readonly string[];
}

/** What is read of bytes on standard input. */
async function read(input: string | Uint8Array, options: ReportOptions = {}): Promise<Outcome> {
  const outcome = { reports: [] as SourcedReport[], refused: [] as string[], languages: [] as string[] };
  const bytes = typeof input === "string" ? Buffer.from(input) : input;
  for await (const item of readSources(["-"], reportReader(options), once(bytes))) {
    if ("issue" in item) outcome.refused.push(messageOf(item.issue.code, item.issue.data));
    else if ("setAside" in item) outcome.languages.push(item.setAside.language);
    else outcome.reports.push(item.value);
  }
  return outcome;
}

const RSS = `<?xml version="1.0"?><rss version="2.0"><channel><title>The Quena Herald</title><item><title>Two expelled</title><link>https://herald.example/1</link><pubDate>Fri, 10 May 2024 23:30:00 -0400</pubDate><description>&lt;p&gt;${STORY}&lt;/p&gt;</description></item></channel></rss>`;
const PAGE = `<!DOCTYPE html><html lang="en"><head><title>Two expelled</title><meta property="article:published_time" content="2024-05-10T08:00:00Z"></head><body><nav><a href="/">Home</a></nav><article><h1>Two expelled</h1><p>${STORY}</p></article></body></html>`;
const LETTER = `From: The Quena Herald <news@herald.example>\nSubject: Two expelled\nDate: Fri, 10 May 2024 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n${STORY} Caf=E9.\n`;

function warc(...pages: readonly string[]): string {
  return pages
    .map((page, i) => {
      const answer = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${page}`;
      const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://herald.example/${i + 1}\r\nWARC-Date: 2024-05-11T00:00:00Z\r\nContent-Length: ${Buffer.byteLength(answer)}\r\n\r\n`;
      return `${head}${answer}\r\n\r\n`;
    })
    .join("");
}

describe("the format is found by content", () => {
  test.each<[string, string | Uint8Array, Partial<SourcedReport>]>([
    ["plain text", STORY, { text: STORY, date: null }],
    ["a text that begins with a bracket", `[Reuters] ${STORY}`, { text: `[Reuters] ${STORY}` }],
    [
      "Markdown",
      `# Two expelled\n\nNorland *expelled* [two](https://a.example) diplomats.`,
      { title: "Two expelled", text: "Norland expelled two diplomats." },
    ],
    [
      "JSON",
      JSON.stringify({ text: STORY, date: "2024-05-10" }, null, 1),
      { text: STORY, date: "2024-05-10", date_basis: "metadata" },
    ],
    ["JSON lines", `${JSON.stringify({ text: STORY })}\n`, { text: STORY }],
    ["CSV", `date,text\n2024-05-10,"${STORY}"\n`, { text: STORY, date: "2024-05-10" }],
    [
      "RSS",
      RSS,
      {
        title: "Two expelled",
        text: STORY,
        date: "2024-05-10",
        source: "The Quena Herald",
        url: "https://herald.example/1",
      },
    ],
    ["HTML", PAGE, { title: "Two expelled", text: STORY, date: "2024-05-10" }],
    ["WARC", warc(PAGE), { text: STORY, url: "https://herald.example/1" }],
    ["EML", LETTER, { title: "Two expelled", text: `${STORY} Café.`, date: "2024-05-10", source: "The Quena Herald" }],
    ["mbox", `From news@herald.example Fri May 10 10:00:00 2024\n${LETTER}`, { title: "Two expelled" }],
    ["zip", zipOf("may/a.txt", Buffer.from(STORY)), { text: STORY }],
    [
      "PDF",
      Buffer.from(pdfOfTwoLines()),
      { text: "Norland expelled two Maran diplomats on Friday, the foreign ministry said." },
    ],
  ])("%s, also under gzip", async (_, input, expected) => {
    for (const bytes of [input, gzipSync(input)]) {
      const { reports, refused } = await read(bytes);
      expect(refused).toEqual([]);
      expect(reports[0]).toMatchObject(expected);
    }
  });

  test("what has no text is refused by its kind", async () => {
    expect((await read(Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]))).refused).toEqual([
      expect.stringContaining("a picture (PNG)"),
    ]);
    expect((await read('<?xml version="1.0"?><note><to>A</to></note>')).refused).toEqual([
      expect.stringContaining("XML of the kind <note>"),
    ]);
    expect((await read(zipOf("[Content_Types].xml", Buffer.from("x")))).refused).toEqual([
      expect.stringContaining("an office document"),
    ]);
  });
});

describe("columns", () => {
  test("are named by a map, also below one another", async () => {
    const map = parseFieldMap("text=article.body,date=seen,title=headline");
    const { reports } = await read(
      JSON.stringify({ headline: "Two expelled", seen: "10 May 2024", article: { body: STORY } }),
      { map },
    );
    expect(reports[0]).toMatchObject({ title: "Two expelled", date: "2024-05-10", text: STORY });
    const table = await read(`seen;headline;article.body\n2024-05-10;Two;"${STORY}"\n`, { map });
    expect(table.reports[0]).toMatchObject({ title: "Two", text: STORY });
  });

  test("a map that is none is told", () => {
    expect(() => parseFieldMap("body=text")).toThrow(/--map.*FIELD=COLUMN/);
  });

  test("a row without text is refused, the others are read", async () => {
    const { reports, refused } = await read(`id,text\na,${STORY.replaceAll(",", "")}\nb,\nc,Police arrested twelve.\n`);
    expect(reports.map((r) => r.id)).toEqual(["a", "c"]);
    expect(refused).toEqual([expect.stringMatching(/:3: text is empty/)]);
  });
});

describe("damage", () => {
  test("of an archive loses only what is damaged", async () => {
    const whole = warc(PAGE, PAGE.replace("Norland", "Mara"));
    const { reports, refused } = await read(whole.slice(0, -60));
    expect(reports).toHaveLength(1);
    expect(refused).toEqual([
      expect.stringMatching(
        /:2: record 2 \(response https:\/\/herald\.example\/2\) is left out \(it is cut off after \d+ of \d+ bytes\)/,
      ),
    ]);
  });

  test("of gzip is told with its place, and what stands before it is read", async () => {
    const lines = Array.from({ length: 3000 }, (_, i) =>
      JSON.stringify({ id: `r${i}`, text: `${STORY} ${Math.imul(i, 2654435761)}` }),
    ).join("\n");
    const packed = gzipSync(lines);
    const { reports, refused } = await read(packed.subarray(0, packed.length / 2));
    expect(reports.length).toBeGreaterThan(500);
    expect(refused.at(-1)).toMatch(/gzip data after \d+ unpacked bytes is damaged \(unexpected end of file\)/);
  });

  test("a bomb is refused before it fills the memory", async () => {
    const { refused } = await read(gzipSync(Buffer.alloc(60_000_000, "a")));
    expect(refused).toEqual([expect.stringMatching(/unpacks to over \d+ MB|more than the 10 MB allowed/)]);
    const nested = [1, 2, 3, 4, 5].reduce<Uint8Array>((bytes) => gzipSync(bytes), Buffer.from(STORY));
    expect((await read(nested)).refused).toEqual([expect.stringContaining("more than 4 deep")]);
  });

  test("entities do not grow", async () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel><item><title>${"&b;".repeat(1000)}</title></item></channel></rss>`;
    const { reports } = await read(bomb);
    expect(reports[0]?.text.length ?? 0).toBeLessThan(10_000);
  });

  test("a page that is too deep is refused", async () => {
    const { refused } = await read(`<html><body>${"<div>".repeat(20_000)}${STORY}</body></html>`);
    expect(refused).toEqual([expect.stringContaining("in one another, more than the 400 allowed")]);
  });
});

describe("other languages", () => {
  const spanish = "El presidente se reúne con la oposición en Lima para hablar de la reforma.";

  test("are set aside", async () => {
    expect(await read(spanish)).toEqual({ reports: [], refused: [], languages: ["es"] });
    expect((await read(spanish, { anyLanguage: true })).reports).toHaveLength(1);
  });

  test("a tag decides where the words are few", async () => {
    expect((await read(JSON.stringify({ text: "Merkel trifft Macron", language: "de" }))).languages).toEqual(["de"]);
    expect((await read(JSON.stringify({ text: `${STORY} ${STORY} ${STORY}`, language: "de" }))).reports).toHaveLength(
      1,
    );
  });
});

test("what was read is read again the same", async () => {
  const [first] = (await read(RSS)).reports;
  const [again] = (await read(JSON.stringify(first))).reports;
  expect(again).toEqual(first);
});
