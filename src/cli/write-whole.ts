import { LineFile } from "./line-file.ts";

/** Writes a file, and the folders above it: a killed run leaves the old file or the new one, never half of one. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const file = new LineFile(path);
  file.write(content);
  file.finish();
}
