import { Readability } from "@mozilla/readability";
import { furniture } from "../sources/source-tables.ts";
import type { PageDocument, PageElement } from "./dom.ts";
import { textOfHtml } from "./html-text.ts";

const ALWAYS =
  "script, style, noscript, template, iframe, object, embed, form, dialog, nav, aside, footer, figcaption, button, [hidden], [aria-hidden=true], [role=navigation], [role=complementary], [role=contentinfo], [role=dialog], [role=search]";
/** An element that holds more of the page's words than this is the page, whatever its class says. */
const LARGEST_FURNITURE = 0.3;
/** A paragraph of links alone leads elsewhere. */
const LINK_SHARE = 0.8;
/** Readability gives up below so many letters; agency briefs have two sentences. */
const FEWEST_LETTERS = 80;

/**
 * The article of a page without what stands around it. The page is cleared of furniture that shows by its element, its class or
 * its words, then Readability chooses; where it chooses nothing, all paragraphs that are left are the article. The document is
 * changed.
 */
export function mainText(document: PageDocument, title: string | null): string {
  clear(document);
  const paragraphs = paragraphsOf(document);
  const chosen = chosenBy(document);
  const text = chosen.length >= FEWEST_LETTERS ? chosen : paragraphs;
  return withoutFurniture(text, title);
}

/** The library's choice as text, "" where it makes none. */
function chosenBy(document: PageDocument): string {
  try {
    const article = new Readability(document, { charThreshold: FEWEST_LETTERS, keepClasses: false }).parse();
    return article?.content ? textOfHtml(article.content) : "";
  } catch (error) {
    // It climbs past the top of trees whose article has no parent (Readability 0.6.0, line 1382): then it has chosen nothing.
    if (!(error instanceof TypeError)) throw error;
    return "";
  }
}

function clear(document: PageDocument): void {
  const words = document.body?.textContent?.length ?? 0;
  const { classes } = furniture();
  for (const element of document.querySelectorAll(ALWAYS)) if (!holdsThePage(element, words)) element.remove();
  for (const element of document.querySelectorAll("[class], [id]")) {
    const name = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
    if (classes.test(name) && !/^(?:body|main|article|html)$/i.test(element.tagName) && !holdsThePage(element, words))
      element.remove();
  }
  for (const list of document.querySelectorAll("ul, ol, p, div, center, td, h2, h3, h4, h5"))
    if (isOnlyLinks(list)) list.remove();
}

function holdsThePage(element: PageElement, words: number): boolean {
  return (element.textContent?.length ?? 0) > words * LARGEST_FURNITURE && element.querySelector("p") !== null;
}

function isOnlyLinks(element: PageElement): boolean {
  const all = element.textContent?.trim().length ?? 0;
  if (all === 0 || all > 2000) return false;
  const linked = [...element.querySelectorAll("a")].reduce((sum, a) => sum + (a.textContent?.trim().length ?? 0), 0);
  return linked / all > LINK_SHARE;
}

function paragraphsOf(document: PageDocument): string {
  const paragraphs = [...document.querySelectorAll("p")].map((p) => p.textContent?.replace(/\s+/g, " ").trim() ?? "");
  const found = paragraphs.filter((p) => p.length > 0).join("\n\n");
  return found.length >= FEWEST_LETTERS ? found : textOfHtml(document.body?.innerHTML ?? "");
}

/** Takes out the paragraphs that every page of a paper has, and the headline where it stands again above the text. */
function withoutFurniture(text: string, title: string | null): string {
  const { paragraphs: patterns } = furniture();
  const plain = (s: string): string =>
    s
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  const headline = plain(title ?? "");
  const paragraphs = text
    .split("\n\n")
    .filter((p, i) => !patterns.some((f) => f.test(p.trim())) && !(i < 3 && headline !== "" && plain(p) === headline));
  return paragraphs.join("\n\n").trim();
}
