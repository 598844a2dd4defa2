import { describe, expect, it } from "vitest";
import { createCoder } from "./create-coder.ts";
import { dataDir } from "../lexicon/package-files.ts";

const coder = await createCoder({ lexicon: dataDir });

/** Source, cue and content of every attribution, joined by bars. */
function read(text: string): readonly string[] {
  return coder.explain({ text, date: "2024-05-10" }).doc.attributions.map(({ sourceWords, cueWords, contentWords }) => {
    const words = (spans: readonly { readonly start: number; readonly end: number }[]): string =>
      spans.map((s) => text.slice(s.start, s.end)).join(" … ");
    return [sourceWords === null ? "–" : words([sourceWords]), words(cueWords), words(contentWords)].join(" | ");
  });
}

describe("attributions of one sentence", () => {
  it.each([
    ["The mayor said that the bridge had collapsed.", "The mayor | said | that the bridge had collapsed"],
    ["The bridge had collapsed, the mayor said on Friday.", "the mayor | said | The bridge had collapsed"],
    ["The talks, he said, had failed.", "he | said | The talks … had failed"],
    ["According to the army, rebels burned the mill.", "the army | According to | rebels burned the mill"],
    ["The rebels are believed to have fled.", "– | are believed | The rebels … to have fled"],
    ["The general allegedly ordered the raid.", "– | allegedly | The general … ordered the raid"],
    ["Reports suggest that the dam is leaking.", "Reports | suggest | that the dam is leaking"],
    ["Police: Three men robbed a bank in Oslo", "Police | : | Three men robbed a bank in Oslo"],
    ["The union has harshly criticised the new law.", "The union | has harshly criticised | the new law"],
    ["Their claim that the vote was rigged is false.", "Their | claim | that the vote was rigged"],
    ["The chancellor is critical of the treaty.", "The chancellor | is critical of | the treaty"],
    ["The minister refused to discuss the treaty.", "The minister | refused to discuss | the treaty"],
  ])("%s", (text, expected) => {
    expect(read(text)).toContain(expected);
  });

  it("reads who is said to have told whom", () => {
    const found = read("The envoy said that the king had told him that the army would withdraw.");
    expect(found).toContain("the king | had told | that the army would withdraw");
    expect(found).toHaveLength(2);
  });

  it("names no one where a reason is cited, and no wish within somebody's words", () => {
    expect(read("France closed the border, citing the need for calm.").filter((a) => a.startsWith("the need"))).toEqual(
      [],
    );
    expect(read('The mayor said: "People want peace."')).toEqual(['The mayor | said: | "People want peace."']);
  });
});

describe("quotations over sentence borders", () => {
  it("go on with their speaker, also when he is named in the middle", () => {
    const found = read('"We will not wait. We are ready," the minister said. "We shall act."');
    expect(found.map((a) => a.split(" | ")[0])).toEqual(["the minister", "the minister", "the minister"]);
    expect(found.map((a) => a.split(" | ")[2]).sort()).toEqual([
      '"We shall act."',
      '"We will not wait.',
      'We are ready,"',
    ]);
  });
});

describe("attribution of events", () => {
  const sourceOf = (text: string, category: string): string | null | undefined => {
    const event = coder.code({ text, date: "2024-05-10" }).find((e) => e.event[0] === category);
    return event && (event.attribution?.entity_text ?? null);
  };

  it("is the claimant's, not of a speech act nor of what is taken for granted", () => {
    expect(sourceOf("Rebels burned the mill on Sunday, the Kenyan army said.", "ASSAULT")).toBe("the Kenyan army");
    expect(sourceOf("Kenya said that it condemned the raid.", "ACCUSE")).toBeNull();
    expect(
      sourceOf("Kenya said that it would not yield following the attack by rebels on Garissa.", "ASSAULT"),
    ).toBeNull();
  });

  it("is nobody's behind a bare hedge, which `because` keeps", () => {
    const [event] = coder.code({ text: "Reportedly, soldiers shot two farmers.", date: "2024-05-10" });
    expect(event?.attribution).toBeNull();
    expect(event?.because).toContainEqual({ field: "attribution", rule: "cue.adverb", path: "reportedly" });
  });
});

describe("disputed events", () => {
  const disputes = (text: string): readonly (readonly string[])[] =>
    coder
      .code({ text, date: "2024-05-10" })
      .filter((e) => e.event[0] === "ASSAULT")
      .map((e) => e.disputed_by.map((d) => `${d.entity_text}: ${d.cue}`));

  it("name who denies them in a later sentence", () => {
    const told = "Rebels said that Kenyan troops killed nine villagers.";
    expect(disputes(`${told} The Kenyan army denied it.`)[0]).toEqual(["The Kenyan army: denied"]);
    expect(disputes(`${told} The Kenyan army rejected the allegation.`)[0]).toEqual(["The Kenyan army: rejected"]);
    expect(disputes(`${told} The Kenyan army denied that its troops had killed villagers.`)[0]).toEqual([
      "The Kenyan army: denied",
    ]);
  });

  it("are not those of a negated denial", () => {
    const told = "Rebels said that Kenyan troops killed nine villagers.";
    expect(disputes(`${told} The Kenyan army neither confirmed nor denied the report.`)).toEqual([[]]);
  });

  it("become the confirmer's claim when he confirms what nobody had claimed", () => {
    const text = "Kenyan troops shelled a mill near Garissa on Sunday. The Kenyan army confirmed it.";
    expect(coder.code({ text, date: "2024-05-10" })[0]?.attribution?.entity_text).toBe("The Kenyan army");
  });
});
