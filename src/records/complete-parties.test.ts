import { describe, expect, it } from "vitest";
import { createCoder } from "../coder/create-coder.ts";
import { eventAt, eventsAt, type ToldEvent } from "../coder/told-events.test-data.ts";

const coder = await createCoder();

/** Report, a word of the event's trigger, and its actor and recipient: "-" nobody, "?" an unknown author, "*" not named in the sentence. */
type Case = readonly [report: string, word: string, actor: string, recipient: string];

function partiesOf({ actor, recipient }: ToldEvent): readonly [string, string] {
  return [actor.join(" + ") || "-", recipient.join(" + ") || "-"];
}

const partiesAt = (report: string, word: string): readonly [string, string] => partiesOf(eventAt(coder, report, word));

/** Of a report that tells the same word twice, the parties of the second telling. */
function secondAt(report: string, word: string): readonly [string, string] {
  const [, second] = eventsAt(coder, report, word);
  if (!second) throw new Error(`the report must tell “${word}” twice`);
  return partiesOf(second);
}

const rulesAt = (report: string, word: string): readonly string[] => eventAt(coder, report, word).rules;

describe("a noun that points back", () => {
  const RAID = "Malian gunmen killed nine villagers near Mopti on Monday.";
  const MARKET = "Malian gunmen attacked a market in Mopti on Monday.";

  it.each<Case>([
    [`${RAID} The attack lasted two hours.`, "attack", "Malian gunmen*", "nine villagers*"],
    [`${MARKET} The attack lasted two hours.`, "attack", "Malian gunmen*", "-"],
    ["Zambia expelled two Malawian diplomats on Monday. The expulsion angered farmers.", "expulsion", "Zambia*", "two Malawian diplomats*"],
    ["Protests shook Lima on Friday. Peruvian students marched to the palace.", "Protests", "Peruvian students*", "the palace*"],
  ])("takes over the parties of the telling: %s", (report, word, actor, recipient) => {
    expect(partiesAt(report, word)).toEqual([actor, recipient]);
    expect(rulesAt(report, word)).toContain("implied.other-telling");
  }); // prettier-ignore

  it.each([
    ["another day", `${MARKET} The attack on Sunday lasted two hours.`],
    ["another place", `${MARKET} The attack in Oslo lasted two hours.`],
    ["other people", `${RAID} The attack on a Chinese embassy lasted two hours.`],
  ])("tells another happening with %s", (_what, report) => {
    expect(partiesAt(report, "attack")[0]).toBe("?");
  });

  it("keeps evidence of the telling that it takes them from, in its words", () => {
    const { record } = eventAt(coder, `${RAID} The attack lasted two hours.`, "attack");
    expect(record.because).toContainEqual({ field: "actor", rule: "implied.other-telling", path: "killed" });
    expect(record.actor[0]).toMatchObject({ code: "MLI", mention: null });
  });
});

describe("a passive without its doer", () => {
  const NURSES = "Congolese rebels killed two nurses in Goma.";

  it("takes the doer of the telling before or after it that has the same victims", () => {
    expect(secondAt(`${NURSES} The two nurses were killed at a clinic.`, "killed")[0]).toBe("Congolese rebels*");
    const after = "Two nurses were killed in Goma. Congolese rebels killed the two nurses at a clinic.";
    expect(partiesAt(after, "killed")).toEqual(["Congolese rebels*", "Two nurses"]);
    const arrest = "Kenyan police arrested twelve students in Nairobi. The students were arrested near the campus.";
    expect(secondAt(arrest, "arrested")).toEqual(["Kenyan police*", "twelve students"]);
  });

  it("takes the doer of another passive right beside it, whoever was hit", () => {
    const report = "Two miners were killed by Congolese rebels. Several students were wounded.";
    expect(partiesAt(report, "wounded")).toEqual(["Congolese rebels*", "Several students"]);
    const apart = report.replace(". S", ". Rain fell. The roads were closed. S");
    expect(partiesAt(apart, "wounded")[0]).toBe("?");
  });

  it.each([
    ["other people some sentences on", `${NURSES} Rain fell. Roads were closed. Three drivers were killed at a checkpoint.`, "killed", "?"],
    ["other people in custody", "Kenyan police arrested twelve students in Nairobi. Two nurses were arrested in Kisumu.", "arrested", "-"],
    ["another day", "Congolese rebels abducted two nurses on Monday. The two nurses were abducted on Friday.", "abducted", "?"],
  ])("tells another deed of %s", (_what, report, word, actor) => {
    expect(secondAt(report, word)[0]).toBe(actor);
  }); // prettier-ignore
});

