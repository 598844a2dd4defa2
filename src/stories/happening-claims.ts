import type { CountKind } from "../core/record.ts";
import { countsOf } from "./event-trace.ts";
import type { Happening } from "./happening.ts";
import { independentSources } from "./independent-sources.ts";

/** One figure as one report has it. */
export interface CountClaim {
  readonly kind: CountKind;
  readonly event: string;
  readonly report: string;
  readonly source: string | null;
  readonly published: string | null;
  /** Whom the report names for it; null when it says so itself. */
  readonly by: string | null;
  readonly low: number;
  readonly high: number | null;
}

/** Who says that it happened, and who says that it did not. Claims that conflict stay side by side. */
export interface StanceClaim {
  readonly stance: "asserts" | "denies";
  readonly event: string;
  readonly report: string;
  readonly source: string | null;
  readonly published: string | null;
  readonly by: string | null;
}

/** The lowest, the best and the highest of what is claimed. */
export interface CountFigures {
  readonly low: number;
  readonly best: number;
  readonly high: number;
}

/** Who disputes a record, where the coder says so. */
interface Disputed {
  readonly disputed_by?: readonly { readonly entity_text: string }[] | { readonly entity_text: string } | null;
}

/** Whom a count names for itself, where the coder says so. */
interface Sourced {
  readonly by?: { readonly entity_text?: string } | string | null;
}

/** Every figure that the reports of a happening state, in their order. */
export function countClaims({ members }: Happening): readonly CountClaim[] {
  return members.flatMap(({ event, trace: { record, report } }) =>
    countsOf(record).map(([kind, count]): CountClaim => {
      const { by } = count as Sourced;
      const named = typeof by === "string" ? by : by?.entity_text;
      return {
        kind,
        event,
        report: report.id,
        source: report.source,
        published: report.date,
        by: named ?? record.attribution?.entity_text ?? null,
        low: count.low,
        high: count.high,
      };
    }),
  );
}

/** Who asserts and who denies, in the order of the reports. */
export function stanceClaims({ members }: Happening): readonly StanceClaim[] {
  return members.flatMap(({ event, trace: { record, report } }) => {
    const said = { event, report: report.id, source: report.source, published: report.date };
    const isDenial = record.status === "negation";
    const by = record.attribution?.entity_text ?? null;
    const claims: StanceClaim[] = [{ stance: isDenial ? "denies" : "asserts", ...said, by }];
    const { disputed_by } = record as Disputed;
    for (const denier of disputed_by ? [disputed_by].flat() : [])
      claims.push({ stance: "denies", ...said, by: denier.entity_text });
    return claims;
  });
}

/**
 * Low and high are the ends of all claims. Best is what the newest day of claims says; where that day disagrees, what more independent
 * sources say on it, then on all days, then the higher figure.
 */
export function countFigures(kind: CountKind, happening: Happening): CountFigures | null {
  const claims = countClaims(happening).filter((claim) => claim.kind === kind);
  const [first] = claims;
  if (!first) return null;
  const newest = claims.reduce((date, { published }) => ((published ?? "") > date ? (published ?? "") : date), "");
  const sourceOf = independentSources(happening);
  const support = (value: number, among: readonly CountClaim[]): number =>
    new Set(among.filter(({ low }) => low === value).map(({ report }) => sourceOf.get(report))).size;
  const latest = claims.filter(({ published }) => (published ?? "") === newest);
  const values = [...new Set(latest.map(({ low }) => low))];
  values.sort((a, b) => support(b, latest) - support(a, latest) || support(b, claims) - support(a, claims) || b - a);
  return {
    low: Math.min(...claims.map(({ low }) => low)),
    best: values[0] ?? first.low,
    high: Math.max(...claims.map(({ low, high }) => high ?? low)),
  };
}
