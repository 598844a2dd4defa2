import { decodeHTML } from "entities";
import { scanMarkup } from "./scan-markup.ts";

/** Elements that stand in the line; every other tag ends one. */
const INLINE: ReadonlySet<string> = new Set(
  "a abbr b bdi bdo cite code data dfn em font i img ins kbd mark q s samp script small span strong style sub sup time tt u var wbr".split(
    " ",
  ),
);

/** The text of a piece of HTML, a line for each block. */
export function markupText(markup: string): string {
  let text = "";
  for (const token of scanMarkup(markup)) {
    if (token.kind === "text" || token.kind === "cdata") text += token.text.replace(/\s+/g, " ");
    else if ((token.kind === "open" || token.kind === "close") && !INLINE.has(token.name)) text += "\n";
  }
  return tidyLines(decodeHTML(text));
}

/** Lines without the blanks at their ends, empty ones left out. */
export function tidyLines(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}
