import { describe, expect, it } from "vitest";
import type { Entity, Mention } from "../../core/actor-layers.ts";
import { readPronounWeights } from "../../lexicon/model-files.ts";
import { readActorTables } from "../../lexicon/actor-tables.ts";
import { handParsed } from "../hand-parsed.test-data.ts";
import { createPlacedActorStage } from "../index.ts";

const stage = createPlacedActorStage(readActorTables("data"), readPronounWeights("models/en"));

interface Read {
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
}

function read(source: string): Read {
  const { text, sentences } = handParsed(source);
  const report = { id: "t", date: "2022-02-17", title: null, source: null, url: null, language: "en", text };
  return stage.run({ report, sentences, places: [] });
}

/** The entity of the nth mention that starts with the text. */
function entity({ mentions, entities }: Read, wanted: string, nth = 0): Entity {
  const found = mentions.filter((m) => m.text.startsWith(wanted))[nth];
  const of = found && entities[found.entity];
  if (!of) throw new Error(`no mention “${wanted}” among ${mentions.map((m) => m.text).join(" | ")}`);
  return of;
}

const together = (r: Read, a: string, b: string): boolean => entity(r, a).id === entity(r, b).id;

const OBJECT = `
Ana PROPN NNP 3 nsubj
Halas PROPN NNP 1 flat
met VERB VBD 0 root meet
her PRON PRP 3 obj`;

const OWNER = `
Ana PROPN NNP 3 nsubj
Halas PROPN NNP 1 flat
met VERB VBD 0 root meet
her PRON PRP$ 5 nmod:poss
lawyer NOUN NN 3 obj`;

const REFLEXIVE = `
The DET DT 2 det
bank NOUN NN 4 nsubj
had AUX VBD 4 aux
sold VERB VBN 0 root sell
itself PRON PRP 4 obj`;

const SPOKE = `
The DET DT 2 det
union NOUN NN 3 nsubj
rejected VERB VBD 0 root reject
the DET DT 5 det
offer NOUN NN 3 obj
and CCONJ CC 7 cc
said VERB VBD 3 conj say
it PRON PRP 10 nsubj
would AUX MD 10 aux
strike VERB VB 7 ccomp`;

const AHEAD = `
In ADP IN 3 case
his PRON PRP$ 3 nmod:poss
speech NOUN NN 7 obl
_, PUNCT , 3 punct
Peter PROPN NNP 7 nsubj
Halas PROPN NNP 5 flat
praised VERB VBD 0 root praise
them PRON PRP 7 obj`;

const CLEFT = `
The DET DT 2 det
bank NOUN NN 3 nsubj
fell VERB VBD 0 root fall

It PRON PRP 3 nsubj
was AUX VBD 3 cop be
Brandt PROPN NNP 0 root
who PRON WP 5 nsubj
left VERB VBD 3 acl:relcl leave`;

describe("pronouns", () => {
  it.each([
    ["a possessor may be the subject", OWNER, "her", "Ana Halas", true],
    ["an object is not the subject beside it", OBJECT, "her", "Ana Halas", false],
    ["a reflexive is the subject", REFLEXIVE, "itself", "The bank", true],
    ["a body that speaks is “it” in its speech", SPOKE, "it", "The union", true],
    ["an opening phrase looks forward to the subject", AHEAD, "his", "Peter Halas", true],
    ["“them” does not", AHEAD, "them", "Peter Halas", false],
    ["“it was X who” stands for nothing", CLEFT, "It", "The bank", false],
  ])("%s", (_name, source, pronoun, other, expected) => {
    const found = read(source);
    expect(together(found, pronoun, other)).toBe(expected);
  });
});

const FORCES = `
The DET DT 4 det
Alpine PROPN NNP 4 compound
Mountain PROPN NNP 4 compound
Forces PROPN NNPS 8 nsubj
( PUNCT -LRB- 6 punct
_AXF PROPN NNP 4 appos
_) PUNCT -RRB- 6 punct
left VERB VBD 0 root leave

AXF PROPN NNP 2 nsubj
fought VERB VBD 0 root fight`;

const SPELLINGS = `
Peter PROPN NNP 3 nsubj
Tarivani PROPN NNP 1 flat
spoke VERB VBD 0 root speak

Peter PROPN NNP 3 nsubj
Tarevani PROPN NNP 1 flat
left VERB VBD 0 root leave

Peter PROPN NNP 3 nsubj
Toravello PROPN NNP 1 flat
stayed VERB VBD 0 root stay`;

