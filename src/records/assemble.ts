import { contentHash } from "../core/content-hash.ts";
import { type ActDate, ActDates, type DateAnswers } from "./act-dates.ts";
import { isDefinite } from "./definite-noun.ts";
import type { Entity } from "../core/actor-layers.ts";
import type { Act, Predication } from "../core/event-layers.ts";
import type { Doc, Sentence } from "../core/layers.ts";
import { MentionIndex } from "../core/mention-index.ts";
import type { OntologyTables, WordClasses } from "../core/ontology.ts";
import {
  type DateInfo,
  type EventRecord,
  type PartyRecord,
  type PlaceRecord,
  type Reason,
  type SizeRecord,
} from "../core/record.ts";
import type { Attribution } from "../core/claim-layers.ts";
import { AttributionFinder } from "./attribution-of.ts";
import { linkDisputes } from "./disputes.ts";
import { confidenceOf } from "./confidence.ts";
import { EraReader, isEarlierEra } from "./earlier-era.ts";
import type { EraVocabulary } from "./era-vocabulary.ts";
import type { ContextReader } from "./contexts.ts";
import { PartyWriter, UNKNOWN_ACTOR } from "./party-records.ts";
import { completeParties, inheritedDate, type ReportParties } from "./complete-parties.ts";
import { completePlaces, type ReportScenes } from "./complete-places.ts";
import { findSame, type IdentityClue } from "./same-as.ts";
import { triggerSpans } from "./trigger-spans.ts";

export type CodedLayers =
  "report" | "sentences" | "times" | "mentions" | "entities" | "places" | "predications" | "acts" | "attributions";

/** What the stages of time, place and size answer about one act; the pipeline binds them to a document. */
export interface ActAnswers extends ReportScenes, DateAnswers {
  placeOf(act: Act, predication: Predication): PlaceRecord | null;
  sizeOf(act: Act): SizeRecord;
}

export interface AssemblyTables {
  readonly ontology: Pick<OntologyTables, "scores" | "quads" | "cameo">;
  readonly words: WordClasses;
  readonly contexts: ContextReader;
  readonly eras: EraVocabulary;
  /** Versions of code, lexicon and model, for the record's `coder`. */
  readonly coder: string;
}

/** Event records of one coded document, in the order of the text. */
export function assembleRecords(
  doc: Doc<CodedLayers>,
  answers: ActAnswers,
  tables: AssemblyTables,
): readonly EventRecord[] {
  return new Assembler(doc, answers, tables).run();
}

/** Slots in which a reaction names what it reacts to. */
const REACTED = new Set(["patient", "to", "of", "with", "on"]);

class Assembler {
  private readonly doc: Doc<CodedLayers>;
  private readonly answers: ActAnswers;
  private readonly tables: AssemblyTables;
  private readonly index: MentionIndex;
  private readonly writer: PartyWriter;
  private readonly attributions: AttributionFinder;
  private readonly topics: ReturnType<ContextReader["topicsOf"]>;
  private readonly eras: EraReader;
  private readonly dates: ActDates;

  constructor(doc: Doc<CodedLayers>, answers: ActAnswers, tables: AssemblyTables) {
    this.doc = doc;
    this.answers = answers;
    this.tables = tables;
    this.index = new MentionIndex(doc.mentions, doc.entities);
    this.writer = new PartyWriter(this.index, doc.mentions);
    this.dates = new ActDates(doc, answers, this.writer);
    this.eras = new EraReader(doc, tables.eras);
    this.topics = tables.contexts.topicsOf(doc);
    this.attributions = new AttributionFinder(doc.attributions, this.index, doc.sentences, tables.words);
  }

  run(): readonly EventRecord[] {
    const clues: IdentityClue[] = [];
    const ids = new Map<string, number>();
    for (const act of this.doc.acts) {
      const clue = this.clueOf(act, ids);
      if (clue) clues.push(clue);
    }
    const told = completeParties(clues, this.reportParties());
    const same = findSame(told);
    const linked = told.map((c, i) => {
      const first = told[same[i] ?? -1]?.record;
      if (!first) return c.record;
      const date = c.record.date === null ? inheritedDate(first) : {};
      return { ...c.record, ...date, same_as: first.id };
    });
    const { text } = this.doc.report;
    const placed = completePlaces(linked, this.answers);
    return linkDisputes(placed, this.doc, this.tables.words, (a) => this.attributions.record(a, text));
  }

