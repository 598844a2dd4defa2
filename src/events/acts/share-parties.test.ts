import { describe, expect, it } from "vitest";
import { createCoder } from "../../coder/create-coder.ts";
import { eventAt } from "../../coder/told-events.test-data.ts";

const coder = await createCoder();

/** Sentence, a word of the event's trigger, and its actor and recipient; "-" is nobody, "?" an author who is not told. */
type Case = readonly [sentence: string, word: string, actor: string, recipient: string];

function partiesAt(sentence: string, word: string): readonly [string, string] {
  const { actor, recipient } = eventAt(coder, sentence, word);
  return [actor.join(" + ") || "-", recipient.join(" + ") || "-"];
}

function rulesAt(sentence: string, word: string): readonly string[] {
  return eventAt(coder, sentence, word).rules;
}

describe("effect and cause in one sentence", () => {
  it.each<Case>([
    ["Two farmers were wounded when Sudanese soldiers opened fire.", "wounded", "Sudanese soldiers", "Two farmers"],
    ["Two farmers were wounded when Sudanese soldiers opened fire.", "fire", "Sudanese soldiers", "Two farmers"],
    ["Ten people were hurt after Kenyan soldiers fired at a bus.", "hurt", "Kenyan soldiers", "Ten people"],
    ["Kenyan soldiers shelled a school, and ten people were killed.", "killed", "Kenyan soldiers", "ten people"],
    ["A driver was stabbed and killed by two Kenyan soldiers.", "stabbed", "two Kenyan soldiers", "A driver"],
    ["A teacher was arrested as Kenyan police detained ten protesters.", "arrested", "Kenyan police", "A teacher"],
  ])("lend each other the parties that one leaves out: %s (%s)", (sentence, word, actor, recipient) => {
    expect(partiesAt(sentence, word)).toEqual([actor, recipient]);
    expect(rulesAt(sentence, word)).toContain("share.same-happening");
  });

  it("lends nobody whom another act of the sentence names already", () => {
    const sentence = "A teacher was arrested as Kenyan police detained ten protesters.";
    expect(partiesAt(sentence, "detained")).toEqual(["Kenyan police", "ten protesters"]);
  });

  it.each<Case>([
    ["The rebel was killed after shooting two Chilean soldiers.", "killed", "?", "The rebel"],
    ["Two farmers were wounded before Sudanese soldiers opened fire.", "wounded", "?", "Two farmers"],
    ["Two farmers were wounded and Sudanese soldiers opened fire.", "fire", "Sudanese soldiers", "-"],
    ["Kenyan soldiers shelled a school, but ten people were not killed.", "killed", "?", "ten people"],
    ["Kenyan soldiers shelled a school, and ten people were arrested.", "arrested", "-", "ten people"],
  ])(
    "are two happenings when turned round, negated or of another kind: %s (%s)",
    (sentence, word, actor, recipient) => {
      expect(partiesAt(sentence, word)).toEqual([actor, recipient]);
      expect(rulesAt(sentence, word)).not.toContain("share.same-happening");
    },
  );
});

