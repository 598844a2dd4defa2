import { describe, expect, it } from "vitest";
import { loadCompiledLexicon } from "../load-compiled.ts";
import { dataDir } from "../package-files.ts";
import { ActorCodes } from "./actor-codes.ts";
import { readCodeTables } from "./code-tables.ts";

const countries = new Set(loadCompiledLexicon().actors.countries.map((c) => c.code));
const codes = new ActorCodes(readCodeTables(dataDir).actors, countries);

describe("actor codes", () => {
  it.each([
    ["a country", "AFG", { code: "AFG", sectors: [], lost: false }],
    ["a ministry of defence", "AFGGOVMIL", { code: "AFG", sectors: ["GOV", "MIL"], lost: false }],
    ["CAMEO's media as journalists, its health as medicine", "USAMEDHLH", { code: "USA", sectors: ["JRN", "MED"] }],
    ["insurgents as rebels", "COLINS", { code: "COL", sectors: ["REB"] }],
    ["a religion", "IRQMOSSHI", { code: "IRQ", sectors: ["REL"], lost: true }],
    ["the United Nations", "IGOUNOHLHWHO", { code: "UNO", sectors: ["MED"], lost: false }],
    ["the European Union", "IGOEUREEC", { code: "EUR", sectors: [] }],
    ["another organisation", "IGOWSTNAT", { code: "IGO", sectors: [], lost: false }],
    ["a movement", "NGMHRI", { code: "ISM", sectors: ["SOC"] }],
    ["a country by its old code", "ZARREB", { code: "COD", sectors: ["REB"] }],
    ["a dependency as its state", "GRLGOV", { code: "DNK", sectors: ["GOV"] }],
    ["a region with a role", "MEAREB", { code: "", sectors: ["REB"] }],
    ["a role without a country", "ELI", { code: "", sectors: ["ELI"] }],
    ["nobody", "---", "null"],
    ["a discard", "###", "discard"],
    ["an unknown country", "QQQ", "unknown-country"],
    ["the world", "INT", "no-party"],
    ["a region", "AFR", "no-party"],
  ])("reads %s", (_, code, expected) => {
    if (typeof expected === "string") expect(codes.actor(code)).toBe(expected);
    else expect(codes.actor(code)).toMatchObject(expected);
  }); // prettier-ignore

  it.each([
    ["GOVMED", { code: "", sectors: ["GOV", "JRN"] }],
    ["NGO", { code: "NGO", sectors: [] }],
    ["SHN", { code: "", sectors: ["REL"] }],
    ["FRM", "no-party"],
  ])("reads the role %s of an agent", (code, expected) => {
    if (typeof expected === "string") expect(codes.agent(code)).toBe(expected);
    else expect(codes.agent(code)).toMatchObject(expected);
  });
});
