import { describe, expect, it } from "vitest";
import { afterPageFailure } from "./after-page.ts";
import { afterPoll, type PollOutcome } from "./after-poll.ts";
import { chooseTasks, type Task, type Traffic } from "./choose-tasks.ts";
import { afterRequest } from "./host-pace.ts";
import { newSource, type SourceState } from "./source-state.ts";

const NOW = Date.parse("2024-05-10T12:00:00Z");
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const EVERY = 30 * MINUTE;

describe("the next poll", () => {
  const fresh = newSource("https://news.example/feed", null, NOW);
  const read: PollOutcome = { kind: "read", status: 200, title: "News", etag: '"1"', lastModified: "x", movedTo: null };
  const failed = (status: number | null, retryAt: number | null = null): PollOutcome => ({
    kind: "failed",
    status,
    problem: "it failed",
    retryAt,
  });
  const pauseAfter = (state: SourceState, outcome: PollOutcome): number =>
    afterPoll(state, outcome, NOW, EVERY).nextPoll - NOW;

  it("comes after the interval, a fixed share later for each source", () => {
    const after = afterPoll(fresh, read, NOW, EVERY);
    expect(after).toMatchObject({ title: "News", etag: '"1"', lastModified: "x", status: 200, succeeded: NOW });
    const pauses = ["a", "b", "c"].map((name) => pauseAfter(newSource(`https://${name}.example/`, null, NOW), read));
    for (const pause of pauses) {
      expect(pause).toBeGreaterThanOrEqual(EVERY);
      expect(pause).toBeLessThanOrEqual(EVERY * 1.1);
    }
    expect(new Set(pauses).size).toBe(3);
    expect(pauseAfter(fresh, read)).toBe(pauseAfter(after, read));
  });

  it("keeps the list's title and, when nothing changed, what the feed said of itself", () => {
    const named = afterPoll({ ...fresh, title: "Mine" }, read, NOW, EVERY);
    expect(named.title).toBe("Mine");
    expect(afterPoll(named, { kind: "unchanged", movedTo: null }, NOW, EVERY)).toMatchObject({
      etag: '"1"',
      status: 304,
    });
  });

  it("comes later with each failure, at most a day, and a success forgets them", () => {
    const pauses: number[] = [];
    let state: SourceState = fresh;
    for (let i = 0; i < 40; i++) {
      state = afterPoll(state, failed(500), NOW, EVERY);
      pauses.push((state.nextPoll - NOW) / MINUTE);
    }
    expect(pauses.slice(0, 7)).toEqual([30, 60, 120, 240, 480, 960, 1440]);
    expect(pauses.at(-1)).toBe(1440);
    expect(state).toMatchObject({ failures: 40, problem: "it failed", succeeded: null });
    expect(afterPoll(state, read, NOW, EVERY)).toMatchObject({ failures: 0, problem: null });
  });

  it("keeps an interval longer than a day", () => {
    for (const failures of [0, 5])
      expect(afterPoll({ ...fresh, failures }, failed(500), NOW, 2 * DAY).nextPoll - NOW).toBe(2 * DAY);
  });

  it("waits as long as Retry-After asks, at most a day, and never less than the back-off", () => {
    expect(pauseAfter(fresh, failed(503, NOW + 3 * EVERY))).toBe(3 * EVERY);
    expect(pauseAfter(fresh, failed(429, NOW + 1000))).toBe(EVERY);
    expect(pauseAfter(fresh, failed(429, NOW + 400 * DAY))).toBe(DAY);
  });

  it("of a source that is gone comes after a week", () => expect(pauseAfter(fresh, failed(410))).toBe(7 * DAY));
});

describe("a page that failed", () => {
  const page = { source: "s", entry: "e", link: "https://news.example/1", tries: 0, nextTry: NOW };

  it("is tried three times where that may help, once where it will not", () => {
    const second = afterPageFailure(page, true, NOW);
    expect(second).toMatchObject({ tries: 1, nextTry: NOW + 10 * MINUTE });
    const third = second && afterPageFailure(second, true, NOW);
    expect(third).toMatchObject({ tries: 2, nextTry: NOW + 40 * MINUTE });
    expect(third && afterPageFailure(third, true, NOW)).toBeNull();
    expect(afterPageFailure(page, false, NOW)).toBeNull();
  });
});

describe("the pause of a host", () => {
  const host = { host: "news.example", freeAt: 0, robots: null, robotsRead: null };
  it.each([
    ["its usual one", { pause: 2000, delay: null, retryAt: null }, 2000],
    ["the delay of robots.txt when it is longer", { pause: 2000, delay: 10, retryAt: null }, 10_000],
    ["at most a minute of it", { pause: 2000, delay: 3600, retryAt: null }, MINUTE],
    ["Retry-After", { pause: 2000, delay: null, retryAt: NOW + 90_000 }, 90_000],
    ["at most a day of it", { pause: 2000, delay: null, retryAt: NOW + 3 * DAY }, DAY],
  ])("is %s", (_case, asked, pause) => expect(afterRequest(host, NOW, asked).freeAt - NOW).toBe(pause));

  it("never gets shorter by another answer", () => {
    const held = { ...host, freeAt: NOW + DAY };
    expect(afterRequest(held, NOW, { pause: 2000, delay: null, retryAt: null }).freeAt).toBe(NOW + DAY);
  });
});

describe("what to ask now", () => {
  const traffic: Traffic = {
    now: NOW,
    freeAt: new Map(),
    busy: new Set(),
    most: 3,
    patience: Number.POSITIVE_INFINITY,
  };
  const task = (key: string, host: string, due = NOW): Task => ({ key, host, due });
  const keys = (tasks: readonly Task[], more: Partial<Traffic> = {}): readonly string[] =>
    chooseTasks(tasks, { ...traffic, ...more }).start.map((t) => t.key);

  it("is what has been due longest, one a host, so many at a time", () => {
    const tasks = [task("d", "4"), task("c", "3"), task("b", "1", NOW - 5), task("a", "1"), task("e", "2")];
    expect(keys(tasks)).toEqual(["b", "c", "d"]);
    expect(keys(tasks, { busy: new Set(["1", "9"]) })).toEqual(["c"]);
    expect(keys([...tasks].reverse())).toEqual(["b", "c", "d"]);
  });

  it("is nothing of a host that is asked, or wants a pause", () => {
    const tasks = [task("a", "1"), task("b", "2"), task("c", "3", NOW + 70)];
    const choice = chooseTasks(tasks, { ...traffic, busy: new Set(["1"]), freeAt: new Map([["2", NOW + 50]]) });
    expect(choice).toEqual({ start: [], wakeAt: NOW + 50 });
  });

  it("is looked for again when something comes due, not while all wait for busy hosts", () => {
    expect(chooseTasks([task("c", "3", NOW + 70)], traffic).wakeAt).toBe(NOW + 70);
    expect(chooseTasks([task("c", "3", NOW + 70)], { ...traffic, busy: new Set(["3"]) }).wakeAt).toBeNull();
    expect(chooseTasks([], traffic)).toEqual({ start: [], wakeAt: null });
  });

  it("does not wait beyond its patience", () => {
    expect(chooseTasks([task("a", "1", NOW + 70)], { ...traffic, patience: 60 })).toEqual({ start: [], wakeAt: null });
    expect(chooseTasks([task("a", "1", NOW + 70)], { ...traffic, patience: 80 }).wakeAt).toBe(NOW + 70);
  });
});
