import { expect, it } from "vitest";
import { retryAfter } from "./retry-after.ts";

const NOW = Date.parse("2024-05-10T12:00:00Z");

it.each([
  ["120", NOW + 120_000],
  [" 0 ", NOW],
  ["Fri, 10 May 2024 12:05:00 GMT", NOW + 300_000],
  ["Fri, 10 May 2024 11:00:00 GMT", NOW],
  ["-5", null],
  ["soon", null],
  ["1e9", null],
  ["", null],
  [undefined, null],
])("reads Retry-After %j", (header, expected) => expect(retryAfter(header, NOW)).toBe(expected));
