import { undoGerund, undoPast, undoPlural, undoThirdPerson } from "../../language/lemmas/inflection.ts";
import { createLemmatiser, type LemmaTables, type Lemmatiser } from "../../language/lemmas/lemmatiser.ts";
import type { Lexicon } from "../lexicon.ts";
import type { WordKind } from "./code-tables.ts";

/** What is known of English words when a dictionary gives only capitals: `SAID` is a verb, `TALKS` a noun, `EAS` the stem of ease. */
export class WordKnowledge {
  private readonly kinds: ReadonlyMap<string, WordKind>;
  private readonly verbs: ReadonlySet<string>;
  private readonly nouns: ReadonlySet<string>;
  private readonly lemmatiser: Lemmatiser;
  private readonly past = new Map<string, string>();
  /** Irregular plurals and plurals that are their own lemma -> lemma. */
  private readonly plurals: ReadonlyMap<string, string>;

  constructor(kinds: ReadonlyMap<string, WordKind>, lemmas: LemmaTables, lexicon: Lexicon) {
    const { frameIndex, operatorIndex, frames, classes } = lexicon.ontology;
    this.kinds = kinds;
    this.lemmatiser = createLemmatiser(lemmas);
    const inOntology = [...Object.keys(frameIndex.verb), ...Object.keys(operatorIndex.verb)];
    this.verbs = new Set([...lemmas.verbs.split(" "), ...inOntology.filter((v) => !v.includes(" "))]);
    const asked = frames.flatMap((f) => f.require.flatMap((c) => (OF_VERBS.has(c.slot) ? [] : c.lemmas)));
    const ofVerbs = new Set(frames.flatMap((f) => f.require.flatMap((c) => (OF_VERBS.has(c.slot) ? c.classes : []))));
    const listed = Object.entries(classes).flatMap(([name, members]) => (ofVerbs.has(name) ? [] : members));
    const named = [...Object.keys(frameIndex.noun), ...listed, ...asked];
    this.nouns = new Set([...named, ...lexicon.actors.heads.map((h) => h.words)].flatMap((w) => w.split(" ")));
    this.plurals = new Map(Object.entries(lemmas.exceptions["NOUN|NNS"] ?? {}));
    for (const tag of ["VERB|VBD", "VERB|VBN"])
      for (const [form, lemma] of Object.entries(lemmas.exceptions[tag] ?? {})) this.past.set(form, lemma);
  }

  kindOf(word: string): WordKind | null {
    // "twenty diplomats", "20 diplomats": how many is not asked.
    if (/^[\d.,]+$/.test(word)) return "determiner";
    return this.kinds.get(word) ?? (/..ly$/.test(word) && !this.nouns.has(word) ? "adverb" : null);
  }

  isNoun(word: string): boolean {
    return this.nouns.has(word) || this.nouns.has(undoPlural(word));
  }

  isVerb(word: string): boolean {
    return this.verbs.has(this.verbLemma(word));
  }

  /** `said`, `allow`, `trying`, not `attack` or `talks`. */
  isOnlyVerb(word: string): boolean {
    return this.isVerb(word) && !this.isNoun(word);
  }

  /** The base of a verb form; the form itself when it is no known verb's. */
  verbLemma(form: string): string {
    if (this.verbs.has(form)) return form;
    const candidates = [
      this.past.get(form),
      undoPast(form, this.verbs),
      undoGerund(form, this.verbs),
      undoThirdPerson(form, this.verbs),
    ];
    return candidates.find((c) => c !== undefined && this.verbs.has(c)) ?? form;
  }

  /**
   * What the coder takes for the lemma of a verb form: the true base, or a wrong one where the form is irregular and unknown
   * (`WAYLAID`). A frame must list the wrong ones too.
   */
  codedLemmas(form: string): readonly string[] {
    const tags = form.endsWith("ing") ? ["VBG"] : form.endsWith("s") ? ["VBZ"] : ["VBD", "VBN"];
    return tags.map((t) => this.lemmatiser.lemma(form, "VERB", t));
  }

  /** Verbs that a TABARI stem stands for: `EAS` ease, `CARR` carry. */
  verbsOfStem(stem: string): readonly string[] {
    const whole = this.verbLemma(stem);
    if (this.verbs.has(whole)) return [whole];
    const ends = [`${stem}e`, `${stem}y`, stem.replace(/i$/, "y"), stem.replace(/(.)\1$/, "$1")];
    return [...new Set(ends.filter((v) => this.verbs.has(v)))];
  }

  /** A noun's lemma, and the word as written where that is another: conditions compare both. */
  nounForms(word: string): readonly string[] {
    const single = this.plurals.get(word) ?? undoPlural(word);
    if (single === word || this.nouns.has(single)) return [single];
    if (this.nouns.has(word)) return [word];
    // "bullets" is a plural though nobody knows the word; "gas" and "chaos" may be none.
    return /.{3}[^aiouy]s$/.test(word) ? [single] : [single, word];
  }

  /** Nouns that a TABARI stem stands for: `COOPERAT` cooperation. Empty when none is known. */
  nounsOfStem(stem: string): readonly string[] {
    if (this.isNoun(stem) || this.isVerb(stem)) return this.nounForms(stem);
    const root = stem.replace(/i$/, "");
    if (root.length < 4) return this.nounForms(stem);
    const found = [...this.nouns].filter((n) => n.startsWith(root) && STEM_ENDING.test(n.slice(root.length)));
    return found.length ? found.sort() : this.nounForms(stem);
  }
}

/** Slots that hold a clause: what frames ask for there are verbs. */
const OF_VERBS = new Set(["clause", "purpose", "parataxis", "adverbial", "content", "reported"]);

const STEM_ENDING =
  /^(?:i?(?:e|y|ion|ation|er|or|ing|ment|ance|ence|ity|al|ic|ics|ism|ist|ure|ive|iation|es|s)|[a-z]?ing|[bdgmnprt]?ed)$/;
