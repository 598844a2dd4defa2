import type { Chain, DraftMention } from "../coreference/chain.ts";
import { caseWord, hyphenEffect } from "./givers.ts";
import { BLOCS } from "./reading.ts";

interface Weighed {
  readonly code: string;
  readonly because: string;
}

const WHERE = new Set(["in", "at", "near", "across", "outside", "around", "within", "inside", "throughout", "over"]);

/** Which country a sentence tells about when an actor names none ("police", "the government"). */
export class Focus {
  private readonly report = new Map<string, number>();
  private readonly sentences = new Map<number, Map<string, number>>();
  private readonly title: ReadonlyMap<string, number>;

  /** `title`: countries named in the title, with their counts. */
  constructor(title: ReadonlyMap<string, number>) {
    this.title = title;
  }

  weigh(chains: readonly Chain[]): void {
    for (const [code, n] of this.title) this.count(this.report, code, 3 * n);
    for (const chain of chains) {
      if (chain.code === "" || BLOCS.has(chain.code) || chain.strength < 1) continue;
      for (const m of chain.mentions) this.weighMention(m, chain);
    }
  }

  private weighMention(m: DraftMention, chain: Chain): void {
    const match = m.view.matchAt[m.token.index];
    if (match && hyphenEffect(m.view, match) === "cut") return;
    const named = m.kind !== "pronoun";
    const where = named && (chain.kind === "place" || chain.kind === "country") && WHERE.has(caseWord(m.view, m.token));
    const lead = m.sentence === 0 ? 2 : 1;
    this.count(this.report, chain.code, (named ? 1 : 0.5) * lead * (where ? 1.5 : 1));
    let row = this.sentences.get(m.sentence);
    if (!row) this.sentences.set(m.sentence, (row = new Map<string, number>()));
    this.count(row, chain.code, where ? 3 : chain.kind === "place" ? 1.5 : 1);
  }

  private count(map: Map<string, number>, code: string, n: number): void {
    map.set(code, (map.get(code) ?? 0) + n);
  }

  /** The best country for a sentence, with the reason; null when the report names none. */
  at(sentence: number): Weighed | null {
    const total = [...this.report.values()].reduce((a, b) => a + b, 0);
    if (total === 0) return null;
    let best: Weighed | null = null;
    let top = 0;
    for (const [code, n] of this.report) {
      const here = this.sentences.get(sentence)?.get(code) ?? 0;
      const before = this.sentences.get(sentence - 1)?.get(code) ?? 0;
      const score = (4 * n) / total + here + 0.4 * before;
      if (score <= top) continue;
      top = score;
      best = { code, because: `country of the sentence and report (${code} ${score.toFixed(1)})` };
    }
    return best;
  }
}
