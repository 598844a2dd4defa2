import { describe, expect, it } from "vitest";
import { createCoder } from "../../coder/create-coder.ts";
import { eventAt } from "../../coder/told-events.test-data.ts";

const coder = await createCoder();

/** Category and status of the event at a word. */
function toldAt(text: string, word: string): string {
  const { category, record } = eventAt(coder, text, word);
  return `${category} ${record.status}`;
}

describe("the status of an act", () => {
  it.each([
    ["Norway will send aid to Malawi in June.", "aid", "AGREE actual"],
    ["The junta is to release the editors next week.", "release", "CONCEDE actual"],
    ["Teachers will rally in Rabat on Friday.", "rally", "PROTEST future"],
    ["Thousands gathered in Minsk to protest against the president.", "protest", "PROTEST actual"],
    ["Kenyan police will not release the editors.", "release", "REJECT actual"],
    ["Sudan said it would not release the editors.", "release", "REJECT actual"],
    ["Norland plans to expel the Maran ambassador.", "expel", "THREATEN actual"],
    ["The senate voted to expel the ambassador of Mara.", "expel", "SANCTION actual"],
    ["The two governments were unable to negotiate a truce.", "negotiate", "CONSULT negation"],
    ["The strikers' demands include the release of their leader.", "release", "RETREAT hypothetical"],
    ["If the rebels do not release the nurses, the army will attack the camp.", "release", "RETREAT hypothetical"],
    ["The minister denied a report that the navy had shelled the port.", "shelled", "ASSAULT negation"],
    ["The raid was planned by a cell in Porto Alto, and the raid killed six soldiers.", "killed", "ASSAULT actual"],
  ])("%s (%s): %s", (text, word, told) => {
    expect(toldAt(text, word)).toBe(told);
  });

  it("names the cue that it was read from", () => {
    const { record } = eventAt(coder, "Diplomats fear an attack on the embassy.", "attack");
    expect(record.status).toBe("hypothetical");
    expect(record.because).toContainEqual({ field: "status", rule: "status.verb.fear", path: "attack" });
  });
});
