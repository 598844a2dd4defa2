import type { Act } from "../../core/event-layers.ts";
import type { OntologyTables } from "../../core/ontology.ts";
import type { Trial } from "../../events/index.ts";

/** How often one frame, operator or rule was used. */
export interface CoverageRow {
  readonly id: string;
  readonly kind: "frame" | "operator" | "rule";
  /** The category that it gives; of operators their kind. */
  readonly gives: string;
  /** Acts that it made or changed. */
  readonly hits: number;
  /** Predicates on which it was tried; 0 also means that none of its words occurred. Rules are not tried one by one. */
  readonly tried: number;
}

/** Counts the use of every frame, operator and rule over a corpus. */
export class CoverageSurvey {
  private readonly hits = new Map<string, number>();
  private readonly tried = new Map<string, number>();
  private readonly tables: OntologyTables;

  constructor(tables: OntologyTables) {
    this.tables = tables;
  }

  add(acts: readonly Act[], trials: readonly Trial[]): void {
    for (const act of acts)
      for (const rule of new Set(act.because.map((b) => b.rule))) this.hits.set(rule, (this.hits.get(rule) ?? 0) + 1);
    for (const t of trials) this.tried.set(t.rule, (this.tried.get(t.rule) ?? 0) + 1);
  }

  /** Every entry of the ontology, the most used first, entries of equal use in the order of the files. */
  rows(): readonly CoverageRow[] {
    const { frames, operators, rules } = this.tables;
    const row = (kind: CoverageRow["kind"], id: string, gives: string): CoverageRow => ({
      id,
      kind,
      gives,
      hits: this.hits.get(id) ?? 0,
      tried: this.tried.get(id) ?? 0,
    });
    return [
      ...frames.map((f) => row("frame", f.id, f.category)),
      ...operators.map((o) => row("operator", o.id, o.kind)),
      ...rules.map((r) => row("rule", r.id, r.becomes)),
    ].sort((a, b) => b.hits - a.hits);
  }
}
