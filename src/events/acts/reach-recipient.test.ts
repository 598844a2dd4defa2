import { describe, expect, it } from "vitest";
import { createCoder } from "../../coder/create-coder.ts";
import { eventAt } from "../../coder/told-events.test-data.ts";

const coder = await createCoder();

/** Where the recipient was found, as the evidence says it: "maintain>obj>nmod>nmod:with". */
function pathAt(sentence: string, word: string): string {
  return eventAt(coder, sentence, word).record.because.find((b) => b.field === "recipient")?.path ?? "";
}

describe("the recipient deeper in the phrase", () => {
  it.each([
    ["SANCTION", "Peru maintains a ban on trade with Chile.", "ban", "Chile", "maintain>obj>nmod>nmod:with"],
    ["SANCTION", "Turkey renewed restrictions on trade with Syria.", "restrictions", "Syria", "renew>obj>nmod>nmod:with"],
    ["SUPPORT", "Peru approved a defence treaty with Chile.", "approved", "Chile", "approve>obl:with"],
    ["SUPPORT", "Kenya ratified an agreement on fishing with Tanzania.", "ratified", "Tanzania", "ratify>obj>nmod>nmod:with"],
    ["REJECT", "Peru rejected calls for talks with Chile.", "rejected", "Chile", "reject>obj>nmod>nmod:with"],
    ["REJECT", "A court dismissed charges of fraud against the mayor of Lima.", "dismissed", "the mayor of Lima", "dismiss>obj>nmod:against"],
    ["MOBILIZE", "Peru moved tanks to positions near Chile.", "moved", "Chile", "move>obl:near"],
    ["MOBILIZE", "Peru massed troops in the desert near Chile.", "massed", "Chile", "mass>obl:near"],
  ])("is found for %s: %s", (category, sentence, word, recipient, path) => {
    const found = eventAt(coder, sentence, word);
    expect(found).toMatchObject({ category, recipient: [recipient] });
    expect(pathAt(sentence, word)).toBe(path);
  }); // prettier-ignore

  it.each([
    ["is no thing that is traded", "Peru maintains a ban on trade in copper.", "ban"],
    ["is no trade that a treaty is about", "Peru approved a treaty on fishing.", "approved"],
    ["is not found by a preposition that leads elsewhere", "Kenya ratified an agreement on fishing in the lake.", "ratified"],
    ["is no river", "Peru massed troops in the desert near the river.", "massed"],
  ])("%s: %s", (_what, sentence, word) => {
    expect(eventAt(coder, sentence, word).recipient).toEqual([]);
  }); // prettier-ignore

  it.each([
    ["Peru imposed sanctions on Chile.", "sanctions", "Chile", "obl:on"],
    ["Norway sent a shipment of wheat to Kenya.", "shipment", "Kenya", "obj>nmod:to"],
  ])("is not looked for where the frame names one: %s", (sentence, word, recipient, path) => {
    expect(eventAt(coder, sentence, word).recipient).toEqual([recipient]);
    expect(pathAt(sentence, word)).toBe(path);
  });

  it("is every party of the coordination, none of them who acts", () => {
    const sentence = "Peru maintains a ban on trade with Chile and Bolivia.";
    expect(eventAt(coder, sentence, "ban")).toMatchObject({ actor: ["Peru"], recipient: ["Chile", "Bolivia"] });
  });
});
