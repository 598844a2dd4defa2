import { describe, expect, it } from "vitest";
import { createCoder } from "./create-coder.ts";
import { CONTEXTS, type ContextName } from "../core/contexts.ts";
import type { EventRecord } from "../core/record.ts";
import { readContextExamples, type ContextExample } from "../lexicon/context-tables.ts";
import { dataDir } from "../lexicon/package-files.ts";

const coder = await createCoder({ lexicon: dataDir });
const files = readContextExamples(dataDir);

/** Coding an event at all is others' work: of a file's sentences so many must hold whatever the rest of the coder does. */
const LEAST = 0.85;
const LEAST_EXAMPLES = 6;
const LEAST_NOT = 3;

function code({ text, title }: ContextExample): readonly EventRecord[] {
  return coder.code({ text, title, date: "2024-05-10" });
}

function contextsOf(text: string, title: string | null = null): readonly string[] {
  return [...new Set(code({ text, title }).flatMap((e) => e.context))];
}

it("has a file for each of the 37 contexts, in the manual's order", () => {
  expect(files.map((f) => f.name)).toEqual(CONTEXTS);
  expect(CONTEXTS).toHaveLength(37);
});

describe.each(files)("$name", ({ name, examples, not }) => {
  it("has enough sentences", () => {
    expect(examples.length).toBeGreaterThanOrEqual(LEAST_EXAMPLES);
    expect(not.length).toBeGreaterThanOrEqual(LEAST_NOT);
  });

  it("is given to its examples and to none of its counter-examples", () => {
    const missed = examples.filter((x) => !code(x).some((e) => e.context.includes(name)));
    const invented = not.filter((x) => code(x).some((e) => e.context.includes(name)));
    const faults = [...missed.map((x) => `missed: ${x.text}`), ...invented.map((x) => `invented: ${x.text}`)];
    expect(1 - faults.length / (examples.length + not.length), faults.join("\n")).toBeGreaterThanOrEqual(LEAST);
  });
});

describe("pairings of the manual", () => {
  it.each<[string, readonly ContextName[], readonly ContextName[]]>([
    [
      "The opposition accused the commission of rigging the presidential vote.",
      ["election", "pro_autocracy", "rights_freedoms"],
      [],
    ],
    ["Chile and Japan opened talks on a trade agreement.", ["economic", "diplomatic"], []],
    ["Criminal hackers attacked Latvia's customs office.", ["cyber", "crime"], []],
    ["Police arrested nine members of a criminal gang with cocaine.", ["illegal_drugs"], ["crime"]],
    ["Prosecutors accused the minister of bribery and theft.", ["corruption", "legal"], ["crime"]],
    ["Roma families protested against discrimination in Brno.", ["inequality", "religion_ethnicity"], []],
    ["Chad asked donors for tents for the refugees.", ["migration"], ["asylum"]],
    ["Activists protested against the pollution of the river by an oil company.", ["environment"], ["economic"]],
  ])("%s", (text, wanted, unwanted) => {
    const contexts = contextsOf(text);
    expect(contexts).toEqual(expect.arrayContaining([...wanted]));
    for (const name of unwanted) expect(contexts).not.toContain(name);
  });
});

describe("reach", () => {
  const quake = "An earthquake destroyed four villages in Nepal on Monday. Thousands lost their homes in the quake.";

  it("gives a report's dominant topic to an event whose sentence has none of its words", () => {
    const text = `${quake} India sent 40 doctors to Kathmandu. Rescuers searched for survivors of the earthquake.`;
    const aid = code({ text, title: "Earthquake in Nepal" }).find((e) => e.event[0] === "AID");
    expect(aid?.context).toContain("disasters");
    expect(aid?.because.some((b) => b.rule === "context.disasters" && b.path.startsWith("report:"))).toBe(true);
  });

  it("gives no topic that the report mentions once", () => {
    const text =
      "Peru expelled two envoys on Monday. Bolivia condemned the decision. Peru rebuilt its ports after the quake. Lima praised the workers. Cuzco has a new stadium.";
    const accuse = code({ text, title: "Peru expels envoys" }).find((e) => e.event[0] === "ACCUSE");
    expect(accuse?.context).not.toContain("disasters");
  });

  it("lets a short answer take the topic of the sentence before it", () => {
    const text = "Estonia accused Russia of cyberattacks on Monday. Moscow rejected the charge.";
    const reject = code({ text, title: null }).find((e) => e.event[0] === "REJECT");
    expect(reject?.context).toEqual(["cyber"]);
    expect(reject?.because.find((b) => b.rule === "context.cyber")?.path).toBe("neighbour: cyberattack (26-38)");
  });

  it("does not look across a paragraph", () => {
    const text = "Estonia accused Russia of cyberattacks on Monday.\n\nMoscow rejected the charge.";
    expect(code({ text, title: null }).find((e) => e.event[0] === "REJECT")?.context).toEqual([]);
  });

  it("says for each context where its evidence stands", () => {
    const [event] = code({ text: "Rwanda pulled its diplomats out of Brussels.", title: null });
    const reasons = event?.because.filter((b) => b.field === "context") ?? [];
    expect(reasons).toContainEqual({
      field: "context",
      rule: "context.diplomatic",
      path: "sentence: diplomat (18-27)",
    });
  });
});

it.each(["Football fans attacked the referee in Lagos.", "Unknown gunmen killed a village chief near Jos."])(
  "gives no context where a reader would give none: %s",
  (text) => {
    expect(contextsOf(text)).toEqual([]);
  },
);
