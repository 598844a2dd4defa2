import type { Argument, Predication } from "../../core/event-layers.ts";
import type { Sentence, Token } from "../../core/layers.ts";
import type { LightVerb, WordClasses } from "../../core/ontology.ts";
import { baseRelation, SentenceGraph } from "../../core/sentence-graph.ts";
import { isNegated } from "../status/negation.ts";

/** What the lexicon says about lemmas: which nouns and adjectives are predicates, and which verbs carry nouns. */
export interface PredicateLexicon extends WordClasses {
  isPredicate(kind: "verb" | "noun" | "adjective", lemma: string): boolean;
  lightVerbs(lemma: string): readonly LightVerb[];
}

interface Draft {
  readonly token: number;
  readonly kind: Predication["kind"];
  readonly lemma: string;
  readonly passive: boolean;
  light: number | null;
  negated: boolean;
  form: Predication["form"];
  readonly auxiliaries: number[];
  readonly arguments: Argument[];
  governor: { token: number; relation: string } | null;
}

/** Words that beside a verb are hardly ever prepositions, whatever the tagger says. */
const PARTICLES = new Set(["off", "out", "up", "down", "away", "back", "aside", "apart"]);
const RELATIVE = new Set(["who", "which", "that", "whom", "whose"]);
/** Verbs without an object: a participle of theirs behind a noun is its past tense ("after diplomats gathered"). */
const INTRANSITIVE = "INTRANSITIVE";
/** Verbs that do not stand without an object in the active. */
const NEEDS_OBJECT = "NEEDS_OBJECT";
/** People who speak for a side in talks, and the prepositions by which they are in them. */
const NEGOTIATOR = "NEGOTIATOR_W";
const IN_TALKS = new Set(["in", "at", "to"]);
const BE = new Set(["be", "become", "remain"]);

/** All predications of a sentence with passives, relatives, control, conjunction and light verbs undone. */
export function extractPredications(
  sentence: Sentence,
  lexicon: PredicateLexicon,
  firstId: number,
): readonly Predication[] {
  return new Extractor(sentence, lexicon).run(firstId);
}

class Extractor {
  private readonly graph: SentenceGraph;
  private readonly lexicon: PredicateLexicon;
  private readonly drafts = new Map<number, Draft>();

  constructor(sentence: Sentence, lexicon: PredicateLexicon) {
    this.graph = new SentenceGraph(sentence);
    this.lexicon = lexicon;
  }

  run(firstId: number): readonly Predication[] {
    for (const t of this.graph.tokens) {
      const draft = this.draftOf(t);
      if (draft) this.drafts.set(t.index, draft);
    }
    for (const d of this.drafts.values()) this.readArguments(d);
    // Parents come before children, so that what a clause shares with its governor is already there.
    for (const d of [...this.drafts.values()].sort((a, b) => this.depth(a.token) - this.depth(b.token))) this.share(d);
    for (const d of this.drafts.values()) if (d.kind === "noun") this.joinLightVerb(d);
    return this.number(firstId);
  }

  private depth(i: number): number {
    let n = 0;
    for (let at = i; at >= 0 && n < 1000; at = this.graph.token(at).head) n++;
    return n;
  }

  private draftOf(t: Token): Draft | null {
    const kind = this.kindOf(t);
    if (!kind) return null;
    const passive = kind === "verb" && this.isPassive(t);
    return {
      token: t.index,
      kind,
      lemma: this.lemmaOf(t, kind),
      passive,
      light: null,
      negated: isNegated(t, this.graph),
      form: formOf(t, kind, this.graph),
      auxiliaries: t.children.filter((c) => baseRelation(this.graph.token(c).deprel) === "aux"),
      arguments: [],
      governor: null,
    };
  }

