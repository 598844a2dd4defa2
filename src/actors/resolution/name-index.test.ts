import { describe, expect, it } from "vitest";
import { loadCompiledLexicon } from "../../lexicon/load-compiled.ts";
import { NameIndex, type NameEntry } from "./name-index.ts";
import { NamePacker } from "./pack-names.ts";
import { titleWords } from "./title-names.ts";

/** An index of names of our own: "name = id" with the kind before the colon. */
function indexOf(...names: readonly (readonly [name: string, kind: NameEntry["kind"], id?: string])[]): NameIndex {
  const packer = new NamePacker();
  for (const [name, kind, id = name] of names)
    packer.add(name, { id: `${kind}:${id}`, kind, canonical: id, code: "NOR" });
  return new NameIndex(packer.pack());
}

/** What the index finds in a text: "words = ids". */
function found(index: NameIndex, text: string): readonly string[] {
  const sentence = titleWords(text);
  return index.scan(sentence).map(({ first, last, entries }) => {
    const words = sentence.tokens.slice(first, last + 1).map((t) => t.form);
    return `${words.join(" ")} = ${entries.map((e) => e.id).join(", ")}`;
  });
}

const INDEX = indexOf(
  ["Norland", "country"],
  ["New Norland", "country"],
  ["Red Front", "body"],
  ["RF", "body", "Red Front"],
  ["al-Nur", "body", "Nur"],
  ["5 May Movement", "body"],
  ["Qasem Soleimani", "person"],
  ["May", "person", "Theresa May"],
  ["Una de Alm", "person"],
);

describe("names in a sentence", () => {
  it.each([
    ["the longest first", "Leaders of New Norland and Norland met", ["New Norland = country:New Norland", "Norland = country:Norland"]],
    ["an acronym in capitals", "The RF attacked", ["RF = body:Red Front"]],
    ["hyphens are skipped", "Fighters of Al - Nur fled", ["Al - Nur = body:Nur"]],
    ["a particle may begin a name", "Fighters of al-Nur fled", ["al - Nur = body:Nur"]],
    ["a number may begin a name", "The 5 May Movement met", ["5 May Movement = body:5 May Movement"]],
    ["a particle inside keeps its small letter", "Then Una de Alm left", ["Una de Alm = person:Una de Alm"]],
    ["in capitals throughout", "UNA DE ALM LEFT", ["UNA DE ALM = person:Una de Alm"]],
    ["names do not overlap", "Red Front May", ["Red Front = body:Red Front", "May = person:Theresa May"]],
  ])("%s: %s", (_what, text, names) => {
    expect(found(INDEX, text)).toEqual(names);
  }); // prettier-ignore

  it.each([
    ["a word in small letters is no name", "They may leave the front"],
    ["an acronym in small letters is none", "The rf and Rf attacked"],
    ["a part of a name is not the whole", "The Red Army left with Soleimani"],
    ["the words stand side by side", "The Red old Front left"],
    ["nothing is found in an empty sentence", ""],
  ])("%s: %s", (_what, text) => {
    expect(found(INDEX, text)).toEqual([]);
  });
});

describe("other transliterations", () => {
  it.each(["Kassem Suleimani", "Qassem Soleimani", "QASSEM SULEIMANI"])(
    "%s is the person whom the tables know",
    (name) => {
      expect(found(INDEX, `Then ${name} left`)).toEqual([`${name} = person:Qasem Soleimani`]);
      expect(INDEX.lookup(name).map((e) => e.id)).toEqual(["person:Qasem Soleimani"]);
    },
  );

  it.each([
    ["another surname", "Kassem Sulaiman"],
    ["another given name", "Hassan Soleimani"],
    ["a surname alone", "Suleimani"],
    ["small letters", "kassem suleimani"],
    ["the names in another order", "Suleimani Kassem"],
    ["a body's name written otherwise", "Redd Frunt"],
  ])("are not found for %s: %s", (_what, name) => {
    expect(found(INDEX, `Then ${name} left`)).toEqual([]);
  });

  it("give way to a person of exactly that name", () => {
    const index = indexOf(["Qasem Soleimani", "person"], ["Kassem Suleimani", "person"]);
    expect(index.lookup("Kassem Suleimani").map((e) => e.canonical)).toEqual(["Kassem Suleimani"]);
    expect(index.lookup("Qasem Soleimani").map((e) => e.canonical)).toEqual(["Qasem Soleimani"]);
    expect(index.lookup("Kasem Soleimani").map((e) => e.canonical)).toEqual(["Qasem Soleimani", "Kassem Suleimani"]);
  });
});

describe("lookups", () => {
  it("take a name in any writing", () => {
    expect(INDEX.lookup("RED-FRONT").map((e) => e.id)).toEqual(["body:Red Front"]);
    expect(INDEX.lookup("Red")).toEqual([]);
    expect(INDEX.lookup("")).toEqual([]);
  });

  it("by parts give every name that has them all", () => {
    expect(INDEX.containing(["norland"]).map((e) => e.id).sort()).toEqual(["country:New Norland", "country:Norland"]);
    expect(INDEX.containing(["norland", "new"]).map((e) => e.id)).toEqual(["country:New Norland"]);
    expect(INDEX.containing(["norland", "red"])).toEqual([]);
  }); // prettier-ignore
});

describe("the shipped tables", () => {
  const shipped = new NameIndex(loadCompiledLexicon().actors.names);

  it.each([
    ["Kassem Suleimani", "Qasem Soleimani"],
    ["Vladmir Putin", null],
    ["Vladimir Putin", "Vladimir Putin"],
    ["Nicolas Maduro", "Nicolás Maduro"],
    ["Angela Merkel", "Angela Merkel"],
    ["Angelo Merkel", null],
  ])("know “%s” as %s", (name, person) => {
    expect(shipped.lookup(name)[0]?.canonical ?? null).toBe(person);
  });
});
