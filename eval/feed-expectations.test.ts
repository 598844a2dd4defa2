import { expect, test } from "vitest";
import { feedCase } from "./feed-expectations.ts";
import { PAGES } from "./pages.ts";

test.each<[string, readonly object[]]>([
  ["not bozo and feed['title'] == 'A \\xe1'", [{ field: "feed.title", value: "A á" }]],
  [
    `entries[0]['content'][0]['value'] == u"It's and so"`,
    [{ field: "entries.0.content.0.value", value: "It's and so" }],
  ],
  [
    "feed['updated_parsed'] == (2024, 5, 10, 8, 0, 0, 4, 131, 0)",
    [{ field: "feed.updated_parsed", value: [2024, 5, 10, 8, 0, 0, 4, 131, 0] }],
  ],
  ["(feed['a'] == 'x') and (feed['b'] == 'y')", [{ field: "feed.a", value: "x" }, { field: "feed.b", value: "y" }]], // prettier-ignore
  ["not bozo", []],
])("reads %s", (expression, expectations) => {
  const { headers, expectations: found } = feedCase(
    `<!--\nHeader: Content-type: text/xml\nExpect: ${expression}\n--><rss/>`,
  );
  expect(found).toEqual(expectations);
  expect(headers).toEqual({ "content-type": "text/xml" });
});

test("pages of our own keep their floors", () => {
  const report = PAGES.run({ data: "", root: "", coder: undefined as never });
  if ("absent" in report) throw new Error(report.absent);
  for (const { name, value, floor } of report.figures) expect(value, name).toBeGreaterThanOrEqual(floor ?? 0);
});
