import { describe, expect, it } from "vitest";
import { createCoder } from "../../coder/create-coder.ts";
import { SentenceGraph } from "../../core/sentence-graph.ts";
import type { Status } from "../../core/codes.ts";
import { readStatusTables } from "../../lexicon/cue-tables.ts";
import { dataDir } from "../../lexicon/package-files.ts";
import { StatusReader } from "./status-reader.ts";
import type { Reading } from "./reading.ts";

const coder = await createCoder();
const reader = new StatusReader(readStatusTables(dataDir));

/** The reading of the word in brackets. */
function readingOf(marked: string): Reading {
  const start = marked.indexOf("[");
  const sentence = coder.parse(marked.replace(/[[\]]/g, "")).find((s) => s.start <= start && start < s.end);
  const token = sentence?.tokens.find((t) => t.start <= start && start < t.end);
  if (!sentence || !token) throw new RangeError(marked);
  return reader.at(token.index, new SentenceGraph(sentence));
}

describe("status of the word in brackets", () => {
  it.each([
    "The army managed to [retake] the town.",
    "Officials admitted that soldiers had [shot] the protesters.",
    "The union condemned the [arrest] of its leader.",
    "Police used tear gas to [disperse] the crowd.",
    "The president regretted the [killing] of the envoy.",
    "After soldiers [fired] on the crowd, the minister resigned.",
    "The court heard that he had [bribed] officials.",
    "The government continued to [detain] critics.",
    "The talks [failed] to end the siege.",
    "The rebels reportedly [captured] the airfield.",
    "Gunmen are believed to have [killed] the judge.",
    "The minister will face charges over the [killing] of a student.",
    "The envoy will discuss the [attack] with the president.",
    "If the army wins, the junta that [seized] power in May will survive.",
    "The general warned that rebels had [crossed] the border.",
    "The strike [ended] without a deal.",
    "The UN wants an inquiry into the [bombing] of the hospital.",
    "Hundreds [died] when troops stormed the mosque.",
    "The king forced the minister to [resign].",
    "Thousands gathered in the capital to [protest] against the law.",
    "The law [banning] the party was passed in May.",
    "The premier flew to Rome to [meet] the pope.",
    "The victory prompted the rebels to [retreat].",
    "Not only did the police [beat] the marchers, they also jailed them.",
    "The court did not rule on the [arrest].",
    "The defence ministry confirmed on Tuesday that two jets had [violated] Finnish airspace.",
    "The government, which denies funding the militia, [expelled] two reporters.",
    "Washington blamed Tehran for the [raid], which it denies.",
    "The amnesty was never granted, and the prisoners [remain] in jail.",
    "Despite the threat of arrest, thousands [marched] through the capital.",
    "Police [prevented] the marchers from reaching the square.",
    "The carrier group, which [arrived] in June, includes two frigates.",
    "Residents said soldiers [looted] shops and burned houses.",
    "The rebels, far from retreating, have [taken] three villages.",
    "Turkey [summoned] the ambassador to protest against the ruling.",
    "The court upheld a law that [bans] foreign funding.",
    "It emerged on Friday that the minister had [met] the smugglers.",
    "The union announced that its members had [ended] the strike.",
    "Kenya began [closing] the camp.",
    "Thirty people were killed when a bomb [exploded] in a market.",
    "The president, who [seized] power in 2020, has promised elections.",
    "France said its troops had begun to [leave] Niger.",
    "The premier thanked Qatar for [hosting] the talks.",
    "Only two ministers [attended] the ceremony.",
    "Opposition MPs accuse the premier of having [lied] to parliament.",
    "The inquiry found that police had [shot] unarmed men.",
  ])("is actual: %s", (marked) => {
    expect(readingOf(marked).status).toBe<Status>("actual");
  });

  it.each([
    "The two leaders are to [meet] in Geneva on Friday.",
    "The government will [impose] a curfew from Monday.",
    "France to [withdraw] its ambassador from Niger",
    "The army is preparing to [launch] an offensive.",
    "The court said it would [rule] on Monday.",
    "The next round of [talks] will be held in Oslo.",
    "The prisoners are expected to be [freed] this week.",
    "Elections are scheduled for [May].",
    "The president announced plans to [visit] Beijing.",
    "The troops are about to [leave] the base.",
    "A summit planned for June will [discuss] the border.",
    "Sudan has agreed to [hand] over the former president.",
    "Teachers will walk out and [march] on parliament on Friday.",
    "She will travel to Cairo and [meet] the president.",
    "The ministers will attend a [meeting] in Paris next week.",
    "The minister has vowed to [crush] the rebellion.",
    "The trial will [open] in March.",
    "The ships leave for the Gulf on Monday to [join] the fleet.",
    "A delegation led by the vice president will fly to Ankara next week for [talks] on the pipeline.",
    "The president promised that his government would [rebuild] the city.",
    "The carrier group, which is due to [arrive] in June, includes two frigates.",
    "Ethiopia says it will [fill] the dam whatever its neighbours say.",
    "The union announced that its members would [strike] on Monday.",
    "The president, who seized power in 2020, has promised [elections].",
    "Morocco is planning to [reopen] its embassy.",
  ])("is future: %s", (marked) => {
    expect(readingOf(marked).status).toBe<Status>("future");
  });

  it.each([
    "Aid workers fear a [massacre] in the city.",
    "The army could [invade] the island at any moment.",
    "The opposition demanded an [investigation] into the killings.",
    "It is unclear whether the troops [crossed] the river.",
    "The deal would [allow] inspectors to enter the site.",
    "Berlin called on Tehran to [release] the tourists.",
    "Should Moscow [attack], the alliance will respond.",
    "The threat of [sanctions] alarmed investors.",
    "The senator wants the company [punished].",
    "The ministers discussed a possible [embargo].",
    "The rumoured [coup] never came.",
    "Washington is weighing [sanctions] against the bank.",
    "Police may have [killed] the activist.",
    "The group threatened to [kill] the hostages.",
    "The king asked the general to [form] a government.",
    "The council will vote on whether to [extend] the mission.",
    "They were accused of plotting to [overthrow] the government.",
    "The proposal to [ban] the party divided the cabinet.",
    "Unless the government [resigns], the strikes will go on.",
    "If the guards do not [surrender], the army will storm the prison.",
    "The president said he might [dissolve] parliament.",
    "Would the army [obey] such an order?",
    "The UN appealed for the [release] of the aid workers.",
    "The envoy suggested that the sides [sign] a truce.",
    "The bill requires banks to [freeze] the accounts.",
    "The foreign minister told reporters that her country would recall its envoy if the fleet [entered] its waters.",
    "If the fleet entered its waters, the foreign minister told reporters, her country would [recall] its envoy.",
    "Human rights groups have called for the general to be [tried] in The Hague.",
    "Diplomats hope a ceasefire could be [agreed] before Ramadan.",
    "A spokesman said the government was ready to [talk] if the rebels laid down their arms.",
    "Protesters want the president to [step] down.",
    "The senate is expected to debate whether to [recall] the ambassador.",
    "Despite the threat of [arrest], thousands marched through the capital.",
    "In the event of an [attack], the island would be evacuated.",
    "The treaty, if [ratified], would end the dispute.",
    "Lawmakers are drafting a bill to [outlaw] the group.",
    "There are fears that the fighting could [spread] to the capital.",
    "The report recommends [closing] the camp.",
    "Kenya is considering [closing] the camp.",
    "The army vowed to retaliate should the rebels [strike] again.",
    "The ministry warned citizens against [travelling] to the region.",
    "The mediator urged both sides to [avoid] provocations.",
    "The inquiry asked why police might have [shot] unarmed men.",
  ])("is hypothetical: %s", (marked) => {
    expect(readingOf(marked).status).toBe<Status>("hypothetical");
  });

  it.each([
    "The rebels stopped short of [storming] the palace.",
    "The cabinet has so far resisted [imposing] a curfew.",
    "Contrary to earlier reports, no tanks were [sent] to the border.",
    "The plot to [assassinate] the president was foiled.",
    "The police denied having [beaten] the students.",
    "The minister ruled out [sending] troops to Haiti.",
    "The airline has stopped flights instead of [evacuating] its staff.",
    "The parliament failed to [elect] a speaker.",
    "He has never [met] the rebels.",
    "The two sides were unable to [reach] an agreement.",
    "The president is not planning to [resign].",
    "Neither side has [accepted] the plan.",
    "The navy aborted the [landing].",
    "A planned [visit] to Rome was cancelled.",
    "There is no evidence that the army [shelled] the village.",
    "The judge refused to [release] the editor.",
    "The militia did not [attack] or loot the village.",
    "Nobody was [arrested].",
    "No agreement was [reached].",
    "Talks between the two governments collapsed without a single agreement being [signed].",
    "The government has repeatedly denied that it [funds] the militia.",
    "Washington has so far declined to [blame] Tehran for the raid.",
    "The amnesty was never [granted], and the prisoners remain in jail.",
    "Eleven countries abstained, and no state [voted] against the resolution.",
    "Police prevented the marchers from [reaching] the square.",
    "The rebels, far from [retreating], have taken three villages.",
    "The minister said the army had not [crossed] the border and would not cross it.",
    "The minister said the army had not crossed the border and would not [cross] it.",
    "Instead of [arresting] the colonel, the junta promoted him.",
    "Kenya shelved plans to [close] the camp.",
    "The militia rejected a proposal to [share] power.",
    "Hardly a shot was [fired] as the city fell.",
  ])("is negation: %s", (marked) => {
    expect(readingOf(marked).status).toBe<Status>("negation");
  });

  it("is not certain where the text only has somebody's word or a plan", () => {
    expect(readingOf("Gunmen are believed to have [killed] the judge.").certain).toBe(false);
    expect(readingOf("The army plans to [leave] the town.").certain).toBe(false);
    expect(readingOf("The army will [leave] the town.").certain).toBe(true);
  });

  it("takes a negation inside a condition as part of it, also below a warning", () => {
    expect(readingOf("Moscow warned it would retaliate if the allies don't [curtail] their flights.").status).toBe(
      "hypothetical",
    );
    expect(readingOf("They warned that if the allies do not [curtail] their flights, war will follow.").status).toBe(
      "hypothetical",
    );
  });

  it("reads a call that is rejected as made, and what it calls for as not done", () => {
    expect(readingOf("The regime rejected [calls] to free the poet.").status).toBe("actual");
    expect(readingOf("The regime rejected calls to [free] the poet.").status).toBe("negation");
  });

  it("reads unreal conditions as not fulfilled", () => {
    expect(readingOf("If the guards had [fired], the crowd would have fled.").status).toBe("negation");
    expect(readingOf("If the guards had fired, the crowd would have [fled].").status).toBe("hypothetical");
    expect(readingOf("If the pilot had landed, the rebels would not have [hit] the plane.").status).toBe("actual");
  });
});
