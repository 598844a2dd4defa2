import { describe, expect, it } from "vitest";
import type { Entity, Mention } from "../core/actor-layers.ts";
import { readPronounWeights } from "../lexicon/model-files.ts";
import { readActorTables } from "../lexicon/actor-tables.ts";
import { handParsed } from "./hand-parsed.test-data.ts";
import { createPlacedActorStage } from "./index.ts";

const stage = createPlacedActorStage(readActorTables("data"), readPronounWeights("models/en"));

interface Read {
  readonly mention: Mention;
  readonly entity: Entity;
}

function read(source: string, date: string | null = "2022-02-17", title: string | null = null): (text: string) => Read {
  const { text, sentences } = handParsed(source);
  const report = { id: "t", date, title, source: null, url: null, language: "en", text };
  const { mentions, entities } = stage.run({ report, sentences, places: [] });
  return (wanted) => {
    const mention = mentions.find((m) => m.text === wanted) ?? mentions.find((m) => m.text.startsWith(wanted));
    const entity = mention && entities[mention.entity];
    if (!mention || !entity) throw new Error(`no mention “${wanted}” among ${mentions.map((m) => m.text).join(" | ")}`);
    return { mention, entity };
  };
}

/** A phrase of which the last token is the head and every other one a modifier with the relation given after a slash. */
function phrase(spec: string): string {
  const parts = spec.split(" ").map((p) => p.split("/"));
  return parts
    .map(([form = "", relation], i) => {
      const last = i === parts.length - 1;
      const upos = /^[A-Z]/.test(form) ? "PROPN" : "NOUN";
      const xpos = form === "Deputies" || (last && form.endsWith("s")) ? "NNS" : upos === "PROPN" ? "NNP" : "NN";
      const lemma = last && form.endsWith("s") && upos === "NOUN" ? form.slice(0, -1) : form.toLowerCase();
      return `${form} ${relation === "amod" ? "ADJ" : upos} ${relation === "amod" ? "JJ" : xpos} ${last ? 0 : parts.length} ${last ? "root" : (relation ?? "compound")} ${lemma}`;
    })
    .join("\n");
}

const coded = ({ entity }: Read): string => [entity.code, ...entity.sectors].join(" ");

describe("phrases", () => {
  it.each([
    ["Turkish/amod warplanes", "TUR MIL"],
    ["Venezuelan/amod officials", "VEN GOV"],
    ["opposition lawmakers", " LEG OPP"],
    ["police spokesman", " COP"],
    ["UN officials", "UNO"],
    ["NATO troops", "IGO MIL"],
    ["Hamas officials", "PSE REB"],
    ["former/amod minister", " ELI"],
    ["former/amod Peruvian/amod president", "PER ELI"],
    ["rebel forces", " REB"],
    ["government forces", " MIL"],
    ["student protesters", " CVL EDU"],
    ["gunmen", " UAF"],
    ["Transnistria", "MDA GOV PRE"],
    ["Greenland", "DNK GOV"],
    ["Georgia", "GEO GOV"],
  ])("%s is coded %s", (spec, expected) => {
    const text = spec.replace(/\/\w+/g, "");
    expect(coded(read(phrase(spec))(text))).toBe(expected);
  });

  it.each([
    ["a country that only backs the actor", "US/compound -/punct backed/amod rebels", " REB"],
    ["a country that the actor is for", "pro/amod -/punct Russian/amod separatists", " REB"],
  ])("does not give an actor %s", (_name, spec, expected) => {
    const { entity } = read(
      spec
        .split(" ")
        .map((p, i, all) => {
          const [form = "", relation] = p.split("/");
          const last = i === all.length - 1;
          const head = relation === "punct" || (relation === "compound" && i === 0) ? 3 : last ? 0 : all.length;
          return `${form} ${relation === "amod" ? "ADJ" : relation === "punct" ? "PUNCT" : last ? "NOUN" : "PROPN"} X ${head} ${last ? "root" : relation} ${last ? form.slice(0, -1) : form}`;
        })
        .join("\n"),
    )(spec.replace(/\/\w+/g, "").includes("US") ? "US - backed rebels" : "pro - Russian separatists");
    expect([entity.code, ...entity.sectors].join(" ")).toBe(expected);
  });
});

const TITLED = `
Russia PROPN NNP 5 nmod:poss
_'s PART POS 1 case
Deputy PROPN NNP 5 compound
Prime PROPN NNP 5 amod
Minister PROPN NNP 6 nmod:desc
Yuri PROPN NNP 8 nsubj
Borisov PROPN NNP 6 flat
met VERB VBD 0 root meet
her PRON PRP$ 11 nmod:poss she
Peruvian ADJ JJ 11 amod
counterpart NOUN NN 8 obj
_, PUNCT , 13 punct
Joao PROPN NNP 11 appos
Reis PROPN NNP 13 flat
_. PUNCT . 8 punct

He PRON PRP 2 nsubj
left VERB VBD 0 root leave
_. PUNCT . 2 punct`;

