import { closeSync, mkdirSync, openSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** A file that is written piece by piece: a killed run leaves the old file or the new one, and memory stays flat. */
export class LineFile {
  private readonly path: string;
  private readonly descriptor: number;

  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.path = path;
    this.descriptor = openSync(`${path}.part`, "w");
  }

  write(content: string | Uint8Array): void {
    // Goes on where the last write ended, and writes all of it: writeSync may write less.
    writeFileSync(this.descriptor, content);
  }

  finish(): void {
    closeSync(this.descriptor);
    renameSync(`${this.path}.part`, this.path);
  }
}
