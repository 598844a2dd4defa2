const REPLACEMENT = 0xfffd;
const LAST = 0x10ffff;

/** UTF-32, which the platform's decoder leaves out; what is no character becomes U+FFFD. */
export function decodeUtf32(bytes: Uint8Array, end: "little" | "big"): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let i = 0; i + 4 <= bytes.length; i += 4) {
    const code = view.getUint32(i, end === "little");
    if (i === 0 && code === 0xfeff) continue;
    const valid = code <= LAST && !(code >= 0xd800 && code <= 0xdfff);
    parts.push(String.fromCodePoint(valid ? code : REPLACEMENT));
  }
  return parts.join("");
}
