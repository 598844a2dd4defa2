/** One line of robots.txt that allows or forbids. */
interface RobotsRule {
  readonly allows: boolean;
  /** Split at its asterisks. */
  readonly parts: readonly string[];
  /** It ended with a dollar sign. */
  readonly toEnd: boolean;
  readonly length: number;
}

/** What a robots.txt says to one crawler. */
export interface RobotsRules {
  readonly rules: readonly RobotsRule[];
  /** Seconds between two requests that the site asks for; null: nothing said. */
  readonly delay: number | null;
}

interface Group {
  readonly agents: string[];
  readonly lines: (readonly [field: string, value: string])[];
}

/** RFC 9309 asks crawlers to read at least 500 kB. */
const MOST_CHARACTERS = 512_000;

/** Reads a robots.txt as RFC 9309 says: the groups that name the crawler, else those for `*`. */
export function readRobots(text: string, crawler: string): RobotsRules {
  const groups = groupsOf(text.slice(0, MOST_CHARACTERS));
  const name = crawler.toLowerCase();
  const named = groups.filter((g) => g.agents.includes(name));
  const lines = (named.length ? named : groups.filter((g) => g.agents.includes("*"))).flatMap((g) => g.lines);
  const delays = lines.filter(([f]) => f === "crawl-delay").map(([, v]) => Number(v));
  return {
    rules: lines.flatMap(([field, value]) => (isRule(field) && value !== "" ? [ruleOf(field, value)] : [])),
    delay: delays.find((d) => Number.isFinite(d) && d >= 0) ?? null,
  };
}

/** The longest rule that fits decides; of two as long, the one that allows. */
export function isAllowed({ rules }: RobotsRules, url: URL): boolean {
  const path = plainPath(url.pathname + url.search);
  let best: RobotsRule | null = null;
  for (const rule of rules) {
    if (!fits(rule, path)) continue;
    if (!best || rule.length > best.length || (rule.length === best.length && rule.allows)) best = rule;
  }
  return best?.allows ?? true;
}

function groupsOf(text: string): readonly Group[] {
  const groups: Group[] = [];
  let group: Group | null = null;
  for (const line of text.replace(/^\uFEFF/, "").split(/\r\n?|\n/)) {
    const [, field = "", value = ""] = /^\s*([\w-]+)\s*:\s*(.*?)\s*(?:#.*)?$/.exec(line) ?? [];
    const name = field.toLowerCase();
    if (name === "user-agent") {
      // Several agents in a row share what follows; one after rules begins anew.
      if (!group || group.lines.length) groups.push((group = { agents: [], lines: [] }));
      group.agents.push(agentOf(value));
    } else if (group && (isRule(name) || name === "crawl-delay")) group.lines.push([name, value]);
  }
  return groups;
}

/** "Dragoman/1.0" names the crawler dragoman. */
function agentOf(value: string): string {
  return (/^[\w-]+|^\*/.exec(value)?.[0] ?? "").toLowerCase();
}

function isRule(field: string): boolean {
  return field === "allow" || field === "disallow";
}

function ruleOf(field: string, value: string): RobotsRule {
  const toEnd = value.endsWith("$");
  const parts = plainPath(toEnd ? value.slice(0, -1) : value).split("*");
  return { allows: field === "allow", parts, toEnd, length: value.length };
}

/** The parts are sought one after the other, leftmost first: no backtracking, so that no pattern can take long. */
function fits({ parts, toEnd }: RobotsRule, path: string): boolean {
  const [first = "", ...rest] = parts;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  const last = toEnd && rest.length ? rest.pop() : undefined;
  for (const part of rest) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  if (!toEnd) return true;
  return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last);
}

/** Paths and patterns are compared with their escapes undone where that changes nothing of their meaning. */
function plainPath(path: string): string {
  return path
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(/[^\x21-\x7e]/gu, (c) => encodeURIComponent(c))
    .replace(/%[0-9a-f]{2}/gi, (escape) => {
      const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
      return /[\w.~-]/.test(character) ? character : escape.toUpperCase();
    });
}
