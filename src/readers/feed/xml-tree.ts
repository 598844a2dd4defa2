import { Parser } from "htmlparser2";
import { MAX_ELEMENT_DEPTH } from "../limits.ts";

/** An element of a feed. Names are lower case with the prefix that the namespace usually has, whatever prefix the feed writes. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/** Prefixes by which we know a namespace, by the address that names it (in any case, with or without the last slash). */
const NAMESPACES: Readonly<Record<string, string>> = {
  "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
  "http://purl.org/dc/elements/1.1": "dc",
  "http://purl.org/dc/elements/1.0": "dc",
  "http://purl.org/dc/terms": "dcterms",
  "http://purl.org/rss/1.0/modules/content": "content",
  "http://www.w3.org/1999/xhtml": "xhtml",
  "http://www.w3.org/2005/atom": "",
  "http://purl.org/atom/ns#": "",
  "http://example.com/newformat#": "",
  "http://example.com/necho": "",
  "http://purl.org/echo": "",
  "uri/of/echo/namespace#": "",
  "http://purl.org/pie": "",
  "http://my.netscape.com/rdf/simple/0.9": "",
  "http://purl.org/rss/1.0": "",
  "http://channel.netscape.com/rdf/simple/0.9": "",
  "http://backend.userland.com/rss": "",
  "http://blogs.law.harvard.edu/tech/rss": "",
  "http://backend.userland.com/rss2": "",
  "http://backend.userland.com/rss191": "",
  "http://purl.org/net/rss1.1#": "",
  "http://search.yahoo.com/mrss": "media",
  "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
  "http://www.w3.org/2000/svg": "svg",
  "http://www.w3.org/1998/math/mathml": "mathml",
  "http://www.w3.org/1999/xlink": "xlink",
};

/** Prefixes that mean the same in every feed, also where the feed forgot to declare them. */
const CUSTOMARY: ReadonlySet<string> = new Set(Object.values(NAMESPACES));

type Scope = ReadonlyMap<string, string>;

/**
 * A tree of whatever XML there is, by a parser that never gives up: an element left open ends with its parent, an unknown
 * entity stays as it is written. No declaration of the document type is acted upon, so no entity can grow or fetch.
 */
export function xmlTree(text: string): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, children: [] };
  const open: { readonly element: XmlElement; readonly scope: Scope }[] = [{ element: root, scope: new Map() }];
  const top = (): { readonly element: XmlElement; readonly scope: Scope } =>
    open.at(-1) ?? { element: root, scope: new Map<string, string>() };
  let tooDeep = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length > MAX_ELEMENT_DEPTH) {
          tooDeep++;
          return;
        }
        const scope = declared(attributes, top().scope);
        const element = { name: customaryName(name, scope), attributes: lowerCase(attributes), children: [] };
        top().element.children.push(element);
        open.push({ element, scope });
      },
      ontext(data) {
        top().element.children.push(data);
      },
      onclosetag() {
        if (tooDeep) tooDeep--;
        else if (open.length > 1) open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return root;
}

export function isElement(node: XmlElement | string): node is XmlElement {
  return typeof node !== "string";
}

/** Elements of one of these names right below. */
export function childrenOf(element: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  return element.children.filter((c): c is XmlElement => isElement(c) && names.includes(c.name));
}

/** All words below, without marks. */
export function wordsOf(element: XmlElement): string {
  return element.children.map((c) => (isElement(c) ? wordsOf(c) : c)).join("");
}

/** What stands in the element, written out again as markup. */
export function markupOf(element: XmlElement): string {
  return element.children.map((c) => (isElement(c) ? markupOfElement(c) : escapeText(c))).join("");
}

const VOID: ReadonlySet<string> = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

function markupOfElement(element: XmlElement): string {
  const name = element.name.replace(/^(?:xhtml|svg|mathml):/, "");
  const attributes = Object.entries(element.attributes)
    .filter(([key]) => !key.startsWith("xmlns"))
    .map(([key, value]) => ` ${key}="${escapeText(value).replaceAll('"', "&quot;")}"`)
    .join("");
  if (VOID.has(name) && element.children.length === 0) return `<${name}${attributes} />`;
  return `<${name}${attributes}>${markupOf(element)}</${name}>`;
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function declared(attributes: Readonly<Record<string, string>>, outer: Scope): Scope {
  const names = Object.entries(attributes).filter(([key]) => /^xmlns(?::|$)/i.test(key));
  if (names.length === 0) return outer;
  const own = names.map(([key, address]) => [key.slice(6).toLowerCase(), address] as const);
  return new Map([...outer, ...own]);
}

function customaryName(written: string, scope: Scope): string {
  const [prefix, local] = written.includes(":")
    ? (written.toLowerCase().split(/:(.*)/s) as [string, string])
    : ["", written.toLowerCase()];
  const address = scope.get(prefix)?.toLowerCase().replace(/\/$/, "");
  if (address === undefined || address === "") return prefix === "" ? local : `${prefix}:${local}`;
  const known = NAMESPACES[address];
  if (known !== undefined) return known === "" ? local : `${known}:${local}`;
  // A namespace that nobody knows must not pass for ours by its prefix; as the default one it is mostly a misspelt address.
  if (prefix === "") return local;
  return CUSTOMARY.has(prefix) ? `other-${prefix}:${local}` : `${prefix}:${local}`;
}

function lowerCase(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), value]));
}
