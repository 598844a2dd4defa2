import { describe, expect, it } from "vitest";
import { createCoder } from "../coder/create-coder.ts";
import { readEraWords } from "../lexicon/cue-tables.ts";
import { dataDir } from "../lexicon/package-files.ts";
import { EraReader, isEarlierEra } from "./earlier-era.ts";
import { EraVocabulary } from "./era-vocabulary.ts";

const coder = await createCoder();
const words = new EraVocabulary(readEraWords(dataDir));

/** Whether the word in brackets is recalled from an earlier era, in a report of May 2024. */
function isRecalled(marked: string): boolean {
  const start = marked.indexOf("[");
  const { doc } = coder.explain({ date: "2024-05-10", text: marked.replace(/[[\]]/g, "") });
  const sentence = doc.sentences.find((s) => s.start <= start && start < s.end);
  const token = sentence?.tokens.find((t) => t.start <= start && start < t.end);
  if (!sentence || !token) throw new RangeError(marked);
  return new EraReader(doc, words).isRecalled(sentence.index, token.index);
}

describe("the words around an event", () => {
  it.each([
    "Poland [lost] its eastern provinces after the Second World War.",
    "The museum tells how Nazi troops [deported] the villagers.",
    "The dam was [built] by Italian prisoners during the First World War.",
    "In the 1980s the government [jailed] thousands of miners.",
    "The border was [drawn] by the British in 1893.",
    "The town [fell] to Franco's army in 1937.",
    "Tanzania and Uganda [fought] a war in 1978 and 1979.",
    "Under Pinochet, soldiers [shot] dozens of students at the stadium.",
    "Survivors marked the 75th anniversary of the [bombing] of the harbour.",
    "Seventy years ago the two countries [signed] a friendship treaty.",
    "The Soviet army [occupied] the town for 45 years.",
    "The party was [founded] in 1921 by dockers.",
    "The king [abdicated] in 1946.",
    "The general, who [led] a coup in 1966, died on Monday.",
    "He [served] in the Korean War.",
    "The 1953 [coup] is still debated in Iran.",
    "The victims of the 1988 [massacre] were reburied on Friday.",
    "Centuries earlier, Viking raiders had [burned] the abbey.",
    "The queen [visited] the island in 1954.",
    "Decades ago the army [drove] the nomads from the plain.",
  ])("place it in an earlier era: %s", (marked) => {
    expect(isRecalled(marked)).toBe(true);
  });

  it.each([
    "The general, who led a coup in 1966, [died] on Monday.",
    "The victims of the 1988 massacre were [reburied] on Friday.",
    "Poland [signed] an agreement on Monday.",
    "The premier [laid] a wreath at the memorial to the war dead.",
    "It was the first [strike] at the port since 1998.",
    "Thousands [rallied] on the second anniversary of the coup.",
    "Statues of Stalin were [pulled] down last week.",
    "Soviet-era tanks were [destroyed] in the raid on Sunday.",
    "The party, founded in 1921, [won] the election in March.",
    "The court [convicted] a guard of the Nazi camp.",
    "The government [apologised] for crimes committed under colonial rule.",
    "The rebels [attacked] a former colonial barracks.",
    "The president [recalled] the sacrifices of the partisans.",
    "The dictator [fled] the country last month.",
    "Two brothers who fought in the Korean War were [honoured] in Seoul.",
    "Gunmen [killed] ten people on the anniversary of the 1991 ceasefire.",
    "The minister [compared] the blockade to the siege of 1941.",
    "Russia [fired] Soviet-made missiles at the port.",
    "The judge [opened] an inquiry into the killings of 1976.",
  ])("leave it in its own time: %s", (marked) => {
    expect(isRecalled(marked)).toBe(false);
  });
});

describe("the date of an event", () => {
  it("is of an earlier era from the eleventh year on", () => {
    expect(isEarlierEra("2013-12-31", "2024-01-01")).toBe(true);
    expect(isEarlierEra("2014-01-01", "2024-12-31")).toBe(false);
    expect(isEarlierEra(null, "2024-01-01")).toBe(false);
  });

  it("outweighs the words around it", () => {
    const records = coder.code({
      date: "2024-05-10",
      text: "Police arrested ten men on Monday on the 40th anniversary of the massacre.",
    });
    expect(records.find((r) => r.event[0] === "COERCE")?.historical).toBe(false);
  });
});
