import { Parser } from "htmlparser2";

/** Elements that begin and end a paragraph. */
const BLOCKS: ReadonlySet<string> = new Set(
  "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody tfoot thead tr ul".split(
    " ",
  ),
);
/** Elements whose content is no text of the page. */
const SILENT: ReadonlySet<string> = new Set(
  "script style noscript template head title svg math canvas audio video select textarea button map".split(" "),
);

/**
 * The text of HTML: a paragraph a line, a blank line between them. No script runs and nothing is fetched; what is broken is read
 * as far as it goes. Works on events without a tree, so that neither depth nor size matters.
 */
export function textOfHtml(html: string): string {
  const paragraphs: string[] = [];
  let line = "";
  let silent = 0;
  let silentName = "";
  const flush = (): void => {
    const text = line
      .replace(/[^\S\u00a0\n]+/g, " ")
      .replaceAll("\u00a0", " ")
      .replace(/ *\n */g, "\n")
      .trim();
    if (text) paragraphs.push(text);
    line = "";
  };
  const parser = new Parser({
    onopentag(name) {
      if (silent) silent += name === silentName ? 1 : 0;
      else if (SILENT.has(name)) [silent, silentName] = [1, name];
      else if (BLOCKS.has(name)) flush();
      else if (name === "br") line += "\n";
      else if (name === "td" || name === "th") line += " ";
    },
    ontext(text) {
      // A line break of the source is a space of the page.
      if (!silent) line += text.replace(/[\r\n\t]+/g, " ");
    },
    onclosetag(name) {
      if (silent) silent -= name === silentName ? 1 : 0;
      else if (BLOCKS.has(name)) flush();
    },
  });
  parser.end(html);
  flush();
  return paragraphs.join("\n\n");
}

/** A title or name on one line, marks and entities undone. */
export function lineOfHtml(html: string): string {
  return textOfHtml(html).replace(/\s+/g, " ").trim();
}
