import { foldForm } from "../syntax/vocabulary.ts";
import { undoComparison, makePast, undoGerund, undoPast, undoPlural, undoThirdPerson } from "./inflection.ts";

/** Finds the dictionary form of a word. */
export interface Lemmatiser {
  /**
   * The lemma of a form with its tags, as in UD English: proper names stay as written, other words are in lower case unless
   * their adjective or abbreviation keeps capitals. `initial` says that the word begins its sentence.
   */
  lemma(form: string, upos: string, xpos: string, initial?: boolean): string;
  /** Whether the form is a verb's past and no verb's present: "shot", not "put" or "found". */
  isOnlyPast(form: string): boolean;
  /** The past tense of a form that can be a known verb's present ("sentences" -> "sentenced"), else null. */
  pastOfPresent(form: string): string | null;
}

/** What models/en/lemmas.json holds; train/build_lemmas.py makes it. */
export interface LemmaTables {
  /** Lemmas that the rules do not give, by `UPOS|XPOS` and folded lower-case form. */
  readonly exceptions: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Known verb bases, divided by spaces. */
  readonly verbs: string;
}

/**
 * Makes a lemmatiser of its tables. `lexiconVerbs` are further verb bases, those that the ontology codes: where spelling leaves
 * a choice ("impeaches", "boycotted") they decide, as the known ones do.
 */
export function createLemmatiser(tables: LemmaTables, lexiconVerbs: Iterable<string> = []): Lemmatiser {
  const known = new Set(tables.verbs.split(" "));
  for (const verb of lexiconVerbs) known.add(verb);
  const exceptions = new Map(
    Object.entries(tables.exceptions).map(([tag, forms]) => [tag, new Map(Object.entries(forms))]),
  );
  const pasts = new Map<string, string>();
  for (const [form, lemma] of exceptions.get("VERB|VBD") ?? []) pasts.set(lemma, form);
  const ofPast = exceptions.get("VERB|VBD") ?? new Map<string, string>();
  return {
    isOnlyPast(form) {
      const lemma = ofPast.get(form.toLowerCase());
      return lemma !== undefined && known.has(lemma) && !known.has(form.toLowerCase());
    },
    pastOfPresent(form) {
      const base = form.endsWith("s") && !form.endsWith("ss") ? undoThirdPerson(form, known) : form;
      return known.has(base) ? (pasts.get(base) ?? makePast(base)) : null;
    },
    lemma(form, upos, xpos, initial = false) {
      const folded = foldForm(form);
      const exception = exceptions.get(`${upos}|${xpos}`)?.get(folded.toLowerCase());
      if (exception === undefined) return ruleLemma(folded, upos, xpos, initial, known);
      // Treebanks hold slips ("freed" as "fre"): a base that nobody knows gives way to one that is known.
      if (upos === "VERB" && !known.has(exception)) {
        const ruled = ruleLemma(folded, upos, xpos, initial, known);
        if (known.has(ruled)) return ruled;
      }
      // "Said" and "SAID" have the lemma of "said", but a name in the exceptions brings its own capitals.
      return exception;
    },
  };
}

/**
 * The lemma by rules alone.
 *
 * @public train/build_lemmas.py asks it for the words that need no entry.
 */
export function ruleLemma(
  form: string,
  upos: string,
  xpos: string,
  initial: boolean,
  known: ReadonlySet<string>,
): string {
  if (xpos === "NNPS") return undoPlural(form);
  if (upos === "PROPN" || xpos === "NNP" || upos === "X" || upos === "SYM" || xpos === "ADD") return form;
  if (upos === "PUNCT") return form;
  const lower = form.toLowerCase();
  switch (xpos) {
    case "VBD":
    case "VBN":
      return undoPast(lower, known);
    case "VBG":
      return undoGerund(lower, known);
    case "VBZ":
      return undoThirdPerson(lower, known);
    case "NNS":
      return undoPlural(isCapitalised(form) && !initial ? form : lowerUnlessAcronym(form, lower));
    case "JJR":
    case "JJS":
    case "RBR":
    case "RBS":
      return undoComparison(lower);
    case "JJ":
    case "NN":
      return keepsCapitals(form, upos, initial) ? form : lower;
    case "CD":
      if (/^\d{1,3}(?:,\d{3})+/.test(form)) return form.replaceAll(",", "");
      return keepsCapitals(form, upos, initial) ? form : lower;
    default:
      return lower;
  }
}

function isCapitalised(form: string): boolean {
  return /^\p{Lu}.*\p{Ll}/u.test(form);
}

/** "MPs", "NGOs". */
function lowerUnlessAcronym(form: string, lower: string): string {
  return /^[A-Z]{2,}s$/.test(form) ? form : lower;
}

function keepsCapitals(form: string, upos: string, initial: boolean): boolean {
  if (form === form.toLowerCase()) return false;
  if (upos === "NUM") return /^[IVXLCM]+$/.test(form);
  if (upos === "NOUN" && /^[A-Z]$/.test(form)) return true;
  if (upos === "ADJ") return !initial && isCapitalised(form);
  return /^[A-Z]{2,5}$|\d/.test(form) && !initial;
}
