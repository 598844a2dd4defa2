import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SourcedReport } from "../readers/settle-report.ts";
import { FETCH_LIMITS } from "../fetching/fetch-limits.ts";
import { HttpFetcher } from "../fetching/http-fetcher.ts";
import { MisbehavingServer } from "../fetching/misbehaving-server.test-data.ts";
import type { Clock } from "./clock.ts";
import { DuckDbLedger } from "./duckdb/duckdb-ledger.ts";
import { answeredFeeds } from "./reading/answered-feeds.ts";
import { answeredPages } from "./reading/answered-pages.ts";
import type { SourceState } from "./schedule/source-state.ts";
import { type WatchCounts, type WatchOptions, watchSources } from "./watch.ts";

const NOW = Date.parse("2024-05-10T12:00:00Z");
const MINUTE = 60_000;

/** A clock that moves when somebody waits for it, and ends the watch at its hour. */
class FakeClock implements Clock {
  time = NOW;
  end = Number.POSITIVE_INFINITY;
  stop = new AbortController();

  now(): number {
    return this.time;
  }

  sleep(ms: number): Promise<void> {
    this.time += ms;
    if (this.time >= this.end) this.stop.abort();
    return Promise.resolve();
  }
}

const item = (id: string, text: string, link = ""): string =>
  `<item><guid isPermaLink="false">${id}</guid><title>Title ${id}</title><link>${link}</link><pubDate>Fri, 10 May 2024 10:00:00 GMT</pubDate><description>&lt;p&gt;${text}&lt;/p&gt;</description></item>`;
