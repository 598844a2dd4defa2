import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAllowed, readRobots } from "./robots-rules.ts";

const allowed = (robots: string, path: string): boolean =>
  isAllowed(readRobots(robots, "dragoman"), new URL(path, "http://news.example"));

describe("robots.txt", () => {
  it.each([
    ["", "/a", true],
    ["User-agent: *\nDisallow: /", "/a", false],
    ["User-agent: *\nDisallow:", "/a", true],
    ["User-agent: *\nDisallow: /private", "/private/x", false],
    ["User-agent: *\nDisallow: /private/", "/private", true],
    // The crawler's own group stands alone.
    ["User-agent: *\nDisallow: /\n\nUser-agent: Dragoman/1.0\nDisallow: /old", "/new", true],
    ["User-agent: *\nDisallow: /\n\nUser-agent: dragoman\nDisallow: /old", "/old", false],
    ["User-agent: dragomanbot\nDisallow: /", "/a", true],
    ["User-agent: a\nUser-agent: dragoman\nDisallow: /x", "/x", false],
    ["User-agent: dragoman\nDisallow: /x\nUser-agent: b\nDisallow: /y", "/y", true],
    [
      "User-agent: dragoman\nDisallow: /x\nUser-agent: b\nDisallow: /y\nUser-agent: dragoman\nDisallow: /z",
      "/z",
      false,
    ],
    // The longest rule decides, and of equals the one that allows.
    ["User-agent: *\nDisallow: /\nAllow: /news", "/news/1", true],
    ["User-agent: *\nAllow: /news\nDisallow: /news", "/news", true],
    ["User-agent: *\nAllow: /\nDisallow: /news", "/news", false],
    ["User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", false],
    ["User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x=1", true],
    ["User-agent: *\nDisallow: /a$", "/a", false],
    ["User-agent: *\nDisallow: /a$", "/ab", true],
    ["User-agent: *\nDisallow: /*/feed/", "/world/feed/", false],
    ["User-agent: *\nDisallow: /*?print=", "/a?print=1", false],
    ["User-agent: *\nDisallow: /m%C3%BCller", "/müller", false],
    ["User-agent: *\nDisallow: /müller", "/m%c3%bcller", false],
    ["User-agent: *\nDisallow: /%7Eann", "/~ann", false],
    ["\uFEFFuser-agent : * # all\r\ndisallow : /a # not this\r\n", "/a", false],
    ["Disallow: /", "/a", true],
  ])("%j on %s: %s", (robots, path, expected) => expect(allowed(robots, path)).toBe(expected));

  it("tells the delay of the group that holds", () => {
    expect(readRobots("User-agent: *\nCrawl-delay: 10", "dragoman").delay).toBe(10);
    expect(readRobots("User-agent: *\nCrawl-delay: soon", "dragoman").delay).toBeNull();
    expect(readRobots("User-agent: x\nCrawl-delay: 10", "dragoman").delay).toBeNull();
  });

  it("is quick with patterns made to be slow", () => {
    const robots = `User-agent: *\nDisallow: /${"a*".repeat(2000)}b$\n`.repeat(20);
    const start = performance.now();
    expect(allowed(robots, `/${"a".repeat(5000)}`)).toBe(true);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it("reads anything without a fault", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => void allowed(`User-agent: *\nDisallow: /${text}`, "/a")),
    );
  });
});
