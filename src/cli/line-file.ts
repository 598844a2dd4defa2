import { closeSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** A file that is written line by line: a killed run leaves the old file or the new one, and memory stays flat. */
export class LineFile {
  private readonly path: string;
  private readonly descriptor: number;

  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.path = path;
    this.descriptor = openSync(`${path}.part`, "w");
  }

  write(line: string): void {
    writeSync(this.descriptor, line);
  }

  finish(): void {
    closeSync(this.descriptor);
    renameSync(`${this.path}.part`, this.path);
  }
}
