import type { Predication } from "../../core/event-layers.ts";
import type { Doc, Sentence, Token } from "../../core/layers.ts";
import { MentionIndex } from "../../core/mention-index.ts";
import { baseRelation, SentenceGraph } from "../../core/sentence-graph.ts";
import { PartyReader } from "../../events/acts/party-reader.ts";
import type { Trial } from "../../events/index.ts";

type Kind = Predication["kind"];
type Layers = "sentences" | "mentions" | "entities" | "predications" | "acts";

/** A coded report with every frame and operator that was tried on it. */
export interface SurveyedReport {
  readonly doc: Doc<Layers>;
  readonly trials: readonly (Trial & { readonly sentence: number })[];
}

/** Word knowledge of the survey; all lemmas in lower case. */
export interface GapWords {
  /** `kind lemma` of predicates judged not political. */
  readonly plain: ReadonlySet<string>;
  /** Verbs that report: the claims stage takes them. */
  readonly cues: ReadonlySet<string>;
  /** Endings of nouns that name events. */
  readonly endings: readonly string[];
  /** Verbs that carry an event noun in their object. */
  readonly lightVerbs: ReadonlySet<string>;
}

/** A predicate that no frame or operator took. */
export interface Gap {
  readonly lemma: string;
  readonly kind: Kind;
  readonly count: number;
  /** How many of them have a party beside them: a person, group, organisation or country. */
  readonly parties: number;
  /** What stands in the object most often, for verbs. */
  readonly objects: readonly string[];
  /** Frames and operators that have the lemma, but whose conditions failed. */
  readonly tried: readonly string[];
  readonly example: string;
}

interface Tally {
  readonly lemma: string;
  readonly kind: Kind;
  count: number;
  parties: number;
  readonly objects: Map<string, number>;
  readonly tried: Set<string>;
  example: string;
  fit: number;
}

const TOP_OBJECTS = 4;
const MAX_TRIED = 6;
/** An example reads best when it is neither a headline nor a paragraph. */
const GOOD_LENGTH = 110;
/** One use in so many as a verb, or carried by a light verb, makes a noun a candidate. */
const LEAST_SHARE = 6;

/** Counts, over a corpus, the predicates that the ontology lets pass. */
export class GapSurvey {
  private readonly words: GapWords;
  private readonly tallies = new Map<string, Tally>();
  /** Lemmas seen as verbs: a noun of the same lemma names the act ("raid", "vote"). */
  private readonly verbs = new Map<string, number>();

  constructor(words: GapWords) {
    this.words = words;
  }

  add(report: SurveyedReport): void {
    const index = new MentionIndex(report.doc.mentions, report.doc.entities);
    const taken = new Set<number>();
    const tried = new Map<number, string[]>();
    for (const t of report.trials) {
      if (t.failed === null) taken.add(t.predication);
      tried.set(t.predication, [...(tried.get(t.predication) ?? []), t.rule]);
    }
    const bySentence = new Map<number, Predication[]>();
    for (const p of report.doc.predications) bySentence.set(p.sentence, [...(bySentence.get(p.sentence) ?? []), p]);
    for (const sentence of report.doc.sentences) {
      const predications = bySentence.get(sentence.index) ?? [];
      const reader = new PartyReader(new SentenceGraph(sentence), index);
      // What a frame asked for belongs to its act: "agreement" in "signed an agreement".
      const used = new Set(report.doc.acts.flatMap((a) => (a.sentence === sentence.index ? a.trigger : [])));
      const carriers = new Set(predications.map((p) => p.light));
      for (const p of predications) {
        if (p.kind === "verb") this.verbs.set(p.lemma, (this.verbs.get(p.lemma) ?? 0) + 1);
        if (taken.has(p.id) || carriers.has(p.token) || used.has(p.token)) continue;
        this.note(p.kind, p.lemma, sentence, hasParty(p, reader), {
          objects: p.kind === "verb" ? objectsOf(p, reader.graph) : [],
          tried: tried.get(p.id) ?? [],
        });
      }
      const known = new Set([...predications.map((p) => p.token), ...used]);
      for (const t of sentence.tokens) if (!known.has(t.index)) this.noteToken(t, sentence, reader);
    }
  }

  /** The gaps, those with parties first, then by frequency. */
  ranked(): readonly Gap[] {
    return [...this.tallies.values()]
      .filter((t) => !this.isPlain(t) && this.isEventful(t))
      .sort((a, b) => b.parties - a.parties || b.count - a.count || (a.lemma < b.lemma ? -1 : 1))
      .map(toGap);
  }

