import type { Chunk } from "./chunk.ts";

// All quantifiers are bounded, so that a match costs a constant at worst and a megabyte of dots stays linear.
const SCHEME = /(?:[a-z]{2,10}:\/\/|www\d?\.|mailto:)[^\s]/iy;
const MAIL = /[\p{L}\d][\p{L}\d._%+&-]{0,63}@[\p{L}\d_-]{1,63}(?:\.[\p{L}\d_-]{1,63}){0,6}/uy;
const HOST = /[\p{L}\d][\p{L}\d_-]{0,62}(?:\.[\p{L}\d_-]{1,63}){1,10}/uy;
const NEWSGROUP = /^[a-z]{2,}(?:\.[a-z-]{1,}){2,}$/;
const URL_STOP = /[<>"“”«»\s]/g;
const URL_TAIL = /[.,;:!?'’")\]}]{1,20}$/;

/** The end of the address, file name or mail address that starts at `at`, or -1. */
export function webNameEnd(chunk: Chunk, at: number): number {
  const { text } = chunk;
  if (!chunk.hasDot && !chunk.hasAt && !chunk.hasColon) return -1;
  SCHEME.lastIndex = at;
  if (SCHEME.test(text)) return urlEnd(text, at);
  if (chunk.hasAt) {
    MAIL.lastIndex = at;
    const mail = MAIL.exec(text);
    if (mail !== null) return at + mail[0].length;
  }
  return chunk.hasDot ? hostEnd(chunk, at) : -1;
}

function hostEnd(chunk: Chunk, at: number): number {
  const { text, rules } = chunk;
  HOST.lastIndex = at;
  const host = HOST.exec(text)?.[0];
  if (host === undefined) return -1;
  const end = at + host.length;
  const ending = host.slice(host.lastIndexOf(".") + 1);
  const lower = ending.toLowerCase();
  if (ending !== lower && host !== host.toUpperCase() && !rules.files.has(lower)) return -1;
  const path = text[end] === "/" && end + 1 < text.length;
  if (rules.domains.has(lower)) return path ? urlEnd(text, at) : end;
  if (rules.weakDomains.has(lower) && (path || host.indexOf(".") !== host.lastIndexOf(".")) && /\p{L}{2}/u.test(host))
    return path ? urlEnd(text, at) : end;
  return rules.files.has(lower) || NEWSGROUP.test(host) ? end : -1;
}

/** An address reaches to a quotation mark or angle bracket, less the punctuation of the sentence around it. */
function urlEnd(text: string, at: number): number {
  URL_STOP.lastIndex = at;
  const stop = URL_STOP.exec(text)?.index ?? text.length;
  const address = text.slice(at, stop);
  let tail = URL_TAIL.exec(address.slice(-20))?.[0].length ?? 0;
  // A closing bracket belongs to the address when the address opens one: wiki/Georgia_(country)
  const bracket = address.length - tail;
  if (address[bracket] === ")" && address.lastIndexOf("(", bracket) >= 0) tail--;
  return Math.max(stop - tail, at + 1);
}
