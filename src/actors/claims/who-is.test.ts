import { describe, expect, it } from "vitest";
import { loadCompiledLexicon } from "../../lexicon/load-compiled.ts";
import { ActorKnowledge } from "../resolution/knowledge.ts";
import { whoIs, type WhoIs } from "./who-is.ts";

const { actors } = loadCompiledLexicon();
const knowledge = new ActorKnowledge(actors);
const ask = (query: string, date: string | null = null): readonly WhoIs[] =>
  whoIs(query, date, knowledge, actors.holders);

describe("a name", () => {
  it.each([
    ["2017-04-01", ["GOV"], "chancellor"],
    ["2022-01-10", ["ELI"], "former chancellor"],
    [null, ["ELI"], "former chancellor"],
  ])("stands for a person as of %s", (date, sectors, office) => {
    const [merkel] = ask("Angela Merkel", date);
    expect(merkel).toMatchObject({
      id: "holders:Angela Merkel",
      kind: "person",
      code: "DEU",
      sectors,
      office,
      found: "name",
    });
    expect(merkel?.because).toMatch(/^holders:Angela Merkel: chancellor (?:since|until) /);
  });

  it("brings a person's terms in the order of time", () => {
    const from = ask("Angela Merkel")[0]?.terms.map((t) => t.from) ?? [];
    expect(from.length).toBeGreaterThan(0);
    expect(from).toEqual([...from].sort());
  });

  it.each([
    ["Taliban", "2002-05-01", "AFG", "REB"],
    ["the Taliban", "2022-05-01", "AFG", "GOV"],
  ])("stands for a body as of a day: %s %s", (query, date, code, sector) => {
    expect(ask(query, date)[0]).toMatchObject({ kind: "body", code, terms: [] });
    expect(ask(query, date)[0]?.sectors[0]).toBe(sector);
  });

  it.each([
    ["Peru", "country"],
    ["Peruvian", "demonym"],
    ["Lima", "capital"],
  ])("of a country stands for its government: %s", (query, kind) => {
    expect(ask(query)[0]).toMatchObject({ kind, name: "Peru", code: "PER", sectors: ["GOV"], found: "name" });
  });

  it("is found in other writings and transliterations", () => {
    expect(ask("nicolas maduro")[0]?.name).toBe("Nicolás Maduro");
    expect(ask("Kassem Suleimani")[0]?.name).toBe("Qasem Soleimani");
  });
});

describe("a part of a name", () => {
  it("gives all who have it, and says how it found them", () => {
    const names = ask("Soleimani Qasem");
    expect(names.map((w) => w.name)).toContain("Qasem Soleimani");
    expect(new Set(names.map((w) => w.found))).toEqual(new Set(["part of a name"]));
  });

  it("gives at most twenty answers", () => {
    expect(ask("Mohammed").length).toBeLessThanOrEqual(20);
  });
});

describe("an office and a country", () => {
  it.each([
    ["chancellor of Germany", "2017-04-01", "Angela Merkel"],
    ["German chancellor", "2017-04-01", "Angela Merkel"],
    ["Germany's chancellor", "2000-04-01", "Gerhard Schröder"],
    ["the president of Venezuela", "2020-04-01", "Nicolás Maduro"],
  ])("gives the holder on the day: %s on %s", (query, date, name) => {
    const found = ask(query, date);
    expect(found.map((w) => w.name)).toContain(name);
    expect(new Set(found.map((w) => w.found))).toEqual(new Set(["office"]));
  });

  it("does not give those who held it on other days", () => {
    expect(ask("chancellor of Germany", "2000-04-01").map((w) => w.name)).not.toContain("Angela Merkel");
  });
});

describe("nobody", () => {
  it.each(["Zqxwv Brtk", "", "chief beekeeper of Peru", "Merkel of Zqxwv"])("is found for “%s”", (query) => {
    expect(ask(query)).toEqual([]);
  });
});
