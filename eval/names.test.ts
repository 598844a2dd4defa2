import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Entity, Mention } from "../src/core/actor-layers.ts";
import { parsedSentences } from "../src/core/parsed-sentences.test-data.ts";
import { type NameDocument, POLITICS_TYPES, readRe3d, readTaggedDocuments, WIKIGOLD_TYPES } from "./name-gold.ts";
import { nameSpan } from "./name-span.ts";
import { scoreNames, type CodedName } from "./names.ts";

const shown = ({ text, names }: NameDocument): readonly string[] =>
  names.map(({ start, end, types }) => `${text.slice(start, end)}: ${types.join("+")}`);

describe("tagged names", () => {
  test("are brought to three types; names of other types are free", () => {
    const [document] = readTaggedDocuments(
      "The O\nNorland B-politicalparty\nUnion I-politicalparty\nwon O\nin O\nMara B-country\n2019 B-election\nvote I-election\n",
      POLITICS_TYPES,
      "x",
    );
    expect(document && shown(document)).toEqual(["Norland Union: organisation", "Mara: location"]);
    expect(document?.free).toHaveLength(1);
  });

  test("documents are what stands between -DOCSTART- lines, else single sentences", () => {
    const wiki = "Ola I-PER\ncame O\n\nShe O\nleft O\n\n-DOCSTART- O\n\nOst I-LOC\nfell O\n";
    expect(readTaggedDocuments(wiki, WIKIGOLD_TYPES, "x").map((d) => d.text)).toEqual([
      "Ola came She left",
      "Ost fell",
    ]);
    expect(readTaggedDocuments(wiki.replace("-DOCSTART- O\n\n", ""), WIKIGOLD_TYPES, "x")).toHaveLength(3);
  });
});

describe("names of re3d", () => {
  const text = "The Norland Guard met Minister Ola Berg near Ost. The minister and the fighters left. Fighters fled.";
  const at = (value: string, type: string, confidence = 1, from = 0): object => {
    const begin = text.indexOf(value, from);
    return { documentId: "d", begin, end: begin + value.length, type, confidence };
  };
  const folder = mkdtempSync(join(tmpdir(), "re3d-"));
  mkdirSync(join(folder, "Source"));
  const entities = [
    at("The Norland Guard", "Organisation"),
    at("Minister Ola Berg", "Person"),
    at("Ost", "Location"),
    at("Ola", "Location", 0),
    at("The minister", "Person"),
    at("the fighters", "Organisation"),
    at("Fighters", "Organisation"),
  ];
  writeFileSync(join(folder, "Source/entities.json"), entities.map((e) => JSON.stringify(e)).join("\n"));
  writeFileSync(join(folder, "Source/documents.json"), JSON.stringify({ _id: "d", text }));
  const [document] = readRe3d(folder, new Set(["minister"])) ?? [];

  test("are the confirmed spans of capitalised words without their article", () => {
    expect(document && shown(document)).toEqual([
      "Norland Guard: organisation",
      "Minister Ola Berg: person",
      "Ost: location",
    ]);
  });

  test("all other marked phrases are free", () => {
    expect(document?.free.map(({ start, end }) => text.slice(start, end))).toEqual([
      "Ola",
      "The minister",
      "the fighters",
      "Fighters",
    ]);
  });

  test("a missing folder is no set", () => {
    expect(readRe3d(join(folder, "none"), new Set())).toBeNull();
  });
});

describe("scoring", () => {
  const document: NameDocument = {
    id: "d",
    text: "",
    names: [
      { start: 0, end: 10, types: ["person"] },
      { start: 20, end: 30, types: ["organisation"] },
      { start: 40, end: 45, types: ["location"] },
    ],
    free: [{ start: 60, end: 70 }],
  };
  const coded = (start: number, end: number, type: CodedName["types"][number], titled = start): CodedName => ({
    start,
    end,
    titled,
    types: [type],
  });

  test("a name is right with its title or without it, never with another end or type", () => {
    const { counts } = scoreNames(document, [
      coded(4, 10, "person", 0),
      coded(20, 29, "organisation"),
      coded(40, 45, "person"),
    ]);
    expect(counts.person).toEqual({ right: 1, gold: 1, coded: 2 });
    expect(counts.organisation).toEqual({ right: 0, gold: 1, coded: 1 });
    expect(counts.location).toEqual({ right: 0, gold: 1, coded: 0 });
  });

  test("an answer in a free stretch counts for nothing, one that reaches out of it is invented", () => {
    const { invented } = scoreNames(document, [coded(62, 66, "location"), coded(66, 75, "location")]);
    expect(invented.map((c) => c.end)).toEqual([75]);
  });
});

describe("the words of a mention that are its name", () => {
  const spanOf = (parse: string, words: string, head: string, entity: Partial<Entity>): string | null => {
    const { text, sentences } = parsedSentences([parse]);
    const sentence = sentences[0];
    if (sentence === undefined) throw new Error("the parse is empty");
    const start = text.indexOf(words);
    const index = (at: number, side: "start" | "end"): number => sentence.tokens.findIndex((t) => t[side] === at);
    const mention = {
      first: index(start, "start"),
      last: index(start + words.length, "end"),
      head: sentence.tokens.findIndex((t) => t.form === head),
      because: "",
    } as Mention;
    const span = nameSpan(sentence, mention, { name: null, kind: "organisation", ...entity } as Entity);
    return span === null ? null : text.slice(span.start, span.end);
  };
  const OLA = "Foreign|NNP|compound|2 Minister|NNP|compound|3 Ola|NNP|nsubj|5 Berg|NNP|flat|3 left|VBD|root|0";
  const BODY =
    "The|DT|det|3 Norland|NNP|compound|3 Ministry|NNP|nsubj|9 of|IN|case|5 Trade|NNP|nmod|3 and|CC|cc|7 Industry|NNP|conj|5 there|RB|advmod|9 fell|VBD|root|0";

  test.each([
    [
      "a person without titles",
      OLA,
      "Foreign Minister Ola Berg",
      "Ola",
      { kind: "person", name: "Ola Berg" },
      "Ola Berg",
    ],
    ["a person known by title alone is none", OLA, "Foreign Minister", "Minister", { kind: "person" }, null],
    [
      "a body without its article, with what belongs to its name",
      BODY,
      "The Norland Ministry of Trade and Industry",
      "Ministry",
      {},
      "Norland Ministry of Trade and Industry",
    ],
    ["a lower-case noun is none", "the|DT|det|2 army|NN|nsubj|3 fled|VBD|root|0", "the army", "army", {}, null],
  ] as const)("%s", (_, parse, words, head, entity, expected) => {
    expect(spanOf(parse, words, head, entity)).toBe(expected);
  });
});