  private clueOf(act: Act, ids: Map<string, number>): IdentityClue | null {
    const sentence = this.doc.sentences[act.sentence];
    const predication = this.doc.predications[act.predication];
    if (!sentence || !predication) return null;
    const trigger = triggerSpans(sentence, act.trigger);
    if (!trigger.length) return null;
    const attribution = this.attributions.find(act, predication.token);
    const date = this.dates.of(act);
    const { actor, recipient } = this.partiesOf(act, date.date);
    const { contexts, because } = this.contextsOf(act, predication.lemma, actor, recipient);
    const { report } = this.doc;
    const key = [
      report.id,
      trigger.map((t) => `${t.start}-${t.end}`).join(),
      act.category,
      act.modes.join(),
      actor.map((a) => a.code + a.sector + a.entity_text).join(),
    ];
    const id = this.uniqueId(contentHash(key), ids);
    const record: EventRecord = {
      id,
      report: report.id,
      date: date.date,
      enddate: date.enddate,
      date_info: date.dateInfo,
      event: [act.category],
      mode: act.modes,
      context: contexts,
      quad_code: this.tables.ontology.quads[act.category] ?? 1,
      event_scale: this.scaleOf(act),
      cameo: this.cameoOf(act),
      status: act.status,
      historical: this.isHistorical(act, predication, date),
      actor,
      recipient,
      event_text: trigger.map((t) => report.text.slice(t.start, t.end)),
      trigger,
      event_loc: this.answers.placeOf(act, predication),
      attribution: attribution ? this.attributions.record(attribution, report.text) : null,
      disputed_by: [],
      size: this.answers.sizeOf(act),
      confidence: confidenceOf(act, predication, actor, recipient),
      same_as: null,
      text_info: { sequence: sentence.index + 1, start: sentence.start, end: sentence.end },
      because: [
        ...act.because,
        ...this.partyReasons(act),
        ...dateReason(date.dateInfo),
        ...attributionReason(attribution),
        ...because,
      ],
      cite_info: {
        title: report.title ?? "",
        publication: report.source ?? "",
        url: report.url ?? "",
        language: report.language,
      },
      coder: this.tables.coder,
    };
    const isNoun = predication.kind === "noun";
    const actors = this.writer.entityIds(act.sentence, act.actors);
    const nouns = act.trigger.filter((t) => sentence.tokens[t]?.upos === "NOUN");
    return {
      record,
      parties: this.writer.entityIds(act.sentence, [...act.actors, ...act.recipients]),
      lemma: predication.lemma,
      frame: act.because[0]?.rule ?? "",
      kind: predication.kind,
      isVerbal: !isNoun || predication.light !== null,
      form: predication.form,
      relation: predication.governor?.relation.split(":")[0] ?? null,
      words: [predication.lemma, ...nouns.map((t) => sentence.tokens[t]?.lemma ?? "")],
      actors,
      namedActors: actors.filter((id) => this.doc.entities[id]?.name != null),
      definites: nouns.filter((t) => isDefinite(this.doc, act.sentence, t)).map((t) => sentence.tokens[t]?.lemma ?? ""),
      isPromisedRetreat: act.category === "CONCEDE" && act.foldedFrom === "RETREAT",
      isDefinite: (isNoun ? [predication.token] : nouns).some((t) => isDefinite(this.doc, act.sentence, t)),
      isNew: isNoun && isIndefinite(sentence, predication.token),
      isFurther: isFurther(sentence, predication.token),
      isMany: isNoun && sentence.tokens[predication.token]?.xpos.endsWith("S") === true,
      isHarm: this.tables.words.inClass("HARM", predication.lemma),
      isPassive: predication.passive,
      object: this.objectOf(act),
    };
  }

  /** Two acts of the same words and parties (a frame with `also`) must not share an id. */
  private uniqueId(id: string, ids: Map<string, number>): string {
    const n = ids.get(id) ?? 0;
    ids.set(id, n + 1);
    return n ? `${id}-${n}` : id;
  }

  private partiesOf(
    act: Act,
    date: string | null,
  ): { readonly actor: readonly PartyRecord[]; readonly recipient: readonly PartyRecord[] } {
    // "an attack in Bat Yam, Israel": where violence happened is nobody's doing.
    const doers =
      act.category === "ASSAULT" ? act.actors.filter((a) => !this.isPlace(act.sentence, a.token)) : act.actors;
    const resigns = act.category === "RETREAT" && act.modes.includes("resign");
    const violent = act.category === "ASSAULT" && act.status !== "negation";
    const actor = this.writer.write(
      act.sentence,
      doers,
      date,
      violent ? this.culprits : resigns ? officials : undefined,
    );
    const named = new Set(actor.map((a) => a.entity_text));
    const convicted = act.category === "SANCTION" && act.modes.includes("convict");
    const recipient = this.writer
      .write(act.sentence, act.recipients, date, convicted ? this.culprits : undefined)
      .filter((r) => !named.has(r.entity_text));
    return { actor: actor.length || act.category !== "ASSAULT" ? actor : [UNKNOWN_ACTOR], recipient };
  }

  private contextsOf(
    { category, modes, sentence }: Act,
    lemma: string,
    actor: readonly PartyRecord[],
    recipient: readonly PartyRecord[],
  ): ReturnType<ContextReader["read"]> {
    return this.tables.contexts.read({ category, modes, sentence, lemma, actor, recipient }, this.topics);
  }

  /** The mode's score where it has one, else the category's; of several modes the first. */
  private scaleOf(act: Act): number | null {
    const { scores } = this.tables.ontology;
    const mode = act.modes[0];
    return (mode === undefined ? undefined : scores[`${act.category}.${mode}`]) ?? scores[act.category] ?? null;
  }

