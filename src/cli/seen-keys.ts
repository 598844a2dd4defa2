import { contentHash } from "../core/content-hash.ts";

const FIRST_CAPACITY = 1 << 16;
/** Hexadecimal digits of a hash that a number holds exactly. */
const DIGITS = 13;

/**
 * Which keys have been seen, in sixteen to thirty-two bytes a key: hashes of 52 bits in an open table. In a million keys the
 * chance that two different ones are taken for one is about one in ten thousand.
 */
export class SeenKeys {
  private slots = new Float64Array(FIRST_CAPACITY);
  private size = 0;

  /** Notes the key; false if it was there. */
  add(key: string): boolean {
    if (this.size * 2 >= this.slots.length) this.grow();
    // Zero marks a free slot.
    return this.put(Number.parseInt(contentHash([key], DIGITS), 16) + 1);
  }

  private put(hash: number): boolean {
    const { slots } = this;
    let at = hash % slots.length;
    while (slots[at] !== 0) {
      if (slots[at] === hash) return false;
      at = (at + 1) % slots.length;
    }
    slots[at] = hash;
    this.size++;
    return true;
  }

  private grow(): void {
    const before = this.slots;
    this.slots = new Float64Array(before.length * 2);
    this.size = 0;
    for (const hash of before) if (hash !== 0) this.put(hash);
  }
}
