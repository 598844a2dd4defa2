import type { Doc, Layer, Layers } from "../core/layers.ts";
import type { Report } from "../core/report.ts";
import type { Stage } from "../core/stage.ts";

/** A stage with its layer types forgotten; the pipeline checked them when it was added. */
type AnyStage = Stage<never, Layer>;

/**
 * A row of stages. `use` takes only a stage whose required layers are there already (checked by the compiler, and again
 * here for pipelines put together at run time).
 */
export class Pipeline<Have extends Layer> {
  private readonly stages: readonly AnyStage[];
  private readonly have: ReadonlySet<Layer>;

  private constructor(stages: readonly AnyStage[], have: ReadonlySet<Layer>) {
    this.stages = stages;
    this.have = have;
  }

  static start(): Pipeline<"report"> {
    return new Pipeline([], new Set<Layer>(["report"]));
  }

  use<R extends Have, A extends Layer>(stage: Stage<R, A>): Pipeline<Have | A> {
    const missing = stage.requires.find((r) => !this.have.has(r));
    if (missing !== undefined)
      throw new RangeError(`stage ${stage.name} requires the layer ${missing}, which no earlier stage assigns`);
    return new Pipeline([...this.stages, stage as unknown as AnyStage], new Set([...this.have, ...stage.assigns]));
  }

  run(report: Report): Doc<Have> {
    let doc: Partial<Layers> = { report };
    for (const stage of this.stages) doc = { ...doc, ...stage.run(doc) };
    return doc as Doc<Have>;
  }

  /** Names and versions of the stages, for the record's `coder`. */
  get versions(): string {
    return this.stages.map((s) => `${s.name}@${s.version}`).join(" ");
  }
}
