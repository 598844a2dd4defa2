import type { SynonymSet } from "./verb-dictionary.ts";
import type { Tally } from "./tally.ts";
import type { Piece } from "./verb-pattern.ts";
import type { WordKnowledge } from "./word-knowledge.ts";

/** Sets up to this size stand in the frame itself, larger ones in classes.yaml. */
const INLINE = 6;

/** Turns the words and synonym sets of patterns into the lemmas and classes that conditions compare. */
export class ClassRegistry {
  private readonly sets: ReadonlyMap<string, SynonymSet>;
  private readonly words: WordKnowledge;
  private readonly stems: boolean;
  private readonly tally: Tally;
  private readonly expanded = new Map<string, readonly string[]>();
  private readonly used = new Map<string, readonly string[]>();

  constructor(sets: ReadonlyMap<string, SynonymSet>, words: WordKnowledge, stems: boolean, tally: Tally) {
    this.sets = sets;
    this.words = words;
    this.stems = stems;
    this.tally = tally;
  }

  /** Classes that a condition names, in the order of their first use. */
  classes(): ReadonlyMap<string, readonly string[]> {
    return this.used;
  }

  /** The values of a condition for a phrase whose last piece is the head; null when a set is not defined. */
  valuesOf(pieces: readonly Piece[]): readonly string[] | null {
    const [modifier, head] = [pieces.at(-2), pieces.at(-1)];
    const heads = head && this.piece(head);
    if (!head || !heads) return null;
    if (!modifier) return this.named(head.kind === "set" ? head.name : null, heads);
    const modifiers = this.piece(modifier);
    if (!modifiers) return null;
    const joined = modifiers.flatMap((m) => heads.map((h) => `${lastWord(m)} ${lastWord(h)}`));
    const name = [modifier, head].map((p) => (p.kind === "set" ? p.name : p.word.toUpperCase())).join("_");
    return this.named(name, [...new Set(joined)]);
  }

  private named(name: string | null, values: readonly string[]): readonly string[] {
    if (name === null || values.length <= INLINE) return values;
    const full = `PETRARCH_${name.replace(/[^A-Z0-9]+/g, "_")}`;
    // A set and a phrase may come to one name: &ARMY_BASE, &ARMY BASE.
    this.used.set(full, [...new Set([...(this.used.get(full) ?? []), ...values])]);
    return [full];
  }

  private piece(piece: Piece): readonly string[] | null {
    if (piece.kind === "set") return this.set(piece.name);
    return withoutHyphen(this.stems ? this.words.nounsOfStem(piece.word) : this.words.nounForms(piece.word));
  }

  /** The members of a set, each cut to its last two words; sets within sets are opened once. */
  private set(name: string, depth = 0): readonly string[] | null {
    const done = this.expanded.get(name);
    if (done) return done;
    const set = this.sets.get(name);
    if (!set || depth > 4) return null;
    const out = new Set<string>();
    for (const { at, words } of set.members) {
      const inner = words[0]?.startsWith("&") ? this.set((words[0] ?? "").slice(1).toUpperCase(), depth + 1) : null;
      if (words.length > 2) this.tally.partly("synonym sets", at, "shortened");
      for (const v of inner ?? this.member(words)) out.add(v);
    }
    const values = [...out];
    this.expanded.set(name, values);
    return values;
  }

  private member(words: readonly string[]): readonly string[] {
    const [modifier, head] = [words.at(-2), words.at(-1) ?? ""];
    const heads = this.words.nounForms(head);
    return withoutHyphen(modifier === undefined ? heads : heads.map((h) => `${modifier} ${h}`));
  }
}

/** `CEASE-FIRE`: the tokenizer parts the words, so the condition also meets them apart. */
function withoutHyphen(values: readonly string[]): readonly string[] {
  return values.flatMap((v) => (/^[a-z]+-[a-z]+$/.test(v) ? [v, v.replace("-", " ")] : [v]));
}

function lastWord(phrase: string): string {
  return phrase.slice(phrase.lastIndexOf(" ") + 1);
}