describe("the doer whom a passive leaves out", () => {
  it.each<Case>([
    ["Thirty miners were arrested in an operation by Bolivian police.", "arrested", "Bolivian police", "Thirty miners"],
    ["Five guards were kidnapped in an operation by Iraqi militants.", "kidnapped", "Iraqi militants", "Five guards"],
    ["Four militants were killed and rifles were seized in an operation by Pakistani troops.", "killed", "Pakistani troops", "Four militants"],
  ])("carries out the operation: %s", (sentence, word, actor, recipient) => {
    expect(partiesAt(sentence, word)).toEqual([actor, recipient]);
    expect(rulesAt(sentence, word)).toContain("share.doer");
  }); // prettier-ignore

  it("is not the one whom the operation is against", () => {
    const sentence = "Three smugglers were arrested in an operation against Peruvian gangs.";
    expect(partiesAt(sentence, "arrested")).toEqual(["-", "Three smugglers"]);
  });

  it.each<Case>([
    ["Chile announced that two Peruvian diplomats will be expelled.", "expelled", "Chile", "two Peruvian diplomats"],
    ["Norway declared that the Russian envoy would be expelled.", "expelled", "Norway", "the Russian envoy"],
    ["The general announced that the ministers would be arrested.", "arrested", "The general", "the ministers"],
  ])("announces what is to come: %s", (sentence, word, actor, recipient) => {
    expect(partiesAt(sentence, word)).toEqual([actor, recipient]);
    expect(rulesAt(sentence, word)).toContain("share.doer");
  });

  it.each<Case>([
    ["Chile announced that two Peruvian diplomats were expelled.", "expelled", "-", "two Peruvian diplomats"],
    ["Chile said that two Peruvian diplomats will be expelled.", "expelled", "-", "two Peruvian diplomats"],
  ])("is not who tells the past or merely says it: %s", (sentence, word, actor, recipient) => {
    expect(partiesAt(sentence, word)).toEqual([actor, recipient]);
  });

  it.each<Case>([
    ["Hamas released three Thai farmers who were abducted in October.", "abducted", "Hamas", "three Thai farmers"],
    ["Israel released three Palestinian farmers who were arrested in October.", "arrested", "Israel", "three Palestinian farmers"],
    ["Rebels released the Italian priest who was kidnapped in March.", "kidnapped", "Rebels", "the Italian priest"],
  ])("lets the captives go: %s", (sentence, word, actor, recipient) => {
    expect(partiesAt(sentence, word)).toEqual([actor, recipient]);
    expect(rulesAt(sentence, word)).toContain("share.doer");
  }); // prettier-ignore

  it.each<Case>([
    ["Hamas released three Thai farmers who were wounded in October.", "wounded", "?", "three Thai farmers"],
    ["Hamas praised three Thai farmers who were abducted in October.", "abducted", "?", "three Thai farmers"],
  ])("is no captor for another deed, or without a release: %s", (sentence, word, actor, recipient) => {
    expect(partiesAt(sentence, word)).toEqual([actor, recipient]);
  });
});

describe("the author of violence told as a noun", () => {
  it.each<Case>([
    ["A Belgian court sentenced three Moroccan men over two bombings.", "bombings", "three Moroccan men", "-"],
    ["A jury convicted two Chechen brothers over the bombing.", "bombing", "two Chechen brothers", "-"],
    ["Police arrested two Chechen men over the attack on the market.", "attack", "two Chechen men", "-"],
    ["Peru charged two Chilean soldiers with the killing of a farmer.", "killing", "two Chilean soldiers", "a farmer"],
  ])("is who is held to account for it: %s", (sentence, word, actor, recipient) => {
    expect(partiesAt(sentence, word)).toEqual([actor, recipient]);
    expect(rulesAt(sentence, word)).toContain("share.doer");
  });

  it.each<Case>([
    ["The minister praised three Moroccan men over two bombings.", "bombings", "?", "-"],
    ["A doctor treated two Chechen brothers after the bombing.", "bombing", "?", "-"],
  ])("is not who is praised or treated: %s", (sentence, word, actor, recipient) => {
    expect(partiesAt(sentence, word)).toEqual([actor, recipient]);
  });
});

describe("what a law does", () => {
  it.each<Case>([
    ["President Lula signed a law that imprisons journalists.", "imprisons", "President Lula", "journalists"],
    ["President Lula signed a law that sanctions Peru.", "sanctions", "President Lula", "Peru"],
    ["The president signed a decree that ordered troops to leave.", "ordered", "The president", "troops"],
  ])("its maker does: %s", (sentence, word, actor, recipient) => {
    expect(partiesAt(sentence, word)).toEqual([actor, recipient]);
    expect(rulesAt(sentence, word)).toContain("share.doer");
  });

  it("is not done by somebody who made no law", () => {
    const sentence = "President Lula met a judge who imprisons journalists.";
    expect(rulesAt(sentence, "imprisons")).not.toContain("share.doer");
    expect(partiesAt(sentence, "imprisons")).toEqual(["a judge", "journalists"]);
  });
});

