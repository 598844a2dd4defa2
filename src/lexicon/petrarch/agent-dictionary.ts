import type { SourceLine } from "./source-lines.ts";
import type { Tally } from "./tally.ts";

/** One agent: a noun phrase with its plural if that is irregular, and a role. */
export interface AgentEntry {
  readonly at: SourceLine;
  /** Lower case, words divided by single spaces. */
  readonly phrases: readonly string[];
  /** The roles without `~`. */
  readonly code: string;
  /** `{}`: the word has no other form, so it is a plural or names a whole. */
  readonly uncounted: boolean;
  /** TABARI: written without the `_` that ends a whole word. */
  readonly stem: boolean;
}

/** Reads an agent dictionary; `!PERSON! = MAN, WOMAN` is put in wherever `!PERSON!` stands. */
export function readAgentDictionary(lines: readonly SourceLine[], tally: Tally): readonly AgentEntry[] {
  const markers = new Map<string, readonly string[]>();
  const out: AgentEntry[] = [];
  for (const at of lines) {
    if (at.heading) continue;
    const definition = /^\s*!([^!]+)!\s*=(.*)$/.exec(at.text);
    if (definition) {
      const words = (definition[2] ?? "").split(",").map((w) => w.trim());
      markers.set(
        definition[1] ?? "",
        words.filter((w) => w !== ""),
      );
      continue;
    }
    const entry = readAgent(at, markers, tally);
    if (entry) out.push(entry);
  }
  return out;
}

function readAgent(at: SourceLine, markers: ReadonlyMap<string, readonly string[]>, tally: Tally): AgentEntry | null {
  const [code] = at.brackets;
  const [head = "", plural] = at.text.replace("}", "").split("{");
  if (code === undefined) {
    tally.lost("agents", at, "no-code");
    return null;
  }
  const names = substitute(head.trim(), markers);
  if (!names) {
    tally.lost("agents", at, "marker");
    return null;
  }
  const phrases = [...names, ...(plural ?? "").split(",")].map(phraseOf).filter((p) => p !== "");
  if (!phrases.length) {
    tally.lost("agents", at, "no-name");
    return null;
  }
  const uncounted = plural !== undefined && plural.trim() === "";
  return { at, phrases, code: code.replaceAll("~", ""), uncounted, stem: !/_\s*$/.test(head) };
}

function substitute(head: string, markers: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const found = /!([^!]*)!/.exec(head);
  if (!found) return head.includes("!") ? null : [head];
  return markers.get(found[1] ?? "")?.map((word) => head.replace(found[0], word)) ?? null;
}

function phraseOf(text: string): string {
  return text
    .toLowerCase()
    .split(/[_\s]+/)
    .filter((w) => w !== "")
    .join(" ");
}
