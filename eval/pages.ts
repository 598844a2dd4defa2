/** Main text and publication date of pages of our own making, beside what the library finds alone. */
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { dayOf } from "../src/readers/dates/read-day.ts";
import { publicationDate } from "../src/readers/dates/publication-date.ts";
import type { PageDocument } from "../src/readers/html/dom.ts";
import { readPage } from "../src/readers/html/read-page.ts";
import { ErrorCounter } from "./error-counter.ts";
import { f1Of, type ItemCounts } from "./item-counts.ts";
import { ARTICLES, type PageArticle } from "./page-articles.ts";
import { type PageTemplate, TEMPLATES } from "./page-templates.ts";
import type { EvalSet, SetReport } from "./set-report.ts";

const F1_FLOOR = 97;
const DATE_FLOOR = 95;

interface Answer {
  readonly text: string;
  readonly date: string | null;
}

export const PAGES: EvalSet = {
  name: "pages",
  title: `Main text and date of ${TEMPLATES.length * ARTICLES.length} pages of our own making (eval/page-templates.ts)`,
  run: () => scorePages("pages"),
};

function scorePages(set: string): SetReport {
  const errors = new ErrorCounter();
  const ours: ItemCounts[] = [];
  const plain: ItemCounts[] = [];
  const dates = { ours: 0, plain: 0, all: 0 };
  for (const template of TEMPLATES)
    for (const article of ARTICLES) {
      const html = template.build(article);
      const [own, library] = [ourAnswer(html), libraryAnswer(html)];
      const expected = expectedText(article, template);
      const counts = wordCounts(own.text, expected);
      ours.push(counts);
      plain.push(wordCounts(library.text, expected));
      if (counts.right < counts.gold) errors.add(`${template.name}: text lost`, expected.slice(0, 80));
      if (counts.right < counts.coded) errors.add(`${template.name}: furniture kept`, own.text.slice(0, 80));
      const date = template.dated ? article.date : null;
      dates.all++;
      if (own.date === date) dates.ours++;
      else errors.add(`${template.name}: date`, `${own.date ?? "none"} for ${date ?? "none"}`);
      if (library.date === date) dates.plain++;
    }
  const share = (n: number): number => (100 * n) / dates.all;
  return {
    set,
    title: PAGES.title,
    figures: [
      { name: "main-text F1 (words)", value: f1Of(ours), unit: "%", of: ours.length, floor: F1_FLOOR },
      { name: "main-text F1, library alone", value: f1Of(plain), unit: "%", of: plain.length },
      { name: "dates right", value: share(dates.ours), unit: "%", of: dates.all, floor: DATE_FLOOR },
      { name: "dates right, library alone", value: share(dates.plain), unit: "%", of: dates.all },
    ],
    tables: [],
    errors: errors.list(),
    failures: [],
    notes: ["templates and rules are by the same hands: the figures show what is handled, not what the open web holds"],
  };
}

function ourAnswer(html: string): Answer {
  const draft = readPage(html, { path: "page", line: 1 });
  if ("code" in draft) return { text: "", date: null };
  return { text: draft.text, date: publicationDate(draft, null)?.date ?? null };
}

/** The library with its own settings, on the same document. */
function libraryAnswer(html: string): Answer {
  // The library's own document type names the platform's, which is not there.
  const parsed: { readonly document: PageDocument } = parseHTML(html) as never;
  const { document } = parsed;
  const article = new Readability(document).parse();
  return { text: article?.textContent ?? "", date: article?.publishedTime ? dayOf(article.publishedTime) : null };
}

/** The agency's dateline is text of the article. */
function expectedText(article: PageArticle, template: PageTemplate): string {
  const text = article.paragraphs.join("\n\n");
  return template.name === "agency dateline" ? `QUENA (Lake Press) ${text}` : text;
}

/** Words in common, each as often as it stands in both. */
function wordCounts(text: string, expected: string): ItemCounts {
  const [found, gold] = [wordsOf(text), wordsOf(expected)];
  const left = new Map<string, number>();
  for (const word of gold) left.set(word, (left.get(word) ?? 0) + 1);
  let right = 0;
  for (const word of found) {
    const n = left.get(word) ?? 0;
    if (n > 0) right++;
    left.set(word, n - 1);
  }
  return { right, gold: gold.length, coded: found.length };
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
