/*
 * Regular English inflection undone by spelling. Where spelling leaves a choice ("hoping", "visiting"), a known base decides,
 * else the commoner pattern does; words that come out wrong are in the exceptions of models/en/lemmas.json.
 */

const VOWEL = /[aeiou]/;
const ONE_SYLLABLE = /^[^aeiou]*[aeiouy][^aeiou]*$/;
/** Endings after which a base always or mostly has a silent e: "chang(e)", "enabl(e)", "provid(e)". */
const SILENT_E =
  /(?:[cvu]|[^z]z|[^aeiou][^aeiouwylr]?s|[aeiou][aeiou]?s|dg|rg|lg|[aeiou]g|[aeu]ng|[^aeiouy](?:a|[iu])t|[iu]at|[^aeiou]?[bcdfgkptz]l|[aiu]r|[^aeiou]in|[^aeiou]un|[^aeiou]am|[^aeiou]um|[^aeiou][aeiou]d|[^aeiou][aeiou]k|[^aeiou][iu]l)$/;
/** Endings that look as if they had a silent e and mostly have none: "visit", "open", "offer", "focus". */
const NO_SILENT_E = /(?:ss|us|[^aeiou]it|[aeiou]lt|eur)$/;

/** The base of a form in -ed or -ing; `stem` is the form without that ending. */
function verbBase(stem: string, known: ReadonlySet<string>): string {
  if (stem.length < 2 || !/[aeiouy]/.test(stem)) return stem;
  const last = stem.at(-1) ?? "";
  const doubled = last === stem.at(-2) && !VOWEL.test(last);
  if (doubled) return undouble(stem, last, known);
  const withE = `${stem}e`;
  if (known.has(withE) && known.has(stem)) return isShort(stem) ? withE : stem;
  if (known.has(withE)) return withE;
  if (known.has(stem)) return stem;
  return wantsE(stem) ? withE : stem;
}

function undouble(stem: string, last: string, known: ReadonlySet<string>): string {
  const single = stem.slice(0, -1);
  if (known.has(stem)) return stem;
  if (known.has(single)) return single;
  if (last === "s" || last === "z" || last === "f") return stem;
  return last === "l" && ONE_SYLLABLE.test(stem) ? stem : single;
}

/** A single vowel and a single consonant at the end of one syllable: without a silent e it would have been doubled. */
function isShort(stem: string): boolean {
  return ONE_SYLLABLE.test(stem) && /[^aeiou][aeiouy][^aeiouwxyh]$/.test(`_${stem}`);
}

function wantsE(stem: string): boolean {
  if (isShort(stem)) return true;
  return SILENT_E.test(stem) && !NO_SILENT_E.test(stem);
}

/** The base of a past form or past participle in -ed. */
export function undoPast(form: string, known: ReadonlySet<string>): string {
  if (form.endsWith("ied")) return form.length <= 4 ? form.slice(0, -1) : `${form.slice(0, -3)}y`;
  if (form.endsWith("eed")) return form.length > 4 && !known.has(form) ? form.slice(0, -1) : form;
  if (form.endsWith("cked") && known.has(form.slice(0, -3))) return form.slice(0, -3);
  if (form.endsWith("'d")) return form.slice(0, -2);
  if (!form.endsWith("ed") || form.length < 4) return form;
  return verbBase(form.slice(0, -2), known);
}

/** The regular past of a base. Doubled consonants are left out where they are not sure: the reader of the form does not mind. */
export function makePast(base: string): string {
  if (base.endsWith("e")) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return ONE_SYLLABLE.test(base) && /[^aeiou][aeiou][bdgklmnprt]$/.test(base)
    ? `${base}${base.at(-1) ?? ""}ed`
    : `${base}ed`;
}

/** The base of a form in -ing. */
export function undoGerund(form: string, known: ReadonlySet<string>): string {
  const ending = form.endsWith("in'") ? "in'" : "ing";
  if (!form.endsWith(ending) || form.length < 5) return form;
  const stem = form.slice(0, -3);
  if (stem.endsWith("y") && stem.length <= 2) return `${stem.slice(0, -1)}ie`;
  if (stem.endsWith("ee") || stem.endsWith("oe") || stem.endsWith("ye")) return stem;
  if (stem.endsWith("ck") && known.has(stem.slice(0, -1)) && !known.has(stem)) return stem.slice(0, -1);
  return verbBase(stem, known);
}

/** The base of a third person in -s. */
export function undoThirdPerson(form: string, known: ReadonlySet<string>): string {
  if (!form.endsWith("s") || form.endsWith("ss")) return form;
  const short = form.slice(0, -2);
  if (form.endsWith("es") && known.has(short) && !known.has(form.slice(0, -1))) return short;
  if (form.endsWith("ies")) return form.length <= 4 ? form.slice(0, -1) : `${form.slice(0, -3)}y`;
  if (/(?:ss|sh|[^a]ch|x|zz|o)es$/.test(form)) return form.slice(0, -2);
  return form.slice(0, -1);
}

/** The singular of a plural. Capitals are kept. */
export function undoPlural(form: string): string {
  if (/[A-Z]'?s$/.test(form)) return form.replace(/'?s$/, "");
  if (/^\d+s$/.test(form)) return form;
  if (/(?:^|[a-z])men$/i.test(form)) return `${form.slice(0, -2)}${form.endsWith("EN") ? "AN" : "an"}`;
  const upper = form === form.toUpperCase() && form !== form.toLowerCase();
  const single = singular(form.toLowerCase());
  const kept = form.slice(0, commonLength(single, form.toLowerCase()));
  const added = single.slice(kept.length);
  return kept + (upper ? added.toUpperCase() : added);
}

function commonLength(a: string, b: string): number {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n++;
  return n;
}

function singular(form: string): string {
  if (!form.endsWith("s") || form.endsWith("ss") || form.length < 3) return form;
  if (form.endsWith("ies")) return form.length <= 4 ? form.slice(0, -1) : `${form.slice(0, -3)}y`;
  if (form.endsWith("yses")) return `${form.slice(0, -2)}is`;
  if (/(?:ss|sh|[^a]ch|x|zz)es$/.test(form)) return form.slice(0, -2);
  if (/[^aeo]uses$/.test(form) && form.length > 6) return form.slice(0, -2);
  if (/[^aeiou]oes$/.test(form) && form.length > 4) return form.slice(0, -2);
  return form.slice(0, -1);
}

/** The plain form of a comparative in -er or a superlative in -est. */
export function undoComparison(form: string): string {
  const stem = form.replace(/(?:er|est)$/, "");
  if (stem === form || stem.length < 2) return form;
  if (stem.endsWith("i")) return `${stem.slice(0, -1)}y`;
  const last = stem.at(-1) ?? "";
  if (last === stem.at(-2)) return /[lsef]/.test(last) ? stem : stem.slice(0, -1);
  if (/(?:[cv]|[^aeiou][aeiou][dtsrmnpkg]|rg|[bdpt]l|ns|rs|oos|ang)$/.test(stem)) return `${stem}e`;
  return stem;
}
