import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rawTextOf, spanF1 } from "./raw-text.ts";

const TREEBANK = `# newdoc id = a
# newpar
# text = I don't.
1\tI\tI
2-3\tdon't\t_
2\tdo\tdo
3\tn't\tnot
4\t.\t.

# text = Au revoir.
1-2\tAu\t_
1\tà\tà
2\tle\tle
3\trevoir\trevoir
4\t.\t.

# newdoc id = b
# text = Yes
1\tYes\tyes

`;

function write(): string {
  const path = join(mkdtempSync(join(tmpdir(), "raw-text-")), "x.conllu");
  writeFileSync(path, TREEBANK);
  return path;
}

describe("raw text of a treebank", () => {
  it("joins sentences with a space and paragraphs with a blank line", () => {
    const raw = rawTextOf(write());
    expect(raw.text).toBe("I don't. Au revoir.\n\nYes");
    expect(raw.sentences.map((s) => raw.text.slice(s.start, s.end))).toEqual(["I don't.", "Au revoir.", "Yes"]);
    expect(raw.documents).toEqual(["a", "a", "b"]);
  });

  it("gives words of a range their own spans when they spell the form, else the whole", () => {
    const raw = rawTextOf(write());
    const forms = raw.tokens.map((t) => raw.text.slice(t.start, t.end));
    expect(forms).toEqual(["I", "do", "n't", ".", "Au", "Au", "revoir", ".", "Yes"]);
  });

  it("leaves documents out", () => {
    expect(rawTextOf(write(), (d) => d === "b").text).toBe("Yes");
  });
});

describe("span F1", () => {
  const span = (start: number, end: number): { start: number; end: number } => ({ start, end });

  it("counts a span once and only when both ends agree", () => {
    const score = spanF1([span(0, 2), span(2, 4)], [span(0, 2), span(0, 2), span(2, 5)]);
    expect(score.right).toBe(1);
    expect(score.precision).toBeCloseTo(33.33, 1);
    expect(score.recall).toBe(50);
  });

  it("is zero for nothing", () => {
    expect(spanF1([span(0, 1)], []).f1).toBe(0);
  });
});
