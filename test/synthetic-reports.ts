/** Short reports of our own making, as many as a test wants: the same number gives the same reports. */

const COUNTRIES = [
  "France",
  "Peru",
  "Japan",
  "Kenya",
  "Norway",
  "Egypt",
  "Chile",
  "Canada",
  "Greece",
  "Ghana",
] as const;
const PLACES = ["Quito", "Nairobi", "Oslo", "Lima", "Cairo", "Accra", "Athens"] as const;
const DEEDS: readonly ((a: string, b: string, n: number) => string)[] = [
  (a, b, n) => `${a} expelled ${n} diplomats of ${b} on Monday.`,
  (a, b) => `The foreign minister of ${a} met his colleague from ${b} to discuss trade.`,
  (a, b) => `${a} accused ${b} of breaking the agreement and threatened to impose sanctions.`,
  (a, b, n) => `${a} sent ${n} tons of food aid to ${b}.`,
  (a, b) => `Soldiers of ${a} shelled a village in ${b}, killing three people.`,
  (a, b, n) => `Some ${n} protesters marched in ${a} against the visit of the president of ${b}.`,
];

export interface SyntheticReport {
  readonly id: string;
  readonly date: string;
  readonly title: string;
  readonly text: string;
}

/** Report number `n`, from 0. */
export function syntheticReport(n: number): SyntheticReport {
  const country = (k: number): string => COUNTRIES[k % COUNTRIES.length] ?? "";
  const [a, b] = [country(n), country(n * 3 + 1 + Math.floor(n / 10))];
  const deed = DEEDS[n % DEEDS.length]?.(a, b, n + 2) ?? "";
  const day = String((n % 28) + 1).padStart(2, "0");
  const place = PLACES[n % PLACES.length] ?? "";
  return {
    id: `report-${String(n).padStart(7, "0")}`,
    date: `2024-05-${day}`,
    title: `${a} and ${b}`,
    text: `${deed} Observers in ${place} counted ${n} such cases this year.`,
  };
}

export function syntheticReports(count: number): readonly SyntheticReport[] {
  return Array.from({ length: count }, (_, n) => syntheticReport(n));
}
