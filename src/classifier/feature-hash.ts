/**
 * Raised whenever the same sentence gives other features; a model trained on another version is refused, for its weights
 * would stand on the wrong features.
 */
export const FEATURE_VERSION = 1;

/** FNV-1a over the UTF-16 code units with a final mix; 32 bits. Two features in ten thousand share a number in a model of 100,000. */
export function featureHash(name: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) {
    h ^= name.charCodeAt(i);
    h = Math.imul(h, 0x01000193);
  }
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  return h >>> 0;
}
