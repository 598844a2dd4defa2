import type { ActorTables, HeadRow } from "../actor-tables.ts";
import type { ActorCodes, ActorReading } from "./actor-codes.ts";
import type { TableRows } from "./actor-rows.ts";
import type { AgentEntry } from "./agent-dictionary.ts";
import type { Tally } from "./tally.ts";
import type { WordKnowledge } from "./word-knowledge.ts";

/** Turns entries of agent dictionaries into rows of agents.csv, or of offices.csv where the role fixes the country field (`NGO~`). */
export class AgentRows {
  private readonly codes: ActorCodes;
  private readonly words: WordKnowledge;
  private readonly tally: Tally;
  /** Rows so far: phrase -> table, cells and what it was read as. */
  private readonly made = new Map<string, { table: "agents" | "offices"; cells: readonly string[]; as: string }>();
  private readonly known = new Map<string, HeadRow>();
  /** Last word of a known phrase -> a row with it, for class and gender. */
  private readonly heads = new Map<string, HeadRow>();

  constructor(tables: ActorTables, codes: ActorCodes, words: WordKnowledge, tally: Tally) {
    this.codes = codes;
    this.words = words;
    this.tally = tally;
    for (const row of tables.heads) {
      this.known.set(row.words, row);
      const head = headOf(row.words);
      const old = this.heads.get(head);
      // The row of the bare noun says most about it.
      if (!old || row.words === head) this.heads.set(head, row);
    }
  }

  /** Takes one entry in; `source` stands in its rows. */
  add(entry: AgentEntry, source: string): void {
    const as = this.codes.agent(entry.code);
    if (typeof as === "string") {
      this.tally.lost("agents", entry.at, as);
      return;
    }
    if (as.lost) this.tally.partly("agents", entry.at, "code-part");
    const phrases = entry.phrases.flatMap((p) => this.wholeWords(p));
    const fresh = phrases.filter((p) => !this.holds(p, as.code, as.sectors));
    if (!fresh.length) {
      this.tally.known("agents", entry.at);
      return;
    }
    // A plural is what its singular is.
    const like = phrases.map((p) => this.like(p)).find((row) => row !== undefined);
    for (const phrase of fresh) this.make(phrase, like, entry, as, source);
  }

  /** Adds the rows of all entries. */
  write(rows: TableRows): void {
    for (const { table, cells } of this.made.values()) {
      const list = rows.get(table) ?? [];
      rows.set(table, list);
      list.push(cells);
    }
  }

  private holds(phrase: string, code: string, sectors: readonly string[]): boolean {
    const row = this.known.get(phrase);
    return row !== undefined && row.code === code && row.sectors.join() === sectors.join();
  }

  private like(phrase: string): HeadRow | undefined {
    const head = headOf(phrase);
    return this.known.get(phrase) ?? this.heads.get(head) ?? this.heads.get(singular(head));
  }

  private make(phrase: string, like: HeadRow | undefined, entry: AgentEntry, as: ActorReading, source: string): void {
    const reading = `${as.code} ${as.sectors.join("+")}`;
    const old = this.made.get(phrase);
    if (old && old.as !== reading) {
      this.tally.lost("agents", entry.at, "double-name");
      return;
    }
    this.tally.taken("agents", entry.at);
    if (old) return;
    const [sector = "", ...more] = as.sectors;
    const kind = like?.class ?? (PERSON_ENDING.test(headOf(phrase)) ? "person" : entry.uncounted ? "group" : "body");
    // A row replaces the packaged one only in the same table.
    const table = as.code === "" ? (this.known.get(phrase)?.table ?? "agents") : "offices";
    const pattern = as.code === "" ? phrase : `${phrase} => ${as.code}`;
    const gender = like?.gender ?? (kind === "person" ? "either" : "neuter");
    const cells =
      table === "offices"
        ? [pattern, sector, more.join("+"), kind, "", source]
        : [phrase, sector, more.join("+"), "either", gender, kind, "", source];
    this.made.set(phrase, { table, cells, as: reading });
  }

  /** Hyphens and 's as tokens of their own; a stem at the end (`DEFENCE_MINIST`) as the known nouns that begin with it. */
  private wholeWords(phrase: string): readonly string[] {
    const tokens = phrase
      .replaceAll("-", " - ")
      .replace(/(\S)('s)(?=\s|$)/g, "$1 $2")
      .replace(/\s+/g, " ")
      .trim();
    const words = tokens.split(" ");
    const last = words.at(-1) ?? "";
    if (last.length < 5 || this.heads.has(last) || this.heads.has(singular(last)) || this.words.isNoun(last))
      return [tokens];
    const whole = [...this.heads.keys()].filter(
      (h) => h.startsWith(last) && h.length - last.length <= 3 && !h.endsWith("s"),
    );
    const before = words.slice(0, -1);
    return whole.length ? whole.sort().map((w) => [...before, w].join(" ")) : [tokens];
  }
}

const PERSON_ENDING = /(?:er|or|ist|ian|man|men|woman|women|person|ee|ant|ent|eer|ess)$/;

/** The noun that is the head: the last word, or the one before "of", "for", "to", "in". */
function headOf(phrase: string): string {
  const words = phrase.split(" ");
  const joint = words.findIndex((w, i) => i > 0 && /^(?:of|for|to|in)$/.test(w));
  return words.at(joint > 0 ? joint - 1 : -1) ?? "";
}

function singular(word: string): string {
  return word.replace(/ies$/, "y").replace(/([^s])s$/, "$1");
}