  private isPlain(t: Tally): boolean {
    return this.words.plain.has(`${t.kind} ${t.lemma}`) || (t.kind === "verb" && this.words.cues.has(t.lemma));
  }

  private noteToken(t: Token, sentence: Sentence, reader: PartyReader): void {
    const { graph } = reader;
    if (t.upos === "NOUN" && baseRelation(t.deprel) !== "compound" && !reader.isActor(t.index))
      this.note("noun", t.lemma.toLowerCase(), sentence, nounHasParty(t, reader), {
        objects: this.isCarried(t, graph) ? ["(light verb)"] : [],
        tried: [],
      });
    else if (t.upos === "ADJ" && graph.has(t.index, "cop")) {
      const subject = graph.child(t.index, "nsubj");
      this.note("adjective", t.lemma.toLowerCase(), sentence, subject !== null && reader.isActor(subject.index), {
        objects: [],
        tried: [],
      });
    }
  }

  private isCarried(t: Token, graph: SentenceGraph): boolean {
    return t.deprel === "obj" && t.head >= 0 && this.words.lightVerbs.has(graph.token(t.head).lemma);
  }

  /** Nouns are candidates when their ending, their verb or a verb that carries them says that they name an event. */
  private isEventful(t: Tally): boolean {
    if (t.kind !== "noun" || t.tried.size) return true;
    return (
      this.words.endings.some((e) => t.lemma.endsWith(e) && t.lemma.length > e.length + 1) ||
      (this.verbs.get(t.lemma) ?? 0) * LEAST_SHARE > t.count ||
      (t.objects.get("(light verb)") ?? 0) * LEAST_SHARE > t.count
    );
  }

  private note(
    kind: Kind,
    lemma: string,
    sentence: Sentence,
    party: boolean,
    more: { readonly objects: readonly string[]; readonly tried: readonly string[] },
  ): void {
    if (!/^\p{L}[\p{L} '-]*$/u.test(lemma)) return;
    const key = `${kind} ${lemma}`;
    const tally = this.tallies.get(key) ?? newTally(lemma, kind);
    this.tallies.set(key, tally);
    tally.count++;
    if (party) tally.parties++;
    for (const o of more.objects) tally.objects.set(o, (tally.objects.get(o) ?? 0) + 1);
    for (const r of more.tried) tally.tried.add(r);
    const text = sentenceText(sentence);
    const fit = Math.abs(text.length - GOOD_LENGTH) + (party ? 0 : 1000);
    if (fit < tally.fit) {
      tally.fit = fit;
      tally.example = text;
    }
  }
}

function newTally(lemma: string, kind: Kind): Tally {
  return { lemma, kind, count: 0, parties: 0, objects: new Map(), tried: new Set(), example: "", fit: Infinity };
}

function toGap(t: Tally): Gap {
  const objects = [...t.objects].filter(([o]) => o !== "(light verb)").sort((a, b) => b[1] - a[1]);
  return {
    lemma: t.lemma,
    kind: t.kind,
    count: t.count,
    parties: t.parties,
    objects: objects.slice(0, TOP_OBJECTS).map(([o]) => o),
    tried: [...t.tried].slice(0, MAX_TRIED),
    example: t.example,
  };
}

function hasParty(p: Predication, reader: PartyReader): boolean {
  return p.arguments.some(
    (a) =>
      (a.slot === "agent" || a.slot === "patient" || a.slot === "poss" || a.slot === "recipient") &&
      reader.isActor(a.token),
  );
}

function objectsOf(p: Predication, graph: SentenceGraph): readonly string[] {
  return p.arguments.filter((a) => a.slot === "patient").map((a) => graph.token(a.token).lemma.toLowerCase());
}

/** A possessor, a modifier that acts, a phrase with a party, or the subject of the verb that has the noun as its object. */
function nounHasParty(t: Token, reader: PartyReader): boolean {
  const { graph } = reader;
  for (const c of t.children)
    if (["nmod", "compound", "amod"].includes(baseRelation(graph.token(c).deprel)) && reader.isActor(c)) return true;
  if (t.deprel !== "obj" || t.head < 0) return false;
  const subject = graph.child(t.head, "nsubj");
  return subject !== null && reader.isActor(subject.index);
}

function sentenceText(s: Sentence): string {
  let out = "";
  let end = s.tokens[0]?.start ?? 0;
  for (const t of s.tokens) {
    out += (t.start > end ? " " : "") + t.form;
    end = t.end;
  }
  return out;
}
