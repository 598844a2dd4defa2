import { Parser } from "htmlparser2";

/** How large a page is for the parsers that go down it by recursion. */
export interface PageShape {
  readonly elements: number;
  readonly depth: number;
}

const VOID: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);

/** Counts a page's elements and how deep they lie in one another, without building anything. */
export function shapeOf(html: string): PageShape {
  let [elements, depth, deepest] = [0, 0, 0];
  new Parser({
    onopentag(name) {
      elements++;
      if (!VOID.has(name)) deepest = Math.max(deepest, ++depth);
    },
    onclosetag(name) {
      if (!VOID.has(name)) depth--;
    },
  }).end(html);
  return { elements, depth: deepest };
}