const feed = (...items: readonly string[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Norland News</title>${items.join("")}</channel></rss>`;

let server: MisbehavingServer;
let folder: string;
let clock: FakeClock;
let stored: SourcedReport[];
let lines: string[];
beforeEach(async () => {
  server = await MisbehavingServer.start();
  folder = mkdtempSync(join(tmpdir(), "dragoman-watch-"));
  clock = new FakeClock();
  stored = [];
  lines = [];
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

function ledger(): DuckDbLedger {
  return new DuckDbLedger(join(folder, "events.duckdb"), {
    clock,
    signal: clock.stop.signal,
    onWait: () => lines.push("waiting"),
  });
}

function watch(urls: readonly string[], options: Partial<WatchOptions> = {}, fails?: Error): Promise<WatchCounts> {
  return watchSources(
    urls.map((url) => ({ url, title: null })),
    {
      interval: 30 * MINUTE,
      once: true,
      fetchPages: false,
      anyLanguage: false,
      hostPause: 2000,
      requestsAtOnce: 8,
      ...options,
    },
    {
      clock,
      fetcher: new HttpFetcher({
        limits: { ...FETCH_LIMITS, firstByteMs: 500 },
        policy: { resolve: () => Promise.reject(new Error("no names here")), allowPrivate: true },
        userAgent: "dragoman/test",
      }),
      ledger: ledger(),
      sink: {
        store: (reports) => {
          if (fails) return Promise.reject(fails);
          stored.push(...reports);
          return Promise.resolve(reports.length);
        },
      },
      feedReader: answeredFeeds,
      pageReader: answeredPages,
      log: (line) => lines.push(line),
      setAside: (language) => lines.push(`set aside: ${language}`),
      signal: clock.stop.signal,
    },
  );
}

async function healthOf(url: string): Promise<SourceState | undefined> {
  return (await ledger().health()).find((s) => s.source === url);
}

describe("a feed", () => {
  it("gives each entry once, with title, day, source and text", async () => {
    const url = server.answers("/feed", feed(item("1", "Norland expelled two envoys.", "/articles/1")));
    expect(await watch([url])).toEqual({ polls: 1, failedPolls: 0, reports: 1, dropped: 0 });
    expect(stored).toEqual([
      {
        id: server.url("/articles/1"),
        date: "2024-05-10",
        title: "Title 1",
        source: "Norland News",
        url: server.url("/articles/1"),
        language: "en",
        text: "Norland expelled two envoys.",
        date_basis: "metadata",
        author: null,
        source_country: null,
        agency: null,
      },
    ]);
    server.answers("/feed", feed(item("2", "Two."), item("1", "One, changed.", "/articles/1"), item("2", "Two.")));
    expect(await watch([url])).toMatchObject({ reports: 1 });
    expect(stored.map((r) => r.text)).toEqual(["Norland expelled two envoys.", "Two."]);
    expect(await healthOf(url)).toMatchObject({ title: "Norland News", items: 2, status: 200, failures: 0 });
    expect(lines).toEqual([`${url}: 1 new`, `${url}: 1 new`]);
  });

  it("in another language is set aside, and counts as seen", async () => {
    const french = "Le ministre a déclaré que les deux pays vont signer un accord avec les autres dans la capitale.";
    const url = server.answers("/feed", feed(item("1", french), item("2", "Two envoys left the country on Friday.")));
    expect(await watch([url])).toMatchObject({ reports: 1 });
    expect(lines).toContain("set aside: fr");
    expect(await watch([url])).toMatchObject({ reports: 0 });
    expect(lines.filter((line) => line.startsWith("set aside"))).toHaveLength(1);
  });

  it("tells publisher, agency and author as files do", async () => {
    const entry = `<item><link>https://www.bbc.co.uk/news/1</link><title>T</title><dc:creator>Ada Venn</dc:creator><description>QUENA (Reuters) - Norland expelled two envoys on Friday.</description></item>`;
    const url = server.answers(
      "/feed",
      `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>bbc news</title>${entry}</channel></rss>`,
    );
    await watch([url]);
    expect(stored).toMatchObject([
      { source: "BBC News", source_country: "GBR", agency: "Reuters", author: "Ada Venn" },
    ]);
  });

  it("may call its entries anything", async () => {
    const ids = ["a'; DROP TABLE x; --", "\u0001\\u0000 \\", "Łódź 🏙", '{"id":[1]}', "null"];
    const entries = ids.map((id) => ({ id, content_text: `Text of ${id}` }));
    const url = server.answers(
      "/feed",
      JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "N", items: entries }),
    );
    expect(await watch([url])).toMatchObject({ reports: ids.length });
    expect(await watch([url])).toMatchObject({ reports: 0, failedPolls: 0 });
    expect(new Set(stored.map((r) => r.id)).size).toBe(ids.length);
  });

  it("is asked with what it said of itself, also after a restart", async () => {
    const asked: (string | undefined)[] = [];
    const url = server.at("/feed", (request, answer) => {
      asked.push(request.headers["if-none-match"], request.headers["if-modified-since"]);
      if (request.headers["if-none-match"] === '"7"') answer.writeHead(304).end();
      else
        answer
          .writeHead(200, { etag: '"7"', "last-modified": "Fri, 10 May 2024 10:00:00 GMT" })
          .end(feed(item("1", "One.")));
    });
    await watch([url]);
    await watch([url]);
    expect(asked).toEqual([undefined, undefined, '"7"', "Fri, 10 May 2024 10:00:00 GMT"]);
    expect(await healthOf(url)).toMatchObject({ status: 304, etag: '"7"', failures: 0, succeeded: clock.time });
    expect(stored).toHaveLength(1);
  });

  it("is polled again and again until the watch is stopped", async () => {
    let polls = 0;
    const url = server.at("/feed", (_request, answer) => answer.end(feed(item(String(++polls), "Text."))));
    clock.end = NOW + 100 * MINUTE;
    expect(await watch([url], { once: false })).toMatchObject({ polls: 4, reports: 4 });
  });

  it("that has moved for good is followed, and the health says where", async () => {
    server.answers("/new", feed(item("1", "One.")));
    const url = server.answers("/old", "", { location: "/new" }, 301);
    await watch([url]);
    expect(await healthOf(url)).toMatchObject({ movedTo: server.url("/new"), items: 1, failures: 0 });
    expect(lines.join()).toContain("mend the list");
  });

  it("with entities that would grow, or that point to files, does no harm", async () => {
    const grow = ["a", "b", "c", "d", "e", "f", "g", "h"].map(
      (name, i, all) => `<!ENTITY ${name} "${i ? `&${all[i - 1]};`.repeat(20) : "aaaaaaaaaa"}">`,
    );
    const url = server.answers(
      "/bomb",
      `<!DOCTYPE rss [${grow.join("")}<!ENTITY x SYSTEM "file:///etc/hosts">]>${feed(item("1", "&amp;h; &h; &x;"))}`,
    );
    await watch([url]);
    expect(JSON.stringify(stored)).not.toMatch(/localhost|aaaaaaaaaa/);
  });

  it.each(["", "<html><body>Sign in</body></html>", "{", "<rss", "\0\0\0"])(
    "that is none is said to be none: %j",
    async (body) => {
      const url = server.answers("/feed", body);
      expect(await watch([url])).toMatchObject({ failedPolls: 1 });
      expect((await healthOf(url))?.problem).toContain("no feed that can be read");
    },
  );
});

