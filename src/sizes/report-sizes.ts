import type { Act, Predication } from "../core/event-layers.ts";
import type { Doc, Sentence } from "../core/layers.ts";
import { MentionIndex } from "../core/mention-index.ts";
import { COUNT_KINDS, NO_SIZE, type SizeRecord } from "../core/record.ts";
import { SentenceGraph } from "../core/sentence-graph.ts";
import type { SizeTables } from "../lexicon/size-tables.ts";
import { CountReader, YEAR, type NamedKind } from "./count-phrase.ts";
import { countRecord } from "./count-record.ts";
import { countsOf, isCounted, NO_COUNTS, type Counts } from "./size-of.ts";
import { sizeLexicon, type SizeField, type SizeLexicon } from "./size-words.ts";
import { tollsOf, type Toll } from "./tolls.ts";

export type SizedLayers = "sentences" | "mentions" | "entities" | "predications" | "acts";

interface ReadSentence {
  readonly reader: CountReader;
  readonly tolls: readonly Toll[];
}

/** How far behind an act a sentence may still tell its numbers. */
const REACH = 3;
/** Kinds of entities whose names may stand for people: "Palestinians", "Hutus". */
const PEOPLED: ReadonlySet<string> = new Set(["person", "group", "country", "organisation"]);

/**
 * The numbers of people of every act of a report: those of its own sentence (`countsOf`), then those that a sentence close behind
 * tells without an act of its own ("The blast … . At least 12 people died.").
 */
export class ReportSizes {
  private readonly doc: Doc<SizedLayers>;
  private readonly lexicon: SizeLexicon;
  private readonly index: MentionIndex;
  private readonly read = new Map<number, ReadSentence | null>();
  private readonly records = new Map<number, SizeRecord>();

  constructor(doc: Doc<SizedLayers>, tables: SizeTables) {
    this.doc = doc;
    this.lexicon = sizeLexicon(tables);
    this.index = new MentionIndex(doc.mentions, doc.entities);
    const counts = new Map<number, Counts>();
    for (const act of doc.acts) if (isCounted(act.category)) counts.set(act.id, this.ownCounts(act));
    for (const act of doc.acts) this.complete(act, counts.get(act.id));
  }

  sizeOf(act: Act): SizeRecord {
    return this.records.get(act.id) ?? NO_SIZE;
  }

  private ownCounts(act: Act): Counts {
    const read = this.sentenceOf(act.sentence);
    const predication: Predication | undefined = this.doc.predications[act.predication];
    if (read === null || predication === undefined) return NO_COUNTS;
    const { category, trigger, status } = act;
    const rivals = this.rivalsOf(act);
    const sized = { head: predication.token, category, trigger, hasHappened: status === "actual", rivals };
    return countsOf(sized, read.reader, read.tolls);
  }

  private rivalsOf(act: Act): ReadonlySet<number> {
    const others = this.doc.acts.filter((a) => a.sentence === act.sentence && a !== act && a.category === "COERCE");
    return new Set(others.map((a) => this.doc.predications[a.predication]?.token ?? -1));
  }

  /** Own numbers, then what the next sentences tell of the latest act before them that lacks it. */
  private complete(act: Act, counts: Counts | undefined): void {
    if (counts === undefined) return;
    const record: { -readonly [K in SizeField]: SizeRecord[K] } = { ...NO_SIZE };
    for (const field of COUNT_KINDS) {
      const count = counts[field];
      const own = count === null ? null : this.sentenceOf(act.sentence);
      if (own !== null && count !== null) record[field] = countRecord(own.reader, count);
      else record[field] = this.toldBehind(act, field);
    }
    this.records.set(act.id, record);
  }

  private toldBehind(act: Act, field: SizeField): SizeRecord[SizeField] {
    if (!canLend(act, field) || this.isFollowed(act, field)) return null;
    for (let s = act.sentence + 1; s <= act.sentence + REACH; s++) {
      if (this.hasOwnAct(s, act) || (s > act.sentence + 1 && this.hasAct(s, act))) return null;
      const read = this.sentenceOf(s);
      if (read === null) continue;
      if (isOfAnother(read.reader)) return null;
      const toll = read.tolls.find((t) => t.field === field && mayBelongBefore(t));
      if (toll !== undefined) return countRecord(read.reader, toll.count);
    }
    return null;
  }

  /** Whether a later act of the sentence would take the number instead. */
  private isFollowed(act: Act, field: SizeField): boolean {
    return this.doc.acts.some((a) => a.sentence === act.sentence && a.id > act.id && canLend(a, field));
  }

  /** Whether a sentence tells an act of its own: one of the category with a doer ("Five people died" has none). */
  private hasOwnAct(sentence: number, act: Act): boolean {
    return this.doc.acts.some(
      (a) =>
        a.sentence === sentence &&
        a.category === act.category &&
        (a.actors.length > 0 || (a.status !== "actual" && a.status !== "negation")),
    );
  }

  private hasAct(sentence: number, { category }: Act): boolean {
    return this.doc.acts.some((a) => a.sentence === sentence && a.category === category);
  }

  private sentenceOf(s: number): ReadSentence | null {
    const known = this.read.get(s);
    if (known !== undefined) return known;
    const sentence = this.doc.sentences[s];
    const read = sentence === undefined ? null : this.readSentence(s, sentence);
    this.read.set(s, read);
    return read;
  }

  private readSentence(s: number, sentence: Sentence): ReadSentence | null {
    const reader = new CountReader(new SentenceGraph(sentence), this.lexicon, (token) => this.nameAt(s, token));
    return { reader, tolls: tollsOf(reader) };
  }

  private nameAt(sentence: number, token: number): NamedKind | null {
    const mention = this.index.covering(sentence, token);
    const entity = mention === null ? null : this.index.entityOf(mention);
    if (entity === null) return null;
    const { kind, code, sectors } = entity;
    return { isPerson: kind === "person", isPeople: PEOPLED.has(kind), code, sector: sectors[0] ?? "" };
  }
}

/** What an act that has happened may be told more about in the next sentences. */
function canLend({ category, status }: Act, field: SizeField): boolean {
  if (status !== "actual") return false;
  if (category === "PROTEST") return field === "participants";
  if (category === "ASSAULT") return field === "dead" || field === "injured";
  return category === "COERCE" && field === "arrested";
}

/** One person who died is told of for another reason more often than as the toll of the sentence before. */
function mayBelongBefore({ count, type, isCumulative, isMeant }: Toll): boolean {
  return !isCumulative && !isMeant && type !== "crowd" && type !== "loss" && count.high !== 1;
}

/** "A flood killed 30", "In 2013, 60 people were killed": the number is not the act's. */
function isOfAnother({ graph, lexicon }: CountReader): boolean {
  return graph.tokens.some(
    ({ lower, lemma, upos }) => YEAR.test(lower) || (upos === "NOUN" && lexicon.is("mishap", lemma)),
  );
}