  private kindOf(t: Token): Predication["kind"] | null {
    if (t.upos === "VERB" || this.isMistaggedVerb(t)) return "verb";
    // A name is no act, whatever it is made of: "Amnesty International", "Liberation Front".
    if (t.upos === "NOUN") {
      // "aid workers", "extradition bill": a noun that only modifies another tells no act.
      if (t.deprel !== "compound" && this.lexicon.isPredicate("noun", this.lemmaOf(t, "noun"))) return "noun";
      return null;
    }
    if (t.upos === "ADJ") {
      if (this.lexicon.isPredicate("adjective", t.lemma.toLowerCase())) return "adjective";
      // Participles that are tagged as adjectives: "the jailed reporters".
      if (t.deprel === "amod" && /ed$/.test(t.lower) && this.lexicon.isPredicate("verb", participleLemma(t.lower)))
        return "verb";
    }
    return null;
  }

  /** "Turkish authorities detain a lawyer" with an adverb "detain": what has an object of its own is a verb. */
  private isMistaggedVerb(t: Token): boolean {
    if (t.upos === "AUX" || t.upos === "PUNCT" || t.upos === "PRON") return false;
    const relations = t.children.map((c) => this.graph.token(c).deprel);
    if (!relations.includes("obj") || !this.lexicon.isPredicate("verb", t.lemma.toLowerCase())) return false;
    return relations.includes("nsubj") || (t.upos === "ADJ" && t.deprel === "acl");
  }

  private lemmaOf(t: Token, kind: Predication["kind"]): string {
    const base = t.upos === "ADJ" && kind === "verb" ? participleLemma(t.lower) : t.lemma.toLowerCase();
    if (kind === "verb") {
      const particle = this.graph.child(t.index, "compound");
      if (particle?.deprel === "compound:prt") return `${base} ${particle.lower}`;
      for (const c of t.children) {
        const child = this.graph.token(c);
        if (
          child.deprel === "advmod" &&
          c === t.index + 1 &&
          this.lexicon.isPredicate("verb", `${base} ${child.lower}`)
        )
          return `${base} ${child.lower}`;
      }
      // "called off the strike": the parser may take the particle for a preposition of the object.
      const next = this.graph.tokens[t.index + 1];
      if (next && this.isParticle(next) && this.lexicon.isPredicate("verb", `${base} ${next.lower}`))
        return `${base} ${next.lower}`;
      return base;
    }
    if (kind === "noun") {
      for (const c of t.children) {
        const child = this.graph.token(c);
        if (baseRelation(child.deprel) !== "compound" && child.deprel !== "amod") continue;
        const joined = `${child.lemma.toLowerCase()} ${base}`;
        if (this.lexicon.isPredicate("noun", joined)) return joined;
      }
      // "cease-fire", "air-strike": the hyphen is a token of its own.
      if (t.index >= 2 && this.graph.token(t.index - 1).form === "-") {
        const joined = `${this.graph.token(t.index - 2).lower}-${base}`;
        if (this.lexicon.isPredicate("noun", joined)) return joined;
      }
    }
    return base;
  }

  private isParticle(t: Token | undefined): boolean {
    return t !== undefined && (t.xpos === "RP" || PARTICLES.has(t.lower));
  }

  /**
   * A participle without auxiliary is passive when it modifies a noun or heads a headline. The tagger confuses "called"
   * (VBD) with "called" (VBN), so a direct object, a subject of its own, an active verb that it is coordinated with, or a clause that
   * would else have no verb at all speak for the active past.
   */
  private isPassive(t: Token): boolean {
    if (this.hasPassive(t)) return true;
    if (t.xpos === "VBD") return this.isPassiveConjunct(t);
    if (t.xpos !== "VBN" && t.upos !== "ADJ") return false;
    if (this.hasAuxiliary(t, "have") || !isReduced(t.deprel)) return false;
    if (t.deprel === "acl" && this.lexicon.inClass(INTRANSITIVE, t.lemma)) return false;
    const relations = t.children.map((c) => this.graph.token(c).deprel);
    if (relations.some((r) => r === "obj" || r.startsWith("nsubj") || r === "ccomp")) return false;
    if (relations.includes("obl:agent")) return true;
    const head = t.head >= 0 ? this.graph.token(t.head) : null;
    if (head && t.deprel === "conj" && head.upos === "VERB")
      return head.xpos === "VBN" ? this.isPassive(head) : this.hasPassive(head);
    return !(head && t.deprel === "acl" && this.isVerbless(head));
  }

