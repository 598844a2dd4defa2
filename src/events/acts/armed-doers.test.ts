import { describe, expect, it } from "vitest";
import { createCoder } from "../../coder/create-coder.ts";
import { eventAt } from "../../coder/told-events.test-data.ts";

const coder = await createCoder();

describe("what stands before a noun of violence", () => {
  it.each([
    ["The restaurant attack in Lima killed six people.", "killed", "?", "six people"],
    ["He was cleared of a series of child murders in Lima.", "murders", "?", "child"],
    ["A police shooting in Lima killed two miners.", "killed", "A police", "two miners"],
    ["A rebel attack killed two miners.", "killed", "rebel", "two miners"],
  ])("is the target unless it bears arms: %s", (sentence, word, actor, recipient) => {
    expect(eventAt(coder, sentence, word)).toMatchObject({
      category: "ASSAULT",
      actor: [actor],
      recipient: [recipient],
    });
  });

  it("says why it is the target", () => {
    const { rules } = eventAt(coder, "He was cleared of a series of child murders in Lima.", "murders");
    expect(rules).toContain("violence.target-before-noun");
  });
});

describe("a weapon that somebody fires", () => {
  it.each([
    ["Peru fired rockets that hit a port in Chile.", "hit"],
    ["Peru launched missiles targeting Chilean troops.", "targeting"],
  ])("is no doer, who fires it is: %s", (sentence, word) => {
    const { actor, rules } = eventAt(coder, sentence, word);
    expect(actor).toEqual(["Peru"]);
    expect(rules).toContain("violence.launcher");
  });

  it("stays where nobody is said to have fired it", () => {
    expect(eventAt(coder, "A rocket hit a market in Lima and killed two women.", "hit").rules).not.toContain(
      "violence.launcher",
    );
  });
});
