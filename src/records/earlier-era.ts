/** Whether what a word tells is recalled from an earlier era: the flag `historical`. docs/reference/status.md says how. */
import type { Doc, Sentence, Token } from "../core/layers.ts";
import type { TimeExpression } from "../core/time-layers.ts";
import { baseRelation, SentenceGraph } from "../core/sentence-graph.ts";
import type { EraKind, EraVocabulary } from "./era-vocabulary.ts";

interface Hit {
  /** Head of the words that point to the era. */
  readonly token: number;
  readonly kind: "time" | "period" | "regime";
}

/** So many years back an event belongs to another era. */
const ERA_YEARS = 10;
const MAX_STEPS = 12;
const PERIOD_CASES = new Set([
  "in",
  "during",
  "under",
  "throughout",
  "before",
  "after",
  "between",
  "by",
  "of",
  "on",
  "at",
]);

/** Marks under which a clause shares the time of the one above it. */
const DURING = new Set(["", "when", "as", "while"]);
const YEAR = /^(?:1[0-9]{3}|20[0-9]{2})s?$/;

/** Ends an interval's year further back than an era, as seen from the publication date? */
export function isEarlierEra(enddate: string | null, published: string | null): boolean {
  if (enddate === null || published === null) return false;
  return Number(published.slice(0, 4)) - Number(enddate.slice(0, 4)) > ERA_YEARS;
}

/** Reads one document; sentences are looked at only when an event of theirs asks. */
export class EraReader {
  private readonly doc: Doc<"report" | "sentences" | "times">;
  private readonly words: EraVocabulary;
  private readonly recalled = new Map<number, ReadonlySet<number>>();

  constructor(doc: Doc<"report" | "sentences" | "times">, words: EraVocabulary) {
    this.doc = doc;
    this.words = words;
  }

  /** Whether the words around a predicate place it in an earlier era. */
  isRecalled(sentence: number, token: number): boolean {
    const s = this.doc.sentences[sentence];
    if (!s) return false;
    let marked = this.recalled.get(sentence);
    if (!marked) {
      marked = this.markedIn(s);
      this.recalled.set(sentence, marked);
    }
    return marked.size > 0 && isWithin(token, marked, new SentenceGraph(s));
  }

  private markedIn(sentence: Sentence): ReadonlySet<number> {
    const graph = new SentenceGraph(sentence);
    const marked = new Set<number>();
    for (const hit of this.hitsIn(sentence)) {
      markFrom(hit, graph, marked);
      markWhenClause(hit, graph, marked);
    }
    for (const t of sentence.tokens) this.markCommemorated(t, graph, marked);
    return marked;
  }

  private hitsIn(sentence: Sentence): readonly Hit[] {
    const hits: Hit[] = [];
    for (const time of this.doc.times)
      if (time.sentence === sentence.index && this.isOld(time))
        hits.push({ token: headOf(time.first, time.last, sentence), kind: "time" });
    for (const t of sentence.tokens) {
      const found = this.words.match(sentence, t.index, ["period", "regime"]);
      if (found)
        hits.push({
          token: headOf(t.index, found.last, sentence),
          kind: found.kind === "regime" ? "regime" : "period",
        });
      if (this.isBareYear(t, sentence)) hits.push({ token: t.index, kind: "time" });
      if (this.isDistance(t, sentence)) hits.push({ token: t.index, kind: "time" });
    }
    return hits;
  }

  /** Only years that stand there: a bare "March" may have been read in the year of the clause before. */
  private isOld({ text, interval }: TimeExpression): boolean {
    if (!isEarlierEra(interval?.end ?? null, this.doc.report.date)) return false;
    return /\d{4}/.test(text) || interval?.precision === "year" || interval?.precision === "decade";
  }

  /** "in 1956 tanks rolled": a year that was read with the noun behind it. */
  private isBareYear(t: Token, { tokens }: Sentence): boolean {
    if (t.xpos !== "CD" || !YEAR.test(t.lower) || tokens[t.index - 1]?.lower !== "in") return false;
    return isEarlierEra(t.lower.slice(0, 4), this.doc.report.date);
  }

  /** "decades after the war", "a century ago", "fifty years after". */
  private isDistance(t: Token, sentence: Sentence): boolean {
    const far = this.words.match(sentence, t.index, ["distance"]) !== null;
    if (!far && !(t.lower === "years" && this.isMany(sentence.tokens[t.index - 1]))) return false;
    const next = sentence.tokens[t.index + 1]?.lower;
    return next === "ago" || next === "after" || next === "earlier" || next === "before" || next === "since";
  }

  private isMany(t: Token | undefined): boolean {
    if (!t) return false;
    return Number(t.lower) > ERA_YEARS || this.words.has(t.lower, "many");
  }

