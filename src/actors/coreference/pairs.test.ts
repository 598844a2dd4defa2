import { describe, expect, it } from "vitest";
import type { Entity } from "../../core/actor-layers.ts";
import { createCoder } from "../../coder/create-coder.ts";

const coder = await createCoder();

/** What the members of a phrase are, "PER GOV"; of no compound, what it is itself. */
function partiesOf(text: string, phrase: string): readonly string[] {
  const { mentions, entities } = coder.explain({ text, date: "2024-05-10" }).doc;
  const mention = mentions.find((m) => m.text === phrase);
  const entity = mention && entities[mention.entity];
  if (!entity) throw new Error(`no mention “${phrase}” among ${mentions.map((m) => m.text).join(" | ")}`);
  const members = entity.members.map((id) => entities[id]).filter((e): e is Entity => e !== undefined);
  return (members.length > 0 ? members : [entity]).map((e) => [e.code, e.sectors[0] ?? ""].join(" "));
}

describe("a plural of several countries", () => {
  it.each([
    ["The foreign ministers of Peru and Chile met.", "The foreign ministers of Peru and Chile", ["PER GOV", "CHL GOV"]],
    ["Thai and Laotian police arrested ten smugglers.", "Thai and Laotian police", ["THA COP", "LAO COP"]],
  ])("has a member of each: %s", (text, phrase, members) => {
    expect(partiesOf(text, phrase)).toEqual(members);
  }); // prettier-ignore

  it.each([
    ["Thai and Laotian police arrested ten smugglers.", ["THA COP", "LAO COP"]],
    ["The presidents of Peru, Chile and Bolivia signed a treaty.", ["PER GOV", "CHL GOV", "BOL GOV"]],
  ])("makes each of them a party of the event: %s", (text, parties) => {
    const [event] = coder.code({ text, date: "2024-05-10" });
    expect(event?.actor.map((a) => `${a.code} ${a.sector}`)).toEqual(parties);
    expect(new Set(event?.actor.map((a) => a.mention?.text)).size).toBe(1);
  });

  it.each([
    ["one country", "The police of Peru arrested ten smugglers.", "The police of Peru", ["PER COP"]],
    ["a country and a word that is none", "Peruvian and foreign police arrested ten smugglers.", "Peruvian and foreign police", ["PER COP"]],
    ["the country of the office and the one it is to", "The ambassador of Peru to Chile left.", "The ambassador of Peru to Chile", ["PER GOV"]],
    ["a singular", "The foreign minister of Peru and Chile left.", "The foreign minister of Peru and Chile", ["PER GOV"]],
  ])("is one party with %s", (_what, text, phrase, parties) => {
    expect(partiesOf(text, phrase)).toEqual(parties);
  }); // prettier-ignore
});

describe("“the two” of a pair", () => {
  const MET = "The foreign ministers of Peru and Chile met in Oslo.";

  it.each([
    [`${MET} The two ministers signed a treaty.`, "The two ministers"],
    [`${MET} The ministers criticised Bolivia.`, "The ministers"],
  ])("are the two that one phrase named: %s", (text, phrase) => {
    expect(partiesOf(text, phrase)).toEqual(["PER GOV", "CHL GOV"]);
  });

  it.each([
    ["people of another kind", `${MET} The two farmers signed a treaty.`, "The two farmers"],
    ["a pair far before", `${MET} ${"Rain fell on the lake. ".repeat(12)}The two ministers left.`, "The two ministers"],
    ["three of them", "The presidents of Peru, Chile and Bolivia met. The two presidents left.", "The two presidents"],
  ])("are not made up of %s", (_what, text, phrase) => {
    expect(partiesOf(text, phrase)).toHaveLength(1);
  });
});
