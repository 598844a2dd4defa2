const INTERVAL_MS = 500;
/** Short runs need no progress line. */
const QUIET_MS = 2000;

/** A line on a terminal's stderr that counts reports and their rate; silent in a pipe and on short runs. */
export class ProgressLine {
  private readonly started = performance.now();
  private last = 0;
  private shown = false;

  /** `left` is how many are still to come; null or nothing when nobody knows. */
  step(done: number, what: string, left: number | null = null): void {
    if (!process.stderr.isTTY) return;
    const now = performance.now();
    if (now - this.started < QUIET_MS || now - this.last < INTERVAL_MS) return;
    this.last = now;
    this.shown = true;
    const rate = done / ((now - this.started) / 1000);
    const remaining = left === null || done === 0 ? "" : `, ${timeOf(left / rate)} left`;
    process.stderr.write(`\r\u001b[K${done.toLocaleString("en")} ${what}, ${rate.toFixed(0)} a second${remaining}`);
  }

  clear(): void {
    if (this.shown) process.stderr.write("\r\u001b[K");
  }
}

/** "40 s", "12 min", "3 h 20 min". */
function timeOf(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
