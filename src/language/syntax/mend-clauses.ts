import type { Parse } from "./parser.ts";

/** Words that open a clause as well as a noun phrase. */
const OPENERS = new Set(["after", "before", "since", "until", "as"]);
/** Modals that are also surnames and first names. */
const NAME_MODALS = new Set(["May", "Will"]);

const AUXILIARY =
  /^(?:ha(?:s|d|ve|ving)|is|are|was|were|be|been|being|am|do|does|did|will|would|can|could|may|might|must|shall|should|ought|need|dare|get|got|gets|let|used|going)$/i;

/**
 * Mends clauses whose parts were read as something else: in "a day after gunmen attacked a post" the gunmen are no point in time,
 * in "On Thursday, Anna Berg, the mayor, opened …" Anna Berg is no apposition of the day, and in "Theresa May stepped down" May
 * is no modal. `timeNouns`: lower-case days, months and the like.
 */
export function mendClauses(forms: readonly string[], parse: Parse, timeNouns: ReadonlySet<string>): Parse {
  const edit = new Edit(forms, parse);
  for (let i = 1; i < forms.length; i++) {
    edit.mendModalName(i);
    edit.mendAuxiliaryName(i - 1);
    edit.mendOpener(i);
    edit.mendTimeApposition(i, timeNouns);
    edit.mendBareOblique(i, timeNouns);
  }
  return edit.result;
}

class Edit {
  result: Parse;
  private readonly forms: readonly string[];

  constructor(forms: readonly string[], parse: Parse) {
    this.forms = forms;
    this.result = parse;
  }

  private children(head: number): readonly number[] {
    const out: number[] = [];
    this.result.heads.forEach((h, i) => {
      if (h === head) out.push(i);
    });
    return out;
  }

  private label(i: number): string {
    return this.result.labels[i] ?? "";
  }

  private tag(i: number): string {
    return this.result.tags[i] ?? "";
  }

  private attach(i: number, head: number, label: string): void {
    const heads = Int32Array.from(this.result.heads);
    heads[i] = head;
    this.result = { ...this.result, heads, labels: this.result.labels.map((l, k) => (k === i ? label : l)) };
  }

  private isFinite(verb: number): boolean {
    return /\|VB[DPZ]$/.test(this.tag(verb));
  }

  private hasSubject(verb: number): boolean {
    return this.children(verb).some((c) => /^[nc]subj/.test(this.label(c)));
  }

  mendModalName(i: number): void {
    if (this.label(i) !== "aux" || !NAME_MODALS.has(this.forms[i] ?? "")) return;
    if (!this.tag(i - 1).startsWith("PROPN")) return;
    this.attach(i, i - 1, "flat");
    this.result = { ...this.result, tags: this.result.tags.map((t, k) => (k === i ? "PROPN|NNP" : t)) };
  }

  /** "Chad signed a treaty": a capital word that no auxiliary looks like is the subject. */
  mendAuxiliaryName(i: number): void {
    const form = this.forms[i] ?? "";
    if (this.label(i) !== "aux" || !/^\p{Lu}\p{Ll}/u.test(form) || AUXILIARY.test(form)) return;
    const verb = this.result.heads[i] ?? -1;
    if (verb < 0 || this.hasSubject(verb)) return;
    this.attach(i, verb, "nsubj");
    const tags = this.result.tags.map((t, k) =>
      k === i ? "PROPN|NNP" : k === verb && t === "VERB|VBN" ? "VERB|VBD" : t,
    );
    this.result = { ...this.result, tags };
  }

  mendOpener(verb: number): void {
    if (!/^(?:advcl|root)$/.test(this.label(verb)) || !this.isFinite(verb) || this.hasSubject(verb)) return;
    if (this.label(verb) === "root") {
      this.mendDayAfter(verb);
      return;
    }
    const noun = this.children(verb).findLast((c) => c < verb && this.label(c) === "obl");
    if (noun === undefined) return;
    const opener = this.children(noun).find((c) => this.label(c) === "case" && c < noun);
    if (opener === undefined || !OPENERS.has((this.forms[opener] ?? "").toLowerCase())) return;
    this.attach(noun, verb, "nsubj");
    this.attach(opener, verb, "mark");
  }

  /** "killed at least 81 people" with the people as an oblique: without a preposition, and no time, they are the object. */
  mendBareOblique(noun: number, timeNouns: ReadonlySet<string>): void {
    const verb = this.result.heads[noun] ?? -1;
    if (this.label(noun) !== "obl" || verb < 0 || noun < verb || !this.tag(verb).startsWith("VERB")) return;
    if (!/^(?:NOUN|PROPN)/.test(this.tag(noun)) || timeNouns.has((this.forms[noun] ?? "").toLowerCase())) return;
    if (this.children(noun).some((c) => /^(?:case|mark|appos)/.test(this.label(c)))) return;
    if (this.children(verb).some((c) => /^(?:i?obj|ccomp|nsubj:pass|aux:pass)/.test(this.label(c)))) return;
    this.attach(noun, verb, "obj");
  }

  /** "A day after gunmen attacked a post, Kenya closed the border": the second verb is the main one. */
  private mendDayAfter(verb: number): void {
    const main = this.children(verb).find((c) => c > verb && this.label(c) === "parataxis" && this.hasSubject(c));
    const day = this.children(verb).find((c) => c < verb && this.label(c).startsWith("obl"));
    if (main === undefined || day === undefined) return;
    const noun = this.children(day).find((c) => c > day && c < verb && this.label(c) === "nmod");
    const opener =
      noun === undefined ? undefined : this.children(noun).find((c) => this.label(c) === "case" && c < noun);
    if (noun === undefined || opener === undefined || !OPENERS.has((this.forms[opener] ?? "").toLowerCase())) return;
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
      (c) => c < verb && this.label(c).startsWith("obl") && timeNouns.has((this.forms[c] ?? "").toLowerCase()),
    );
    if (time === undefined) return;
    const [subject, ...more] = this.children(time).filter((c) => c > time && c < verb && this.label(c) === "appos");
    if (subject === undefined) return;
    this.attach(subject, verb, "nsubj");
    for (const c of more) this.attach(c, subject, "appos");
  }
}
