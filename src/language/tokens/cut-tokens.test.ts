import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLanguageTables } from "../../lexicon/language-tables.ts";
import { createTokenCutter } from "./cut-tokens.ts";

const cut = createTokenCutter(readLanguageTables("data"));
const forms = (text: string): string => {
  return cut(text, 0, text.length)
    .map((t) => t.form)
    .join(" ");
};

describe("cutting words as UD English does", () => {
  it.each([
    ["clitics", "They didn't say Iran's army won't go.", "They did n't say Iran 's army wo n't go ."],
    ["curly clitics", "We’ve seen the soldiers’ camp, haven’t we?", "We ’ve seen the soldiers ’ camp , have n’t we ?"],
    ["two clitics", "She'd've gone", "She 'd 've gone"],
    ["words run together", "I cannot stay, gonna leave", "I can not stay , gon na leave"],
    ["clitics after brackets", "the army (SAF)'s camp", "the army ( SAF ) 's camp"],
    ["hyphens", "NATO-led, US-backed Tu-160 and COVID-19", "NATO - led , US - backed Tu - 160 and COVID - 19"],
    ["prefixes", "anti-war ex-president re-elected, e-mail", "anti-war ex-president re-elected , e-mail"],
    ["UN is no prefix", "un-led", "un - led"],
    ["acronyms", "the U.S. and U.N. envoys, i.e. two", "the U.S. and U.N. envoys , i.e. two"],
    ["ranks", "Gen. Lee, Lt. Col. Ray and Sgt. Poe", "Gen. Lee , Lt. Col. Ray and Sgt. Poe"],
    ["initials", "J. Smith and J.R. Ray studied E. coli", "J. Smith and J.R. Ray studied E. coli"],
    ["dates", "on Jan. 5, at 9:30 a.m.", "on Jan. 5 , at 9:30 a.m."],
    ["numbers", "1,000.5 and 20th, 1960s, mid-2019", "1,000.5 and 20th , 1960s , mid-2019"],
    ["money", "$5m, £3.5bn, US$4 and €10", "$ 5 m , £ 3.5 bn , US$ 4 and € 10"],
    ["units", "10% of 35mm, 5bn, 11AM, 60km", "10 % of 35 mm , 5 bn , 11 AM , 60 km"],
    ["dates in digits", "on 9/11 and 11/28/2000", "on 9/11 and 11/28/2000"],
    ["ranges", "52-48, 2019-20, 250-1000", "52 - 48 , 2019 - 20 , 250 - 1000"],
    ["telephone", "call 713-853-3989 or 555-0123", "call 713-853-3989 or 555-0123"],
    ["alternatives", "and/or, he/she, w/o", "and / or , he / she , w/o"],
    ["ampersands", "AT&T and R&D", "AT&T and R&D"],
    ["web", "see http://a.org/b_(c)?d=1. or bbc.co.uk.", "see http://a.org/b_(c)?d=1 . or bbc.co.uk ."],
    ["mail and tags", "a.b@c.org, @who #Syria", "a.b@c.org , @who #Syria"],
    ["straight quotes", '"No," he said.', '" No , " he said .'],
    ["curly quotes", "“No,” he said. ‘Yes.’", "“ No , ” he said . ‘ Yes . ’"],
    ["dashes", "men -- all two—left – why", "men -- all two — left – why"],
    ["ellipses", "well... no… [...] yes", "well ... no … [...] yes"],
    ["emoticons", "good :-) and bad :(", "good :-) and bad :("],
    ["years cut short", "in '05 and the '60s", "in '05 and the '60s"],
    ["names with apostrophes", "O'Brien, d'Alembert and Qa'ida", "O'Brien , d'Alembert and Qa'ida"],
    ["forgotten space", "at the end.The next", "at the end . The next"],
    ["pictures", "fire 👩‍🚒👍🏽!", "fire 👩‍🚒 👍🏽 !"],
  ])("%s", (_name, text, expected) => {
    expect(forms(text)).toBe(expected);
  });

  it.each([
    ["no abbreviation without a number behind it", "The answer was no. 5 left.", "The answer was no. 5 left ."],
    ["a word and no abbreviation", "They sat. He said no.", "They sat . He said no ."],
    ["no emoticon in brackets", "(as follows:) x", "( as follows : ) x"],
    ["no clitic in a decade", "the 1960's", "the 1960's"],
    ["no address", "He left.In May", "He left . In May"],
    ["UN before a hyphen", "CO-led and EX-PRESIDENT", "CO - led and EX-PRESIDENT"],
    ["citations are no numbers", "[13,14]", "[ 13 , 14 ]"],
    ["letters of no unit", "the 4A and 3rd", "the 4A and 3rd"],
  ])("negative: %s", (_name, text, expected) => {
    expect(forms(text)).toBe(expected);
  });

  it("gives the same cut again when context differs", () => {
    expect(forms("No. 5")).toBe("No. 5");
    expect(forms("No. Why")).toBe("No . Why");
    expect(forms("No. 5")).toBe("No. 5");
  });
});

const odd = fc.string({
  unit: fc.oneof(
    fc.constantFrom(..."aZ0 .,'’-\n\t:/@$&()[]\"_*#+=<>%`“”!?…—\u00a0\u200b\ud83d\udc4d\u200d"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
  maxLength: 60,
});

describe("any text", () => {
  it("has every character but white space in exactly one token, in order", () => {
    fc.assert(
      fc.property(odd, (text) => {
        let at = 0;
        for (const { form, start, end } of cut(text, 0, text.length)) {
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(form);
          expect(text.slice(at, start)).toMatch(/^[\s\u200b]*$/);
          at = end;
        }
        expect(text.slice(at)).toMatch(/^[\s\u200b]*$/);
      }),
      { numRuns: 3000 },
    );
  });

  it.each(["a", "x.", "a-", "ab.c-", "'", '"', "(", "1,", "http://", "a@", ".", "’s", ":)", "é", "w/"])(
    "is linear: a quarter of a megabyte of %j without white space is quick",
    (piece) => {
      const text = piece.repeat(Math.ceil(250_000 / piece.length));
      const begin = performance.now();
      cut(text, 0, text.length);
      expect(performance.now() - begin).toBeLessThan(5000);
    },
  );
});
