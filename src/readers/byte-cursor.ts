const NEWLINE = 0x0a;

/** Takes lines and blocks off a stream of bytes and keeps no more than it must. */
export class ByteCursor {
  private readonly source: AsyncIterator<Uint8Array>;
  private held: Uint8Array = new Uint8Array(0);
  private ended = false;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.source = chunks[Symbol.asyncIterator]();
  }

  /** The next line with its line feed; null at the end. A line beyond the limit is given out in pieces. */
  async line(limit: number): Promise<Uint8Array | null> {
    let searched = 0;
    for (;;) {
      const at = this.held.indexOf(NEWLINE, searched);
      if (at >= 0 && at < limit) return this.take(at + 1);
      if (this.held.length >= limit) return this.take(limit);
      searched = this.held.length;
      if (!(await this.more())) return this.held.length ? this.take(this.held.length) : null;
    }
  }

  /** So many bytes; fewer only at the end. */
  async block(size: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let missing = size;
    while (missing > 0 && (this.held.length > 0 || (await this.more()))) {
      const part = this.take(Math.min(missing, this.held.length));
      parts.push(part);
      missing -= part.length;
    }
    return Buffer.concat(parts);
  }

  /** Passes over so many bytes and gives the number that were there. */
  async skip(size: number): Promise<number> {
    let missing = size;
    while (missing > 0 && (this.held.length > 0 || (await this.more())))
      missing -= this.take(Math.min(missing, this.held.length)).length;
    return size - missing;
  }

  /** Ends the stream behind, which closes its file. */
  async close(): Promise<void> {
    await this.source.return?.();
  }

  private take(size: number): Uint8Array {
    const part = this.held.subarray(0, size);
    this.held = this.held.subarray(size);
    return part;
  }

  private async more(): Promise<boolean> {
    if (this.ended) return false;
    const next = await this.source.next();
    if (next.done) {
      this.ended = true;
      return false;
    }
    this.held = this.held.length === 0 ? next.value : Buffer.concat([this.held, next.value]);
    return true;
  }
}
