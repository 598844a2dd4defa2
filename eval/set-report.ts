import type { Coder } from "../src/index.ts";

/** One measured figure. Every figure belongs to one set; sets are never pooled. */
export interface Figure {
  readonly name: string;
  /** Per cent, or a number where `unit` is "n". */
  readonly value: number;
  readonly unit: "%" | "n";
  /** 95 %, by bootstrap. */
  readonly interval?: readonly [low: number, high: number];
  /** How many cases it is measured on. */
  readonly of?: number;
  /** The evaluation fails when the value is lower. */
  readonly floor?: number;
}

export interface EvalTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export interface ErrorKind {
  readonly kind: string;
  readonly count: number;
  readonly examples: readonly string[];
}

export interface SetReport {
  readonly set: string;
  readonly title: string;
  readonly figures: readonly Figure[];
  readonly tables: readonly EvalTable[];
  /** Commonest first. */
  readonly errors: readonly ErrorKind[];
  /** What makes the evaluation fail beside a floor. */
  readonly failures: readonly string[];
  readonly notes: readonly string[];
}

/** What a set needs; tests give a stub for the coder. */
export interface EvalTools {
  /** Folder of the shared development data. */
  readonly data: string;
  /** The project's root folder. */
  readonly root: string;
  /** Whether hand-coded reports are also given tables of figures with intervals. */
  readonly intervals?: boolean;
  readonly coder: Pick<Coder, "code" | "relate" | "parse" | "explain" | "features" | "featureVersions">;
}

/** A set that can be measured; `run` returns the path that is missing when its data is not there. */
export interface EvalSet {
  readonly name: string;
  readonly title: string;
  run(tools: EvalTools): SetReport | { readonly absent: string };
}
