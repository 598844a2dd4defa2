import type { Sentence, Token } from "../../core/layers.ts";
import type { ActorKnowledge } from "./knowledge.ts";
import type { NameEntry, NameMatch } from "./name-index.ts";

/** A sentence with the known names in it, and the report's countries to tell like-named ones apart. */
export class SentenceView {
  readonly sentence: Sentence;
  readonly knowledge: ActorKnowledge;
  readonly date: string | null;
  readonly matches: readonly NameMatch[];
  /** The match that covers each token, if one does. */
  readonly matchAt: readonly (NameMatch | undefined)[];
  private readonly countries: ReadonlyMap<string, number>;

  constructor(
    sentence: Sentence,
    knowledge: ActorKnowledge,
    date: string | null,
    matches: readonly NameMatch[],
    countries: ReadonlyMap<string, number>,
  ) {
    this.sentence = sentence;
    this.knowledge = knowledge;
    this.date = date;
    this.countries = countries;
    this.matches = matches.filter((m) => !splitsName(sentence, m));
    const at: (NameMatch | undefined)[] = [];
    for (const m of this.matches) for (let k = m.first; k <= m.last; k++) at[k] = m;
    this.matchAt = at;
  }

  token(i: number): Token {
    const t = this.sentence.tokens[i];
    if (!t) throw new RangeError(`token ${i} of a sentence of ${this.sentence.tokens.length}`);
    return t;
  }

  /** The country that the report names most; "" when it names none. */
  get mainCountry(): string {
    let best = "";
    let most = 0;
    for (const [code, n] of this.countries)
      if (n > most) {
        best = code;
        most = n;
      }
    return best;
  }

  /** The reading of an ambiguous name: the first whose country the report names, else the first of the tables. */
  pick(match: NameMatch): NameEntry {
    return pickEntry(match, this.countries);
  }
}

export function pickEntry(match: NameMatch, countries: ReadonlyMap<string, number>): NameEntry {
  let best: NameEntry | null = null;
  let most = -1;
  for (const e of match.entries) {
    const count = e.kind === "country" || e.kind === "demonym" ? 0.5 : (countries.get(e.code) ?? 0);
    if (count > most) {
      best = e;
      most = count;
    }
  }
  if (!best) throw new RangeError("a name match without entries");
  return best;
}

const PLACE_KINDS = new Set(["country", "demonym", "capital", "place", "metonym", "region"]);

/**
 * A country or town name that is only a part of a person's name ("Israel Katz", "Michael Jordan", "Paris Hilton") is no
 * match: in syntax the name goes on beyond it.
 */
function splitsName(sentence: Sentence, m: NameMatch): boolean {
  if (!m.entries.every((e) => PLACE_KINDS.has(e.kind) || m.first === m.last)) return false;
  for (let k = m.first; k <= m.last; k++) {
    const t = sentence.tokens[k];
    if (!t) continue;
    if (t.deprel === "flat" && (t.head < m.first || t.head > m.last)) return true;
    for (const c of t.children) if ((c < m.first || c > m.last) && sentence.tokens[c]?.deprel === "flat") return true;
  }
  return false;
}
