import type { SourceLine } from "./source-lines.ts";
import type { Tally } from "./tally.ts";

/** A verb, perhaps of several words: `RE_+ARREST` has its verb at 1. */
export interface VerbEntry {
  readonly at: SourceLine;
  /** Lower case. */
  readonly words: readonly string[];
  readonly verbAt: number;
  /** Forms of the verb that stood in `{…}`, lower case. */
  readonly forms: readonly string[];
  /** The code of the verb alone, if it has one of its own. */
  readonly code: string | null;
  /** TABARI: the word is a stem, which any ending may follow. */
  readonly stem: boolean;
}

export interface PatternEntry {
  readonly at: SourceLine;
  readonly text: string;
  readonly code: string;
}

/** Verbs that share patterns. */
export interface VerbBlock {
  readonly code: string;
  readonly verbs: readonly VerbEntry[];
  readonly patterns: readonly PatternEntry[];
}

/** `&NAME` and its members; each member is a run of words in lower case. */
export interface SynonymSet {
  readonly at: SourceLine;
  readonly name: string;
  readonly members: readonly { readonly at: SourceLine; readonly words: readonly string[] }[];
}

export interface VerbDictionary {
  /** TABARI's words are stems unless they end with `_`; PETRARCH's are whole words. */
  readonly stems: boolean;
  readonly sets: ReadonlyMap<string, SynonymSet>;
  readonly blocks: readonly VerbBlock[];
  readonly transformations: readonly SourceLine[];
}

/** Reads a verb dictionary of TABARI, PETRARCH, PETRARCH2 or UniversalPETRARCH. */
export function readVerbDictionary(lines: readonly SourceLine[], tally: Tally): VerbDictionary {
  return new VerbReader(lines, tally).run();
}

interface OpenBlock {
  code: string;
  verbs: VerbEntry[];
  patterns: PatternEntry[];
}

class VerbReader {
  private readonly lines: readonly SourceLine[];
  private readonly tally: Tally;
  private readonly stems: boolean;
  private readonly blocks: OpenBlock[] = [];
  private readonly sets = new Map<string, SynonymSet>();
  private readonly transformations: SourceLine[] = [];
  private block: OpenBlock | null = null;
  private set: { at: SourceLine; name: string; members: { at: SourceLine; words: string[] }[] } | null = null;

  constructor(lines: readonly SourceLine[], tally: Tally) {
    this.lines = lines;
    this.tally = tally;
    this.stems = !lines.some((l) => l.heading || l.text.startsWith("---"));
  }

  run(): VerbDictionary {
    for (const line of this.lines) this.read(line);
    this.closeSet();
    const { stems, sets, blocks, transformations } = this;
    return { stems, sets, blocks: blocks.filter((b) => b.verbs.length), transformations };
  }

  private read(line: SourceLine): void {
    const text = line.text.trim();
    if (this.set && text.startsWith("+")) {
      this.set.members.push({ at: line, words: wordsOf(text.slice(1)) });
      return;
    }
    this.closeSet();
    if (line.heading || text.startsWith("---")) this.open(line.heading ? "" : (line.brackets[0] ?? ""));
    else if (text.startsWith("&")) this.set = { at: line, name: setName(text), members: [] };
    else if (text.startsWith("~")) this.transformations.push(line);
    else if (/^-(?!\S*-)/.test(text)) this.addPattern(line, text.slice(1).trim());
    else if (text !== "") this.addVerb(line, text);
  }

  private open(code: string): OpenBlock {
    this.block = { code, verbs: [], patterns: [] };
    this.blocks.push(this.block);
    return this.block;
  }

  private closeSet(): void {
    if (!this.set) return;
    const { at, name, members } = this.set;
    if (members.length) this.sets.set(name, { at, name, members });
    else this.tally.lost("synonym sets", at, "empty-set");
    this.set = null;
  }

  private addPattern(at: SourceLine, text: string): void {
    if (!this.block?.verbs.length) this.tally.lost("patterns", at, "no-verb");
    else if (!at.brackets.length) this.tally.lost("patterns", at, "no-code");
    else this.block.patterns.push({ at, text, code: at.brackets[0] ?? "" });
  }

  private addVerb(at: SourceLine, text: string): void {
    // TABARI knows no blocks: each verb stands with its own patterns.
    const block = this.block && !(this.stems && this.block.verbs.length) ? this.block : this.open("");
    const [start = "", rest = ""] = text.split("{");
    const head = start.trim();
    const words = head.split(/[_\s]+/).filter((w) => w !== "" && w !== "+");
    if (!words.length) return;
    const marked = words.findIndex((w) => w.startsWith("+"));
    block.verbs.push({
      at,
      words: words.map((w) => w.replace(/^\+/, "").toLowerCase()),
      verbAt: Math.max(marked, 0),
      forms: formsOf(rest, Math.max(marked, 0)),
      code: at.brackets[0] ?? null,
      stem: this.stems && !head.endsWith("_"),
    });
  }
}

/** `+FOUGHT_BACK +FIGHTING_BACK` -> fought, fighting. */
function formsOf(text: string, verbAt: number): readonly string[] {
  const forms = text.replace("}", " ").split(/[\s,]+/);
  return forms.flatMap((f) => f.split("_")[verbAt]?.replace(/^\+/, "").toLowerCase() || []);
}

function setName(text: string): string {
  return (text.split(/\s/)[0] ?? "").slice(1).replace(/_$/, "").toUpperCase();
}

/** A member is a run of words that stand side by side; the `_` at the end only says that it has no plural. */
function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[_\s]+/)
    .filter((w) => w !== "");
}