describe("a source that fails", () => {
  it("is asked later and later, and does not hold up the others", async () => {
    const bad = server.answers("/bad", "oops", {}, 500);
    const good = server.answers("/good", feed(item("1", "One.")));
    expect(await watch([bad, good])).toEqual({ polls: 2, failedPolls: 1, reports: 1, dropped: 0 });
    expect(await healthOf(bad)).toMatchObject({ status: 500, failures: 1, succeeded: null });
    // A round that comes before its pause is over leaves it alone.
    expect(await watch([bad, good])).toMatchObject({ polls: 1, failedPolls: 0 });
    clock.time += 31 * MINUTE;
    await watch([bad, good]);
    expect(await healthOf(bad)).toMatchObject({
      failures: 2,
      nextPoll: ((await healthOf(bad))?.polled ?? 0) + 60 * MINUTE,
    });
  });

  it.each([429, 503])("with %i holds its host as long as it asks, also over a restart", async (status) => {
    const url = server.answers("/busy", "", { "retry-after": "7200" }, status);
    const other = server.answers("/other", feed(item("1", "One.")));
    await watch([url]);
    expect((await healthOf(url))?.nextPoll).toBe(((await healthOf(url))?.polled ?? 0) + 120 * MINUTE);
    expect(await watch([url, other])).toMatchObject({ polls: 0 });
    clock.time += 121 * MINUTE;
    expect(await watch([url, other])).toMatchObject({ polls: 2 });
  });

  it("with nothing behind its address says so", async () => {
    const gone = await MisbehavingServer.start();
    const url = gone.url("/feed");
    await gone.stop();
    await watch([url]);
    expect(await healthOf(url)).toMatchObject({
      status: null,
      failures: 1,
      problem: expect.stringContaining("ECONNREFUSED") as string,
    });
  });
});

describe("a host", () => {
  it("gets a pause between two requests, or what its robots.txt asks for", async () => {
    const times: number[] = [];
    for (const path of ["/a", "/b", "/c"])
      server.at(path, (_request, answer) => {
        times.push(clock.time);
        answer.end(feed());
      });
    const urls = ["/a", "/b", "/c"].map((path) => server.url(path));
    await watch(urls);
    expect(times.map((t) => t - (times[0] ?? 0))).toEqual([0, 2000, 4000]);
    server.answers("/robots.txt", "User-agent: *\nCrawl-delay: 10");
    clock.time += 25 * 60 * MINUTE;
    times.length = 0;
    await watch(urls);
    expect(times.map((t) => t - (times[0] ?? 0))).toEqual([0, 10_000, 20_000]);
  });

  it("is asked for robots.txt once a day, and obeyed", async () => {
    server.answers("/robots.txt", "User-agent: dragoman\nDisallow: /private/");
    server.answers("/private/feed", feed(item("1", "One.")));
    server.answers("/way", "", { location: "/private/feed" }, 302);
    const urls = ["/private/feed", "/way"].map((path) => server.url(path));
    await watch(urls);
    expect(server.asked).toEqual(["/robots.txt", "/way"]);
    for (const url of urls) expect((await healthOf(url))?.problem).toContain("robots.txt");
    clock.time += 60 * MINUTE;
    await watch(urls);
    expect(server.asked.filter((path) => path === "/robots.txt")).toHaveLength(1);
    clock.time += 24 * 60 * MINUTE;
    await watch(urls);
    expect(server.asked.filter((path) => path === "/robots.txt")).toHaveLength(2);
  });

  it("is left alone while its robots.txt cannot be had", async () => {
    const url = server.answers("/feed", feed(item("1", "One.")));
    server.answers("/robots.txt", "", {}, 503);
    expect(await watch([url])).toMatchObject({ failedPolls: 1, reports: 0 });
    server.answers("/robots.txt", "", {}, 403);
    clock.time += 31 * MINUTE;
    expect(await watch([url])).toMatchObject({ failedPolls: 0, reports: 1 });
  });
});

