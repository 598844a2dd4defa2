/** The feedparser suite states in a comment of each file what its parser gives, as a Python expression. */

export type Expected = string | number | readonly number[];

export interface FeedExpectation {
  /** "feed.title", "entries.0.link", "encoding". */
  readonly field: string;
  readonly value: Expected;
}

export interface FeedCase {
  readonly headers: Readonly<Record<string, string>>;
  readonly expectations: readonly FeedExpectation[];
}

/** Reads header and expectations out of a file's comment; expressions other than comparisons with a value are left out. */
export function feedCase(text: string): FeedCase {
  const comment = /<!--([^]*?)-->/.exec(text)?.[1] ?? "";
  const headers = [...comment.matchAll(/^\s*Header:\s*([\w-]+)\s*:\s*(.*)$/gm)].map(
    (m) => [(m[1] ?? "").toLowerCase(), m[2] ?? ""] as const,
  );
  const expression = /^\s*Expect:\s*(.*)$/m.exec(comment)?.[1] ?? "";
  const parts = expression.split(/ and (?=(?:[^'"]|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")*$)/);
  return {
    headers: Object.fromEntries(headers),
    expectations: parts.flatMap((part) => comparison(part.trim().replace(/^\((.*)\)$/, "$1"))),
  };
}

function comparison(part: string): readonly FeedExpectation[] {
  const m = /^((?:feed|entries|encoding|version)[^=!]*?)\s*==\s*(.*)$/.exec(part);
  if (!m) return [];
  const value = literal((m[2] ?? "").trim());
  const field = (m[1] ?? "").replace(/\[u?['"]?([\w-]+)['"]?\]/g, ".$1");
  return value === null ? [] : [{ field, value }];
}

/** A Python string, number or tuple of numbers. */
function literal(written: string): Expected | null {
  const string = /^u?(['"])([^]*)\1$/.exec(written);
  if (string) return unescaped(string[2] ?? "");
  if (/^\(\s*\d+(?:\s*,\s*\d+)*\s*\)$/.test(written)) return written.slice(1, -1).split(",").map(Number);
  return /^\d+$/.test(written) ? Number(written) : null;
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r" };

function unescaped(text: string): string {
  return text.replace(
    /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|([^]))/gi,
    (_, x?: string, u?: string, long?: string, c?: string) => {
      const code = x ?? u ?? long;
      return code === undefined ? (ESCAPES[c ?? ""] ?? c ?? "") : String.fromCodePoint(parseInt(code, 16));
    },
  );
}
