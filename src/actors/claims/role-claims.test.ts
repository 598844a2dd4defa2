import { describe, expect, it } from "vitest";
import { createCoder } from "../../coder/create-coder.ts";

const coder = await createCoder();

/** Who is said to be what, in short: "Anna Berglund: energy minister NOR GOV, holds by title". */
function claimsIn(text: string): readonly string[] {
  return coder.roleClaims({ text, date: "2024-05-10" }).map((c) => {
    const role = c.body === null ? c.role : `${c.role} of ${c.body}`;
    return `${c.person}: ${role} ${c.code} ${c.sectors[0] ?? ""}, ${c.state} by ${c.rule}`;
  });
}

describe("what a text says about an office", () => {
  it.each([
    ["Norway's Energy Minister Anna Berglund visited Lima.", "energy minister NOR GOV, holds by title"],
    ["Anna Berglund, the energy minister of Norway, visited Lima.", "energy minister NOR GOV, holds by apposition"],
    ["Anna Berglund is the energy minister of Norway.", "energy minister NOR GOV, holds by copula"],
    ["Anna Berglund was appointed energy minister of Norway on Monday.", "energy minister NOR GOV, holds by verb"],
    ["Anna Berglund became prime minister of Norway.", "prime minister NOR GOV, holds by verb"],
    ["Anna Berglund has served as ambassador of Norway since May.", "ambassador NOR GOV, holds by verb"],
    ["Anna Berglund resigned as prime minister of Norway.", "prime minister NOR GOV, former by verb"],
    ["Anna Berglund stepped down as mayor of Oslo.", "mayor NOR GOV, former by verb"],
    ["Anna Berglund was dismissed as army chief of Norway.", "army chief NOR MIL, former by verb"],
    ["Former Norwegian prime minister Anna Berglund visited Lima.", "prime minister NOR ELI, former by title"],
    ["Norwegian President-elect Anna Berglund visited Lima.", "president-elect NOR GOV, incoming by title"],
  ])("%s", (text, claim) => {
    expect(claimsIn(text)).toEqual([`Anna Berglund: ${claim}`]);
  });

  it.each([
    ["a negation", "Anna Berglund was not appointed energy minister of Norway."],
    ["a negation in another word", "Anna Berglund never became mayor of Oslo."],
    ["a mere possibility", "Anna Berglund may become prime minister of Norway."],
    ["what is to come", "Anna Berglund will become mayor of Oslo."],
    ["a refusal", "Anna Berglund refused to resign as mayor of Oslo."],
    ["somebody else's office", "Anna Berglund visited the energy minister of Norway."],
    ["a surname alone", "Berglund, the energy minister of Norway, visited Lima."],
    ["nobody's name", "The energy minister of Norway visited Lima."],
  ])("is nothing under %s", (_what, text) => {
    expect(claimsIn(text)).toEqual([]);
  });

  it("has a claim for each person of a shared title", () => {
    const text = "Norwegian Senators Anna Berglund and Tom Barrow visited Lima.";
    expect(claimsIn(text)).toEqual([
      "Anna Berglund: senator NOR LEG, holds by title",
      "Tom Barrow: senator NOR LEG, holds by title",
    ]);
  });

  it.each([
    ["a pronoun", "She is the energy minister of Norway.", "holds by copula"],
    ["a surname", "Berglund was appointed energy minister of Norway in May.", "holds by verb"],
  ])("takes the full name from elsewhere in the report: %s", (_what, sentence, how) => {
    const text = `Anna Berglund spoke on Monday. ${sentence}`;
    expect(claimsIn(text)).toEqual([`Anna Berglund: energy minister NOR GOV, ${how}`]);
  });

  it("shows the phrase and its sentence", () => {
    const text = "Rain fell. Anna Berglund, the energy minister of Norway, visited Lima.";
    const [claim] = coder.roleClaims({ text });
    expect(claim).toMatchObject({
      sentence: 1,
      text: "Anna Berglund, the energy minister of Norway, visited Lima.",
      gender: "female",
    });
    expect(text.slice(claim?.start, claim?.end)).toBe("the energy minister of Norway");
  });
});

describe("the words of an office", () => {
  it.each([
    ["the head of the army", "Anna Berglund, the head of the army, praised Norway.", "head of the army", null],
    ["the head of the central bank", "Anna Berglund, the head of the central bank of Norway, visited Lima.", "head of the central bank", null],
    ["a deputy", "Norway's deputy foreign minister Anna Berglund visited Lima.", "deputy foreign minister", null],
    ["a hyphen", "Norwegian prime minister-designate Anna Berglund visited Lima.", "prime minister-designate", null],
    ["without “former”", "Former Norwegian prime minister Anna Berglund visited Lima.", "prime minister", null],
    ["a named body apart", "Hamas spokesman Tariq Nabulsi spoke in Gaza.", "spokesman", "Hamas"],
    ["a party apart", "Anna Berglund is the leader of the Norwegian Labour Party.", "leader", "Norwegian Labour Party"],
  ])("are the text's, with %s: %s", (_what, text, role, body) => {
    expect(coder.roleClaims({ text })).toMatchObject([{ role, body }]);
  }); // prettier-ignore
});
