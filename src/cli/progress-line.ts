const INTERVAL_MS = 500;
/** Short runs need no progress line. */
const QUIET_MS = 2000;

/** A line on a terminal's stderr that counts reports and their rate; silent in a pipe and on short runs. */
export class ProgressLine {
  private readonly started = performance.now();
  private last = 0;
  private shown = false;

  step(done: number, what: string): void {
    if (!process.stderr.isTTY) return;
    const now = performance.now();
    if (now - this.started < QUIET_MS || now - this.last < INTERVAL_MS) return;
    this.last = now;
    this.shown = true;
    const rate = done / ((now - this.started) / 1000);
    process.stderr.write(`\r\u001b[K${done.toLocaleString("en")} ${what}, ${rate.toFixed(0)} a second`);
  }

  clear(): void {
    if (this.shown) process.stderr.write("\r\u001b[K");
  }
}
