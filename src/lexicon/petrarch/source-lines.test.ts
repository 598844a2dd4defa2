import { describe, expect, it } from "vitest";
import { decodeDictionary, sourceLines } from "./source-lines.ts";

const read = (content: string): unknown =>
  sourceLines("d", content).map(({ line, text, brackets }) => [line, text.trim(), ...brackets]);

describe("sourceLines", () => {
  it.each([
    ["a comment with #", "HAIL [051] # somebody, 1991", [[1, "HAIL", "051"]]],
    ["a comment with ;", "HAIL [051] ;somebody; 1991", [[1, "HAIL", "051"]]],
    ["[###] is no comment", "- * POLL [###] ;x", [[1, "- * POLL", "###"]]],
    ["markup within a line", "HAIL <!-- note --> [051]", [[1, "HAIL", "051"]]],
    ["markup over lines", "A [051]\n<!-- one\ntwo --> B [052]", [[1, "A", "051"], [3, "B", "052"]]],
    ["several codes on a line", "A_ [X 900101-910101][Y]", [[1, "A_", "X 900101-910101", "Y"]]],
    ["a code closed with the wrong bracket", "A [~ENV}", [[1, "A", "~ENV"]]],
    ["carriage returns", "A [051]\r\nB [052]\r\n", [[1, "A", "051"], [2, "B", "052"]]],
    ["nothing but comments", "# a\n\n   \n; b", []],
  ])("reads %s", (_, content, expected) => {
    expect(read(content)).toEqual(expected);
  }); // prettier-ignore

  it("keeps a heading in number signs as the start of a block", () => {
    expect(sourceLines("d", "### GRANT ###\n# plain comment")).toMatchObject([{ line: 1, heading: true, text: "" }]);
  });
});

describe("decodeDictionary", () => {
  it("writes curly quotes and invisible characters plainly", () => {
    expect(decodeDictionary(new TextEncoder().encode("D\u2019ESCOTO\u00A0\u200BX"))).toBe("D'ESCOTO X");
  });

  it("reads UTF-8, and the Windows alphabet of old files", () => {
    expect(decodeDictionary(new TextEncoder().encode("WÖRNER"))).toBe("WÖRNER");
    expect(decodeDictionary(Uint8Array.from([0x57, 0xd6, 0x52]))).toBe("WÖR");
  });
});
