import type { Parse } from "./parser.ts";
import { TreeEdit } from "./tree-edit.ts";

/** Words that open a clause as well as a noun phrase. */
const OPENERS = new Set(["after", "before", "since", "until", "as"]);
/** Modals that are also surnames and first names. */
const NAME_MODALS = new Set(["May", "Will"]);

const HELPING = /^help(?:s|ed|ing)?$/i;

const AUXILIARY =
  /^(?:ha(?:s|d|ve|ving)|is|are|was|were|be|been|being|am|do|does|did|will|would|can|could|may|might|must|shall|should|ought|need|dare|get|got|gets|let|used|going)$/i;

/**
 * Mends clauses whose parts were read as something else: in "a day after gunmen attacked a post" the gunmen are no point in time,
 * in "On Thursday, Anna Berg, the mayor, opened …" Anna Berg is no apposition of the day, in "Theresa May stepped down" May is
 * no modal, in "Chad signed" Chad is no auxiliary, in "helped Kenya build a port" build is no noun, in "people gather in Budapest"
 * gather is none, in "a strike kills four" the strike is the subject, in "after gunmen open fire" open is no adjective; and what
 * stands bare behind a verb is its object. `timeNouns`: lower-case days, months and the like.
 */
export function mendClauses(forms: readonly string[], parse: Parse, timeNouns: ReadonlySet<string>): Parse {
  const edit = new ClauseEdit(forms, parse);
  const isFollowingThere = forms.some((form) => form.toLowerCase() === "following");
  for (let i = 1; i < forms.length; i++) {
    edit.mendModalName(i);
    edit.mendAuxiliaryName(i - 1);
    edit.mendNounWithSubject(i);
    edit.mendFiniteClauseOfRoot(i);
    edit.mendAdjectiveVerb(i);
    edit.mendOpener(i);
    edit.mendClauseSubject(i);
    edit.mendFiredAt(i, timeNouns);
    edit.mendShotDead(i);
    if (isFollowingThere) edit.mendFollowing(i);
    edit.mendTimeApposition(i, timeNouns);
    edit.mendBareSubject(i, timeNouns);
    edit.mendBareOblique(i, timeNouns);
    edit.mendHelpedVerb(i);
    edit.mendPredicateRelative(i);
    edit.mendNounAfterAmid(i);
  }
  return edit.result();
}

class ClauseEdit extends TreeEdit {
  private isFinite(verb: number): boolean {
    return /\|VB[DPZ]$/.test(this.tag(verb));
  }

  private hasSubject(verb: number): boolean {
    return this.children(verb).some((c) => /^[nc]subj/.test(this.label(c)));
  }

  mendModalName(i: number): void {
    if (this.label(i) !== "aux" || !NAME_MODALS.has(this.forms[i] ?? "")) return;
    if (!this.tag(i - 1).startsWith("PROPN") || this.governs(i, i - 1)) return;
    this.attach(i, i - 1, "flat");
    this.retag(i, "PROPN|NNP");
  }

  /** "Chad signed a treaty", "Peru fired rockets": a capital word that no auxiliary or adverb looks like is the subject. */
  mendAuxiliaryName(i: number): void {
    const form = this.forms[i] ?? "";
    const isAdverb = this.label(i) === "advmod" && this.tag(i).startsWith("PROPN") && this.head(i) === i + 1;
    if ((this.label(i) !== "aux" && !isAdverb) || !/^\p{Lu}\p{Ll}/u.test(form) || AUXILIARY.test(form)) return;
    const verb = this.head(i);
    if (verb < 0 || this.hasSubject(verb)) return;
    this.attach(i, verb, "nsubj");
    this.retag(i, "PROPN|NNP");
    if (this.tag(verb) === "VERB|VBN") this.retag(verb, "VERB|VBD");
  }

