// TEMPORARY stub by the architect until the places stage arrives; overwrite freely.
export interface PlaceTables {
  readonly places: readonly never[];
}

export function readPlaceTables(_dataDir: string): PlaceTables {
  return { places: [] };
}
