/** Reading numbers written in digits or words: "12", "1,200", "1.7 million", "twenty-five", "a dozen", "tens of thousands". */

export type NumberClass = "unit" | "scale" | "vague" | "few" | "ordinal";

export interface NumberWord {
  readonly class: NumberClass;
  readonly value: number | null;
  readonly high: number | null;
}

/** Number words by lower-case form; JSON-serialisable. */
export type NumberWords = Readonly<Record<string, NumberWord>>;

export interface NumberReading {
  readonly low: number | null;
  readonly high: number | null;
  /** Index after the last token of the number. */
  readonly next: number;
}

const DIGITS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/;

/** The value of a token in digits, or null: "1,200" is 1200, "12th" and "2022-02-17" are none. */
export function digitsValue(lower: string): number | null {
  const first = lower.charCodeAt(0);
  if (first < 48 || first > 57 || !DIGITS.test(lower)) return null;
  return Number(lower.replaceAll(",", ""));
}

/**
 * The number that starts at token `at`, or null. Loose numbers have a range ("several" 3 to 9, "tens of thousands" 20,000
 * to 99,000), numbers without any value ("many") have null bounds.
 */
export function readNumber(words: readonly string[], at: number, table: NumberWords): NumberReading | null {
  const first = words[at];
  if (first === undefined) return null;
  if (first === "a" || first === "an" || first === "half") return readAfterArticle(words, at, table);
  const digits = digitsValue(first);
  if (digits !== null) return withScales(words, at + 1, digits, digits, table);
  const word = wordOf(table, first);
  if (word === undefined || word.class === "ordinal") return null;
  if (word.class === "unit") return readUnits(words, at, table);
  if (word.class === "vague") return readVague(words, at, word, table);
  if (word.class === "few") return withScales(words, skipOf(words, at + 1, table), word.value, word.high, table);
  return null;
}

/** "a dozen", "a few hundred", "a couple of", "half a million", "half a dozen"; a bare article is no number. */
function readAfterArticle(words: readonly string[], at: number, table: NumberWords): NumberReading | null {
  const half = words[at] === "half";
  let next = at + 1;
  if (half && (words[next] === "a" || words[next] === "-")) next++;
  const word = wordOf(table, words[next] ?? "");
  if (word === undefined || word.value === null) return null;
  if (word.class === "scale") {
    const factor = half ? 0.5 : 1;
    return withScales(words, next + 1, word.value * factor, word.value * factor, table);
  }
  if (word.class !== "few" || half) return null;
  return withScales(words, skipOf(words, next + 1, table), word.value, word.high, table);
}

/** "twenty-five", "two hundred and six", "three thousand four hundred". */
function readUnits(words: readonly string[], at: number, table: NumberWords): NumberReading {
  let total = 0;
  let group = 0;
  let last: "none" | "ten" | "one" | "scale" = "none";
  let next = at;
  for (;;) {
    const here = last !== "none" && joins(words, next, table, last) ? next + 1 : next;
    const word = wordOf(table, words[here] ?? "");
    if (word === undefined || word.value === null) break;
    if (word.class === "unit" && (last === "none" || last === "scale" || (last === "ten" && word.value < 10))) {
      group += word.value;
      last = word.value >= 20 ? "ten" : "one";
    } else if (word.class === "scale" && last !== "none") {
      group = group * word.value;
      if (word.value >= 1000) {
        total += group;
        group = 0;
      }
      last = "scale";
    } else break;
    next = here + 1;
  }
  return { low: total + group, high: total + group, next };
}

function joins(words: readonly string[], at: number, table: NumberWords, last: string): boolean {
  if (words[at] === "-") return wordOf(table, words[at + 1] ?? "")?.class === "unit" && last === "ten";
  return words[at] === "and" && last === "scale" && wordOf(table, words[at + 1] ?? "")?.class === "unit";
}

/** "dozens", "tens of thousands", "hundreds of thousands". */
function readVague(words: readonly string[], at: number, word: NumberWord, table: NumberWords): NumberReading {
  const second = words[at + 1] === "of" ? wordOf(table, words[at + 2] ?? "") : undefined;
  if (second?.class === "vague" && second.value !== null && word.value !== null && second.value > word.value) {
    const scale = second.value >= 2_000_000 ? 1_000_000 : second.value >= 2000 ? 1000 : 100;
    return { low: word.value * scale, high: word.high === null ? null : word.high * scale, next: at + 3 };
  }
  return { low: word.value, high: word.high, next: at + 1 };
}

/** Multiplies by the scale words that follow ("1.7 million", "a few hundred thousand"). */
function withScales(
  words: readonly string[],
  at: number,
  low: number | null,
  high: number | null,
  table: NumberWords,
): NumberReading {
  let factor = 1;
  let next = at;
  for (;;) {
    const word = wordOf(table, words[next] ?? "");
    if (word?.class !== "scale" || word.value === null) break;
    factor *= word.value;
    next++;
  }
  const times = (value: number | null): number | null =>
    value === null ? null : Math.round(value * factor * 1e6) / 1e6;
  return { low: times(low), high: times(high), next };
}

/** "a couple of days": the "of" belongs to the number when a counted noun follows. */
function skipOf(words: readonly string[], at: number, table: NumberWords): number {
  return words[at] === "of" && wordOf(table, words[at + 1] ?? "")?.class !== "vague" ? at + 1 : at;
}

function wordOf(table: NumberWords, word: string): NumberWord | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