  /** "Some 300 people gather in Budapest": a noun that has a subject and no copula is a verb. */
  mendNounWithSubject(noun: number): void {
    if (this.label(noun) !== "root" || !/^NOUN\|NNS?$/.test(this.tag(noun)) || /^\p{Lu}/u.test(this.forms[noun] ?? ""))
      return;
    const children = this.children(noun);
    const subject = children.find((c) => this.label(c) === "nsubj");
    if (subject !== noun - 1 || children.some((c) => /^(?:cop|det|amod|compound|nummod|nmod|case)/.test(this.label(c))))
      return;
    if (!children.some((c) => c > noun && /^(?:obl|obj|advcl|xcomp|ccomp)/.test(this.label(c)))) return;
    this.retag(noun, this.tag(noun).endsWith("S") ? "VERB|VBZ" : "VERB|VBP");
  }

  /** "A drone strike kills four people" with the verb as a clause of the noun: without a relative it is the main one. */
  mendFiniteClauseOfRoot(verb: number): void {
    const noun = this.head(verb);
    if (this.label(verb) !== "acl" || !/\|VB[ZP]$/.test(this.tag(verb)) || this.label(noun) !== "root" || noun > verb)
      return;
    if (this.hasSubject(verb) || this.children(verb).some((c) => /^(?:mark|aux:pass)/.test(this.label(c)))) return;
    for (const c of this.children(noun))
      if (c > verb && /^(?:obl|advcl|punct|parataxis|conj)/.test(this.label(c))) this.attach(c, verb, this.label(c));
    this.attach(verb, -1, "root");
    this.attach(noun, verb, "nsubj");
  }

  /** "after gunmen open fire": an adjective behind its noun that has an object is a verb. */
  mendAdjectiveVerb(adjective: number): void {
    const noun = this.head(adjective);
    if (this.label(adjective) !== "acl" || this.tag(adjective) !== "ADJ|JJ" || noun !== adjective - 1) return;
    if (
      this.tag(noun) !== "NOUN|NNS" ||
      !this.children(adjective).some((c) => c > adjective && this.label(c) === "obj")
    )
      return;
    const opener = this.children(noun).find((c) => this.label(c) === "case");
    if (opener === undefined || !OPENERS.has(this.lower(opener))) return;
    this.retag(adjective, "VERB|VBP");
    this.attach(adjective, this.head(noun), "advcl");
    this.attach(noun, adjective, "nsubj");
    this.attach(opener, adjective, "mark");
  }

  mendOpener(verb: number): void {
    if (!/^(?:advcl|root|parataxis)$/.test(this.label(verb)) || !this.isFinite(verb) || this.hasSubject(verb)) return;
    if (this.label(verb) === "root") {
      this.mendDayAfter(verb);
      return;
    }
    const noun = this.children(verb).findLast((c) => c < verb && this.label(c) === "obl");
    if (noun === undefined) return;
    const opener = this.children(noun).find((c) => this.label(c) === "case" && c < noun);
    if (opener === undefined || !OPENERS.has(this.lower(opener))) return;
    this.attach(noun, verb, "nsubj");
    this.attach(opener, verb, "mark");
    if (this.label(verb) === "parataxis") this.attach(verb, this.head(verb), "advcl");
  }

  /** "died after police fired on crowds" with the police as the object of "died": what stands behind the opener of a clause is in the clause. */
  mendClauseSubject(verb: number): void {
    if (!/^(?:advcl|acl)$/.test(this.label(verb)) || !/\|VB[DN]$/.test(this.tag(verb)) || this.hasSubject(verb)) return;
    const parts = this.children(verb);
    const opener = parts.find((c) => c < verb && this.label(c) === "mark" && OPENERS.has(this.lower(c)));
    if (opener === undefined || parts.some((c) => /^(?:obl:agent|aux:pass)$/.test(this.label(c)))) return;
    const head = this.head(verb);
    const above = this.label(verb) === "acl" ? this.head(head) : head;
    const isInside = (c: number): boolean => c > opener && c < verb && /^(?:obj|obl)$/.test(this.label(c));
    const subject = this.children(above).find(isInside);
    if (above < 0 || above > opener || subject === undefined) return;
    if (this.label(verb) === "acl") this.attach(verb, above, "advcl");
    this.attach(subject, verb, "nsubj");
    if (this.tag(verb) === "VERB|VBN") this.retag(verb, "VERB|VBD");
  }

