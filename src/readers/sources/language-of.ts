import { languagesByWord } from "./source-tables.ts";

/** Scripts that tell the language, or that it is not English. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["zh", /\p{Script=Han}/gu],
  ["uk", /[іїєґ]/giu],
  ["ru", /\p{Script=Cyrillic}/gu],
  ["ar", /\p{Script=Arabic}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["hi", /\p{Script=Devanagari}/gu],
  ["bn", /\p{Script=Bengali}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["ka", /\p{Script=Georgian}/gu],
  ["hy", /\p{Script=Armenian}/gu],
  ["ta", /\p{Script=Tamil}/gu],
  ["am", /\p{Script=Ethiopic}/gu],
];
/** The first words decide; a quotation further down changes nothing. */
const SAMPLE = 3000;
/** So many words of another language for each English one. Names and quotations bring a few. */
const DOMINANCE = 1.3;

/**
 * The language of a text, "en" unless another one shows: by its script, else by its commonest words. English is the answer in
 * doubt, because a report that is set aside is lost, and headlines of foreign names are what trigram models get wrong.
 */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  for (const [language, letters] of SCRIPTS) {
    const count = sample.match(letters)?.length ?? 0;
    const least = language === "uk" || language === "ja" ? 0.05 : 0.5;
    if (count > least * Math.max(latin, sample.length * 0.2)) return language;
  }
  const counts = new Map<string, number>();
  // A letter alone is an initial or an abbreviation as often as a word.
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]{2,}/gu) ?? [];
  for (const word of words)
    for (const language of languagesByWord().get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  const english = counts.get("en") ?? 0;
  const [best, hits] = [...counts]
    .filter(([l]) => l !== "en")
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? ["en", 0];
  // One word is enough in a line that has letters English lacks, two in any other.
  const accents =
    /[àáâãäåæçèéêëìíîïñòóôõöøœùúûüýßăąćčđęěğıłńňőřśşșťţțůűźżžạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu.test(
      sample,
    );
  return hits >= (accents ? 1 : 2) && hits > english * DOMINANCE ? best : "en";
}

/** True for a tag of English: "en", "EN-gb", "eng", "English". */
export function isEnglish(tag: string): boolean {
  return /^(?:en|eng|english)(?:$|[-_])/i.test(tag.trim());
}
