/** `$` source, `+` target, `^` an actor to be passed over, `%` several actors. */
export type Marker = "$" | "+" | "^" | "%";

/** A word in lower case, or a synonym set by its name. */
export type Piece = { readonly kind: "word"; readonly word: string } | { readonly kind: "set"; readonly name: string };

/** What a pattern is made of, left to right. */
export type Element =
  | Piece
  | { readonly kind: "marker"; readonly marker: Marker }
  /** PETRARCH2's `{…}`: modifiers and, last, the head. */
  | { readonly kind: "phrase"; readonly pieces: readonly Piece[] }
  /** PETRARCH2's `(…)`: a preposition, or several divided by a slash, and what it governs. */
  | { readonly kind: "prepositional"; readonly prepositions: readonly string[]; readonly inside: readonly Element[] };

/** One reading of a pattern: what stands before the verb and after it. */
export interface VerbPattern {
  readonly before: readonly Element[];
  readonly after: readonly Element[];
}

/** Alternatives of a pattern beyond this are a slip of the typist. */
const MAX_READINGS = 24;

/**
 * The readings of a pattern's text. TABARI's `{ WAS | WERE }` gives one for each choice. Null when the `*` for the verb is
 * missing.
 */
export function parsePattern(text: string, sets: ReadonlySet<string>): readonly VerbPattern[] | null {
  const tokens = tokensOf(text, sets);
  const out: VerbPattern[] = [];
  for (const choice of choices(tokens)) {
    const star = choice.indexOf("*");
    if (star < 0) return null;
    out.push({ before: elementsOf(choice.slice(0, star)), after: elementsOf(choice.slice(star + 1)) });
  }
  return out;
}

/** Words, markers and brackets, each by itself. The `_` that joins words is dropped: words side by side are one phrase anyway. */
function tokensOf(text: string, sets: ReadonlySet<string>): readonly string[] {
  const spaced = text
    .replace(/[",]/g, " ")
    .replace(/\*+/g, " * ")
    .replace(/[{}()|]/g, " $& ");
  return spaced
    .split(/\s+/)
    .flatMap((t) => splitJoined(t, sets))
    .filter((t) => t !== "");
}

/** `NEW_&FIGHT_GAMES`: the name of a set may hold the same `_` that joins words, so the longest known name wins. */
function splitJoined(token: string, sets: ReadonlySet<string>): readonly string[] {
  const parts = token.toUpperCase().split("_");
  const out: string[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] ?? "";
    if (!part.startsWith("&")) {
      out.push(part);
      continue;
    }
    let end = parts.length;
    while (end > i + 1 && !sets.has(parts.slice(i, end).join("_").slice(1))) end--;
    out.push(parts.slice(i, end).join("_"));
    i = end - 1;
  }
  return out;
}

function choices(tokens: readonly string[]): readonly (readonly string[])[] {
  let out: string[][] = [[]];
  for (let i = 0; i < tokens.length; i++) {
    const close = tokens[i] === "{" ? tokens.indexOf("}", i) : -1;
    const inside = close < 0 ? [] : tokens.slice(i + 1, close);
    if (!inside.includes("|")) {
      for (const o of out) o.push(tokens[i] ?? "");
      continue;
    }
    const options = inside
      .join(" ")
      .split(" | ")
      .map((o) => o.split(" "));
    out = out.flatMap((o) => options.map((option) => [...o, ...option])).slice(0, MAX_READINGS);
    i = close;
  }
  return out;
}

function elementsOf(tokens: readonly string[]): readonly Element[] {
  const out: Element[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] ?? "";
    if (token === "(" || token === "{") {
      const close = closing(tokens, i);
      const inside = tokens.slice(i + 1, close);
      if (token === "(") out.push(prepositional(inside));
      else out.push({ kind: "phrase", pieces: inside.filter((t) => !BRACKET.test(t) && !isMarker(t)).map(pieceOf) });
      i = close;
    } else if (isMarker(token)) out.push({ kind: "marker", marker: token });
    else if (!BRACKET.test(token)) out.push(pieceOf(token));
  }
  return out;
}

const BRACKET = /^[{}()|]$/;

function closing(tokens: readonly string[], open: number): number {
  const end = tokens.indexOf(tokens[open] === "(" ? ")" : "}", open);
  return end < 0 ? tokens.length : end;
}

function prepositional(inside: readonly string[]): Element {
  const [first = "", ...rest] = inside;
  return { kind: "prepositional", prepositions: first.toLowerCase().split("/"), inside: elementsOf(rest) };
}

function isMarker(token: string): token is Marker {
  return token === "$" || token === "+" || token === "^" || token === "%";
}

function pieceOf(token: string): Piece {
  return token.startsWith("&") ? { kind: "set", name: token.slice(1) } : { kind: "word", word: token.toLowerCase() };
}

/** True for the plain word. */
export function isWord(e: Element | undefined, word: string): boolean {
  return e?.kind === "word" && e.word === word;
}
