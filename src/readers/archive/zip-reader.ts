import { inflateRawSync } from "node:zlib";
import type { Issue } from "../../core/errors.ts";
import { inputOf, memberPlace, readWhole } from "../bytes.ts";
import { EXPANSION_BYTES_FREE, MAX_EXPANSION_RATIO, MAX_WHOLE_FILE_BYTES } from "../limits.ts";
import type { Reader } from "../reader.ts";
import { packedBytes, type ZipEntry, zipEntries } from "./zip-directory.ts";

const STORED = 0;
const DEFLATED = 8;

/** A zip archive: every file in it is an input of its own. A file that is damaged or too large leaves the others untouched. */
export const zipReader: Reader = {
  format: "zip",
  recognises: ({ bytes }) =>
    bytes[0] === 0x50 &&
    bytes[1] === 0x4b &&
    ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6)),
  async *read(input) {
    const bytes = await readWhole(input, 2 * MAX_WHOLE_FILE_BYTES);
    const entries = zipEntries(bytes);
    if (typeof entries === "string") {
      yield { kind: "issue", issue: damaged(input.path, "the zip archive", entries) };
      return;
    }
    // Office documents are zip archives too; their parts are no reports.
    if (entries.some((e) => e.name === "[Content_Types].xml" || e.name === "META-INF/manifest.xml")) {
      yield {
        kind: "issue",
        issue: {
          code: "INPUT_KIND",
          data: { path: input.path, kind: "an office document", remedy: "save it as plain text or HTML" },
        },
      };
      return;
    }
    for (const [i, entry] of entries.entries()) {
      if (entry.name.endsWith("/") || isHidden(entry.name)) continue;
      const place = memberPlace(input, entry.name, i + 1);
      const content = unpack(bytes, entry, place.path);
      yield content instanceof Uint8Array
        ? { kind: "input", input: inputOf(content, place) }
        : { kind: "issue", issue: content };
    }
  },
};

function unpack(bytes: Uint8Array, entry: ZipEntry, path: string): Uint8Array | Issue {
  if (entry.encrypted) return damaged(path, "the file", "it is encrypted; unpack it with its password first");
  const packed = packedBytes(bytes, entry);
  if (typeof packed === "string") return damaged(path, "the file", packed);
  if (entry.method === STORED) return packed;
  if (entry.method !== DEFLATED)
    return damaged(path, "the file", `it is packed by method ${entry.method}, which is not read; pack it anew`);
  const limit = Math.min(MAX_WHOLE_FILE_BYTES, Math.max(EXPANSION_BYTES_FREE, packed.length * MAX_EXPANSION_RATIO));
  try {
    return inflateRawSync(packed, { maxOutputLength: limit });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ERR_BUFFER_TOO_LARGE")
      return {
        code: "INPUT_BOMB",
        data: {
          path,
          size: (limit / 1_000_000).toFixed(0),
          ratio: `over ${Math.floor(limit / packed.length)}`,
          limit: MAX_EXPANSION_RATIO,
        },
      };
    if (code?.startsWith("Z_") || code?.startsWith("ERR_")) return damaged(path, "the file", message);
    throw error;
  }
}

/** What operating systems put beside the files. */
function isHidden(name: string): boolean {
  return name.startsWith("__MACOSX/") || /(?:^|\/)(?:\.|Thumbs\.db$|desktop\.ini$)/.test(name);
}

function damaged(path: string, place: string, reason: string): Issue {
  return { code: "INPUT_DAMAGED", data: { path, place, reason } };
}
