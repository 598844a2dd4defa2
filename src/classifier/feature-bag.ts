import { featureHash } from "./feature-hash.ts";

/** Features of one row: hashed names with values. A feature named twice counts once, with the larger value. */
export interface FeatureRow {
  readonly ids: Uint32Array;
  readonly values: Float32Array;
}

/** Collects features by name. */
export class FeatureBag {
  private readonly found = new Map<string, number>();

  add(name: string, value = 1): void {
    const known = this.found.get(name);
    if (known === undefined || value > known) this.found.set(name, value);
  }

  /** Names and values, for `explain` and tests. */
  entries(): readonly (readonly [name: string, value: number])[] {
    return [...this.found];
  }

  /** The row with its numbers in rising order. */
  row(): FeatureRow {
    const hashed = [...this.found].map(([name, value]) => [featureHash(name), value] as const);
    hashed.sort((a, b) => a[0] - b[0]);
    return { ids: Uint32Array.from(hashed, (h) => h[0]), values: Float32Array.from(hashed, (h) => h[1]) };
  }
}
