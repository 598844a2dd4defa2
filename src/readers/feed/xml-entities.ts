import { textOfHtml } from "../html/html-text.ts";

/** Entities that XML knows itself; the parser undoes them. */
const OWN: ReadonlySet<string> = new Set(["amp", "lt", "gt", "quot", "apos"]);
/** A short text without marks is all that a declared entity may stand for: nothing can grow by it. */
const DECLARATION = /<!ENTITY\s+([\w.-]{1,40})\s+(["'])([^&<%"']{0,200})\2\s*>/g;
const REFERENCE = /&([a-z][\w.-]{1,40});/gi;
const MAX_REFERENCES = 10_000;

/** Windows characters at the places of control characters, which old tools wrote as they were; 0x80 to 0x9f. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * Undoes the named entities of HTML, which feeds use without declaring them, and the plain ones that a feed declares; puts
 * Windows characters where control characters stand.
 */
export function withoutEntities(xml: string): string {
  const declared = new Map([...xml.slice(0, 20_000).matchAll(DECLARATION)].map((m) => [m[1], m[3]]));
  let count = 0;
  return xml
    .replace(REFERENCE, (whole, name: string) => {
      if (OWN.has(name)) return whole;
      const value = declared.get(name);
      if (value !== undefined) return ++count > MAX_REFERENCES ? whole : value;
      const shown = NAMED.get(name) ?? textOfEntity(name);
      return shown === whole ? whole : shown;
    })
    .replace(/[\u0080-\u009f]/g, (c) => WINDOWS[c.charCodeAt(0) - 0x80] ?? c);
}

/** Filled as entities are met: there are two thousand, and a feed has a few. */
const NAMED = new Map<string, string>([["nbsp", "\u00a0"]]);
const MAX_NAMED = 3000;

function textOfEntity(name: string): string {
  const shown = textOfHtml(`<pre>.&${name};.</pre>`).slice(1, -1);
  const value = shown === "" ? " " : escaped(shown);
  if (NAMED.size < MAX_NAMED) NAMED.set(name, shown === `&${name};` ? `&${name};` : value);
  return NAMED.get(name) ?? value;
}

function escaped(text: string): string {
  return text.startsWith("&") && text.length > 1 ? text : text.replace("&", "&amp;").replace("<", "&lt;");
}