  /** "was arrested and banned from the election": a past tense without object, of a verb that needs one, shares the passive before it. */
  private isPassiveConjunct(t: Token): boolean {
    const head = t.head >= 0 ? this.graph.token(t.head) : null;
    if (t.deprel !== "conj" || !head || !this.hasPassive(head)) return false;
    if (t.children.some((c) => /^(?:obj|nsubj|ccomp|xcomp)/.test(this.graph.token(c).deprel))) return false;
    return this.lexicon.inClass(NEEDS_OBJECT, t.lemma);
  }

  /** A root noun whose only verb is this participle: "Protesters called for …" read as "protesters (who were) called for". */
  private isVerbless(noun: Token): boolean {
    return noun.deprel === "root" && !this.isCopular(noun) && this.endsAsSentence();
  }

  /** Headlines have no full stop, and leave auxiliaries out. */
  private endsAsSentence(): boolean {
    const last = this.graph.tokens.at(-1);
    return last !== undefined && /^[.!?"”]$/.test(last.form);
  }

  private hasPassive(t: Token): boolean {
    const relations = t.children.map((c) => this.graph.token(c).deprel);
    // "The party called on its supporters": a passive subject without an auxiliary, of a verb that is at home without an object.
    if (t.xpos === "VBN" && relations.includes("nsubj:pass") && !relations.includes("aux:pass"))
      return relations.includes("obl:agent") || this.lexicon.inClass(NEEDS_OBJECT, t.lemma) || !this.endsAsSentence();
    return t.children.some((c) => {
      const d = this.graph.token(c).deprel;
      return d === "aux:pass" || d === "nsubj:pass" || d === "csubj:pass";
    });
  }

  private hasAuxiliary(t: Token, lemma: string): boolean {
    return t.children.some((c) => this.graph.token(c).deprel === "aux" && this.graph.token(c).lemma === lemma);
  }

  // ---- arguments -----------------------------------------------------------------------------------------------

  private readArguments(d: Draft): void {
    const t = this.graph.token(d.token);
    for (const c of t.children) this.readDependent(d, this.graph.token(c));
    if (d.kind === "noun") this.readPossessor(d);
    // "informed India of the water levels": an indirect object without a direct one is the object.
    if (d.kind === "verb" && !this.slot(d, "patient") && !this.slot(d, "clause")) {
      const only = this.slot(d, "recipient");
      if (only) this.add(d, "patient", only.token, only.path);
    }
    this.readGovernor(d, t);
  }

  private add(d: Draft, slot: string, token: number, path: string): void {
    if (!d.arguments.some((a) => a.slot === slot && a.token === token)) d.arguments.push({ slot, token, path });
  }

  private readDependent(d: Draft, c: Token): void {
    const relation = baseRelation(c.deprel);
    switch (relation) {
      case "nsubj":
      case "csubj":
        this.add(
          d,
          d.passive ? (this.graph.child(d.token, "obj") ? "recipient" : "patient") : "agent",
          c.index,
          c.deprel,
        );
        return;
      case "obj":
        this.add(d, "patient", c.index, "obj");
        this.readContent(d, c);
        return;
      case "iobj":
        this.add(d, "recipient", c.index, "iobj");
        return;
      case "obl":
      case "nmod":
        this.readOblique(d, c);
        return;
      case "ccomp":
      case "xcomp":
        this.add(d, "clause", c.index, c.deprel);
        return;
      case "parataxis":
        if (this.lexicon.isPredicate("verb", d.lemma) && d.kind === "verb") this.add(d, "parataxis", c.index, c.deprel);
        return;
      case "advcl":
      case "acl":
        this.readClause(d, c);
        return;
      case "compound":
      case "amod":
        if (d.kind === "noun" && c.deprel !== "compound:prt") this.add(d, "modifier", c.index, c.deprel);
        return;
      default:
    }
  }

  /** "signs a law that bans …", "a decree dissolving …": what the object says stands in its clauses. */
  private readContent(d: Draft, object: Token): void {
    for (const c of object.children) {
      const t = this.graph.token(c);
      if (baseRelation(t.deprel) === "acl" && t.upos === "VERB") this.add(d, "content", c, `obj>${t.deprel}`);
    }
  }

  private readOblique(d: Draft, c: Token): void {
    if (c.deprel === "nmod:poss") {
      this.add(d, "poss", c.index, "nmod:poss");
      return;
    }
    // "barred the group from entering": before a gerund the preposition may be a mark.
    const slot = this.graph.caseOf(c.index) ?? (isVerbal(c) ? this.graph.markOf(c.index) : null);
    if (slot === null) return;
    if (d.kind === "verb" && d.lemma.endsWith(` ${slot}`) && this.isParticle(this.graph.tokens[d.token + 1])) {
      this.add(d, "patient", c.index, `${c.deprel}:particle`);
      return;
    }
    if (slot === "by" && (d.passive || d.kind === "noun" || c.deprel === "obl:agent") && !isVerbal(c))
      this.add(d, "agent", c.index, `${c.deprel}:by`);
    else this.add(d, slot, c.index, `${c.deprel}:${slot}`);
  }

  private readClause(d: Draft, c: Token): void {
    if (c.deprel === "acl:relcl") return;
    const mark = this.graph.markOf(c.index);
    if (mark === "to")
      this.add(d, d.kind === "verb" && c.deprel === "advcl" ? "purpose" : "clause", c.index, `${c.deprel}:to`);
    else if (mark !== null && mark !== "that") this.add(d, mark, c.index, `${c.deprel}:${mark}`);
    else if (d.kind !== "verb") this.add(d, "clause", c.index, c.deprel);
    else if (c.deprel === "advcl") this.add(d, "adverbial", c.index, c.deprel);
  }

  /** Possessors and modifiers also stand one noun higher: "Russian troops' withdrawal", "the talks' collapse". */
  private readPossessor(d: Draft): void {
    const t = this.graph.token(d.token);
    if (t.deprel === "root" || this.isCopular(t)) {
      const subject = this.graph.child(t.index, "nsubj");
      if (subject) this.add(d, "agent", subject.index, "nsubj(cop)");
    }
    // "Chile's chief negotiator in talks with Peru": who negotiates there takes part.
    const holder = baseRelation(t.deprel) === "nmod" ? this.graph.token(t.head) : null;
    const isIn = holder !== null && IN_TALKS.has(this.graph.caseOf(t.index) ?? "");
    if (isIn && this.lexicon.inClass(NEGOTIATOR, holder.lemma)) this.add(d, "agent", holder.index, `${t.deprel}<`);
  }

  private isCopular(t: Token): boolean {
    return t.children.some((c) => this.graph.token(c).deprel === "cop");
  }

  private readGovernor(d: Draft, t: Token): void {
    if (t.head < 0) return;
    const mark = this.graph.markOf(t.index);
    const carrier = d.kind === "noun" ? this.carrierOf(t) : null;
    if (carrier) {
      d.governor = { token: carrier.head, relation: carrier.deprel };
      return;
    }
    d.governor = { token: t.head, relation: baseRelation(t.deprel) === "advcl" && mark ? `advcl:${mark}` : t.deprel };
  }

  /** "lead a delegation on a visit", "as part of a visit": a noun that hangs on one that tells no act stands where that one stands. */
  private carrierOf(t: Token): Token | null {
    let at = t;
    for (let n = 0; n < 3; n++) {
      const above = at.head >= 0 ? this.graph.token(at.head) : null;
      if (above?.upos !== "NOUN" || this.drafts.has(above.index) || baseRelation(at.deprel) !== "nmod") break;
      at = above;
    }
    return at === t ? null : at;
  }

  // ---- sharing -------------------------------------------------------------------------------------------------

  private share(d: Draft): void {
    const t = this.graph.token(d.token);
    this.resolveRelatives(d);
    this.joinObjectClause(d);
    switch (baseRelation(t.deprel)) {
      case "conj":
        this.shareConjunct(d, t);
        break;
      case "acl":
        this.shareNounModifier(d, t);
        break;
      case "amod":
        if (d.kind === "verb") this.add(d, t.xpos === "VBG" ? "agent" : "patient", t.head, "amod");
        else if (d.kind === "adjective") this.add(d, "agent", t.head, "amod");
        break;
      case "parataxis":
        // "The army will attack, the minister said": the clause before the speaker is what is said.
        if (d.kind === "verb" && !this.slot(d, "clause")) this.add(d, "reported", t.head, "parataxis");
        this.control(d, t);
        break;
      case "xcomp":
      case "advcl":
      case "ccomp":
      case "obl":
        if (d.kind !== "noun") this.control(d, t);
        break;
      default:
    }
    if (d.kind === "adjective" && !this.slot(d, "agent")) this.adjectiveSubject(d, t);
  }

  /** "urged the junta to free": the infinitive may hang on the object instead of the verb. */
  private joinObjectClause(d: Draft): void {
    const object = d.kind === "verb" ? (this.slot(d, "patient") ?? this.addressee(d)) : undefined;
    if (!object || this.slot(d, "clause") || this.drafts.get(object.token)?.kind === "noun") return;
    for (const c of this.graph.token(object.token).children)
      if (this.graph.token(c).deprel === "acl" && this.graph.markOf(c) === "to") this.add(d, "clause", c, "obj>acl:to");
  }

  /** "called on the rebels to disarm", "appealed to both sides to talk". */
  private addressee(d: Draft): Argument | undefined {
    return d.arguments.find((a) => ["on", "upon", "to", "with", "for"].includes(a.slot));
  }

  private slot(d: Draft, slot: string): Argument | undefined {
    return d.arguments.find((a) => a.slot === slot);
  }

  /** "who", "which", "that" stand for the noun that the relative clause modifies. */
  private resolveRelatives(d: Draft): void {
    const clause = this.relativeClauseOf(d.token);
    if (clause === null) return;
    const antecedent = this.graph.token(clause).head;
    if (antecedent < 0) return;
    let resolved = false;
    d.arguments.forEach((a, i) => {
      const t = this.graph.token(a.token);
      if (!RELATIVE.has(t.lower) || t.upos === "NOUN" || (t.upos !== "PRON" && t.upos !== "SCONJ" && t.upos !== "DET"))
        return;
      d.arguments[i] = { slot: a.slot, token: antecedent, path: `${a.path}>relative` };
      resolved = true;
    });
    // Object relatives without a pronoun: "the town the rebels took".
    if (
      !resolved &&
      d.token === clause &&
      d.kind === "verb" &&
      this.slot(d, "agent") &&
      !this.slot(d, "patient") &&
      !d.passive
    )
      this.add(d, "patient", antecedent, "acl:relcl");
    else if (!resolved && d.token === clause && this.isHeadlineVerb(d)) this.add(d, "agent", antecedent, "acl:relcl");
  }

  /** "Militia Kata'ib releases researcher who …": a finite verb with an object and nobody to do it is no relative clause of English. */
  private isHeadlineVerb(d: Draft): boolean {
    const t = this.graph.token(d.token);
    return (
      d.kind === "verb" &&
      !d.passive &&
      /^VB[DPZ]$/.test(t.xpos) &&
      !this.slot(d, "agent") &&
      t.children.some((c) => this.graph.token(c).deprel === "obj")
    );
  }

  private relativeClauseOf(i: number): number | null {
    for (let at = i, n = 0; at >= 0 && n < 6; at = this.graph.token(at).head, n++) {
      const t = this.graph.token(at);
      if (t.deprel === "acl:relcl") return at;
      if (!["conj", "xcomp", "ccomp", "aux"].includes(baseRelation(t.deprel))) return null;
    }
    return null;
  }

  private shareConjunct(d: Draft, t: Token): void {
    const first = this.drafts.get(t.head);
    if (!first) return;
    if (d.kind === "verb" && (first.kind === "verb" || first.kind === "adjective")) {
      const subject = this.surfaceSubject(first);
      if (subject && !this.ownsSubject(t))
        this.add(d, d.passive ? "patient" : "agent", subject.token, `conj>${subject.path}`);
      // "arrested and jailed the editor": the object follows both verbs.
      const object = this.slot(d, "patient");
      if (
        object &&
        !d.passive &&
        !first.passive &&
        !this.slot(first, "patient") &&
        object.token > t.index &&
        !this.slot(first, "clause")
      )
        this.add(first, "patient", object.token, "conj<obj");
      if (!object && !d.passive && this.slot(first, "patient") && (this.slot(first, "patient")?.token ?? 0) > t.index)
        this.add(d, "patient", this.slot(first, "patient")?.token ?? 0, "conj>obj");
      if (first.auxiliaries.length && !d.auxiliaries.length && d.form === first.form)
        d.auxiliaries.push(...first.auxiliaries);
      if (first.form === "infinitive" && t.xpos === "VB") d.form = "infinitive";
    }
    if (d.kind === "noun" && first.kind === "noun")
      for (const a of first.arguments)
        if (["poss", "agent", "with", "between"].includes(a.slot) && !this.slot(d, a.slot))
          this.add(d, a.slot, a.token, `conj>${a.path}`);
    d.governor = first.governor ? { token: first.governor.token, relation: first.governor.relation } : d.governor;
  }

  private ownsSubject(t: Token): boolean {
    return t.children.some((c) => baseRelation(this.graph.token(c).deprel) === "nsubj");
  }

  private surfaceSubject(d: Draft): Argument | undefined {
    return this.slot(d, d.passive ? "patient" : "agent");
  }

  private shareNounModifier(d: Draft, t: Token): void {
    if (t.deprel === "acl:relcl" || d.kind === "noun") return;
    const noun = this.drafts.get(t.head);
    // "talks involving Peru and Chile": whom it involves takes part.
    const involved = noun && t.lemma === "involve" && t.xpos === "VBG" ? this.slot(d, "patient") : undefined;
    if (noun && involved) this.add(noun, "between", involved.token, `acl>${involved.path}`);
    if (this.graph.markOf(t.index) === "to" || this.graph.markOf(t.index) === "of") {
      // "the agreement to withdraw": the noun's own agent acts.
      const agent = noun
        ? (this.slot(noun, "agent") ?? this.slot(noun, "poss") ?? this.holderOf(noun))
        : this.subjectAround(this.graph.token(t.head));
      if (agent) this.add(d, "agent", agent.token, `acl>${agent.path}`);
      return;
    }
    if (t.xpos === "VBN" && !d.passive && this.lexicon.inClass(INTRANSITIVE, t.lemma)) {
      this.add(d, "agent", this.wholePhrase(t.head), "acl");
      return;
    }
    const nearer = t.xpos === "VBG" ? this.passiveAgentBefore(t) : undefined;
    if (nearer) this.add(d, "agent", nearer.token, `acl>${nearer.path}`);
    else if (d.kind === "adjective") this.add(d, "agent", t.head, "acl");
    else this.add(d, d.passive ? "patient" : "agent", t.head, "acl");
  }

  /** "is in the process of leaving", "in addition to stepping down, he …": whoever the clause around a plain noun is about. */
  private subjectAround(noun: Token): Argument | undefined {
    const own = this.graph.child(noun.index, "nsubj");
    if (own) return { slot: "agent", token: own.index, path: "nsubj" };
    const verb = baseRelation(noun.deprel) === "obl" ? this.drafts.get(noun.head) : undefined;
    return verb && this.surfaceSubject(verb);
  }

  /** "diplomats from Peru and Chile gathered": the verb that hangs on the last name belongs to the whole phrase. */
  private wholePhrase(noun: number): number {
    let at = this.graph.token(noun);
    for (let n = 0; n < 4 && at.head >= 0; n++) {
      const above = this.graph.token(at.head);
      const inner = at.deprel === "conj" || (at.deprel === "nmod" && this.graph.caseOf(at.index) !== null);
      if (!inner || !/^(?:NOUN|PROPN)$/.test(above.upos)) break;
      at = above;
    }
    return at.index;
  }

  /** "scrapped plans to lend", "rejected calls to resign": the subject of the verb whose object the noun is. */
  private holderOf(noun: Draft): Argument | undefined {
    const head = this.graph.token(noun.token);
    const verb = baseRelation(head.deprel) === "obj" ? this.drafts.get(head.head) : undefined;
    return verb && !verb.passive ? this.slot(verb, "agent") : undefined;
  }

  /** Subject of a clause without one: the governor's object if it has one, else its subject. */
  private control(d: Draft, t: Token): void {
    if (this.slot(d, d.passive ? "patient" : "agent") || this.ownsSubject(t)) return;
    const relation = baseRelation(t.deprel);
    if (relation === "ccomp" && this.graph.markOf(t.index) !== null && this.graph.markOf(t.index) !== "to") return;
    if (relation === "parataxis") return;
    const nearer = relation === "advcl" && t.xpos === "VBG" ? this.passiveAgentBefore(t) : undefined;
    if (nearer) {
      this.add(d, "agent", nearer.token, `${t.deprel}>${nearer.path}`);
      return;
    }
    const governor = this.drafts.get(t.head);
    if (!governor) {
      const subject = this.graph.child(t.head, "nsubj");
      if (subject) this.add(d, d.passive ? "patient" : "agent", subject.index, `${t.deprel}>nsubj`);
      return;
    }
    const object = this.slot(governor, "recipient") ?? this.slot(governor, "patient");
    const subject = this.slot(governor, "agent");
    const mark = this.graph.markOf(t.index);
    // Adverbial clauses take the subject, complements and "of/from doing" the object.
    const byObject = relation === "xcomp" || (mark !== null && ["of", "from", "for", "into", "with"].includes(mark));
    const chosen = governor.passive
      ? byObject
        ? object
        : (object ?? subject)
      : byObject
        ? (object ?? subject)
        : (subject ?? object);
    if (chosen && chosen.token !== d.token)
      this.add(d, d.passive ? "patient" : "agent", chosen.token, `${t.deprel}>${chosen.path}`);
  }

  /** "sanctions imposed by the US, accusing …": a participle after a comma takes up the doer named just before it. */
  private passiveAgentBefore(t: Token): Argument | undefined {
    if (this.graph.tokens[t.index - 1]?.form !== ",") return undefined;
    for (let i = t.index - 2; i >= 0; i--) {
      const before = this.drafts.get(i);
      if (before?.kind !== "verb") continue;
      const agent = before.passive ? before.arguments.find((a) => a.path.endsWith(":by")) : undefined;
      if (!agent) return undefined;
      const last = Math.max(...this.graph.withConjuncts(agent.token));
      return last >= t.index - 4 ? agent : undefined;
    }
    return undefined;
  }

  private adjectiveSubject(d: Draft, t: Token): void {
    if (t.head < 0) return;
    const governor = this.drafts.get(t.head);
    const subject = governor && (this.slot(governor, "patient") ?? this.slot(governor, "agent"));
    if (subject && baseRelation(t.deprel) === "xcomp") this.add(d, "agent", subject.token, `xcomp>${subject.path}`);
  }

  // ---- light verbs ---------------------------------------------------------------------------------------------

  /** The verb's subject and prepositional phrases belong to the noun it carries: "held talks with X in Y". */
  private joinLightVerb(d: Draft): void {
    const head = this.graph.firstConjunct(d.token);
    const verb = this.drafts.get(this.graph.token(head).head);
    if (!verb || verb.kind !== "verb" || verb.token === d.token) return;
    const at = verb.arguments.find((a) => a.token === head);
    if (!at) return;
    const light = this.lexicon.lightVerbs(verb.lemma).find((l) => l.slot === at.slot);
    if (!light) return;
    d.light = verb.token;
    d.negated = d.negated || verb.negated;
    d.auxiliaries.push(...verb.auxiliaries);
    d.form = verb.form;
    d.governor = verb.governor;
    for (const a of verb.arguments) {
      if (a.token === head) continue;
      if (a.slot === "agent") {
        if (light.subject !== "none" && at.slot !== "agent") this.prefer(d, light.subject, a.token, `light>${a.path}`);
      } else if (a.slot !== "patient" && a.slot !== "clause" && !d.arguments.some((b) => b.token === a.token))
        this.add(d, a.slot, a.token, `light>${a.path}`);
      else if (a.slot === "patient" && at.slot !== "patient" && light.subject === "none")
        this.add(d, "patient", a.token, `light>${a.path}`);
      else if (a.slot === "patient" && at.slot !== "patient" && verb.passive)
        this.prefer(d, "agent", a.token, `light>${a.path}`);
    }
  }

  private prefer(d: Draft, slot: string, token: number, path: string): void {
    if (!this.slot(d, slot)) this.add(d, slot, token, path);
  }

  private number(firstId: number): readonly Predication[] {
    const ids = new Map<number, number>();
    let next = firstId;
    const ordered = [...this.drafts.values()].sort((a, b) => a.token - b.token);
    for (const d of ordered) ids.set(d.token, next++);
    return ordered.map((d) => {
      const governor = d.governor && ids.get(d.governor.token);
      return {
        id: ids.get(d.token) ?? 0,
        sentence: this.graph.sentence.index,
        token: d.token,
        kind: d.kind,
        lemma: d.lemma,
        light: d.light,
        passive: d.passive,
        negated: d.negated,
        auxiliaries: d.auxiliaries,
        form: d.form,
        arguments: d.arguments,
        governor:
          d.governor && governor !== undefined && governor !== null
            ? { id: governor, relation: d.governor.relation }
            : null,
      };
    });
  }
}

function isReduced(deprel: string): boolean {
  return (
    deprel === "acl" ||
    deprel === "amod" ||
    deprel === "advcl" ||
    deprel === "root" ||
    deprel === "conj" ||
    deprel === "xcomp" ||
    deprel === "parataxis"
  );
}

function isVerbal(t: Token): boolean {
  return t.upos === "VERB";
}

function formOf(t: Token, kind: Predication["kind"], graph: SentenceGraph): Predication["form"] {
  if (kind === "noun") return "nominal";
  if (kind === "adjective") return t.children.some((c) => BE.has(graph.token(c).lemma)) ? "finite" : "participle";
  if (t.xpos === "VBD" || t.xpos === "VBZ" || t.xpos === "VBP") return "finite";
  if (t.children.some((c) => graph.token(c).deprel === "mark" && graph.token(c).lower === "to")) return "infinitive";
  const finite = t.children.some(
    (c) => /^(VBD|VBZ|VBP|MD)$/.test(graph.token(c).xpos) && baseRelation(graph.token(c).deprel) === "aux",
  );
  if (finite) return "finite";
  if (t.xpos === "VBG") return "gerund";
  if (t.xpos === "VB") return "infinitive";
  return "participle";
}

/** "jailed" -> "jail", "accused" -> "accuse": good enough to ask the lexicon. */
function participleLemma(lower: string): string {
  const stem = lower.replace(/ed$/, "");
  if (/([bdgklmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  if (/i$/.test(stem)) return `${stem.slice(0, -1)}y`;
  return /(s|c|v|u|g|at|iz|as|os|nc)$/.test(stem) && !/(ss|ng)$/.test(stem) ? `${stem}e` : stem;
}
