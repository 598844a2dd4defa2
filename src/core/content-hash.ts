import { createHash } from "node:crypto";

/** A stable identifier of content: the first `digits` hexadecimal digits of the SHA-256 of the parts. */
export function contentHash(parts: readonly string[], digits = 16): string {
  const hash = createHash("sha256");
  // A separator that no text holds keeps ["ab", "c"] apart from ["a", "bc"].
  for (const p of parts) hash.update(p).update("\u0000");
  return hash.digest("hex").slice(0, digits);
}
