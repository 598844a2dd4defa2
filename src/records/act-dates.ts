import type { Category } from "../core/codes.ts";
import type { Act, Predication } from "../core/event-layers.ts";
import type { Doc } from "../core/layers.ts";
import type { DateInfo } from "../core/record.ts";
import type { DateInterval } from "../core/time-layers.ts";
import { isDefinite } from "./definite-noun.ts";
import type { PartyWriter } from "./party-records.ts";
import { isOneWord } from "./same-as.ts";

/** The days of an act, and what they rest on; all null where nothing tells them. */
export interface ActDate {
  readonly date: string | null;
  readonly enddate: string | null;
  readonly dateInfo: DateInfo | null;
}

/** What the stage of time answers about one act of the report. */
export interface DateAnswers {
  dateOf(
    act: Act,
    predication: Predication,
    dateOfEventAt: (sentence: number, token: number) => DateInterval | null,
  ): ActDate;
}

const UNDATED: ActDate = { date: null, enddate: null, dateInfo: null };
/** Categories of what others say to what happened. */
const STATEMENTS: ReadonlySet<Category> = new Set<Category>([
  "SUPPORT",
  "AGREE",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
]);
/** Dates of the acts of one report: what the words of each tell, and what the acts before it do. */
export class ActDates {
  private readonly doc: Doc<DatedLayers>;
  private readonly answers: DateAnswers;
  private readonly writer: PartyWriter;
  private readonly dated = new Map<number, ActDate>();
  private readonly dating = new Set<number>();
  private isRing = false;

  constructor(doc: Doc<DatedLayers>, answers: DateAnswers, writer: PartyWriter) {
    this.doc = doc;
    this.answers = answers;
    this.writer = writer;
  }

  of(act: Act): ActDate {
    const known = this.dated.get(act.id);
    if (known) return known;
    const predication = this.doc.predications[act.predication];
    // "A day after X, Y": X may refer back to Y; the ring is cut where it closes.
    if (this.dating.has(act.id)) this.isRing = true;
    if (!predication || this.dating.has(act.id)) return UNDATED;
    this.dating.add(act.id);
    const found = this.answers.dateOf(act, predication, (sentence, token) => this.dateOfEventAt(sentence, token));
    this.dating.delete(act.id);
    const isTold = found.dateInfo !== null && found.dateInfo.basis !== "inherited";
    const whole =
      (isTold ? null : this.dateOfEarlier(act, predication)) ?? this.dateOfReaction(act, predication, found);
    // What was dated while a ring was cut is asked again from its other end.
    if (this.dating.size === 0) this.isRing = false;
    else if (this.isRing) return whole;
    this.dated.set(act.id, whole);
    return whole;
  }

  /** "The expulsion came two days after …": a definite noun without a date of its own has that of the act it points back to. */
  private dateOfEarlier(act: Act, { kind, token, lemma }: Predication): ActDate | null {
    const { acts, predications } = this.doc;
    if (kind === "noun" && act.status === "actual" && isDefinite(this.doc, act.sentence, token))
      for (let i = act.id - 1; i >= 0; i--) {
        const earlier = acts[i];
        if (earlier === undefined || earlier.category !== act.category || earlier.sentence === act.sentence) continue;
        if (earlier.status !== "actual" || (this.isPlural(earlier) && !this.isPlural(act))) continue;
        const isSameMode = act.modes.length > 0 && act.modes.join() === earlier.modes.join();
        if (!isSameMode && !isOneWord(predications[earlier.predication]?.lemma ?? "", lemma)) continue;
        const date = this.of(earlier);
        if (date.dateInfo !== null) return { ...date, dateInfo: { ...date.dateInfo, basis: "inherited" } };
      }
    return null;
  }

  /** "protests" tell of more than "the protest". */
  private isPlural(act: Act): boolean {
    const token = this.doc.predications[act.predication]?.token ?? -1;
    return this.doc.sentences[act.sentence]?.tokens[token]?.xpos === "NNS";
  }

  /**
   * "Peru's army struck on Friday. … Chile condemned the strike": when a party that had no part in what the date was told of speaks up, the
   * report leaves open; it was between that day and the report.
   */
  private dateOfReaction(act: Act, { form }: Predication, found: ActDate): ActDate {
    const { dateInfo } = found;
    const published = this.doc.report.date;
    // A participle goes on with its verb: "arrested 33 men, calling them mercenaries".
    if (dateInfo === null || form === "participle" || form === "gerund" || !this.isReaction(act, dateInfo))
      return found;
    if (published === null || found.date === null || found.date > published) return UNDATED;
    return { date: found.date, enddate: published, dateInfo: { ...dateInfo, precision: "open", basis: "publication" } };
  }

  private isReaction(act: Act, info: DateInfo): boolean {
    if (info.basis !== "inherited" || info.start === null || !STATEMENTS.has(act.category)) return false;
    const { start } = info;
    const told = this.doc.sentences.find((s) => s.start <= start && start < s.end);
    if (told === undefined || told.index === act.sentence) return false;
    const speakers = this.writer.entityIds(act.sentence, act.actors);
    return !speakers.some((id) =>
      this.doc.entities[id]?.mentions.some((m) => this.doc.mentions[m]?.sentence === told.index),
    );
  }

  private dateOfEventAt(sentence: number, token: number): DateInterval | null {
    const act = this.doc.acts.find(
      (a) => a.sentence === sentence && (a.trigger.includes(token) || this.doc.predications[a.outer]?.token === token),
    );
    if (!act) return null;
    const { date, enddate, dateInfo } = this.of(act);
    return date === null || dateInfo === null ? null : { start: date, end: enddate, precision: dateInfo.precision };
  }
}

type DatedLayers = "report" | "sentences" | "mentions" | "entities" | "predications" | "acts";
