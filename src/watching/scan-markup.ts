export type MarkupToken =
  | { readonly kind: "text"; readonly text: string; readonly at: number }
  | { readonly kind: "cdata"; readonly text: string; readonly at: number }
  | { readonly kind: "open"; readonly name: string; readonly attributes: string; readonly at: number }
  | { readonly kind: "close"; readonly name: string; readonly at: number }
  /** A tag, comment or quotation that never ends; what follows is not read. */
  | { readonly kind: "broken"; readonly at: number };

/** Elements of HTML whose content is no markup. Nothing in them is ever run. */
const RAW_ELEMENTS: ReadonlySet<string> = new Set(["script", "style", "textarea", "noscript", "iframe", "template"]);

const TAG_NAME = /<(\/?)([a-z][^\s/>]*)/iy;

/**
 * The tags and texts of XML or HTML, in one pass whose time grows with the length alone. Entities are left as they stand, those that a
 * document declares are never expanded, and nothing outside of the document is looked at.
 */
export function* scanMarkup(markup: string): Generator<MarkupToken> {
  let at = 0;
  while (at < markup.length) {
    const open = markup.indexOf("<", at);
    if (open < 0 || open > at) yield { kind: "text", text: markup.slice(at, open < 0 ? undefined : open), at };
    if (open < 0) return;
    const special = specialAt(markup, open);
    if (special) {
      if (special.end < 0) {
        yield { kind: "broken", at: open };
        return;
      }
      if (special.cdata !== null) yield { kind: "cdata", text: special.cdata, at: open };
      at = special.end;
      continue;
    }
    TAG_NAME.lastIndex = open;
    const [, slash, tagName = ""] = TAG_NAME.exec(markup) ?? [];
    if (slash === undefined) {
      yield { kind: "text", text: "<", at: open };
      at = open + 1;
      continue;
    }
    const end = tagEnd(markup, TAG_NAME.lastIndex);
    if (end < 0) {
      yield { kind: "broken", at: open };
      return;
    }
    const name = tagName.toLowerCase();
    if (slash) yield { kind: "close", name, at: open };
    else yield { kind: "open", name, attributes: markup.slice(open + 1 + name.length, end), at: open };
    at = end + 1;
    if (!slash && RAW_ELEMENTS.has(name) && markup[end - 1] !== "/") at = rawEnd(markup, at, name);
  }
}

/** The value of an attribute, its entities as they stand; null when it is not there. */
export function attributeOf(attributes: string, name: string): string | null {
  const pairs = attributes.matchAll(/([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g);
  for (const [, key, double, single, bare] of pairs)
    if (key?.toLowerCase() === name) return double ?? single ?? bare ?? "";
  return null;
}

/** Comments, CDATA, processing instructions and declarations; `end` is -1 when one never ends. */
function specialAt(markup: string, at: number): { readonly end: number; readonly cdata: string | null } | null {
  if (markup.startsWith("<!--", at)) return { end: after(markup, "-->", at + 4), cdata: null };
  if (markup.startsWith("<![CDATA[", at)) {
    const end = after(markup, "]]>", at + 9);
    return { end, cdata: end < 0 ? null : markup.slice(at + 9, end - 3) };
  }
  if (markup.startsWith("<?", at)) return { end: after(markup, ">", at + 2), cdata: null };
  if (!markup.startsWith("<!", at)) return null;
  const close = after(markup, ">", at + 2);
  const subset = markup.slice(at, close < 0 ? undefined : close).includes("[");
  return { end: subset ? after(markup, "]>", at + 2) : close, cdata: null };
}

function after(markup: string, what: string, from: number): number {
  const found = markup.indexOf(what, from);
  return found < 0 ? -1 : found + what.length;
}

/** Where the tag ends; a ">" in quotation marks is part of a value. */
function tagEnd(markup: string, from: number): number {
  let before = "";
  for (let i = from; i < markup.length; i++) {
    const c = markup[i] ?? "";
    if (c === ">") return i;
    if ((c === '"' || c === "'") && before === "=") {
      i = markup.indexOf(c, i + 1);
      if (i < 0) return -1;
    }
    if (!/\s/.test(c)) before = c;
  }
  return -1;
}

/** Where the content of a raw element ends: at its end tag, else at the end of the document. */
function rawEnd(markup: string, from: number, name: string): number {
  const close = new RegExp(`</${name}(?=[\\s/>])`, "ig");
  close.lastIndex = from;
  return close.exec(markup)?.index ?? markup.length;
}
