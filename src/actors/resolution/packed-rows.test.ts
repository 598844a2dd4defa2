import { describe, expect, it } from "vitest";
import type { BodyRow, HolderRow } from "../../lexicon/actor-tables.ts";
import { bodyRows, holderRows, nameOf, packBodies, packHolders } from "./packed-rows.ts";

const mayor: HolderRow = {
  person: "Una Alm",
  aliases: ["U. Alm", "Una Ålm"],
  gender: "female",
  country: "NOR",
  office: "mayor",
  sectors: ["GOV", "PTY"],
  from: "2020-01",
  to: "",
  wikidata: "Q11",
};

const body = (id: string, more: Partial<BodyRow> = {}): BodyRow => ({
  id,
  table: "groups",
  name: id.slice(id.indexOf(":") + 1),
  aliases: ["RF", "Red Front"],
  code: "NOR",
  sectors: ["REB"],
  kind: "armed group",
  from: "1999",
  to: "2010",
  wikidata: "Q5",
  ...more,
});

describe("holders", () => {
  it("come back as they were packed, a person's rows in the order of the table", () => {
    const minister: HolderRow = { ...mayor, office: "minister", aliases: [], sectors: ["GOV"], from: "", to: "2019" };
    const packed = packHolders([mayor, minister]);
    expect(packed.keys()).toEqual(["holders:Una Alm"]);
    expect(holderRows(packed, "holders:Una Alm")).toEqual([mayor, minister]);
  });

  it("of one name are told apart by their Wikidata ids, of which the first has the plain name", () => {
    const other: HolderRow = { ...mayor, country: "PER", wikidata: "Q22" };
    const packed = packHolders([mayor, other, { ...mayor, office: "minister" }]);
    expect(packed.keys()).toEqual(["holders:Una Alm", "holders:Una Alm (Q22)"]);
    expect(holderRows(packed, "holders:Una Alm").map((h) => h.office)).toEqual(["mayor", "minister"]);
    expect(holderRows(packed, "holders:Una Alm (Q22)")).toEqual([other]);
  });

  it("without an id count as the person of that name", () => {
    const packed = packHolders([mayor, { ...mayor, office: "minister", wikidata: "" }]);
    expect(holderRows(packed, "holders:Una Alm").map((h) => h.office)).toEqual(["mayor", "minister"]);
  });

  it.each(["holders:Una", "holders:una alm", "", "toString"])("unknown to the table have no rows: “%s”", (id) => {
    expect(holderRows(packHolders([mayor]), id)).toEqual([]);
  });
});

describe("bodies", () => {
  it.each(["groups", "parties", "organisations"] as const)("come back as they were packed: %s", (table) => {
    const id = `${table}:Red Front: North (1999)`;
    const rows = [body(id, { table }), body(id, { table, from: "2011", to: "", aliases: [], wikidata: "" })];
    expect(bodyRows(packBodies(rows), id)).toEqual(rows);
  });

  it("unknown to the table have no rows", () => {
    expect(bodyRows(packBodies([body("groups:Red Front")]), "parties:Red Front")).toEqual([]);
  });
});

describe("the name in an id", () => {
  it.each([
    ["holders:Una Alm", "Una Alm"],
    ["holders:Una Alm (Q22)", "Una Alm"],
    ["holders:Una Alm (II)", "Una Alm (II)"],
    ["groups:Brigade 5: East", "Brigade 5: East"],
    ["groups:Brigade (Q22)", "Brigade (Q22)"],
  ])("%s is “%s”", (id, name) => {
    expect(nameOf(id)).toBe(name);
  });
});
