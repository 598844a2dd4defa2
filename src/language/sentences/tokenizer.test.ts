import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLanguageTables } from "../../lexicon/language-tables.ts";
import { readSplitterModel } from "../../lexicon/splitter-model.ts";
import { LONGEST_SENTENCE } from "./split-sentences.ts";
import { createTokenizer } from "./tokenizer.ts";

const tokenize = createTokenizer(readLanguageTables("data"), readSplitterModel("models/en"));
const split = (text: string): string[] => tokenize(text).map((s) => text.slice(s.start, s.end));

describe("sentence ends in news prose", () => {
  it.each([
    ["an acronym at the end", "They flew to the U.S. The talks failed.", 2],
    ["a quotation with its own stop", '"We will not kneel." He left the room.', 2],
    ["question inside quotes, then a sentence", 'They asked: "Who paid?" Nobody answered.', 2],
    ["brackets around a sentence", "Sanctions were lifted. (The EU had warned.) Trade grew.", 3],
    ["ordinary stops", "Troops left Kabul. The government fell on Sunday.", 2],
    ["a year at the end", "The war began in 2003. It ended in 2011.", 2],
    ["a forgotten space", "The army withdrew on Monday.The rebels followed.", 2],
    ["an abbreviation of a company at the end", "He works for Acme Inc. She works in Kabul.", 2],
  ])("%s", (_name, text, expected) => {
    expect(split(text)).toHaveLength(expected);
  });

  it.each([
    ["an acronym before a name", "U.S. President Joe Biden met U.N. Secretary-General Antonio Guterres."],
    ["ranks and initials", "Lt. Gen. J. R. Smith told Sen. Mary T. Ray of Fla. to wait."],
    ["months", "The deal of Jan. 16, Feb. 2 and Sept. 11 was void."],
    ["a reported quotation", '"Where are they?" he asked.'],
    ["an exclamation inside", 'Crowds shouted "Death to spies!" and burned flags.'],
    ["a number", "See No. 5 on the list of St. Petersburg vs. Moscow."],
    ["a time of day", "Shelling began at 5 a.m. Friday near Donetsk."],
    ["an agency dateline", "CARACAS, Feb. 17 (AP) - President Nicolas Maduro cut ties with Colombia."],
    ["a dateline with an em dash", "GENEVA (Reuters) — The Security Council met on Monday."],
    ["a dateline in small letters", "Port of Spain (AFP) – Police arrested two men."],
    ["a dateline with a colon", "NEW DELHI: The government summoned the envoy."],
    ["a decimal", "Prices rose 3.5 percent to $1.20 a litre."],
    ["an ellipsis inside", "The leader said that his men would ... never give up their arms."],
  ])("negative: %s does not end a sentence", (_name, text) => {
    expect(split(text)).toEqual([text]);
  });
});

describe("paragraphs and lines", () => {
  it("never lets a sentence cross a blank line", () => {
    const sentences = tokenize("The talks between\n \t\nthe parties failed.");
    expect(sentences.map((s) => s.paragraph)).toEqual([0, 1]);
  });

  it("takes a newline in wrapped text for white space", () => {
    const text = [
      "The government of Venezuela said on Thursday that President",
      "Nicolas Maduro would not take part in the talks which the",
      "European Union had proposed to both parties and to the United",
      "Nations, and that no other member of the government would do so",
      "before the sanctions were lifted and the accounts of the central",
      "bank were opened again.",
    ].join("\n");
    expect(split(text)).toEqual([text]);
  });

  it("parts a headline, a byline and paragraphs that stand on lines of their own", () => {
    const lines = [
      "Rebels kill ten in Mali attack",
      "By Awa Traore",
      "BAMAKO (AP) — Gunmen on motorcycles killed at least ten people in central Mali, the army said.",
      "No group claimed responsibility.",
    ];
    expect(split(lines.join("\n"))).toEqual(lines);
  });

  it("keeps a sentence together whose line ends in a comma", () => {
    expect(split("After the vote,\nParliament rose.")).toHaveLength(1);
  });
});

describe("any text", () => {
  it("keeps offsets exact, indexes in order and every character covered", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "Gen. ",
        "said.",
        '"',
        "\n",
        "\n\n",
        " ",
        "(",
        "U.S.",
        "...",
        "\r\n",
        "’s",
        "A",
        "— ",
        "\u2029",
        "\u0000",
      ),
      fc.string({ unit: "binary", maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        let at = 0;
        tokenize(text).forEach((sentence, index) => {
          expect(sentence.index).toBe(index);
          expect(sentence.start).toBe(sentence.tokens[0]?.start);
          expect(sentence.end).toBe(sentence.tokens.at(-1)?.end);
          for (const { form, start, end } of sentence.tokens) {
            expect(text.slice(start, end)).toBe(form);
            expect(text.slice(at, start)).toMatch(/^[\s\u200b]*$/);
            at = end;
          }
        });
        expect(text.slice(at)).toMatch(/^[\s\u200b]*$/);
      }),
      { numRuns: 1500 },
    );
  });

  it("gives no sentence for nothing", () => {
    expect(tokenize(" \n\n\t")).toEqual([]);
  });

  it.each(["word ", "ab.c-", "The ", "a. ", "\n", "A\n"])("is linear on %j and bounds its sentences", (piece) => {
    const begin = performance.now();
    const sentences = tokenize(piece.repeat(250_000 / piece.length));
    expect(performance.now() - begin).toBeLessThan(5000);
    expect(Math.max(0, ...sentences.slice(0, 1000).map((s) => s.tokens.length))).toBeLessThanOrEqual(
      LONGEST_SENTENCE + 1,
    );
  });

  it("gives the same result every time", () => {
    const text = 'He said: "No." Then he left... The U.S. did not.';
    expect(tokenize(text)).toEqual(tokenize(text));
  });
});