  /** "after rebels fired at a bus": rebels that fired, none that somebody dismissed. */
  mendFiredAt(verb: number, timeNouns: ReadonlySet<string>): void {
    const noun = this.head(verb);
    if (
      this.lower(verb) !== "fired" ||
      this.label(verb) !== "acl" ||
      noun < 0 ||
      noun > verb ||
      this.label(noun) !== "obl"
    )
      return;
    const isAimed = this.children(verb).some((c) => {
      const preposition = this.children(c).find((p) => this.label(p) === "case");
      return (
        preposition !== undefined && /^(?:at|on|into)$/.test(this.lower(preposition)) && !timeNouns.has(this.lower(c))
      );
    });
    const opener = this.children(noun).find((c) => this.label(c) === "case" && c < noun && OPENERS.has(this.lower(c)));
    if (!isAimed || opener === undefined) return;
    this.attach(verb, this.head(noun), "advcl");
    this.attach(noun, verb, "nsubj");
    this.attach(opener, verb, "mark");
    this.retag(verb, "VERB|VBD");
  }

  /** "shot dead six protesters": dead is what became of them, and belongs to the verb. */
  mendShotDead(dead: number): void {
    const noun = this.head(dead);
    if (this.lower(dead) !== "dead" || this.label(dead) !== "amod" || this.head(noun) !== dead - 1) return;
    if (this.label(noun) !== "obj" || !this.tag(dead - 1).startsWith("VERB")) return;
    this.attach(dead, dead - 1, "xcomp");
  }

  /** "Following Turkish air strikes on Homs, …": no strikes that follow, but a preposition. */
  mendFollowing(noun: number): void {
    if (!/^(?:obl|obj|nmod)$/.test(this.label(noun))) return;
    const parts = this.children(noun);
    const following = parts.find((c) => this.label(c) === "amod" && this.lower(c) === "following");
    if (following === undefined) return;
    if (parts.some((c) => c < following || this.label(c) === "case")) return;
    this.attach(following, noun, "case");
    this.retag(following, "ADP|IN");
    if (this.label(noun) === "obj") this.attach(noun, this.head(noun), "obl");
  }

  /** "killed at least 81 people" with the people as an oblique: without a preposition, and no time, they are the object. */
  mendBareOblique(noun: number, timeNouns: ReadonlySet<string>): void {
    const verb = this.head(noun);
    if (this.label(noun) !== "obl" || verb < 0 || noun < verb || !this.tag(verb).startsWith("VERB")) return;
    if (!/^(?:NOUN|PROPN)/.test(this.tag(noun)) || timeNouns.has(this.lower(noun))) return;
    if (this.children(noun).some((c) => /^(?:case|mark|appos)/.test(this.label(c)))) return;
    if (this.children(verb).some((c) => /^(?:i?obj|ccomp|nsubj:pass|aux:pass)/.test(this.label(c)))) return;
    this.attach(noun, verb, "obj");
  }

  /** "after a couple of bombings shook Tunis": a bare noun before an active verb without a subject is its subject. */
  mendBareSubject(noun: number, timeNouns: ReadonlySet<string>): void {
    const verb = this.head(noun);
    if (this.label(noun) !== "obl" || verb < noun || !/\|VB[DZP]$/.test(this.tag(verb)) || this.hasSubject(verb))
      return;
    if (!/^(?:NOUN|PROPN)/.test(this.tag(noun)) || timeNouns.has(this.lower(noun))) return;
    if (this.children(noun).some((c) => /^(?:case|mark|appos)/.test(this.label(c)))) return;
    if (this.children(verb).some((c) => /^(?:expl|aux:pass|cop)/.test(this.label(c)))) return;
    this.attach(noun, verb, "nsubj");
  }