  private cameoOf(act: Act): string | null {
    const { cameo } = this.tables.ontology;
    const mode = act.modes[0];
    return mode === undefined ? (cameo[act.category] ?? null) : (cameo[`${act.category}.${mode}`] ?? null);
  }

  /** A day that the text gives decides; where there is none, the words around the event do. */
  private isHistorical(act: Act, { token }: Predication, { enddate, dateInfo }: ActDate): boolean {
    if (act.status !== "actual") return false;
    if (isEarlierEra(enddate, this.doc.report.date)) return true;
    return dateInfo?.basis !== "text" && this.eras.isRecalled(act.sentence, token);
  }

  private objectOf(act: Act): IdentityClue["object"] {
    const { doc } = this;
    for (const id of new Set([act.outer, act.predication])) {
      const p = doc.predications[id];
      if (!p) continue;
      if (p.kind === "noun" && id !== act.outer && isDefinite(doc, act.sentence, p.token))
        return {
          lemma: p.lemma,
          category: act.about,
          start: doc.sentences[act.sentence]?.tokens[p.token]?.start ?? -1,
        };
      for (const a of p.arguments) {
        const t = REACTED.has(a.slot) ? doc.sentences[act.sentence]?.tokens[a.token] : undefined;
        if (t?.upos === "NOUN" && isDefinite(doc, act.sentence, a.token))
          return { lemma: t.lemma.toLowerCase(), category: act.about, start: t.start };
      }
    }
    return null;
  }

  /** "A man shot two people", "sentenced three people": of whom nothing is told but the deed, the deed is told. */
  private readonly culprits = (entity: Entity): readonly string[] | null =>
    entity.name === null && entity.sectors.join() === "CVL" && this.bears(entity, "PLAIN_PERSON") ? ["CRM"] : null;

  private bears(entity: Entity, wordClass: string): boolean {
    const { mentions, sentences } = this.doc;
    const { words } = this.tables;
    return entity.mentions.some((id) => {
      const m = mentions[id];
      const lemma = m && sentences[m.sentence]?.tokens[m.head]?.lemma;
      return lemma !== undefined && words.inClass(wordClass, lemma);
    });
  }

  private isPlace(sentence: number, token: number): boolean {
    const mention = this.index.covering(sentence, token);
    return mention !== null && this.index.entityOf(mention)?.kind === "place";
  }

  private reportParties(): ReportParties {
    const { entities } = this.doc;
    const { words } = this.tables;
    return {
      entities,
      government: (code) => governmentOf(entities, code),
      implied: (entity) => this.writer.implied(entity),
      bears: (entity, wordClass) => this.bears(entity, wordClass),
      inClass: (name, word) => words.inClass(name, word),
    };
  }

  private partyReasons(act: Act): readonly Reason[] {
    const of = (field: string, parties: Act["actors"]): readonly Reason[] =>
      parties.flatMap((p) => {
        const mention = this.index.at(act.sentence, p.token);
        const entity = mention && this.index.entityOf(mention);
        return entity ? [{ field, rule: entity.because, path: mention.text }] : [];
      });
    return [...of("actor.code", act.actors), ...of("recipient.code", act.recipients)];
  }
}

/** Whoever resigns held an office, even if the report does not say which. */
function officials({ kind, name, office, sectors }: Entity): readonly string[] | null {
  return kind === "person" && name !== null && office === null && sectors.join() === "CVL" ? ["GOV"] : null;
}

/** The state or government entity of a country, by default of the one with most mentions. */
function governmentOf(entities: readonly Entity[], code: string | null): Entity | undefined {
  const country = code ?? mostTold(entities);
  const own = entities.filter((e) => e.code === country && e.sectors[0] === "GOV" && e.kind !== "place");
  // The country itself or a body of its government rather than any official whom the report names.
  return own.find((e) => e.kind === "country" || e.kind === "organisation") ?? own[0];
}

function mostTold(entities: readonly Entity[]): string | undefined {
  const counts = new Map<string, number>();
  for (const e of entities) if (e.code !== "") counts.set(e.code, (counts.get(e.code) ?? 0) + e.mentions.length);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** "two others were also hurt": something besides what was told. */
function isFurther({ tokens }: Sentence, token: number): boolean {
  return tokens[token]?.children.some((c) => tokens[c]?.lower === "also") === true;
}

/** "an attack", "another blast", "attacks": brings up something new, or things at large. */
function isIndefinite({ tokens }: Sentence, token: number): boolean {
  const noun = tokens[token];
  if (noun === undefined) return false;
  const children = noun.children.map((c) => tokens[c]);
  if (children.some((c) => c?.deprel === "det")) return children.some((c) => /^(?:an?|another)$/.test(c?.lower ?? ""));
  return noun.xpos === "NNS" && !children.some((c) => c?.deprel === "nmod:poss");
}

function dateReason(info: DateInfo | null): readonly Reason[] {
  return info ? [{ field: "date", rule: `date.${info.basis}`, path: info.text ?? "" }] : [];
}

function attributionReason(a: Attribution | null): readonly Reason[] {
  return a ? [{ field: "attribution", rule: a.rule, path: a.cue }] : [];
}