describe("names", () => {
  it("takes title, country and name as one mention", () => {
    const found = read(TITLED)("Russia's Deputy Prime Minister Yuri Borisov");
    expect(coded(found)).toBe("RUS GOV");
    expect(found.entity).toMatchObject({
      name: "Yury Borisov",
      kind: "person",
      office: "deputy prime minister",
      gender: "male",
    });
  });

  it("shows the apposition in the text of a mention and joins both", () => {
    const found = read(TITLED)("her Peruvian counterpart, Joao Reis");
    expect(found.entity).toMatchObject({ code: "PER", name: "Joao Reis" });
    expect(read(TITLED)("Joao Reis").mention.entity).toBe(found.mention.entity);
  });

  it.each([
    ["2017-04-01", "DEU GOV"],
    ["2022-01-10", "DEU ELI"],
    [null, "DEU ELI"],
  ])("codes a person as of %s", (date, expected) => {
    const source = "Angela PROPN NNP 3 nsubj\nMerkel PROPN NNP 1 flat\nspoke VERB VBD 0 root";
    expect(coded(read(source, date)("Angela Merkel"))).toBe(expected);
  });

  it.each([
    ["2002-05-01", "AFG REB"],
    ["2022-05-01", "AFG GOV"],
  ])("codes a group as of %s", (date, expected) => {
    expect(coded(read("Taliban PROPN NNP 2 nsubj\nspoke VERB VBD 0 root", date)("Taliban"))).toBe(expected);
  });

  it("does not take a part of a person's name for a country", () => {
    const source = "Israel PROPN NNP 3 nsubj\nMorgan PROPN NNP 1 flat\nspoke VERB VBD 0 root";
    expect(read(source)("Israel Morgan").entity).toMatchObject({ kind: "person", code: "" });
  });
});

describe("coreference", () => {
  it("links a pronoun to the subject before it", () => {
    expect(read(TITLED)("He").entity.name).toBe("Yury Borisov");
  });

  it("does not link a pronoun to a person of the other gender", () => {
    const source =
      "Angela PROPN NNP 3 nsubj\nMerkel PROPN NNP 1 flat\nspoke VERB VBD 0 root\n\nHe PRON PRP 2 nsubj\nleft VERB VBD 0 root";
    expect(read(source)("He").entity.name).toBeNull();
  });

  it("reads “the two countries” as the two named before", () => {
    const source = `
Peru PROPN NNP 2 nsubj
met VERB VBD 0 root meet
Chile PROPN NNP 2 obj

The DET DT 3 det
two NUM CD 3 nummod
countries NOUN NNS 4 nsubj country
agreed VERB VBD 0 root agree`;
    const found = read(source)("The two countries").entity;
    expect(found.members).toHaveLength(2);
    expect(found.code).toBe("");
  });
});

describe("default country", () => {
  const SCENE = `
Police NOUN NN 2 nsubj
fired VERB VBD 0 root fire
at ADP IN 4 case
miners NOUN NNS 2 obl miner
in ADP IN 6 case
Lagos PROPN NNP 2 obl`;

  it("is the country that the sentence tells about, with a reason", () => {
    const found = read(SCENE)("Police").entity;
    expect(found).toMatchObject({ code: "NGA", sectors: ["COP"] });
    expect(found.because).toContain("default");
  });

  it("is not given where the report names no country", () => {
    expect(read("Police NOUN NN 2 nsubj\nfired VERB VBD 0 root fire")("Police").entity.code).toBe("");
  });

  it("takes the title into account", () => {
    expect(
      read("Police NOUN NN 2 nsubj\nfired VERB VBD 0 root fire", null, "Peru's police criticised")("Police").entity
        .code,
    ).toBe("PER");
  });
});

describe("places of the places stage", () => {
  const SOURCE = `
Police NOUN NN 2 nsubj
left VERB VBD 0 root leave
Okhtyrka PROPN NNP 2 obj
_, PUNCT , 5 punct
Georgia PROPN NNP 3 appos`;
  const { text, sentences } = handParsed(SOURCE);
  const okhtyrka = {
    sentence: 0, first: 2, last: 2, head: 2, start: 12, end: 20, text: "Okhtyrka", resolved: "Okhtyrka", country: "UKR",
    province: null, city: "Okhtyrka", lat: null, lon: null, geonameid: null, featureCode: null, resolution: 4 as const,
  }; // prettier-ignore
  const report = { id: "t", date: null, title: null, source: null, url: null, language: "en", text };

  it("give an actor without a country theirs", () => {
    const short = handParsed("Police NOUN NN 2 nsubj\nleft VERB VBD 0 root leave\nOkhtyrka PROPN NNP 2 obj");
    const { entities } = stage.run({
      report: { ...report, text: short.text },
      sentences: short.sentences,
      places: [okhtyrka],
    });
    expect(entities[0]).toMatchObject({ code: "UKR", sectors: ["COP"] });
  });

  it("yield to the country that the text names after them", () => {
    const { entities } = stage.run({ report, sentences, places: [okhtyrka] });
    expect(entities[0]).toMatchObject({ code: "GEO", sectors: ["COP"] });
  });
});