describe("what comes from somebody", () => {
  it.each<Case>([
    ["The aid from Norway arrived on Monday.", "aid", "Norway", "-"],
    ["A visit from the Norwegian minister pleased Kenya.", "visit", "the Norwegian minister", "-"],
  ])("is his act: %s", (sentence, word, actor, recipient) => {
    expect(partiesAt(sentence, word)).toEqual([actor, recipient]);
    expect(rulesAt(sentence, word)).toContain("share.doer");
  });

  it.each([
    ["The withdrawal from Norway began on Monday.", "withdrawal"],
    ["The expulsion from Norway of a diplomat began on Monday.", "expulsion"],
  ])("is not his act when it goes away from him: %s", (sentence, word) => {
    expect(partiesAt(sentence, word)[0]).toBe("-");
  });
});

describe("who bears sanctions", () => {
  it.each<Case>([
    ["Iran suffers under sanctions.", "sanctions", "-", "Iran"],
    ["Iran struggles under sanctions that Canada imposed.", "imposed", "Canada", "Iran"],
    ["Peru has become isolated under sanctions imposed by Brazil.", "imposed", "Brazil", "Peru"],
  ])("is told to be under them: %s", (sentence, word, actor, recipient) => {
    expect(partiesAt(sentence, word)).toEqual([actor, recipient]);
    expect(rulesAt(sentence, word)).toContain("share.burdened");
  });

  it("is not who imposed them", () => {
    expect(partiesAt("Brazil lives under sanctions that Brazil imposed.", "imposed")).toEqual(["Brazil", "-"]);
  });
});

describe("who is threatened", () => {
  it.each<Case>([
    ["Peru warned of consequences if Chile does not withdraw its troops.", "consequences", "Peru", "Chile"],
    ["Chile warned of consequences unless Peru releases the sailors.", "consequences", "Chile", "Peru"],
    ["Chile threatened Peru with war and warned of sanctions.", "warned", "Chile", "Peru"],
    ["Chile threatened to attack Peru, and it warned of consequences.", "warned", "Chile", "Peru"],
  ])("is asked for something by the condition, or by an earlier threat: %s", (sentence, word, actor, recipient) => {
    expect(partiesAt(sentence, word)).toEqual([actor, recipient]);
    expect(rulesAt(sentence, word)).toContain("share.warned");
  });

  it.each<Case>([
    ["Peru warned of consequences if it loses the vote.", "consequences", "Peru", "-"],
    ["Chile warned of consequences if Chile loses the vote.", "consequences", "Chile", "-"],
    ["Chile threatened to attack Peru, and Brazil warned of consequences.", "warned", "Brazil", "-"],
  ])("is not the one who warns, nor whom somebody else threatens: %s", (sentence, word, actor, recipient) => {
    expect(partiesAt(sentence, word)).toEqual([actor, recipient]);
  });
});

describe("an arrest that the police tell of", () => {
  it.each([
    ["Kenyan police said that two suspects were arrested in Nairobi.", "Kenyan police"],
    ["Kenyan police confirmed that two miners had been detained.", "Kenyan police"],
  ])("is theirs: %s", (sentence, police) => {
    const word = sentence.includes("arrested") ? "arrested" : "detained";
    expect(eventAt(coder, sentence, word).actor).toEqual([police]);
  });

  it.each([
    ["a minister, who arrests nobody", "Kenya's finance minister said that two suspects were arrested in Nairobi.", "arrested"],
    ["police who tell of an abduction", "Kenyan police said that two nuns were abducted in Nairobi.", "abducted"],
  ])("is not that of %s", (_what, sentence, word) => {
    expect(eventAt(coder, sentence, word).rules).not.toContain("share.doer");
  }); // prettier-ignore
});
