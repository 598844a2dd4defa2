import type { LemmaTables } from "../../language/lemmas/lemmatiser.ts";
import type { Lexicon } from "../lexicon.ts";
import { ActorCodes } from "./actor-codes.ts";
import { readActorDictionary } from "./actor-dictionary.ts";
import { ActorRows, type TableRows } from "./actor-rows.ts";
import { readAgentDictionary } from "./agent-dictionary.ts";
import { AgentRows } from "./agent-rows.ts";
import { ClassRegistry } from "./class-registry.ts";
import type { CodeTables } from "./code-tables.ts";
import type { FrameDraft } from "./frame-drafts.ts";
import { layerFiles } from "./layer-files.ts";
import { sourceLines, type SourceLine } from "./source-lines.ts";
import { Tally, type Counts, type EntryKind, type Loss } from "./tally.ts";
import { NameKnowledge } from "./name-knowledge.ts";
import { readVerbDictionary } from "./verb-dictionary.ts";
import { FrameBuilder } from "./verb-frames.ts";
import { WordKnowledge } from "./word-knowledge.ts";

/** A dictionary by its file name, already decoded. */
export interface DictionaryFile {
  readonly name: string;
  readonly content: string;
}

/** What the import needs to know besides the dictionaries. */
export interface ImportKnowledge {
  readonly lexicon: Lexicon;
  readonly lemmas: LemmaTables;
  readonly codes: CodeTables;
}

export interface ImportResult {
  /** Files of the layer: path relative to its folder -> content. */
  readonly files: ReadonlyMap<string, string>;
  readonly counts: ReadonlyMap<EntryKind, Counts>;
  readonly losses: readonly Loss[];
}

/**
 * Reads dictionaries of TABARI, PETRARCH, PETRARCH2 or UniversalPETRARCH, in any mixture, into the files of one lexicon
 * layer. The same input gives the same files; nothing is dropped without a line in not-taken.csv.
 */
export function importPetrarch(dictionaries: readonly DictionaryFile[], knowledge: ImportKnowledge): ImportResult {
  const { lexicon, lemmas, codes } = knowledge;
  const tally = new Tally();
  const words = new WordKnowledge(codes.words, lemmas, lexicon);
  const countries = new Set(lexicon.actors.countries.map((c) => c.code));
  const actorCodes = new ActorCodes(codes.actors, countries);
  const builder = new FrameBuilder(codes, words, tally);
  const frames: FrameDraft[] = [];
  const classes = new Map<string, readonly string[]>();
  const rows: TableRows = new Map();
  const actors = new ActorRows(actorCodes, new NameKnowledge(lexicon.actors), tally);
  const agents = new AgentRows(lexicon.actors, actorCodes, words, tally);
  for (const { name, content } of dictionaries) {
    const lines = sourceLines(name, content);
    const source = `import:${name}`;
    switch (kindOf(lines)) {
      case "verbs": {
        const dictionary = readVerbDictionary(lines, tally);
        const registry = new ClassRegistry(dictionary.sets, words, dictionary.stems, tally);
        frames.push(...builder.build(dictionary, registry));
        for (const [c, members] of registry.classes())
          classes.set(c, [...new Set([...(classes.get(c) ?? []), ...members])]);
        break;
      }
      case "agents":
        for (const entry of readAgentDictionary(lines, tally)) agents.add(entry, source);
        break;
      case "actors":
        for (const entry of readActorDictionary(lines, tally)) actors.add(entry, source);
        break;
      case "other":
        if (lines[0]) tally.lost("other", lines[0], "not-read");
    }
  }
  actors.write(rows);
  agents.write(rows);
  const sources = dictionaries.map((d) => d.name);
  const losses = tally.list();
  return { files: layerFiles({ sources, frames, classes, rows, losses }), counts: tally.counts(), losses };
}

/** What a dictionary is, by its syntax: patterns and blocks, roles with a tilde, or codes in capitals. */
function kindOf(lines: readonly SourceLine[]): "verbs" | "agents" | "actors" | "other" {
  let [verbs, agents, actors] = [0, 0, 0];
  for (const l of lines) {
    const text = l.text.trim();
    if (text.startsWith("---") || (/^-\s.*\*/.test(text) && l.brackets.length)) verbs++;
    else if (l.brackets.some((b) => b.includes("~"))) agents++;
    else if (l.brackets.some((b) => /^[A-Z]{3}/.test(b))) actors++;
  }
  const most = Math.max(verbs, agents, actors);
  if (most === 0) return "other";
  return most === verbs ? "verbs" : most === agents ? "agents" : "actors";
}
