import { holderRows } from "../actors/resolution/packed-rows.ts";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createCoder, type Coder } from "../coder/create-coder.ts";
import { readActorTables } from "./actor-tables.ts";
import { failedExamples } from "./examples.ts";
import { tellIssue } from "./issues.ts";
import { LexiconSource } from "./lexicon-source.ts";
import { checkLexicon, readLexicon, type Lexicon } from "./lexicon.ts";
import { readOntologyExamples, readOntologyTables } from "./ontology-tables.ts";
import { dataDir, packageRoot } from "./package-files.ts";

const EXAMPLE = join(packageRoot, "examples", "lexicon");
const DATE = "2024-05-10";

/** A folder with these files, to be laid over the shipped data. */
function layer(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "lexicon-layer-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const faultsOf = (folder: string, source: LexiconSource): readonly string[] =>
  source.issues.filter((i) => i.weight === "fault").map((i) => tellIssue(i).replace(`${folder}/`, ""));

/** Faults of a folder of ontology files over the shipped ones. */
function ontologyFaults(files: Readonly<Record<string, string>>): readonly string[] {
  const folder = layer(files);
  const source = new LexiconSource([dataDir, folder]);
  readOntologyTables(source);
  return faultsOf(folder, source);
}

describe("the shipped lexicon", () => {
  let shipped: Lexicon;
  beforeAll(() => {
    shipped = readLexicon(dataDir);
  }, 120_000);

  it("has no fault", { timeout: 120_000 }, () => {
    const faults = checkLexicon(dataDir).filter((i) => i.weight === "fault");
    expect(faults.map(tellIssue)).toEqual([]);
  });

  it("laid over itself, by its own path or as a layer, is the same", { timeout: 120_000 }, () => {
    expect(readLexicon(dataDir, [dataDir]).version).toBe(shipped.version);
    const twice = new LexiconSource([dataDir, dataDir]);
    expect(readOntologyTables(twice)).toEqual(shipped.ontology);
    expect(readActorTables(twice)).toEqual(shipped.actors);
  });
});

describe("a layer's ontology", () => {
  const tables = (files: Readonly<Record<string, string>>): ReturnType<typeof readOntologyTables> => {
    const source = new LexiconSource([dataDir, layer(files)]);
    const value = readOntologyTables(source);
    source.refuse();
    return value;
  };

  it("puts its frames first, replaces one of the same id and takes out one that it removes", () => {
    const shipped = readOntologyTables(dataDir);
    const [kept, gone] = shipped.frames.filter((f) => f.category === "AID");
    if (!kept || !gone) throw new Error("the test needs two frames of AID");
    const text = `id: AID\nremove: [${gone.id}]\nframes:\n  - {id: ${kept.id}, verbs: [zig]}\n  - {id: aid.zag, verbs: [zag]}\n`;
    const { frames, frameIndex } = tables({ "ontology/aid.yaml": text });
    expect(frames.slice(0, 2).map((f) => f.id)).toEqual([kept.id, "aid.zag"]);
    expect(frames).toHaveLength(shipped.frames.length);
    expect(frames.filter((f) => f.id === kept.id)).toHaveLength(1);
    expect(frames.some((f) => f.id === gone.id)).toBe(false);
    expect(frameIndex.verb["zig"]).toEqual([0]);
  });

  it("adds to a class, takes words out of it, and adds members to a group", () => {
    const { classes, rules } = tables({
      "ontology/classes.yaml": 'DIPLOMAT: [nuncio-at-large, "!envoy"]\nGREEN: [leaf, "@DIPLOMAT"]\n',
      "ontology/composition.yaml":
        "groups: {G: [AID]}\nrules:\n  - {id: r.x, operators: [promise], acts: [G], becomes: drop}\n",
    });
    expect(classes["DIPLOMAT"]).toContain("diplomat");
    expect(classes["DIPLOMAT"]).toContain("nuncio-at-large");
    expect(classes["DIPLOMAT"]).not.toContain("envoy");
    expect(classes["GREEN"]).toContain("diplomat");
    expect(rules[0]).toMatchObject({ id: "r.x", acts: ["AID"] });
  });

  it("adds modes to a category of PLOVER and keeps its own", () => {
    const { modes, scores, quads } = tables({ "ontology/x.yaml": "id: CONSULT\nmodes: {letter: {score: 2}}\n" });
    expect(modes["CONSULT"]).toEqual(expect.arrayContaining(["visit", "letter"]));
    expect(scores).toMatchObject({ "CONSULT.letter": 2, CONSULT: 2.5 });
    expect(quads["CONSULT"]).toBe(1);
  });

  const frame = (more: string): Record<string, string> => ({
    "ontology/aid.yaml": `id: AID\nframes:\n  - {id: aid.zig, verbs: [zig]${more}}\n`,
  });
  it.each([
    ["a category without quad and score", { "ontology/x.yaml": "id: ELEKT\n" }, "x.yaml:1:5: id is “ELEKT”: a category of your own needs quad"],
    ["a misspelt category", { "ontology/x.yaml": "id: AGREEE\n" }, "did you mean AGREE?"],
    ["a category in small letters", { "ontology/x.yaml": "{id: elect, quad: 1, score: 0}\n" }, "write the category in capitals"],
    ["an unknown mode", frame(", modes: [vist]"), "frames.0.modes is “vist”: not a mode of AID"],
    ["an unknown class", frame(", require: {patient: WEAPPON}"), "did you mean WEAPON?"],
    ["an unknown slot", frame(", recipient: onn"), "recipient is “onn”: no such slot"],
    ["conditions for and against in one list", frame(', require: {patient: [a, "!b"]}'), "either all have ! before them"],
    ["an unknown category of a further event", frame(", also: [{category: HELP}]"), "also.0.category is “HELP”: no such category"],
    ["a frame without words", { "ontology/aid.yaml": "id: AID\nframes: [{id: aid.zig}]\n" }, "it needs verbs, nouns or adjectives"],
    ["an id that is there twice", { "ontology/aid.yaml": "id: AID\nframes:\n  - {id: a.b, verbs: [x]}\n  - {id: a.b, verbs: [y]}\n" }, "aid.yaml:4:10: frames.1.id is “a.b”: this id is used twice, first in line 3"],
    ["a removal of what is not there", { "ontology/aid.yaml": "id: AID\nremove: [aid.zig]\n" }, "aid.yaml:2:10: remove.0 is “aid.zig”: no frame"],
    ["a class that includes itself", { "ontology/classes.yaml": 'A1: ["@B1"]\nB1: ["@A1"]\n' }, "the class includes itself"],
    ["a class that is not there", { "ontology/classes.yaml": 'A1: ["@DIPLOMATT"]\n' }, "did you mean @DIPLOMAT?"],
    ["an unknown kind of operator", { "ontology/composition.yaml": "rules: [{id: r.x, operators: [promiss], acts: [AID], becomes: drop}]\n" }, "did you mean promise?"],
    ["an unknown act", { "ontology/composition.yaml": "rules: [{id: r.x, operators: [promise], acts: [ADI], becomes: drop}]\n" }, "did you mean AID?"],
  ] as const)("is refused with file and line: %s", (_what, files, fault) => {
    expect(ontologyFaults(files)).toEqual([expect.stringContaining(fault)]);
  }); // prettier-ignore
});

describe("a layer's tables", () => {
  const HEAD = "person,aliases,gender,country,office,sector,from,to,wikidata,source\n";
  const read = (
    files: Readonly<Record<string, string>>,
  ): { rows: ReturnType<typeof readActorTables>; faults: readonly string[] } => {
    const folder = layer(files);
    const source = new LexiconSource([dataDir, folder]);
    const rows = readActorTables(source);
    source.noteUnknownTables();
    return { rows, faults: faultsOf(folder, source) };
  };

  it("replace the row of the same key and add others", () => {
    const shipped = readActorTables(dataDir);
    const text = `${HEAD}Joe Biden,,male,USA,president,GOV,2021-01-20,2025-01-19,,x\nUna New,,female,NOR,mayor,GOV,2020,,,x\n`;
    const { rows, faults } = read({ "actors/holders.csv": text });
    expect(faults).toEqual([]);
    expect(rows.holders.keys()).toEqual([...shipped.holders.keys(), "holders:Una New"].sort());
    const biden = holderRows(rows.holders, "holders:Joe Biden");
    expect(biden.filter((h) => h.office === "president").map((h) => h.to)).toEqual(["2025-01-19"]);
  });

  it("lose the rows that remove.yaml names", () => {
    const { rows, faults } = read({ "remove.yaml": "actors/agents.csv: [football fan]\n" });
    expect(faults).toEqual([]);
    expect(rows.heads.some((h) => h.words === "football fan")).toBe(false);
  });

  it.each([
    ["a row to remove that is not there", { "remove.yaml": "actors/agents.csv: [footbal fan]\n" }, "remove.yaml:1:21: actors/agents.csv.0 is “footbal fan”: no row below has this lemma; did you mean football fan?"],
    ["a table that is not there", { "remove.yaml": "actors/agent.csv: [x]\n" }, "no such table; did you mean actors/agents.csv?"],
    ["an unknown sector and country", { "actors/holders.csv": `${HEAD}A B,,male,GRB,mayor,GOVV,,,,x\n` }, "holders.csv:2:11: country is “GRB”: no such code in actors/countries.csv"],
    ["an end before the beginning", { "actors/holders.csv": `${HEAD}A B,,male,NOR,mayor,GOV,2020,2019,,x\n` }, "to is “2019”: it ends before it begins (2020)"],
    ["a day that is none", { "actors/holders.csv": `${HEAD}A B,,male,NOR,mayor,GOV,2020-13,,,x\n` }, "from is “2020-13”: write YYYY"],
    ["a row that is there twice", { "actors/holders.csv": `${HEAD}A B,,male,NOR,mayor,GOV,2020,,,x\nA B,,male,NOR,mayor,GOV,2020,,,y\n` }, "holders.csv:3:1: person, country, office, from is “A B, NOR, mayor, 2020”: it is listed twice, first in line 2"],
    ["a term that overlaps with the shipped one", { "actors/holders.csv": `${HEAD}A B,,male,USA,president,GOV,2022-01-01,2023-12-31,,x\n` }, "holders.csv:2:29: from is “2022-01-01”: the term as president overlaps with that of Joe Biden"],
  ] as const)("are refused with file and line: %s", (_what, files, fault) => {
    expect(read(files).faults).toContainEqual(expect.stringContaining(fault));
  }); // prettier-ignore

  it("name files that nothing reads", { timeout: 120_000 }, () => {
    const folder = layer({ "actors/agent.csv": "", "agents.csv": "", "notes.csv": "", "contexts/legal.yaml": "" });
    const mine = checkLexicon(dataDir, [folder]).filter((i) => i.path.startsWith(folder));
    const told = mine.map((i) => tellIssue(i).replace(`${folder}/`, ""));
    expect(told).toEqual([
      "actors/agent.csv:1:1: no lexicon file of this name; did you mean actors/agents.csv?",
      "agents.csv:1:1: no lexicon file of this name; did you mean actors/agents.csv?",
      "contexts/legal.yaml:1:1: contexts are PLOVER's and cannot be laid over; delete the file",
    ]);
  });
});

describe("examples/lexicon, the folder of docs/guide/lexicon.md", () => {
  let own: Coder;
  let shipped: Coder;
  beforeAll(async () => {
    own = await createCoder({ lexicon: EXAMPLE });
    shipped = await createCoder({ lexicon: dataDir });
  }, 240_000);

  it("has no problem, and its sentences are read as it says", { timeout: 120_000 }, () => {
    const mine = checkLexicon(dataDir, [EXAMPLE]).filter((i) => i.path.startsWith(EXAMPLE));
    expect(mine.map(tellIssue)).toEqual([]);
    const files = readOntologyExamples(new LexiconSource([dataDir, EXAMPLE])).filter((f) => f.layer === 1);
    const code = (text: string): ReturnType<Coder["code"]> => own.code({ text, date: DATE });
    expect(files.flatMap((f) => [...f.examples])).toHaveLength(4);
    expect(files.flatMap((f) => failedExamples(f, code)).map(tellIssue)).toEqual([]);
  });

  it("codes its own category with its quad class and score", () => {
    const text = "Parliament elected Tom Barrow on Friday.";
    expect(own.code({ text, date: DATE })).toEqual([
      expect.objectContaining({ event: ["ELECT"], mode: ["body"], quad_code: 1, event_scale: 0, cameo: null }),
    ]);
    expect(shipped.code({ text, date: DATE }).map((e) => e.event[0])).not.toContain("ELECT");
  });

  it("takes part in operators and status", () => {
    const [event] = own.code({ text: "Parliament did not elect Tom Barrow.", date: DATE });
    expect(event).toMatchObject({ event: ["ELECT"], status: "negation" });
  });

  it("shows in the coder of every record", () => {
    const text = "Ecuador expelled two French diplomats on Friday.";
    const [with1, with0] = [own.code({ text, date: DATE })[0], shipped.code({ text, date: DATE })[0]];
    expect(with1?.event).toEqual(with0?.event);
    expect(with1?.coder).toMatch(/ lexicon [0-9a-f]{12} /);
    expect(with1?.coder).not.toBe(with0?.coder);
  });
});

describe("createCoder", () => {
  it("refuses a layer with faults and names them all", { timeout: 120_000 }, async () => {
    const folder = layer({
      "ontology/aid.yaml": "id: AID\nframes:\n  - {id: a.b, verbs: [x], modes: [q]}\n  - {id: a.c}\n",
    });
    await expect(createCoder({ lexicon: folder })).rejects.toThrow(/aid\.yaml:3.*\n.*aid\.yaml:4/);
  });
});
