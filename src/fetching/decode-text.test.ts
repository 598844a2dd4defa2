import { describe, expect, it } from "vitest";
import { decodeText } from "./decode-text.ts";

const latin = (text: string): Uint8Array => Buffer.from(text, "latin1");
const utf8 = (text: string): Uint8Array => Buffer.from(text, "utf8");

describe("the encoding of a body", () => {
  it.each([
    ["UTF-8 without a word", utf8("Bogotá"), "text/xml", "Bogotá"],
    ["what the answer says", latin("Bogotá"), "text/xml; charset=iso-8859-1", "Bogotá"],
    ["quoted, any case", latin("Bogotá"), 'text/html; Charset="ISO-8859-1"', "Bogotá"],
    [
      "what the XML says",
      latin(`<?xml version="1.0" encoding="iso-8859-1"?>á`),
      "text/xml",
      `<?xml version="1.0" encoding="iso-8859-1"?>á`,
    ],
    ["what the page says", latin(`<meta charset=windows-1252>á`), "text/html", `<meta charset=windows-1252>á`],
    ["UTF-8 announced, Latin sent", latin("Bogotá"), "text/html; charset=utf-8", "Bogotá"],
    [
      "UTF-8 announced, another declared",
      latin(`<meta charset="windows-1250">\xf8`),
      "text/html; charset=utf-8",
      `<meta charset="windows-1250">ř`,
    ],
    ["no such encoding", utf8("Bogotá"), "text/html; charset=klingon", "Bogotá"],
    ["a byte order mark before all", utf8("\uFEFFBogotá"), "text/html; charset=iso-8859-1", "Bogotá"],
    ["UTF-16 by its mark", new Uint8Array([0xff, 0xfe, 0x41, 0, 0xe1, 0]), "text/xml; charset=utf-8", "Aá"],
    ["UTF-16, the other way", new Uint8Array([0xfe, 0xff, 0, 0x41]), "", "A"],
    ["nothing", new Uint8Array(), "", ""],
  ])("%s", (_case, body, type, text) => expect(decodeText(body, type)).toBe(text));
});
