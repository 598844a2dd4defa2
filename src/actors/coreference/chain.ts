import type { Entity } from "../../core/actor-layers.ts";
import type { Token } from "../../core/layers.ts";
import type { MentionKind } from "../mentions/find-heads.ts";
import type { TokenRange } from "../mentions/phrase.ts";
import { nameWords } from "../resolution/name-words.ts";
import type { Reading } from "../resolution/reading.ts";
import type { SentenceView } from "../resolution/sentence-view.ts";

/** A mention on its way to an entity. */
export interface DraftMention {
  readonly id: number;
  readonly view: SentenceView;
  readonly sentence: number;
  readonly token: Token;
  readonly kind: MentionKind;
  readonly range: TokenRange;
  readonly textEnd: number;
  readonly reading: Reading;
}

/** "the Prime Minister", "President": the words of an office with capitals are no name. */
export function isTitleAlone(r: Reading): boolean {
  if (r.kind !== "person" || r.key !== null || r.name === null) return false;
  const last = nameWords(r.name).at(-1);
  return last !== undefined && r.nouns.includes(last);
}

/** Mentions that refer to the same thing, with all that is known of it so far. */
export class Chain {
  readonly id: number;
  readonly mentions: DraftMention[] = [];
  /** How each mention came in, for evidence. */
  readonly reasons: string[] = [];
  readonly nouns: Set<string> = new Set<string>();
  /** Words of the fullest name. */
  words: readonly string[] = [];
  key: string | null = null;
  code = "";
  strength = 0;
  codeWhy = "";
  sectors: readonly string[] = [];
  sectorStrength = 0;
  sectorWhy = "";
  name: string | null = null;
  wikidata: string | null = null;
  office: string | null = null;
  kind: Entity["kind"] = "unknown";
  gender: Entity["gender"] = "unknown";
  number: Entity["number"] = "unknown";
  wantsCountry = false;
  foreign = false;
  members: readonly Chain[] = [];
  /** A chain whose country and sector this one shares without being the same ("we" of a speaker). */
  sponsor: Chain | null = null;

  constructor(id: number) {
    this.id = id;
  }

  get last(): DraftMention {
    const m = this.mentions[this.mentions.length - 1];
    if (!m) throw new RangeError("a chain without mentions");
    return m;
  }

  add(m: DraftMention, reason: string): void {
    this.mentions.push(m);
    this.reasons.push(reason);
    if (m.kind !== "pronoun" || m.reading.kind === "person") this.learn(m.reading);
    else this.learnFromPronoun(m.reading.gender);
  }

  /** Who is called "he" is a person. */
  private learnFromPronoun(gender: Entity["gender"]): void {
    if (gender !== "male" && gender !== "female") return;
    const guessed = this.kind === "unknown" || (this.key === null && (this.kind === "thing" || this.kind === "group"));
    if (guessed) this.kind = "person";
    if (this.kind === "person" && (this.gender === "unknown" || this.gender === "neuter")) this.gender = gender;
  }

  private learn(r: Reading): void {
    if (r.strength > this.strength && r.code !== "") this.setCode(r.code, r.strength, r.because);
    if (r.sectors.length > 0 && r.sectorStrength > this.sectorStrength)
      this.setSectors(r.sectors, r.sectorStrength, r.because);
    this.key ??= r.key;
    this.wikidata ??= r.wikidata;
    this.office ??= r.office;
    if (this.kind === "unknown" || (this.kind === "thing" && r.kind !== "unknown")) this.kind = r.kind;
    if (this.gender === "unknown") this.gender = r.gender;
    if (this.number === "unknown") this.number = r.number;
    this.wantsCountry = this.wantsCountry || r.wantsCountry;
    for (const n of r.nouns) this.nouns.add(n);
    if (r.name !== null && !isTitleAlone(r)) this.learnName(r.name, r.key !== null);
  }

  private learnName(name: string, fromTable: boolean): void {
    const words = nameWords(name);
    if (fromTable || words.length > this.words.length) {
      if (this.name === null || fromTable || this.words.length < words.length) this.name = name;
      if (words.length > this.words.length) this.words = words;
    }
  }

  setCode(code: string, strength: number, why: string): void {
    this.code = code;
    this.strength = strength;
    this.codeWhy = why;
  }

  setSectors(sectors: readonly string[], strength: number, why: string): void {
    this.sectors = sectors;
    this.sectorStrength = strength;
    this.sectorWhy = why;
  }
}
