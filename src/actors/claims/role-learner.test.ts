import { beforeEach, describe, expect, it } from "vitest";
import type { RoleClaim } from "../../core/actor-layers.ts";
import { loadCompiledLexicon } from "../../lexicon/load-compiled.ts";
import { ActorKnowledge } from "../resolution/knowledge.ts";
import { RoleLearner } from "./role-learner.ts";

const knowledge = new ActorKnowledge(loadCompiledLexicon().actors);

const claim = (more: Partial<RoleClaim> = {}): RoleClaim => ({
  entity: 0,
  person: "Anna Berglund",
  role: "energy minister",
  body: null,
  code: "NOR",
  sectors: ["GOV"],
  gender: "female",
  state: "holds",
  sentence: 0,
  start: 0,
  end: 5,
  text: "Energy Minister Anna Berglund spoke.",
  rule: "title",
  ...more,
});

const report = (id: string, date: string | null): { readonly id: string; readonly date: string | null } => ({
  id,
  date,
});

let learner: RoleLearner;
beforeEach(() => {
  learner = new RoleLearner(knowledge);
});

describe("what a corpus tells of a person", () => {
  it("is one row with its first day, its reports and the earliest sentence", () => {
    learner.add(report("b", "2021-05-02"), [claim({ text: "Later." }), claim()]);
    learner.add(report("a", "2020-03-01"), [claim({ text: "First." })]);
    expect(learner.learned(1)).toEqual(
      [
        {
          person: "Anna Berglund",
          aliases: [],
          gender: "female",
          country: "NOR",
          office: "energy minister",
          sector: "GOV",
          from: "2020-03-01",
          to: "",
          reports: ["b", "a"].sort(),
          evidence: { report: "a", date: "2020-03-01", text: "First." },
          known: null,
        },
      ].map((r) => ({ ...r, reports: expect.arrayContaining(r.reports) as string[] })),
    );
  });

  it("ends where a later report calls it past", () => {
    learner.add(report("a", "2020-03-01"), [claim()]);
    learner.add(report("b", "2021-05-02"), [claim({ state: "former" })]);
    learner.add(report("c", "2021-06-02"), [claim({ state: "former" })]);
    expect(learner.learned(1)).toMatchObject([{ from: "2020-03-01", to: "2021-05-02" }]);
  });

  it("does not end by a word of the past before the office was held", () => {
    learner.add(report("a", "2020-03-01"), [claim({ state: "former" })]);
    learner.add(report("b", "2021-05-02"), [claim()]);
    expect(learner.learned(1)).toMatchObject([{ from: "2021-05-02", to: "" }]);
  });

  it("has no first day when it is told in reports without a date, or the past alone is told", () => {
    learner.add(report("a", "2020-03-01"), [claim({ role: "mayor", state: "former" })]);
    learner.add(report("b", null), [claim({ role: "judge" })]);
    expect(learner.learned(1).map((r) => [r.office, r.from, r.to])).toEqual([["judge", "", ""], ["mayor", "", "2020-03-01"]]);
  }); // prettier-ignore

  it("is no row without a holder or a day: to come only, or past in a report without a date", () => {
    learner.add(report("a", "2020-03-01"), [claim({ state: "incoming" })]);
    learner.add(report("b", null), [claim({ role: "mayor", state: "former" })]);
    expect(learner.learned(1)).toEqual([]);
  });

  it("has the earliest dated sentence as evidence, before one without a date", () => {
    learner.add(report("a", null), [claim({ text: "Undated." })]);
    learner.add(report("b", "2020-03-01"), [claim({ text: "Dated." })]);
    expect(learner.learned(1)).toMatchObject([{ from: "2020-03-01", evidence: { report: "b", text: "Dated." } }]);
  });

  it("names the body of a membership in the office", () => {
    learner.add(report("a", null), [claim({ role: "spokeswoman", body: "Red Front", sectors: ["REB", "PTY"] })]);
    expect(learner.learned(1)).toMatchObject([{ office: "spokeswoman of Red Front", sector: "REB+PTY" }]);
  });

  it("is a row for each office and country, those told most often first, and none told too seldom", () => {
    learner.add(report("a", null), [claim({ role: "mayor" }), claim(), claim({ code: "PER" })]);
    learner.add(report("b", null), [claim()]);
    expect(learner.learned(1).map((r) => `${r.country} ${r.office}`)).toEqual([
      "NOR energy minister",
      "PER energy minister",
      "NOR mayor",
    ]);
    expect(learner.learned(2).map((r) => r.office)).toEqual(["energy minister"]);
    expect(learner.learned(3)).toEqual([]);
  });
});

describe("claims that teach nothing", () => {
  it.each([
    ["without a country", { code: "" }],
    ["outside public life", { sectors: ["CVL"] }],
    ["without a sector", { sectors: [] }],
    ["of a single name", { person: "Berglund" }],
    ["of a list read as a name", { person: "Anna Berglund, mayor" }],
    ["of a number", { person: "Apartment 5" }],
  ] as const)("are passed over: %s", (_what, more) => {
    learner.add(report("a", "2020-03-01"), [claim(more)]);
    expect(learner.learned(1)).toEqual([]);
    expect(learner).toMatchObject({ passedOver: 1, agreed: 0 });
  });

  it.each([
    ["an office held on the day", "2019-05-01", { role: "chancellor" }],
    ["an office held before the day", "2023-05-01", { role: "chancellor" }],
    ["another word for the same sector", "2019-05-01", { role: "leader" }],
    ["a former office after its end", "2023-05-01", { role: "head of government", state: "former" }],
  ] as const)("agree with the tables: %s", (_what, date, more) => {
    learner.add(report("a", date), [claim({ person: "Angela Merkel", code: "DEU", ...more })]);
    expect(learner.learned(1)).toEqual([]);
    expect(learner).toMatchObject({ passedOver: 0, agreed: 1 });
  });

  it.each([
    ["another country", "2019-05-01", { code: "PER", role: "chancellor" }],
    ["another side", "2019-05-01", { code: "DEU", role: "judge", sectors: ["JUD"] }],
    ["an office after they have left", "2023-05-01", { code: "DEU", role: "defence minister" }],
  ] as const)("do not agree with the tables about %s: the row says what they know", (_what, date, more) => {
    learner.add(report("a", date), [claim({ person: "Angela Merkel", ...more })]);
    expect(learner.agreed).toBe(0);
    expect(learner.learned(1)[0]?.known).toContain("holders:Angela Merkel");
  });
});