describe("pages", () => {
  const page = `<html lang="en"><head><title>Page title</title><script>document.write("<p>never</p>")</script></head>
    <body><nav><p>Menu</p></nav><p>Norland expelled two envoys &amp; a clerk.</p><style>p{}</style><p>They left on <b>Friday</b>.</p></body></html>`;

  it("give the text where they can be had, else the feed's own stands", async () => {
    server.answers("/1", page, { "content-type": "text/html" });
    server.answers("/3", "<html><body><script>load()</script></body></html>");
    server.answers("/5", "<html><body><p>Subscribe to read on.</p></body></html>");
    const url = server.answers(
      "/feed",
      feed(
        item("1", "Short.", "/1"),
        item("2", "Two.", "/2"),
        item("3", "Three.", "/3"),
        item("4", "Four."),
        item("5", "Norland expelled two envoys on Friday.", "/5"),
      ),
    );
    expect(await watch([url], { fetchPages: true })).toMatchObject({ reports: 5, dropped: 0 });
    expect(new Map(stored.map((r) => [r.title, r.text]))).toEqual(
      new Map([
        ["Page title", "Norland expelled two envoys & a clerk.\n\nThey left on Friday."],
        ["Title 2", "Two."],
        ["Title 3", "Three."],
        ["Title 4", "Four."],
        ["Title 5", "Norland expelled two envoys on Friday."],
      ]),
    );
    expect(lines.join("\n")).toMatch(/\/2: the server answers 404[^]*\/3: no article text/);
  });

  it("that fail for the moment are tried again, three times in all", async () => {
    server.answers("/1", "", {}, 500);
    const url = server.answers("/feed", feed(item("1", "Short.", "/1")));
    clock.end = NOW + 60 * MINUTE;
    await watch([url], { once: false, fetchPages: true });
    expect(server.asked.filter((path) => path === "/1")).toHaveLength(3);
    expect(stored.map((r) => r.text)).toEqual(["Short."]);
  });

  it("that are not wanted any more hold up no entry", async () => {
    server.answers("/1", "", {}, 500);
    const url = server.answers("/feed", feed(item("1", "Short.", "/1")));
    await watch([url], { fetchPages: true });
    expect(stored).toEqual([]);
    await watch([url]);
    expect(stored.map((r) => r.text)).toEqual(["Short."]);
  });

  it("that were still wanted when the watch was stopped are read by the next", async () => {
    server.answers("/1", "", {}, 500);
    const url = server.answers("/feed", feed(item("1", "Short.", "/1")));
    await watch([url], { fetchPages: true });
    expect(stored).toEqual([]);
    server.answers("/1", page, { "content-type": "text/html" });
    clock.time += 11 * MINUTE;
    await watch([url], { fetchPages: true });
    expect(stored.map((r) => r.title)).toEqual(["Page title"]);
  });
});

describe("a watch that is killed", () => {
  it("between reading and storing hands over again what was not stored", async () => {
    const url = server.answers("/feed", feed(item("1", "One."), item("2", "Two.")));
    await expect(watch([url], {}, new Error("the base broke"))).rejects.toThrow("the base broke");
    expect(await watch([url])).toMatchObject({ reports: 2 });
    expect(stored.map((r) => r.text)).toEqual(["One.", "Two."]);
  });

  it("while a server is silent ends at once, and the source is as if it had not been asked", async () => {
    const url = server.at("/feed", () => clock.stop.abort());
    expect(await watch([url])).toMatchObject({ polls: 0 });
    clock.stop = new AbortController();
    expect(await healthOf(url)).toMatchObject({ polled: null, failures: 0 });
  });
});

describe("the list", () => {
  it("may change: what left it is no longer polled, and stays known", async () => {
    const [a, b] = [server.answers("/a", feed(item("1", "A."))), server.answers("/b", feed(item("2", "B.")))];
    await watch([a]);
    expect(await watch([b])).toMatchObject({ polls: 1 });
    expect(await healthOf(a)).toMatchObject({ listed: false, items: 1 });
    await watch([a]);
    expect(await healthOf(a)).toMatchObject({ listed: true, items: 1 });
    expect(stored).toHaveLength(2);
  });
});