const RESIGNED = `
Vice PROPN NNP 2 compound
President PROPN NNP 3 nsubj
resigned VERB VBD 0 root resign`;

describe("names", () => {
  it("gives the letters in brackets to the name before them, and to later mentions", () => {
    const found = read(FORCES);
    expect(entity(found, "AXF").id).toBe(entity(found, "The Alpine").id);
    expect(entity(found, "AXF", 1).id).toBe(entity(found, "The Alpine").id);
  });

  it("does not give letters in brackets that no word begins with", () => {
    const found = read(FORCES.replaceAll("AXF", "ZQK").replace("Mountain", "Sea"));
    expect(entity(found, "ZQK").id).not.toBe(entity(found, "The Alpine").id);
  });

  it("joins other spellings of a person's name, and no other names", () => {
    const found = read(SPELLINGS);
    expect(entity(found, "Peter Tarevani").id).toBe(entity(found, "Peter Tarivani").id);
    expect(entity(found, "Peter Toravello").id).not.toBe(entity(found, "Peter Tarivani").id);
  });

  it("does not take a title alone for a name", () => {
    expect(entity(read(RESIGNED), "Vice President")).toMatchObject({ kind: "person", name: null });
  });

  it.each([
    ["a club", "Norland Hockey Club"],
    ["an acronym", "CJTX Resolve"],
    ["an airfield", "Halas Airport"],
    ["a firm", "Halas Brandt Corp."],
  ])("does not take %s for a person", (_name, name) => {
    const [first = "", ...rest] = name.split(" ");
    const last = rest.length + 2;
    const flat = rest.map((w) => `${w} PROPN NNP 1 flat`).join("\n");
    const found = read(`${first} PROPN NNP ${String(last)} nsubj\n${flat}\nclosed VERB VBD 0 root close`);
    expect(entity(found, first).kind).not.toBe("person");
  });
});

const ARRESTED = `
Police NOUN NN 2 nsubj
arrested VERB VBD 0 root arrest
Peter PROPN NNP 2 obj
Tarivani PROPN NNP 3 flat

The DET DT 2 det
journalist NOUN NN 4 nsubj:pass
was AUX VBD 4 aux:pass
freed VERB VBN 0 root free`;

const SOLDIERS = `
Three NUM CD 2 nummod
soldiers NOUN NNS 3 nsubj soldier
fell VERB VBD 0 root fall

Nurses NOUN NNS 2 nsubj nurse
fled VERB VBD 0 root flee

Soldiers NOUN NNS 2 nsubj soldier
met VERB VBD 0 root meet
nurses NOUN NNS 2 obj nurse`;

describe("descriptions", () => {
  it("joins a role with the one person named before it", () => {
    const found = read(ARRESTED);
    expect(together(found, "The journalist", "Peter Tarivani")).toBe(true);
    expect(entity(found, "Peter Tarivani").sectors).toEqual(["JRN"]);
  });

  it.each([
    ["“a journalist”", ARRESTED.replace("The DET", "A DET"), "A journalist"],
    ["a woman where a man was named", ARRESTED.replace("journalist NOUN", "actress NOUN"), "The actress"],
  ])("does not join %s", (_name, source, wanted) => {
    const found = read(source);
    expect(together(found, wanted, "Peter Tarivani")).toBe(false);
  });

  it("takes a bare plural up again, but not a counted one", () => {
    const found = read(SOLDIERS);
    expect(together(found, "nurses", "Nurses")).toBe(true);
    expect(together(found, "Soldiers", "Three soldiers")).toBe(false);
  });
});

describe("names that no table knows", () => {
  const SAID = `
Tarivani PROPN NNP 2 nsubj
said VERB VBD 0 root say
so ADV RB 4 advmod
spoke VERB VBD 2 ccomp speak`;
  const IN = `
Police NOUN NN 2 nsubj
fired VERB VBD 0 root fire
in ADP IN 4 case
Tarivani PROPN NNP 2 obl`;

  it.each([
    ["a speaker is a person", SAID, "Tarivani", "person"],
    ["what stands behind “in” is a place", IN, "Tarivani", "place"],
    ["capitals are a body", SAID.replace("Tarivani", "TQVX"), "TQVX", "organisation"],
    [
      "a lone object stays unknown",
      IN.replace("in ADP IN 4 case\n", "").replace("4 obl", "2 obj"),
      "Tarivani",
      "unknown",
    ],
  ])("%s", (_name, source, name, kind) => {
    expect(entity(read(source), name).kind).toBe(kind);
  });
});