  /** "A day after gunmen attacked a post, Kenya closed the border": the second verb is the main one. */
  private mendDayAfter(verb: number): void {
    const main = this.children(verb).find((c) => c > verb && this.label(c) === "parataxis" && this.hasSubject(c));
    const day = this.children(verb).find((c) => c < verb && this.label(c).startsWith("obl"));
    if (main === undefined || day === undefined) return;
    const noun = this.children(day).find((c) => c > day && c < verb && this.label(c) === "nmod");
    const opener =
      noun === undefined ? undefined : this.children(noun).find((c) => this.label(c) === "case" && c < noun);
    if (noun === undefined || opener === undefined || !OPENERS.has(this.lower(opener))) return;
    this.attach(main, -1, "root");
    this.attach(verb, main, "advcl");
    this.attach(noun, verb, "nsubj");
    this.attach(opener, verb, "mark");
    this.attach(day, verb, "obl:unmarked");
    for (const c of this.children(verb)) if (c === this.forms.length - 1) this.attach(c, main, "punct");
  }

  mendTimeApposition(verb: number, timeNouns: ReadonlySet<string>): void {
    if (!this.isFinite(verb) || this.hasSubject(verb)) return;
    const time = this.children(verb).find(
      (c) => c < verb && this.label(c).startsWith("obl") && timeNouns.has(this.lower(c)),
    );
    if (time === undefined) return;
    const [subject, ...more] = this.children(time).filter((c) => c > time && c < verb && this.label(c) === "appos");
    if (subject === undefined) return;
    this.attach(subject, verb, "nsubj");
    for (const c of more) this.attach(c, subject, "appos");
  }

  /** "helped Venezuela design a cryptocurrency": a bare noun with an article behind it is the verb of whom was helped. */
  mendHelpedVerb(verb: number): void {
    const helped = this.head(verb);
    if (this.label(verb) !== "obj" || this.tag(verb) !== "NOUN|NN" || helped < 0 || helped > verb) return;
    if (!HELPING.test(this.forms[helped] ?? "")) return;
    const person = this.children(verb).find((c) => this.label(c) === "compound" && c === verb - 1);
    const article = this.head(verb + 1);
    if (person === undefined || !this.tag(person).startsWith("PROPN")) return;
    if (!/^(?:det|nmod:poss)$/.test(this.label(verb + 1)) || article <= verb || this.governs(article, helped)) return;
    this.retag(verb, "VERB|VB");
    this.attach(person, helped, "obj");
    this.attach(verb, helped, "xcomp");
    // The object, and with it the adverb that had been read as its twin: "a port and briefly sent ships".
    const next = this.head(article);
    this.attach(article, verb, "obj");
    for (const adverb of this.children(article)) {
      if (this.label(adverb) !== "conj" || !this.tag(adverb).startsWith("ADV") || adverb !== next - 1) continue;
      for (const c of this.children(adverb)) this.attach(c, next, this.label(c));
      this.attach(adverb, next, "advmod");
    }
  }

  /** "Russia is an ally of Venezuela, which …": what follows a predicate is about the name that it ends with. */
  mendPredicateRelative(verb: number): void {
    const predicate = this.head(verb);
    if (this.label(verb) !== "acl:relcl" || predicate < 0) return;
    const which = this.children(verb).find((c) => this.lower(c) === "which");
    if (which === undefined || this.forms[which - 1] !== ",") return;
    const parts = this.children(predicate);
    if (!parts.some((c) => this.label(c) === "cop")) return;
    if (!parts.some((c) => this.label(c) === "det" && /^an?$/i.test(this.forms[c] ?? ""))) return;
    const name = parts.find((c) => this.label(c) === "nmod" && this.tag(c).startsWith("PROPN") && c === which - 2);
    if (name !== undefined) this.attach(verb, name, "acl:relcl");
  }

  /** "amid talk of a deployment": no verb stands behind this preposition without a subject. */
  mendNounAfterAmid(noun: number): void {
    const amid = noun - 1;
    if (!/^amid(?:st)?$/i.test(this.forms[amid] ?? "") || !/^VERB\|VBP?$/.test(this.tag(noun))) return;
    if (this.head(amid) !== noun || this.hasSubject(noun)) return;
    this.retag(noun, "NOUN|NN");
    this.retag(amid, "ADP|IN");
    this.attach(amid, noun, "case");
    if (this.label(noun) === "advcl") this.attach(noun, this.head(noun), "obl");
    for (const c of this.children(noun)) if (this.label(c) === "obl") this.attach(c, noun, "nmod");
  }
}
