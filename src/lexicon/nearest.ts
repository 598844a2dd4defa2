/** The candidate that differs least from a word, when it differs by little; else null. Upper and lower case count as one. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const wanted = word.toLowerCase();
  const limit = Math.max(1, Math.floor(word.length / 4));
  let best: string | null = null;
  let least = limit + 1;
  for (const c of candidates) {
    if (Math.abs(c.length - word.length) >= least) continue;
    const d = distance(wanted, c.toLowerCase(), least);
    if (d < least) [best, least] = [c, d];
  }
  return best;
}

/** Edit distance with neighbours exchanged counted as one step; stops at `limit`. */
function distance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let d = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, (before[j - 2] ?? 0) + 1);
      next.push(d);
    }
    if (Math.min(...next) >= limit) return limit;
    before = row;
    row = next;
  }
  return row[b.length] ?? limit;
}
