import { type Publisher, publishers } from "./source-tables.ts";

/** The publisher of a report by its name or address; null for one that the table lacks. */
export function publisherOf(source: string | null, url: string | null): Publisher | null {
  const { byName } = publishers();
  const host = hostOf(url);
  const named =
    source === null ? null : (byName.get(source.trim().toLowerCase()) ?? byHostOf(source.trim().toLowerCase()));
  return named ?? (host === null ? null : byHostOf(host));
}

/** "edition.cnn.com" is "cnn.com", unless the table knows it by itself. */
function byHostOf(host: string): Publisher | null {
  const { byHost } = publishers();
  let name = host.replace(/^www\d?\./, "");
  for (;;) {
    const found = byHost.get(name);
    if (found) return found;
    const dot = name.indexOf(".");
    if (dot < 0) return null;
    name = name.slice(dot + 1);
  }
}

export function hostOf(url: string | null): string | null {
  return url !== null && /^https?:/i.test(url) && URL.canParse(url) ? new URL(url).hostname.toLowerCase() : null;
}
