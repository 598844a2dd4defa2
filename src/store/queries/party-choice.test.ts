import { describe, expect, it } from "vitest";
import { partyCondition, readDyad, readParty } from "./party-choice.ts";
import { QueryParameters } from "./query-parameters.ts";

describe("a party that is asked for", () => {
  it.each([
    ["RUS", { kind: "code", code: "RUS", sector: null }],
    ["RUS:GOV", { kind: "code", code: "RUS", sector: "GOV" }],
    [":GOV", { kind: "code", code: null, sector: "GOV" }],
    ["Nato", { kind: "name", name: "Nato" }],
    ["rus", { kind: "name", name: "rus" }],
    ["RUS:", { kind: "name", name: "RUS:" }],
    ["", { kind: "name", name: "" }],
  ])("“%s” is %j", (text, choice) => {
    expect(readParty(text)).toEqual(choice);
  });

  it("reaches the query as a parameter, whatever it holds", () => {
    const parameters = new QueryParameters();
    const name = "O'Hara%'); DROP TABLE events; --";
    expect(partyCondition("actor", readParty(name), parameters)).not.toContain("DROP");
    expect(parameters.values).toEqual([name]);
  });
});

describe("a dyad that is asked for", () => {
  it.each([
    ["RUS-VEN", ["RUS", null], ["VEN", null]],
    ["RUS:GOV-VEN:OPP", ["RUS", "GOV"], ["VEN", "OPP"]],
    [":REB-SYR", [null, "REB"], ["SYR", null]],
  ])("“%s” has two sides", (text, ...sides) => {
    expect(readDyad(text)).toEqual(sides.map(([code, sector]) => ({ kind: "code", code, sector })));
  });

  it.each(["RUS", "RUS-", "RUS-VEN-USA", "Russia-VEN", "rus-ven", ""])("“%s” is none", (text) => {
    expect(readDyad(text)).toBeNull();
  });
});
