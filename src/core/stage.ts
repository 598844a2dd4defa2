import type { Doc, Layer, Layers } from "./layers.ts";

/**
 * One step of the pipeline. It names the layers that it reads and those that it adds; reading an undeclared layer does not
 * compile. `run` is pure: no clock, no random source, no files.
 */
export interface Stage<R extends Layer, A extends Layer> {
  readonly name: string;
  readonly version: number;
  readonly requires: readonly R[];
  readonly assigns: readonly A[];
  run(doc: Doc<R>): Pick<Layers, A>;
}
