/**
 * A long table of texts by key. A report needs a handful of tens of thousands of rows, so that they are looked up and taken apart
 * when they are asked for.
 */
export interface PackedTable {
  get(key: string): string | undefined;
  /** All keys, in the order of their code units. */
  keys(): readonly string[];
}

/** A table that was just made. */
export class TableDraft implements PackedTable {
  private readonly rows = new Map<string, string>();

  get(key: string): string | undefined {
    return this.rows.get(key);
  }

  set(key: string, text: string): void {
    this.rows.set(key, text);
  }

  keys(): readonly string[] {
    return [...this.rows.keys()].sort();
  }

  /** What `JSON.stringify` shows, for the hash of the lexicon. */
  toJSON(): readonly (readonly [string, string | undefined])[] {
    return this.keys().map((k) => [k, this.get(k)] as const);
  }
}

/** Steps of a search whose keys are kept: two thousand keys, which halve what a search must read. */
const SIGNPOSTED = 11;
const KEY_END = 0x1d;
const LINE_END = 0x0a;

/** The table as lines of key and text in the order of the keys, which `SortedTable` reads. */
export function sortedText(table: PackedTable): string {
  return table
    .keys()
    .map((k) => `${k}${String.fromCharCode(KEY_END)}${table.get(k) ?? ""}\n`)
    .join("");
}

/** A table in the bytes of `sortedText`: nothing is read before it is asked for. */
export class SortedTable implements PackedTable {
  private readonly bytes: Uint8Array;
  private readonly decoder = new TextDecoder();
  /** The keys that every search passes first, by where their lines start. */
  private readonly signposts = new Map<number, string>();

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get(key: string): string | undefined {
    let [low, high] = [0, this.bytes.length];
    for (let depth = 0; low < high; depth++) {
      const start = this.lineStart((low + high) >> 1);
      const end = this.bytes.indexOf(LINE_END, start);
      const divider = this.bytes.indexOf(KEY_END, start);
      const found = depth < SIGNPOSTED ? this.signpost(start, divider) : this.text(start, divider);
      if (found === key) return this.text(divider + 1, end);
      if (found < key) low = end + 1;
      else high = start;
    }
    return undefined;
  }

  keys(): readonly string[] {
    const out: string[] = [];
    for (let at = 0; at < this.bytes.length; at = this.bytes.indexOf(LINE_END, at) + 1)
      out.push(this.text(at, this.bytes.indexOf(KEY_END, at)));
    return out;
  }

  private lineStart(at: number): number {
    return at === 0 ? 0 : this.bytes.lastIndexOf(LINE_END, at - 1) + 1;
  }

  private signpost(start: number, end: number): string {
    let key = this.signposts.get(start);
    if (key === undefined) this.signposts.set(start, (key = this.text(start, end)));
    return key;
  }

  private text(start: number, end: number): string {
    return this.decoder.decode(this.bytes.subarray(start, end));
  }
}
