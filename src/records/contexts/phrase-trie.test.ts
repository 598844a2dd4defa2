import { describe, expect, it } from "vitest";
import { PhraseTrie, type TrieToken } from "./phrase-trie.ts";

const token = (form: string, lemma = form.toLowerCase(), upos = "NOUN"): TrieToken => ({
  form,
  lemma,
  lower: form.toLowerCase(),
  upos,
});

function found(phrases: readonly string[], tokens: readonly TrieToken[]): readonly string[] {
  const trie = new PhraseTrie<number>();
  phrases.forEach((p, i) => trie.add(p, i));
  return trie.find(tokens).map((h) => `${h.phrase} ${h.start}-${h.end}`);
}

describe("PhraseTrie", () => {
  it("finds a word by its lemma and by its form", () => {
    expect(found(["soldier"], [token("soldiers", "soldier")])).toEqual(["soldier 0-1"]);
    expect(found(["troops"], [token("Troops", "troop")])).toEqual(["troops 0-1"]);
  });

  it("finds overlapping phrases, shorter ones too", () => {
    expect(found(["tear gas", "gas"], [token("tear"), token("gas")])).toEqual(["tear gas 0-2", "gas 1-2"]);
  });

  it("takes a word with a capital only as it is written", () => {
    expect(found(["WHO"], [token("who")])).toEqual([]);
    expect(found(["WHO"], [token("WHO")])).toEqual(["WHO 0-1"]);
  });

  it("takes a word with a part of speech only as that", () => {
    expect(found(["hack/V"], [token("hack", "hack", "NOUN")])).toEqual([]);
    expect(found(["hack/V"], [token("hacked", "hack", "VERB")])).toEqual(["hack/V 0-1"]);
  });

  it("reads a hyphen within a token and as a token of its own", () => {
    expect(found(["pro-democracy"], [token("pro-democracy")])).toHaveLength(1);
    expect(found(["pro-democracy"], [token("pro"), token("-"), token("democracy")])).toHaveLength(1);
  });

  it("reads a possessive as two tokens", () => {
    expect(found(["women's rights"], [token("women"), token("'s"), token("rights")])).toHaveLength(1);
  });

  it("finds nothing in a phrase that breaks off", () => {
    expect(found(["tear gas"], [token("tear"), token("drop")])).toEqual([]);
  });
});
