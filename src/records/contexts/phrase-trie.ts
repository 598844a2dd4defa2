/** What a phrase needs to know of a token. */
export interface TrieToken {
  readonly lower: string;
  readonly lemma: string;
  readonly form: string;
  readonly upos: string;
}

/** A phrase found in a row of tokens; `end` is exclusive. */
export interface TrieHit<T> {
  readonly start: number;
  readonly end: number;
  readonly phrase: string;
  readonly values: readonly T[];
}

interface Node<T> {
  /** By lemma or lower-case form. */
  next: Map<string, Node<T>> | null;
  /** By the exact form, and by lemma with part of speech; few nodes have any. */
  exact: Map<string, Node<T>> | null;
  classed: Map<string, Map<string, Node<T>>> | null;
  phrase: string;
  readonly values: T[];
}

/** A step of a phrase: text, and whether it is exact or bound to a class of words. */
interface Key {
  readonly text: string;
  readonly kind: "any" | "exact" | "N" | "V" | "A";
}

const CLASS_OF: Readonly<Record<string, string>> = {
  NOUN: "N", PROPN: "N", VERB: "V", AUX: "V", ADJ: "A", ADV: "A",
}; // prettier-ignore

/**
 * Phrases of many lists, found in one pass over the tokens. A word matches a token's lemma or lower-case form; with a capital
 * letter it matches the exact form ("WHO"), with `/N`, `/V` or `/A` only that part of speech ("mine/N").
 */
export class PhraseTrie<T> {
  private readonly root: Node<T> = newNode();

  add(phrase: string, value: T): void {
    for (const keys of spellings(phrase)) {
      let node = this.root;
      for (const key of keys) node = childOf(node, key);
      node.phrase = phrase;
      if (!node.values.includes(value)) node.values.push(value);
    }
  }

  /** All phrases in the tokens, in the order of their first token. */
  find(tokens: readonly TrieToken[]): readonly TrieHit<T>[] {
    const hits: TrieHit<T>[] = [];
    for (let i = 0; i < tokens.length; i++) follow(this.root, tokens, i, i, hits);
    return hits;
  }
}

function newNode<T>(): Node<T> {
  return { next: null, exact: null, classed: null, phrase: "", values: [] };
}

function childOf<T>(node: Node<T>, { text, kind }: Key): Node<T> {
  const edges = edgesOf(node, kind);
  let child = edges.get(text);
  if (!child) edges.set(text, (child = newNode()));
  return child;
}

function edgesOf<T>(node: Node<T>, kind: Key["kind"]): Map<string, Node<T>> {
  if (kind === "any") return (node.next ??= new Map<string, Node<T>>());
  if (kind === "exact") return (node.exact ??= new Map<string, Node<T>>());
  node.classed ??= new Map<string, Map<string, Node<T>>>();
  let edges = node.classed.get(kind);
  if (!edges) node.classed.set(kind, (edges = new Map<string, Node<T>>()));
  return edges;
}

function follow<T>(node: Node<T>, tokens: readonly TrieToken[], start: number, at: number, hits: TrieHit<T>[]): void {
  const token = tokens[at];
  if (!token) return;
  const { lower, form } = token;
  const lemma = token.lemma === lower ? lower : token.lemma.toLowerCase();
  if (node.next) {
    step(node.next.get(lower), tokens, start, at, hits);
    if (lemma !== lower) step(node.next.get(lemma), tokens, start, at, hits);
  }
  if (node.exact && form !== lower) step(node.exact.get(form), tokens, start, at, hits);
  if (!node.classed) return;
  const wordClass = CLASS_OF[token.upos];
  if (wordClass !== undefined) step(node.classed.get(wordClass)?.get(lemma), tokens, start, at, hits);
}

function step<T>(
  node: Node<T> | undefined,
  tokens: readonly TrieToken[],
  start: number,
  at: number,
  hits: TrieHit<T>[],
): void {
  if (!node) return;
  if (node.values.length) hits.push({ start, end: at + 1, phrase: node.phrase, values: node.values });
  if (node.next || node.exact || node.classed) follow(node, tokens, start, at + 1, hits);
}

/** The rows of token keys that a phrase may have: a hyphen stands alone in some compounds and within the token in others. */
function spellings(phrase: string): readonly (readonly Key[])[] {
  const words = phrase.split(" ");
  if (!phrase.includes("-") && !phrase.includes("'")) return [words.map(keyOf)];
  let rows: Key[][] = [[]];
  for (const word of words) {
    const ways = word.includes("-") ? [[keyOf(word)], cutAtHyphens(word)] : [cutPossessive(word)];
    rows = rows.flatMap((row) => ways.map((way) => [...row, ...way]));
  }
  return rows;
}

function cutAtHyphens(word: string): readonly Key[] {
  return word.split(/(-)/).filter(Boolean).map(keyOf);
}

function cutPossessive(word: string): readonly Key[] {
  const possessive = /^(.+)('s|')$/.exec(word);
  return possessive ? [keyOf(possessive[1] ?? ""), keyOf(possessive[2] ?? "")] : [keyOf(word)];
}

function keyOf(word: string): Key {
  const slash = word.indexOf("/");
  const lower = word.toLowerCase();
  if (slash < 0) return { text: word, kind: lower === word ? "any" : "exact" };
  const kind = word.slice(slash + 1);
  return kind === "N" || kind === "V" || kind === "A"
    ? { text: lower.slice(0, slash), kind }
    : { text: word, kind: "exact" };
}