  /** "the 40th anniversary of the uprising", "commemorated the landing". */
  private markCommemorated(t: Token, graph: SentenceGraph, marked: Set<number>): void {
    const one = graph.sentence;
    if (t.upos === "VERB" && this.hasLemma(t, "commemorating")) {
      for (const c of t.children) if (/^(?:obj|nsubj:pass)/.test(graph.token(c).deprel)) addEvent(c, graph, marked);
      return;
    }
    if (t.upos !== "NOUN" || !this.words.match(one, t.index, ["commemoration"])) return;
    const isRecent = t.children.some((c) => {
      const word = graph.token(c).lower;
      return (
        this.words.match(one, c, ["recent"]) !== null ||
        (/^\d+(?:st|nd|rd|th)$/.test(word) && parseInt(word, 10) <= ERA_YEARS)
      );
    });
    if (isRecent) return;
    for (const c of t.children) if (graph.caseOf(c) === "of") addEvent(c, graph, marked);
  }

  private hasLemma(t: Token, kind: EraKind): boolean {
    return this.words.has(t.lemma.toLowerCase(), kind);
  }
}

function headOf(first: number, last: number, { tokens }: Sentence): number {
  for (let i = last; i >= first; i--) {
    const head = tokens[i]?.head ?? -1;
    if (head < first || head > last) return i;
  }
  return last;
}

function addEvent(i: number, graph: SentenceGraph, marked: Set<number>): void {
  for (const c of graph.withConjuncts(i)) marked.add(c);
}

/** Climbs from the words of an era to the clause or noun that they place in time. */
function markFrom(hit: Hit, graph: SentenceGraph, marked: Set<number>): void {
  let at = graph.token(hit.token);
  for (let n = 0; n < MAX_STEPS && at.head >= 0; n++) {
    const above = graph.token(at.head);
    const relation = baseRelation(at.deprel);
    if (above.upos === "VERB" || above.upos === "AUX" || graph.has(above.index, "cop")) {
      if (!placesClause(hit, at, relation, graph)) return;
      markClause(above, graph, marked);
      // "police shot him in 1911": a verb beside a time long past is past, whatever the tagger says.
      if (above.xpos === "VBP" && !graph.has(above.index, "aux")) marked.add(above.index);
      return;
    }
    // "the siege of 1993", "the 1990 invasion": the noun that has the year.
    if (above.upos === "NOUN" && n === 0 && hit.kind === "time" && relation !== "conj") {
      marked.add(above.index);
      // "the junta of the 1980s abducted", "in 1956 tanks rolled": the noun places the clause in its turn.
      if (!/^(?:obl|nsubj)/.test(above.deprel)) return;
    }
    if (above.upos === "NOUN" && relation === "amod") marked.add(above.index);
    at = above;
  }
}

/** "the siege of 1993, when gunners shelled it": the clause tells of that year, wherever the parser hangs it. */
function markWhenClause(hit: Hit, graph: SentenceGraph, marked: Set<number>): void {
  const next = graph.tokens[hit.token + 1]?.form === "," ? hit.token + 2 : hit.token + 1;
  const when = graph.tokens[next];
  if (when?.lower !== "when" || when.head < 0) return;
  markClause(graph.token(when.head), graph, marked);
}

function placesClause(hit: Hit, at: Token, relation: string, graph: SentenceGraph): boolean {
  if ((hit.kind === "regime" || at.index !== hit.token) && (at.deprel === "nsubj" || at.deprel === "obl:agent"))
    return true;
  if (relation === "advmod" || at.deprel.endsWith(":tmod") || at.deprel.endsWith(":unmarked")) return true;
  if (relation !== "obl" && relation !== "nmod" && relation !== "advcl") return false;
  const mark = graph.caseOf(at.index);
  return mark === null ? hit.kind !== "regime" : PERIOD_CASES.has(mark);
}

/** The clause and what is coordinated with it, where it is told in the past. */
function markClause(t: Token, graph: SentenceGraph, marked: Set<number>): void {
  for (const i of graph.withConjuncts(t.index)) if (isPast(graph.token(i), graph)) marked.add(i);
  if (graph.token(t.index).deprel === "conj" && isPast(t, graph)) marked.add(t.index);
}

function isPast(t: Token, graph: SentenceGraph): boolean {
  if (t.xpos === "VBD") return true;
  const auxiliaries = t.children.map((c) => graph.token(c)).filter((c) => /^(?:aux|cop)/.test(c.deprel));
  if (auxiliaries.some((a) => /^(?:was|were|had|did)$/.test(a.lower))) return true;
  return (t.xpos === "VBN" || t.xpos === "VBG") && auxiliaries.length === 0;
}

/** Clauses on a recalled noun or verb, and nouns below a recalled verb, are recalled with it. */
function isWithin(token: number, marked: ReadonlySet<number>, graph: SentenceGraph): boolean {
  let at = graph.token(token);
  for (let n = 0; n < MAX_STEPS; n++) {
    if (marked.has(at.index)) return true;
    if (at.head < 0) return false;
    const relation = baseRelation(at.deprel);
    if (relation === "advcl" && !DURING.has(graph.markOf(at.index) ?? "")) return false;
    const isPresent = (at.xpos === "VBZ" || at.xpos === "VBP" || at.xpos === "MD") && relation !== "acl";
    if (isPresent || relation === "parataxis") return false;
    at = graph.token(at.head);
  }
  return false;
}
