import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkedAddresses } from "./checked-addresses.ts";
import { charsetOf, decodeBytes } from "../readers/characters/charset.ts";
import type { FetchAnswer, FetchFailure } from "./fetch-answer.ts";
import { FETCH_LIMITS } from "./fetch-limits.ts";
import { type FetcherOptions, HttpFetcher } from "./http-fetcher.ts";
import { MisbehavingServer } from "./misbehaving-server.test-data.ts";

let server: MisbehavingServer;
beforeAll(async () => {
  server = await MisbehavingServer.start();
});
afterAll(() => server.stop());

const LIMITS = { ...FETCH_LIMITS, connectMs: 400, firstByteMs: 400, totalMs: 1500, bytes: 100_000, redirects: 3 };
const nobody = (): Promise<readonly string[]> => Promise.reject(new Error("no names are asked for in this test"));

function fetcher(options: Partial<FetcherOptions> = {}): HttpFetcher {
  return new HttpFetcher({
    limits: LIMITS,
    policy: { resolve: nobody, allowPrivate: true },
    userAgent: "dragoman/test",
    ...options,
  });
}

const ask = (url: string): Promise<FetchAnswer | FetchFailure> => fetcher().fetch({ url });
const failure = (code: string, passing?: boolean): object => ({
  kind: "failure",
  issue: { code },
  ...(passing === undefined ? {} : { passing }),
});

async function textAt(url: string): Promise<string> {
  const answer = await ask(url);
  if (answer.kind === "failure") throw new Error(answer.issue.code);
  return decodeBytes(answer.body, charsetOf(answer.body, answer.headers["content-type"]).name);
}

describe("a server that answers", () => {
  it("gets a name, what we unpack and what the caller adds, and nothing of its own may replace the name", async () => {
    let seen: object = {};
    const url = server.at("/seen", (request, answer) => {
      seen = request.headers;
      answer.end("yes");
    });
    await fetcher().fetch({ url, headers: { "if-none-match": '"1"', "user-agent": "other" } });
    expect(seen).toMatchObject({
      "user-agent": "dragoman/test",
      "if-none-match": '"1"',
      "accept-encoding": "gzip, deflate, br",
    });
  });

  it.each([
    ["gzip", gzipSync("news")],
    ["deflate", deflateSync("news")],
    ["deflate", deflateRawSync("news")],
    ["br", brotliCompressSync("news")],
    ["deflate, gzip", gzipSync(deflateSync("news"))],
    ["identity", Buffer.from("news")],
  ])("is unpacked from %s", async (packing, body) => {
    expect(await textAt(server.answers(`/packed`, body, { "content-encoding": packing }))).toBe("news");
  });

  it("with 304, ETag and no body is an answer like others", async () => {
    const url = server.at("/etag", (request, answer) => {
      if (request.headers["if-none-match"] === '"7"') answer.writeHead(304, { etag: '"7"' }).end();
      else answer.writeHead(200, { etag: '"7"' }).end("news");
    });
    expect(await ask(url)).toMatchObject({ kind: "answer", status: 200, headers: { etag: '"7"' } });
    expect(await fetcher().fetch({ url, headers: { "if-none-match": '"7"' } })).toMatchObject({ status: 304 });
  });

  it.each([429, 503])("%i keeps its Retry-After", async (status) => {
    const url = server.answers(`/busy`, "later", { "retry-after": "120" }, status);
    expect(await ask(url)).toMatchObject({ kind: "answer", status, headers: { "retry-after": "120" } });
  });

  it("in another encoding than it says is read all the same", async () => {
    const type = { "content-type": "text/html; charset=utf-8" };
    expect(await textAt(server.answers("/charset", Buffer.from("Bogotá, Cali", "latin1"), type))).toBe("Bogotá, Cali");
  });
});

describe("a server that is slow", () => {
  it("with its first byte is left", async () => {
    expect(await ask(server.at("/silent", () => undefined))).toMatchObject({
      ...failure("FETCH_TIME", true),
      issue: { data: { what: "first byte" } },
    });
  });

  it("with its body is left, however steadily it drips", async () => {
    const url = server.at("/drip", (_request, answer) => {
      const drip = setInterval(() => answer.write("x"), 50);
      answer.on("close", () => clearInterval(drip));
    });
    expect(await ask(url)).toMatchObject({ ...failure("FETCH_TIME"), issue: { data: { what: "whole answer" } } });
  });

  it("with its headers is left", async () => {
    const url = server.sendsRaw("/half", "HTTP/1.1 200 OK\r\nContent-", "wait");
    expect(await ask(url)).toMatchObject(failure("FETCH_TIME"));
  });

  it("at its name is left", async () => {
    const policy = { resolve: () => new Promise<never>(() => undefined), allowPrivate: true };
    expect(await fetcher({ policy }).fetch({ url: "http://slow.example/" })).toMatchObject({
      ...failure("FETCH_TIME", true),
      issue: { data: { what: "connection" } },
    });
  });
});

