import { Chain, type DraftMention } from "./chain.ts";
import type { Share } from "../resolution/reading.ts";
import { soundOf } from "./sounds.ts";
import type { Quotations } from "./quotations.ts";

/** More tokens than a sentence may have. */
const SENTENCE_STRIDE = 2 ** 20;

/** The chains of a report while it is read from left to right. */
export class Ledger {
  readonly chains: Chain[] = [];
  /** Every mention read so far, in order, with its chain. */
  readonly history: { readonly mention: DraftMention; readonly chain: Chain }[] = [];
  readonly quotations: Quotations;
  private readonly aliases = new Map<string, Chain>();
  private readonly byToken = new Map<number, Chain>();
  private readonly byKey = new Map<string, Chain>();
  private readonly byWord = new Map<string, Chain[]>();
  private readonly bySound = new Map<string, Chain[]>();

  constructor(quotations: Quotations) {
    this.quotations = quotations;
  }

  place(m: DraftMention, chain: Chain | null, reason: string): Chain {
    const target = chain ?? this.open();
    const known = target.words.length;
    target.add(m, reason);
    this.history.push({ mention: m, chain: target });
    const base = m.sentence * SENTENCE_STRIDE;
    this.byToken.set(base + m.token.index, target);
    // Syntax may hang a conjunct or a relative clause on a later part of a name.
    for (const c of m.token.children)
      if (m.view.token(c).deprel === "flat" && !this.byToken.has(base + c)) this.byToken.set(base + c, target);
    if (target.key !== null && !this.byKey.has(target.key)) this.byKey.set(target.key, target);
    if (target.words.length > known) this.indexWords(target);
    if (reason === "abbreviation in brackets") this.aliases.set(m.token.form, target);
    return target;
  }

  /** Puts the history back into the order of the text. */
  sort(): void {
    this.history.sort((a, b) => a.mention.id - b.mention.id);
  }

  /** A chain for one of several parties that share a plural mention ("the ministers of Peru and Chile"). */
  openMember(whole: Chain, { code, sectors }: Share): Chain {
    const member = this.open();
    member.kind = whole.kind;
    member.number = "plural";
    member.mentions.push(whole.last);
    member.reasons.push("one of several");
    member.setCode(code, Math.max(whole.strength, 2.5), whole.codeWhy);
    member.setSectors(sectors, whole.sectorStrength, whole.sectorWhy);
    return member;
  }

  private open(): Chain {
    const chain = new Chain(this.chains.length);
    this.chains.push(chain);
    return chain;
  }

  private indexWords(chain: Chain): void {
    for (const w of chain.words) {
      indexUnder(this.byWord, w, chain);
      if (chain.kind === "person") indexUnder(this.bySound, soundOf(w), chain);
    }
  }

  at(sentence: number, token: number): Chain | null {
    return this.byToken.get(sentence * SENTENCE_STRIDE + token) ?? null;
  }

  withKey(key: string): Chain | null {
    return this.byKey.get(key) ?? null;
  }

  /** The chain for which the report has introduced an abbreviation in brackets. */
  withAlias(name: string): Chain | null {
    return this.aliases.get(name) ?? null;
  }

  /** Persons one of whose names sounds like the word. */
  withSound(word: string): readonly Chain[] {
    return this.bySound.get(soundOf(word)) ?? [];
  }

  withWord(word: string): readonly Chain[] {
    return this.byWord.get(word) ?? [];
  }
}

function indexUnder(index: Map<string, Chain[]>, key: string, chain: Chain): void {
  const list = index.get(key);
  if (!list) index.set(key, [chain]);
  else if (!list.includes(chain)) list.push(chain);
}