describe("the unknown author of violence", () => {
  it.each<Case>([
    ["A teacher was stabbed in Lyon on Friday. French police arrested two suspects.", "stabbed", "two suspects*", "A teacher"],
    ["A bombing shook Ankara on Monday. Turkish police arrested the attackers.", "bombing", "the attackers*", "Ankara"],
  ])("is a suspect whom the report tells to be pursued: %s", (report, word, actor, recipient) => {
    expect(partiesAt(report, word)).toEqual([actor, recipient]);
    expect(rulesAt(report, word)).toContain("implied.from-report");
  }); // prettier-ignore

  it("is whom the report calls the attackers, pursued or not", () => {
    const report = "A bombing shook Ankara on Monday. The attackers fled.";
    expect(partiesAt(report, "bombing")).toEqual(["The attackers*", "Ankara"]);
  });

  it.each<Case>([
    ["A teacher was stabbed in Lyon on Friday. French police arrested two drivers.", "stabbed", "?", "A teacher"],
    ["A teacher was stabbed in Lyon on Friday. Two suspects spoke to reporters.", "stabbed", "?", "A teacher"],
    ["A bombing shook Ankara on Monday. A court praised an attacker.", "bombing", "?", "Ankara"],
  ])("stays unknown where nobody of that kind is pursued: %s", (report, word, actor, recipient) => {
    expect(partiesAt(report, word)).toEqual([actor, recipient]);
  });
});

describe("protesters and their government", () => {
  it("are who a bare “protests” means", () => {
    const report = "Protests shook Lima on Friday. Peruvian protesters burned tyres.";
    expect(partiesAt(report, "Protests")[0]).toBe("Peruvian protesters*");
  });

  it("are not made up where the report names no protesters", () => {
    expect(partiesAt("Protests shook Lima on Friday. The government of Peru was silent.", "Protests")[0]).toBe("-");
  });

  it("names the government of their own country as the one addressed, and says so", () => {
    const { record } = eventAt(
      coder,
      "Peruvian students marched on Friday. The government of Peru was silent.",
      "marched",
    );
    expect(record.recipient).toMatchObject([{ code: "PER", sector: "GOV", mention: null }]);
    expect(record.because.map((b) => b.rule)).toContain("implied.own-government");
  });

  it("never names that of another country", () => {
    const report = "Peruvian students marched on Friday. The government of Chile was silent.";
    expect(eventAt(coder, report, "marched").record.recipient.map((r) => r.code)).not.toContain("CHL");
  });
});

describe("a law that is made or lifted in the passive", () => {
  it.each<Case>([
    ["The government of Kenya met on Monday. The tax bill was suspended on Tuesday.", "suspended", "The government of Kenya*", "-"],
    ["The government of Iran met on Monday. Veils were banned in schools.", "banned", "The government of Iran*", "-"],
  ])("has the government as its maker: %s", (report, word, actor, recipient) => {
    expect(partiesAt(report, word)).toEqual([actor, recipient]);
    expect(rulesAt(report, word)).toContain("implied.from-report");
  }); // prettier-ignore

  it.each<Case>([
    ["Thousands met in Nairobi on Monday. The curfew was lifted on Tuesday.", "lifted", "-", "-"],
    ["The government of Kenya met on Monday. The curfew was not lifted on Tuesday.", "lifted", "-", "-"],
    ["The government of Kenya met on Monday. Journalists were banned from the camp.", "banned", "-", "Journalists"],
  ])(
    "has none without a government, under a negation, or where people are hit: %s",
    (report, word, actor, recipient) => {
      expect(partiesAt(report, word)).toEqual([actor, recipient]);
    },
  );
});

