import type { ContextRow, ContextRule } from "../../core/contexts.ts";
import { PhraseTrie, type TrieHit, type TrieToken } from "./phrase-trie.ts";

/** Words of one sentence that speak for one context. */
export interface Topic {
  /** One for each different strong phrase, a half for each different weak one. */
  readonly score: number;
  readonly hits: readonly TopicHit[];
}

export interface TopicHit {
  readonly phrase: string;
  readonly start: number;
  readonly end: number;
}

/** What one sentence's words say: topics by the number of the context, and the word lists of rules that it holds. */
export interface SentenceTopics {
  readonly topics: ReadonlyMap<number, Topic>;
  readonly lists: ReadonlyMap<readonly string[], TopicHit>;
}

interface Entry {
  readonly context: number;
  readonly kind: "strong" | "weak" | "blocker";
}
/** A word list of a rule; lists are known by identity, as rules share the classes of the data. */
interface ListEntry {
  readonly list: readonly string[];
}

const STRONG = 1;
const WEAK = 0.5;

/** Finds the words of all contexts and all rules in one pass over a sentence. */
export class TopicScanner {
  private readonly trie = new PhraseTrie<Entry | ListEntry>();

  constructor(rows: readonly ContextRow[]) {
    rows.forEach((row, context) => {
      for (const kind of ["strong", "weak"] as const) for (const w of row[kind]) this.trie.add(w, { context, kind });
      for (const w of row.blockers) this.trie.add(w, { context, kind: "blocker" });
      for (const rule of row.rules) this.addLists(rule);
    });
  }

  scan(tokens: readonly TrieToken[]): SentenceTopics {
    const topics = new Map<number, Topic>();
    const lists = new Map<readonly string[], TopicHit>();
    const found = new Map<number, Found[]>();
    for (const hit of this.trie.find(tokens)) {
      for (const value of hit.values) {
        if ("list" in value) {
          if (!lists.has(value.list)) lists.set(value.list, hit);
        } else {
          const all = found.get(value.context);
          if (all) all.push({ hit, kind: value.kind });
          else found.set(value.context, [{ hit, kind: value.kind }]);
        }
      }
    }
    for (const [context, all] of found) {
      const topic = topicOf(all);
      if (topic) topics.set(context, topic);
    }
    return { topics, lists };
  }

  private addLists(rule: ContextRule): void {
    for (const list of [rule.words, rule.also, rule.unless]) {
      const entry = { list };
      for (const w of list) this.trie.add(w, entry);
    }
  }
}

interface Found {
  readonly hit: TrieHit<unknown>;
  readonly kind: Entry["kind"];
}

/** Longer phrases hide what they contain; a blocker hides and says nothing itself. */
function topicOf(all: readonly Found[]): Topic | null {
  const kept = all.filter((f) => f.kind !== "blocker" && !all.some((other) => other !== f && hides(other, f)));
  if (!kept.length) return null;
  const phrases = new Map<string, Found>();
  const places = new Set<number>();
  for (const f of kept) {
    // "emission" and "emissions" of one list are one piece of evidence where both match the same word.
    if (phrases.has(f.hit.phrase) || places.has(f.hit.start)) continue;
    phrases.set(f.hit.phrase, f);
    places.add(f.hit.start);
  }
  let score = 0;
  for (const { kind } of phrases.values()) score += kind === "strong" ? STRONG : WEAK;
  return { score, hits: [...phrases.values()].map(({ hit }) => hit) };
}

function hides(a: Found, b: Found): boolean {
  if (a.hit.start > b.hit.start || a.hit.end < b.hit.end) return false;
  const isLonger = a.hit.end - a.hit.start > b.hit.end - b.hit.start;
  return isLonger || (a.kind === "blocker" && b.kind !== "blocker") || (a.kind === "strong" && b.kind === "weak");
}
