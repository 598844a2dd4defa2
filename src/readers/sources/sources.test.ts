import { describe, expect, test } from "vitest";
import { agencyOf } from "./agency-of.ts";
import { isEnglish, languageOf } from "./language-of.ts";
import { publisherOf } from "./publisher-of.ts";

const STORY =
  "Norland expelled two Maran diplomats on Friday. Talks about fishing rights have been on hold since March.";

describe("the agency of a text", () => {
  test.each<[string, string | null, string]>([
    [`LAGOS (Reuters) - ${STORY}`, null, "Reuters"],
    [`LAGOS, May 10 (AFP) — ${STORY}`, null, "AFP"],
    [`${STORY} — AFP`, null, "AFP"],
    [`${STORY}\n(AP)`, null, "Associated Press"],
    [`By The Associated Press\n${STORY}`, null, "Associated Press"],
    [STORY, "Xinhua", "Xinhua"],
    [STORY, "Ilse Brandt and Reuters", "Reuters"],
  ])("%j by %j is %s", (text, author, agency) => {
    expect(agencyOf(text, author)).toBe(agency);
  });

  test.each([
    STORY,
    `${STORY} The minister told Reuters that talks go on.`,
    `The union (AP) met. ${STORY}`,
    `${STORY} He spoke to AFP on Monday.`,
  ])("is not one that is cited or a namesake: %j", (text) => {
    expect(agencyOf(text, null)).toBeNull();
  });
});

describe("the language", () => {
  test.each([STORY, "EU, Mercosur sign trade pact", "Al-Shabaab claims Mogadishu hotel siege", "Café a", "", "12.5 %"])(
    "of %j is English",
    (text) => {
      expect(languageOf(text)).toBe("en");
    },
  );

  test.each([
    ["El presidente se reúne con la oposición en Lima", "es"],
    ["Des milliers de manifestants dans les rues de Lyon", "fr"],
    ["Der Außenminister reist nach Kiew und spricht mit der Regierung", "de"],
    ["Президент встретился с министром", "ru"],
    ["الرئيس يلتقي وزير الخارجية", "ar"],
    ["总统会见外交部长", "zh"],
  ])("of %j is %s", (text, language) => {
    expect(languageOf(text)).toBe(language);
  });

  test("a quotation leaves a report English", () => {
    expect(languageOf(`${STORY} “El pueblo no se rinde”, he said.`)).toBe("en");
  });

  test.each(["en", "EN-gb", "eng", "English"])("%s is a tag of English", (tag) => {
    expect(isEnglish(tag)).toBe(true);
  });
});

describe("the publisher", () => {
  test.each<[string | null, string | null, string | undefined]>([
    ["AP News", null, "Associated Press"],
    [null, "https://edition.cnn.com/x", "CNN"],
    [null, "https://www.bbc.co.uk/news/1", "BBC News"],
    ["reuters.com", null, "Reuters"],
    [null, "https://example.org/", undefined],
    ["The Quena Herald", null, undefined],
  ])("of %j at %j is %s", (source, url, name) => {
    expect(publisherOf(source, url)?.name).toBe(name);
  });
});
