import { describe, expect, it } from "vitest";
import type { NameEntry } from "./name-index.ts";
import { namesStartingWith, NamePacker } from "./pack-names.ts";

const entry = (id: string, kind: NameEntry["kind"], code = "NOR"): NameEntry => ({
  id,
  kind,
  code,
  canonical: id.slice(id.indexOf(":") + 1).replace(/ \(Q\d+\)$/, ""),
});

describe("packed names", () => {
  it.each<NameEntry>([
    entry("countries:Norland", "country"),
    entry("countries:Norland = Nord", "demonym"),
    entry("countries:Norland", "capital"),
    entry("countries:Norland", "metonym"),
    entry("groups:Red Front", "body", ""),
    entry("holders:Una Alm (Q22)", "person"),
    entry("places:Alm", "place"),
    entry("regions:The North", "region", ""),
  ])("give their entry back: $kind $id", (one) => {
    const packer = new NamePacker();
    packer.add("Una Alm", one);
    expect(namesStartingWith(packer.pack().exact, "una")).toEqual([
      { words: ["una", "alm"], acronym: false, entries: [one] },
    ]);
  });

  it("come longest first, whatever the order in which they were added", () => {
    const packer = new NamePacker();
    for (const name of ["Red", "Red Front of the North", "Red Front"])
      packer.add(name, entry(`groups:${name}`, "body"));
    const words = namesStartingWith(packer.pack().exact, "red").map((c) => c.words.join(" "));
    expect(words).toEqual(["red front of the north", "red front", "red"]);
  });

  it("may stand for several things, in the order of the tables and each once", () => {
    const packer = new NamePacker();
    const [person, place] = [entry("holders:Una Alm", "person"), entry("places:Una Alm", "place")];
    for (const e of [person, place, person]) packer.add("Una Alm", e);
    packer.add("UNA ALM", place);
    expect(namesStartingWith(packer.pack().exact, "una").map((c) => c.entries)).toEqual([[person, place]]);
  });

  it.each([
    ["RF", true],
    ["R.F.", true],
    ["RF&B", true],
    ["R.", false],
    ["Rf", false],
    ["RFRFRFR", false],
    ["RF North", false],
  ])("are acronyms when one short word in capitals: %s %s", (name, acronym) => {
    const packer = new NamePacker();
    packer.add(name, entry("groups:Red Front", "body"));
    const { exact } = packer.pack();
    expect(exact.keys().flatMap((k) => namesStartingWith(exact, k).map((c) => c.acronym))).toEqual([acronym]);
  });

  it("keep an acronym apart from the word of the same letters", () => {
    const packer = new NamePacker();
    packer.add("MAY", entry("groups:MAY", "body"));
    packer.add("May", entry("holders:May", "person"));
    const found = namesStartingWith(packer.pack().exact, "may").map((c) => [c.acronym, c.entries.map((e) => e.id)]);
    expect(found).toEqual([
      [true, ["groups:MAY"]],
      [false, ["holders:May"]],
    ]);
  });

  it("have transliterations only of persons with two names or more", () => {
    const packer = new NamePacker();
    packer.add("Qasem Soleimani", entry("holders:Qasem Soleimani", "person"));
    packer.add("Soleimani", entry("holders:Qasem Soleimani", "person"));
    packer.add("Qods Force", entry("groups:Qods Force", "body"));
    packer.add("X Qasem", entry("holders:X Qasem", "person"));
    const { variants } = packer.pack();
    const words = variants.keys().flatMap((k) => namesStartingWith(variants, k).map((c) => c.entries[0]?.id));
    expect(words.sort()).toEqual(["holders:Qasem Soleimani", "holders:X Qasem"]);
  });

  it("leave out a name without a letter, and know none that was never added", () => {
    const packer = new NamePacker();
    packer.add(" - ", entry("groups:-", "body"));
    const { exact } = packer.pack();
    expect(exact.keys()).toEqual([]);
    expect(namesStartingWith(exact, "una")).toEqual([]);
  });
});