describe("a server that sends too much", () => {
  it("without end is left", async () => {
    const url = server.at("/endless", (_request, answer) => {
      const more = (): void => {
        while (!answer.destroyed && answer.write("x".repeat(10_000)));
      };
      answer.on("drain", more);
      more();
    });
    expect(await ask(url)).toMatchObject(failure("FETCH_TOO_LARGE", false));
  });

  it("and says so is left before it does", async () => {
    const url = server.at("/announced", (_request, answer) => {
      answer.writeHead(200, { "content-length": "5000000000" });
      answer.write("x");
    });
    expect(await ask(url)).toMatchObject(failure("FETCH_TOO_LARGE", false));
  });

  it("when unpacked, a bomb, costs little", async () => {
    const bomb = gzipSync(Buffer.alloc(60_000_000));
    const before = process.memoryUsage().rss;
    const url = server.answers("/bomb", bomb, { "content-encoding": "gzip" });
    expect(bomb.length).toBeLessThan(LIMITS.bytes);
    expect(await ask(url)).toMatchObject({ ...failure("FETCH_TOO_LARGE"), issue: { data: { what: "unpacked" } } });
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
  });

  it("in layers is left", async () => {
    const bomb = gzipSync(gzipSync(Buffer.alloc(60_000_000)));
    const url = server.answers("/layers", bomb, { "content-encoding": "gzip, gzip" });
    expect(await ask(url)).toMatchObject(failure("FETCH_TOO_LARGE"));
    const deep = server.answers("/deep", bomb, { "content-encoding": "gzip, gzip, gzip" });
    expect(await ask(deep)).toMatchObject(failure("FETCH_PACKING"));
  });

  it("of headers is left", async () => {
    const url = server.answers("/headers", "x", { "x-long": "y".repeat(40_000) });
    expect(await ask(url)).toMatchObject(failure("FETCH_CONNECTION"));
  });
});

describe("a server that sends something else than it says", () => {
  it("shorter than announced is no answer", async () => {
    const url = server.sendsRaw("/short", "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nonly this", "close");
    expect(await ask(url)).toMatchObject(failure("FETCH_CUT", true));
  });

  it("longer than announced is read as long as announced", async () => {
    const url = server.sendsRaw("/long", "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nnews and more", "close");
    expect(await textAt(url)).toBe("news");
  });

  it("reset in the middle is no answer", async () => {
    const url = server.sendsRaw("/reset", "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nonly this", "reset");
    expect(await ask(url)).toMatchObject(failure("FETCH_CUT", true));
  });

  it("broken off between chunks is no answer", async () => {
    const url = server.sendsRaw(
      "/chunks",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nnews\r\n",
      "close",
    );
    expect(await ask(url)).toMatchObject(failure("FETCH_CUT", true));
  });

  it("not HTTP at all, or nothing, is no answer", async () => {
    expect(await ask(server.sendsRaw("/ssh", "SSH-2.0-server\r\n", "close"))).toMatchObject(
      failure("FETCH_CONNECTION"),
    );
    expect(await ask(server.sendsRaw("/none", "", "close"))).toMatchObject(failure("FETCH_CONNECTION", true));
    const both = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nnews\r\n0\r\n\r\n";
    expect((await ask(server.sendsRaw("/both", both, "close"))).kind).toBe("failure");
  });

  it("packed differently, or cut off in its packing, is no answer", async () => {
    const gzip = { "content-encoding": "gzip" };
    expect(await ask(server.answers("/plain", "news", gzip))).toMatchObject(failure("FETCH_CUT"));
    const half = gzipSync("news ".repeat(500)).subarray(0, 25);
    expect(await ask(server.answers("/half.gz", half, gzip))).toMatchObject(failure("FETCH_CUT"));
    expect(await ask(server.answers("/odd", "news", { "content-encoding": "rot13" }))).toMatchObject(
      failure("FETCH_PACKING", false),
    );
  });

  it("no server at all is no answer", async () => {
    const gone = await MisbehavingServer.start();
    const url = gone.url("/");
    await gone.stop();
    expect(await ask(url)).toMatchObject(failure("FETCH_CONNECTION", true));
  });
});

describe("a server with TLS", () => {
  it("whose certificate nobody vouches for is no answer", async () => {
    const secure = await MisbehavingServer.start("https");
    try {
      const url = secure.answers("/feed", "text");
      const resolve = (): Promise<readonly string[]> => Promise.resolve(["127.0.0.1"]);
      const answer = await fetcher({ policy: { resolve, allowPrivate: true } }).fetch({ url });
      expect(answer).toMatchObject(failure("FETCH_CONNECTION", true));
      expect(answer).toMatchObject({ issue: { data: { reason: expect.stringMatching(/self-signed/) as string } } });
      expect(secure.asked).toEqual([]);
    } finally {
      await secure.stop();
    }
  });
});