describe("a reaction to what was told", () => {
  it.each<Case>([
    ["Chile accused Peru on Monday. Peru denied the accusation on Tuesday.", "denied", "Peru", "Chile*"],
    ["North Korea tested a missile on Monday. Japan condemned the test.", "condemned", "Japan", "North Korea*"],
    ["Tanzania bombed Lusaka. Malawi condemned the bombing.", "condemned", "Malawi", "Tanzania*"],
    [
      "Zambia expelled two Malawian diplomats on Monday. Malawi condemned the expulsion.",
      "condemned",
      "Malawi",
      "Zambia*",
    ],
  ])("is aimed at whoever did it: %s", (report, word, actor, recipient) => {
    expect(partiesAt(report, word)).toEqual([actor, recipient]);
    expect(rulesAt(report, word)).toContain("implied.answered-act");
  });

  it.each<Case>([
    ["Zambia expelled two Malawian diplomats on Monday. Malawi condemned the murder.", "condemned", "Malawi", "-"],
    ["North Korea did not test a missile. Japan condemned the test.", "condemned", "Japan", "-"],
    ["Malawi condemned the test. North Korea tested a missile.", "condemned", "Malawi", "-"],
    ["Tanzania bombed Lusaka. Tanzania condemned the bombing.", "condemned", "Tanzania", "-"],
  ])(
    "is aimed at nobody for another act, one not done, one to come or its own: %s",
    (report, word, actor, recipient) => {
      expect(partiesAt(report, word)).toEqual([actor, recipient]);
    },
  );
});

describe("a concession", () => {
  const GAVE_IN = "The Kenyan government scrapped the levy on Friday.";

  it.each([
    ["protested", "Kenyan farmers protested against the Kenyan government on Monday."],
    ["asked for it", "Kenyan farmers urged the Kenyan government to scrap the levy on Monday."],
  ])("answers those who %s", (_what, demand) => {
    expect(partiesAt(`${demand} ${GAVE_IN}`, "scrapped")[1]).toBe("Kenyan farmers*");
  });

  it.each([
    ["who praised its maker", "Kenyan farmers praised the Kenyan government on Monday."],
    ["who asked another government", "Ugandan farmers protested against the Ugandan government on Monday."],
  ])("answers nobody %s", (_what, before) => {
    expect(partiesAt(`${before} ${GAVE_IN}`, "scrapped")[1]).toBe("-");
  });
});

describe("persons of a dated act", () => {
  it.each([
    ["2019-09-20", "Theresa May resigned in July.", "resigned", "GOV", "prime minister"],
    ["2022-03-20", "Angela Merkel visited Paris in July 2021.", "visited", "GOV", "chancellor"],
  ])("are coded by what they were then: %s, %s", (date, text, word, sector, office) => {
    expect(eventAt(coder, text, word, date).record.actor).toMatchObject([{ sector, office }]);
  });

  it.each([
    ["after their term", "2022-03-20", "Angela Merkel visited Paris in February.", "visited"],
    ["on an act without a date of its own", "2019-09-20", "Theresa May praised France.", "praised"],
  ])("are former ones %s: %s, %s", (_what, date, text, word) => {
    expect(eventAt(coder, text, word, date).record.actor[0]?.sector).toBe("ELI");
  });

  it("that no table knows have no office then", () => {
    const { record } = eventAt(coder, "Greta Lindqvist resigned in July.", "resigned", "2019-09-20");
    expect(record.actor).toMatchObject([{ code: "", office: null, identifier_id: null }]);
  });
});

describe("a rally", () => {
  const candidate = "The government of Peru said nothing. Peruvian students held";

  it("may be for somebody, so that no government is its target", () => {
    expect(partiesAt("Peru's government said nothing. Peruvian students attended the rally in Lima.", "rally")[1]).toBe("-");
  });

  it("is unlike a protest, which is against somebody", () => {
    expect(partiesAt(`${candidate} a protest in Lima.`, "protest")[1]).not.toBe("-");
  });
}); // prettier-ignore

describe("talks that broke off without a word of who did it", () => {
  const MET = "Peru and Chile met in Lima on Monday.";

  it("have the talkers as parties", () => {
    expect(partiesAt(`${MET} Those discussions were suspended on Friday.`, "suspended")).toEqual(["Peru* + Chile*", "-"]);
    expect(rulesAt(`${MET} Those discussions were suspended on Friday.`, "suspended")).toContain("implied.talkers");
  });

  it.each([
    ["no talks were told before", "The discussions were suspended on Friday."],
    ["the text says who did it", `${MET} Those discussions were suspended by Peru on Friday.`],
    ["it is not the talks that were suspended", `${MET} The flights were suspended on Friday.`],
  ])("do not where %s", (_what, report) => {
    expect(rulesAt(report, "suspended")).not.toContain("implied.talkers");
  });
}); // prettier-ignore
