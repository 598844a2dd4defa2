import type { ClassRegistry } from "./class-registry.ts";
import type { Reason } from "./tally.ts";
import { isWord, type Element, type Marker, type Piece, type VerbPattern } from "./verb-pattern.ts";
import type { WordKnowledge } from "./word-knowledge.ts";

/** Slot -> what its head must be; `present` asks only that it is filled. */
export type Conditions = ReadonlyMap<string, readonly string[] | "present">;

/** A pattern in the terms of a frame. */
export interface SlotReading {
  readonly particle: string | null;
  readonly conditions: Conditions;
  /** Slots of the markers, in order. */
  readonly markers: readonly { readonly marker: Marker; readonly slot: string }[];
  /** Slots that a bare preposition opens: `(AGAINST)`. */
  readonly open: readonly string[];
  /** A form of "be" stood before the verb. */
  readonly passive: boolean;
  /** A phrase was cut to its last two words. */
  readonly shortened: boolean;
}

function hasMarkedBy(elements: readonly Element[]): boolean {
  const isSource = (e: Element | undefined): boolean => e?.kind === "marker" && e.marker === "$";
  return elements.some((e, i) =>
    e.kind === "prepositional"
      ? e.prepositions.includes("by") && e.inside.some(isSource)
      : isWord(e, "by") && isSource(elements[i + 1]),
  );
}

class Refusal extends Error {
  readonly reason: Reason;
  constructor(reason: Reason) {
    super(reason);
    this.reason = reason;
  }
}

/** Reads one choice of a pattern; `infinitive` says that "to" opens a clause. */
export class SlotReader {
  private readonly words: WordKnowledge;
  private readonly classes: ClassRegistry;
  private readonly infinitive: boolean;
  private readonly conditions = new Map<string, readonly string[] | "present">();
  private readonly markers: { marker: Marker; slot: string }[] = [];
  private readonly open: string[] = [];
  private particle: string | null = null;
  private passive = false;
  private shortened = false;
  private phrase: Piece[] = [];
  /** A marker stood behind the phrase: what follows is another one. */
  private sealed = false;

  constructor(words: WordKnowledge, classes: ClassRegistry, infinitive: boolean) {
    this.words = words;
    this.classes = classes;
    this.infinitive = infinitive;
  }

  read(pattern: VerbPattern): SlotReading | Reason {
    try {
      // "+ * BY $" is a passive without its "was".
      this.passive = hasMarkedBy(pattern.after);
      this.readBefore(pattern.before);
      this.readAfter(pattern.after);
    } catch (error) {
      if (error instanceof Refusal) return error.reason;
      throw error;
    }
    const { particle, conditions, open, passive, shortened } = this;
    const markers = this.markers.map((m) => ({ marker: m.marker, slot: this.deepSlot(m.slot) }));
    return { particle, conditions, markers, open, passive, shortened };
  }

  /** "X was *": the subject is the deep object; "by X" is the deep subject. */
  private deepSlot(slot: string): string {
    if (slot === "by") return "agent";
    return slot === "agent" && this.passive ? "patient" : slot;
  }

  private readBefore(elements: readonly Element[]): void {
    for (const e of elements) {
      if (e.kind === "prepositional") this.readPrepositional(e);
      else if (e.kind === "word") this.readWordBefore(e);
      else this.readNominal(e, "agent");
    }
    this.close(this.passive ? "patient" : "agent");
  }

  private readWordBefore(piece: Piece & { kind: "word" }): void {
    const { word } = piece;
    switch (this.words.kindOf(word)) {
      case "auxiliary":
        if (/^(?:is|are|am|was|were|been|be|being)$/.test(word)) this.passive = true;
        else if (!/^(?:has|have|had|having|do|does|did)$/.test(word)) throw new Refusal("modal");
        return;
      case "determiner":
        return;
      case "negation":
        throw new Refusal("negation");
      case "adverb":
      case "particle":
        throw new Refusal("adverb");
      case "preposition":
      // "TO *", "IN *" follow a verb or a noun that governs this one.
      case "conjunction":
      case "pronoun":
        throw new Refusal(word === "to" ? "governing" : "function-word");
      case null:
        if (this.words.isOnlyVerb(word)) throw new Refusal("governing");
        this.push(piece);
    }
  }

  private readAfter(elements: readonly Element[]): void {
    let slot = "patient";
    for (const [i, e] of elements.entries()) {
      if (e.kind === "prepositional") {
        this.close(slot);
        this.readPrepositional(e);
        slot = "end";
      } else if (e.kind === "word") {
        const opened = this.readWordAfter(e, slot, elements[i + 1]);
        if (opened === null) continue;
        if (slot !== "clause?") this.closeOpen(slot);
        slot = opened;
      } else this.readNominal(e, slot);
    }
    this.closeOpen(slot);
  }

  /** The slot that the word opens, or null when it belongs to the open one. */
  private readWordAfter(piece: Piece & { kind: "word" }, slot: string, next: Element | undefined): string | null {
    const { word } = piece;
    if (slot === "clause") throw new Refusal("second-verb");
    switch (this.words.kindOf(word)) {
      case "preposition":
        return word === "to" && this.infinitive ? "clause?" : word;
      case "particle":
        if (slot !== "patient" || this.particle !== null) throw new Refusal("adverb");
        this.particle = word;
        return null;
      case "determiner":
        return null;
      case "negation":
        throw new Refusal("negation");
      case "auxiliary":
        throw new Refusal("second-verb");
      case "adverb":
        throw new Refusal("adverb");
      case "conjunction":
      case "pronoun":
        throw new Refusal("function-word");
      case null:
        return this.readContent(piece, slot, next);
    }
  }