describe("redirects", () => {
  const redirect = (path: string, to: string, status = 302): string =>
    server.answers(path, "", { location: to }, status);

  it("are followed, and those for good remembered", async () => {
    server.answers("/new", "news");
    redirect("/newer", "/new", 301);
    const url = redirect("/old", "/newer", 308);
    expect(await ask(url)).toMatchObject({ status: 200, url: server.url("/new"), movedTo: server.url("/new") });
    const passing = redirect("/passing", "/newer", 302);
    expect(await ask(passing)).toMatchObject({ status: 200, url: server.url("/new"), movedTo: null });
    const half = redirect("/half-way", "/passing", 301);
    expect(await ask(half)).toMatchObject({ url: server.url("/new"), movedTo: server.url("/passing") });
  });

  it("in a circle end", async () => {
    redirect("/b", "/a");
    const asked = server.asked.length;
    expect(await ask(redirect("/a", "/b"))).toMatchObject(failure("FETCH_REDIRECTS", false));
    expect(server.asked.length - asked).toBe(LIMITS.redirects + 1);
  });

  it.each([
    "file:///etc/hosts",
    "ftp://news.example/",
    "javascript:alert(1)",
    "http://a:b@news.example/",
    "http://[",
    "",
  ])("to %j are refused", async (to) =>
    expect(await ask(redirect("/away", to))).toMatchObject(failure("FETCH_SCHEME", false)),
  );

  it("can be forbidden by the caller", async () => {
    const forbidden = { kind: "failure", issue: { code: "ROBOTS_FORBIDS", data: {} }, passing: false } as const;
    const seen: string[] = [];
    const mayFollow = (url: URL): Promise<FetchFailure> => {
      seen.push(url.pathname);
      return Promise.resolve(forbidden);
    };
    expect(await fetcher().fetch({ url: redirect("/asks", "/new"), mayFollow })).toEqual(forbidden);
    expect(seen).toEqual(["/new"]);
  });
});

describe("addresses of this machine and its network", () => {
  const strict = (addresses: Record<string, readonly string[]>): HttpFetcher =>
    fetcher({
      policy: {
        resolve: (host) => Promise.resolve(addresses[host] ?? []),
        allowPrivate: false,
      },
    });
  const SPELLINGS = [
    "127.0.0.1",
    "2130706433",
    "0x7f.1",
    "0177.0.0.1",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
  ];

  it.each(SPELLINGS)("are refused as http://%s", async (host) => {
    const asked = server.asked.length;
    expect(await strict({}).fetch({ url: `http://${host}:${server.port}/new` })).toMatchObject(
      failure("FETCH_ADDRESS", false),
    );
    expect(server.asked.length).toBe(asked);
  });

  it("are refused behind a name", async () => {
    const names = { "news.example": ["10.0.0.1", "fd00::1"], "meta.example": ["169.254.169.254"] };
    for (const name of Object.keys(names))
      expect(await strict(names).fetch({ url: `http://${name}/` })).toMatchObject(failure("FETCH_ADDRESS"));
  });

  it("are refused after a redirect", async () => {
    server.answers("/in", "", { location: `http://127.0.0.1:${server.port}/new` }, 302);
    // Only the first hop may go to this machine: the test's server has no public address.
    let firstHop = true;
    const policy = {
      resolve: () => Promise.resolve(["127.0.0.1"]),
      get allowPrivate() {
        return firstHop;
      },
    };
    const guarded = fetcher({ policy });
    const answer = await guarded.fetch({
      url: `http://news.example:${server.port}/in`,
      mayFollow: () => {
        firstHop = false;
        return Promise.resolve(null);
      },
    });
    expect(answer).toMatchObject(failure("FETCH_ADDRESS"));
  });

  it("are not reached by a name that changes its answer: it is asked once, and the connection goes to what was checked", async () => {
    const answers = [["127.0.0.1"], ["10.0.0.1"], ["10.0.0.2"]];
    let asked = 0;
    const policy = { resolve: () => Promise.resolve(answers[asked++] ?? []), allowPrivate: true };
    const answer = await fetcher({ policy }).fetch({ url: `http://changing.example:${server.port}/new` });
    expect(answer).toMatchObject({ kind: "answer", status: 200 });
    expect(asked).toBe(1);
  });

  it("are struck from a name that has public ones too", async () => {
    const resolve = (): Promise<readonly string[]> => Promise.resolve(["127.0.0.1", "2606:4700::1111", "fd00::1"]);
    const url = new URL("http://mixed.example/");
    expect(await checkedAddresses(url, { resolve, allowPrivate: false })).toEqual(["2606:4700::1111"]);
  });

  it("without an address at all are no connection", async () => {
    expect(await strict({}).fetch({ url: "http://none.example/" })).toMatchObject(failure("FETCH_NAME", true));
    expect(await fetcher().fetch({ url: "http://none.example/" })).toMatchObject(failure("FETCH_NAME", true));
  });
});

it("a caller that goes away ends the request", async () => {
  const gone = new AbortController();
  const url = server.at("/waits", () => gone.abort());
  expect(await fetcher().fetch({ url, signal: gone.signal })).toMatchObject(failure("FETCH_STOPPED"));
});
