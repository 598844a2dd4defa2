import type { SourceLine } from "./source-lines.ts";
import type { Tally } from "./tally.ts";

/** A code with the time for which it holds; `from` and `to` are YYYY-MM-DD or "". */
export interface DatedCode {
  readonly at: SourceLine;
  readonly code: string;
  readonly from: string;
  readonly to: string;
}

/** One actor: its names, the first of which is the main one, and its codes in the order of the file. */
export interface ActorEntry {
  readonly at: SourceLine;
  /** Capitals as written, words divided by single spaces. */
  readonly names: readonly string[];
  readonly codes: readonly DatedCode[];
  /** A code of it could not be read, and is told already. */
  readonly damaged: boolean;
}

/** Reads an actor dictionary: codes behind the name (TABARI) or on indented lines of their own (PETRARCH). */
export function readActorDictionary(lines: readonly SourceLine[], tally: Tally): readonly ActorEntry[] {
  const out: { at: SourceLine; names: string[]; codes: DatedCode[]; damaged: boolean }[] = [];
  for (const line of lines) {
    const text = line.text.trim();
    const last = out.at(-1);
    const codes = line.brackets.flatMap((b) => datedCode(b, line, tally) ?? []);
    const damaged = codes.length < line.brackets.length;
    if (last && (text === "" || text.startsWith("+"))) last.damaged ||= damaged;
    if (text === "" || line.heading) {
      if (last) last.codes.push(...codes);
      else if (codes.length) tally.lost("actors", line, "no-name");
    } else if (text.startsWith("+") && last) {
      last.names.push(nameOf(text.slice(1)));
      last.codes.push(...codes);
    } else if (!text.startsWith("&")) out.push({ at: line, names: [nameOf(text)], codes, damaged });
  }
  return out.map((e) => ({ ...e, names: [...new Set(e.names.filter((n) => n !== ""))] }));
}

function nameOf(text: string): string {
  return text
    .split(/[_\s]+/)
    .filter((w) => w !== "")
    .join(" ");
}

function datedCode(content: string, at: SourceLine, tally: Tally): DatedCode | null {
  const [code = "", ...limits] = content
    .replace(/\s*-\s*(?=\d)/g, "-")
    .replace(/([<>])\s+/g, "$1")
    .split(/\s+/);
  let [from, to] = ["", ""];
  for (const limit of limits) {
    const span = /^(\d+)-(\d+)$/.exec(limit);
    const start = span ? dayOf(span[1] ?? "") : limit.startsWith(">") ? dayOf(limit.slice(1)) : "";
    const end = span ? dayOf(span[2] ?? "") : limit.startsWith("<") ? dayOf(limit.slice(1)) : "";
    if (start === null || end === null || (start === "" && end === "")) {
      tally.lost("actors", at, "date");
      return null;
    }
    from = start || from;
    to = end || to;
  }
  if (from !== "" && to !== "" && to < from) {
    tally.lost("actors", at, "date");
    return null;
  }
  return { at, code, from, to };
}

/** YYYYMMDD or YYMMDD, where years up to 30 are of this century, as in TABARI. Null for what is no date. */
function dayOf(digits: string): string | null {
  const parts = /^(\d\d|\d{4})(\d\d)(\d\d)$/.exec(digits);
  if (!parts) return null;
  const [, year = "", month = "", day = ""] = parts;
  const full = year.length === 4 ? year : `${Number(year) <= 30 ? "20" : "19"}${year}`;
  const text = `${full}-${month}-${day}`;
  const time = Date.parse(text);
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(text) ? null : text;
}
