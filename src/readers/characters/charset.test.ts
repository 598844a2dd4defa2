import { expect, test } from "vitest";
import { charsetOf, decodeBytes } from "./charset.ts";

const bytes = (...codes: readonly number[]): Uint8Array => new Uint8Array(codes);
const utf16 = (text: string): Uint8Array => Buffer.from(text, "utf16le");
const utf32 = (text: string): Uint8Array => Buffer.from([...text].flatMap((c) => [0, 0, 0, c.charCodeAt(0)]));
const latin = (text: string): Uint8Array => Buffer.from(text, "latin1");

test.each<[string, Uint8Array, string | undefined, string, string]>([
  ["a mark of UTF-8", Buffer.from("\uFEFFCafé"), undefined, "utf-8", "Café"],
  ["a mark of UTF-16", Buffer.concat([bytes(0xff, 0xfe), utf16("Café")]), undefined, "utf-16le", "Café"],
  ["UTF-16 without a mark", utf16("Norland expelled two"), undefined, "utf-16le", "Norland expelled two"],
  ["UTF-32 without a mark", utf32("Norland expelled"), undefined, "utf-32be", "Norland expelled"],
  ["a header", latin("Caf\xe9"), "text/html; charset=iso-8859-1", "windows-1252", "Café"],
  [
    "an XML declaration",
    latin('<?xml version="1.0" encoding="koi8-r"?><a>\xcd</a>'),
    undefined,
    "koi8-r",
    '<?xml version="1.0" encoding="koi8-r"?><a>м</a>',
  ],
  [
    "a meta element",
    latin('<meta charset="windows-1251"><p>\xcc'),
    undefined,
    "windows-1251",
    '<meta charset="windows-1251"><p>М',
  ],
  [
    "a UTF-8 that does not hold",
    latin('<meta charset="utf-8"><p>Caf\xe9 in Quena'),
    undefined,
    "windows-1252",
    '<meta charset="utf-8"><p>Café in Quena',
  ],
  ["plain UTF-8", Buffer.from("Café"), undefined, "utf-8", "Café"],
  ["a set that nobody knows", Buffer.from("Café"), "text/html; charset=x-none", "utf-8", "Café"],
])("is found by %s", (_, input, contentType, name, text) => {
  const charset = charsetOf(input, contentType);
  expect(charset.name).toBe(name);
  expect(decodeBytes(input, charset.name)).toBe(text);
});

test("of Russian in one byte a letter is found by statistics", () => {
  const words = "Президент встретился с министром иностранных дел и обсудил положение в стране";
  const coded = Buffer.from([...words].map((c) => (c === " " ? 32 : c.charCodeAt(0) - 0x0410 + 0xc0)));
  expect(decodeBytes(coded, charsetOf(coded).name)).toBe(words);
});
