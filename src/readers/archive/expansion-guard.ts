import { AppError } from "../../core/errors.ts";
import { EXPANSION_BYTES_FREE, MAX_EXPANDED_BYTES, MAX_EXPANSION_RATIO } from "../limits.ts";

/** Counts packed and unpacked bytes and stops an archive that is made to fill the memory or the disk. */
export class ExpansionGuard {
  private packed = 0;
  private unpacked = 0;
  private readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  takeIn(bytes: number): void {
    this.packed += bytes;
  }

  giveOut(bytes: number): void {
    this.unpacked += bytes;
    const ratio = this.unpacked / Math.max(1, this.packed);
    if (this.unpacked <= EXPANSION_BYTES_FREE) return;
    if (ratio > MAX_EXPANSION_RATIO || this.unpacked > MAX_EXPANDED_BYTES)
      throw new AppError("INPUT_BOMB", {
        path: this.path,
        size: (this.unpacked / 1_000_000).toFixed(0),
        ratio: ratio.toFixed(0),
        limit: MAX_EXPANSION_RATIO,
      });
  }
}
