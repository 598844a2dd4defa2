/** One term of a person in an office. */
export interface Term {
  readonly person: string;
  readonly country: string;
  readonly office: string;
  readonly from: string;
  readonly to: string;
  /** The file of the row. */
  readonly path: string;
  fault(reason: string): void;
}

/** Two persons may both claim an office for so long: contested elections, handovers. */
const CONTESTED_DAYS = 183;
/** An office must have changed hands so often before the data can say whether it is shared. */
const LEAST_PAIRS = 10;
const DAY_MS = 86_400_000;

/**
 * Notes terms that overlap for sure, however their incomplete dates are read: of one person in one office, and of two persons
 * in a national office of which there is one (the same office held by only one at a time in nine tenths of its terms).
 */
export function noteOverlaps(terms: readonly Term[]): void {
  const offices = new Map<string, Term[]>();
  for (const t of terms) {
    const key = `${t.country} ${t.office}`;
    offices.set(key, [...(offices.get(key) ?? []), t]);
  }
  const single = singleOffices(offices);
  for (const held of offices.values()) {
    const shared = isShared(held);
    held.forEach((later, i) => {
      for (const earlier of held.slice(0, i)) {
        const same = later.person === earlier.person;
        if (!same && (shared || !single.has(later.office))) continue;
        if (sharedDays(later, earlier) <= (same ? 0 : CONTESTED_DAYS)) continue;
        // New rows of an upper layer come first; of two files the upper one is to be put right.
        const [told, other] = later.path === earlier.path ? [later, earlier] : [earlier, later];
        told.fault(
          `the term as ${told.office} overlaps with that of ${other.person} (${other.from || "?"} to ${other.to || "now"}); end the earlier one`,
        );
        break;
      }
    });
  }
}

/** Offices of which a country may have several by their very name. */
const SEVERAL = /\b(?:deputy|vice|spokes\w+|assistant|adviser|envoy|member|senator|representative)\b/;

/** A country with several vice presidents at once has them again and again; one that has two by mistake has them once. */
const SHARED_PAIRS = 3;

function isShared(held: readonly Term[]): boolean {
  if (SEVERAL.test(held[0]?.office ?? "")) return true;
  let pairs = 0;
  held.forEach((later, i) => {
    for (const earlier of held.slice(0, i))
      if (later.person !== earlier.person && sharedDays(later, earlier) > CONTESTED_DAYS) pairs++;
  });
  return pairs >= SHARED_PAIRS;
}

/** The data say which offices are shared: senators of one country overlap as a rule, presidents hardly ever. */
function singleOffices(offices: ReadonlyMap<string, readonly Term[]>): ReadonlySet<string> {
  const counts = new Map<string, { pairs: number; overlaps: number }>();
  for (const held of offices.values())
    held.forEach((a, i) => {
      const next = held[i + 1];
      if (!next || next.person === a.person) return;
      const n = counts.get(a.office) ?? { pairs: 0, overlaps: 0 };
      n.pairs++;
      if (sharedDays(a, next) > CONTESTED_DAYS) n.overlaps++;
      counts.set(a.office, n);
    });
  return new Set(
    [...counts].filter(([, n]) => n.pairs >= LEAST_PAIRS && n.overlaps * 10 <= n.pairs).map(([office]) => office),
  );
}

/** Days that both terms certainly share; an unknown beginning makes nothing certain, an open end lasts. */
function sharedDays(a: Term, b: Term): number {
  const from = Math.max(latest(a.from, Infinity), latest(b.from, Infinity));
  const to = Math.min(earliest(a.to, Infinity), earliest(b.to, Infinity));
  return (to - from) / DAY_MS;
}

function earliest(date: string, open: number): number {
  return date === "" ? open : Date.parse(`${date}${"-01-01".slice(Math.max(0, date.length - 4))}`.slice(0, 10));
}

function latest(date: string, open: number): number {
  if (date === "") return open;
  const [year = 0, month = 12, day] = date.split("-").map(Number);
  return day === undefined ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, day);
}