  private readContent(piece: Piece & { kind: "word" }, slot: string, next: Element | undefined): string | null {
    const { word } = piece;
    if (slot === "clause?") {
      this.setCondition("clause", [this.words.verbLemma(word)]);
      return "clause";
    }
    if (slot !== "end" && this.words.isOnlyVerb(word)) {
      const gerund = word.endsWith("ing");
      // "accused of killing": the preposition may govern a clause; its verb stands in the slot.
      if (!gerund || this.phrase.length || next !== undefined) throw new Refusal("second-verb");
      this.setCondition(slot === "patient" ? "clause" : slot, [this.words.verbLemma(word)]);
      return "clause";
    }
    if (slot === "end") throw new Refusal("two-phrases");
    this.push(piece);
    return null;
  }

  private push(...pieces: readonly Piece[]): void {
    if (this.sealed) throw new Refusal("two-phrases");
    this.phrase.push(...pieces);
  }

  private readNominal(e: Exclude<Element, { kind: "prepositional" } | { kind: "word" }>, slot: string): void {
    switch (e.kind) {
      case "marker":
        if (slot.startsWith("clause")) throw new Refusal("second-verb");
        // A condition may stand on the same phrase: `* + PRISONER` is somebody's prisoner.
        this.markers.push({ marker: e.marker, slot: slot === "end" ? "patient" : slot.replace("?", "") });
        this.sealed = this.phrase.length > 0;
        return;
      case "set":
        if (slot.startsWith("clause") || slot === "end") throw new Refusal("second-verb");
        this.push(e);
        return;
      case "phrase":
        if (this.phrase.length || slot === "end") throw new Refusal("two-phrases");
        this.push(...e.pieces);
    }
  }

  private readPrepositional(e: Element & { kind: "prepositional" }): void {
    const [preposition = ""] = e.prepositions;
    if (this.words.kindOf(preposition) !== "preposition") {
      if (this.words.kindOf(preposition) === "particle") return this.readParticled(preposition, e);
      throw new Refusal(e.inside.length ? "function-word" : "adverb");
    }
    const inner = e.inside[0];
    if (preposition === "to" && this.infinitive && inner?.kind === "word") {
      if (e.inside.length > 1) throw new Refusal("second-verb");
      return this.setCondition("clause", [this.words.verbLemma(inner.word)]);
    }
    this.readInside(e.inside, preposition);
    this.closeOpen(preposition);
  }

  /** `(ASIDE RIFT)`: a particle with its object. */
  private readParticled(particle: string, e: Element & { kind: "prepositional" }): void {
    if (this.particle !== null) throw new Refusal("adverb");
    this.particle = particle;
    this.readInside(e.inside, "patient");
    this.close("patient");
  }

  private readInside(inside: readonly Element[], slot: string): void {
    for (const e of inside) {
      if (e.kind === "prepositional") throw new Refusal("nested-phrase");
      if (e.kind !== "word") {
        this.readNominal(e, slot);
        continue;
      }
      const kind = this.words.kindOf(e.word);
      if (kind === "determiner") continue;
      if (kind === "preposition") throw new Refusal("nested-phrase");
      if (kind !== null) throw new Refusal(kind === "negation" ? "negation" : "function-word");
      this.push(e);
    }
  }

  /** Ends a prepositional slot: without a noun or a marker it only has to be filled. */
  private closeOpen(slot: string): void {
    if (slot === "patient" || slot === "end" || slot === "clause") return this.close(slot);
    if (slot === "clause?") throw new Refusal("governing");
    const marked = this.markers.some((m) => m.slot === slot);
    if (this.phrase.length) return this.close(slot);
    this.sealed = false;
    if (slot === "by" || this.conditions.has(slot)) return;
    if (!marked) this.open.push(slot);
    this.conditions.set(slot, "present");
  }

  private close(slot: string): void {
    const pieces = this.phrase;
    this.phrase = [];
    this.sealed = false;
    if (!pieces.length) return;
    if (pieces.length > 2) this.shortened = true;
    const values = this.classes.valuesOf(pieces);
    if (!values) throw new Refusal("synset");
    const last = pieces.at(-1);
    const gerund =
      slot !== "agent" &&
      slot !== "patient" &&
      pieces.length === 1 &&
      last?.kind === "word" &&
      last.word.endsWith("ing");
    const verb = gerund ? this.words.verbLemma(last.word) : "";
    this.setCondition(slot, verb === "" || values.includes(verb) ? values : [...values, verb]);
  }

  private setCondition(slot: string, values: readonly string[]): void {
    // "by X" is the deep subject, of passives and of nouns.
    const at = slot === "by" ? "agent" : slot;
    const old = this.conditions.get(at);
    if (old !== undefined && old !== "present") throw new Refusal("two-phrases");
    this.conditions.set(at, values);
  }
}
