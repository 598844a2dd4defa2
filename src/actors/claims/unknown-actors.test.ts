import { describe, expect, it } from "vitest";
import { createCoder } from "../../coder/create-coder.ts";
import { UnknownActors, type UnknownActor } from "./unknown-actors.ts";

const coder = await createCoder();

function unknownIn(...texts: readonly string[]): readonly UnknownActor[] {
  const unknown = new UnknownActors();
  texts.forEach((text, i) => {
    unknown.add(coder.explain({ id: `r${i}`, date: "2024-05-10", text }).doc);
  });
  return unknown.ranked();
}

const names = (rows: readonly UnknownActor[]): readonly string[] => rows.map((r) => r.actor);

describe("actors that no table knows", () => {
  const rows = unknownIn(
    "The Zarqun Front attacked a village in Mali. The Zarqun Front abducted two farmers.",
    "The Zarqun Front attacked a market. Anna Berglund, an energy minister, watched the rain.",
    "Anna Berglund watched the rain.",
  );

  it("come with how often they are parties, mentioned and in how many reports", () => {
    expect(rows[0]).toMatchObject({ actor: "Zarqun Front", parties: 3, mentions: 3, reports: 2 });
  });

  it("come with the first sentence that names them", () => {
    expect(rows[0]?.example).toBe("The Zarqun Front attacked a village in Mali.");
  });

  it("are ranked by their events before their mentions", () => {
    expect(names(rows).indexOf("Anna Berglund")).toBeGreaterThan(0);
    const parties = rows.map((r) => r.parties);
    expect(parties).toEqual([...parties].sort((a, b) => b - a));
  });

  it("are persons too", () => {
    expect(rows.find((r) => r.actor === "Anna Berglund")).toMatchObject({ kind: "person", reports: 2, parties: 0 });
  });
});

describe("actors that a table knows", () => {
  it.each([
    ["a country", "Peru attacked Chile on Monday.", ["Peru", "Chile"]],
    ["a person", "Vladimir Putin attacked Angela Merkel.", ["Vladimir Putin", "Angela Merkel"]],
    ["a group", "Hamas attacked a village.", ["Hamas"]],
    ["a noun", "Soldiers attacked a village.", ["soldier", "Soldiers"]],
  ])("are left out: %s", (_what, text, known) => {
    for (const name of known) expect(names(unknownIn(text))).not.toContain(name);
  });

  it("leave nothing of a report without any other", () => {
    expect(unknownIn("The lake is blue.")).toEqual([]);
  });
});
