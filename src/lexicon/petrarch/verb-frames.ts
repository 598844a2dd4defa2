import type { ClassRegistry } from "./class-registry.ts";
import type { CodeTables } from "./code-tables.ts";
import { readEventCode, type CodeReading } from "./event-codes.ts";
import { Exceptions, raised, withException } from "./exceptions.ts";
import { mergeDrafts, plainRoles, requireOf, rolesOf, type FrameDraft } from "./frame-drafts.ts";
import { readSlots } from "./pattern-slots.ts";
import { groupVerbs, readVerb, type ReadVerb, type VerbGroup } from "./read-verb.ts";
import type { Conditions, SlotReading } from "./slot-reader.ts";
import type { SourceLine } from "./source-lines.ts";
import type { Tally } from "./tally.ts";
import type { PatternEntry, VerbBlock, VerbDictionary, VerbEntry } from "./verb-dictionary.ts";
import { parsePattern } from "./verb-pattern.ts";
import type { WordKnowledge } from "./word-knowledge.ts";

type EventCode = Extract<CodeReading, { kind: "event" }>;

const NOTHING: Conditions = new Map();

/** Turns verb blocks into frames. One builder serves all dictionaries of an import, which keeps ids apart. */
export class FrameBuilder {
  private readonly codes: CodeTables;
  private readonly words: WordKnowledge;
  private readonly tally: Tally;
  /** Next number under each verb. */
  private readonly next = new Map<string, number>();

  constructor(codes: CodeTables, words: WordKnowledge, tally: Tally) {
    this.codes = codes;
    this.words = words;
    this.tally = tally;
  }

  /** The frames of a dictionary, in its order; within a block the patterns go before the verb alone. */
  build(dictionary: VerbDictionary, classes: ClassRegistry): readonly FrameDraft[] {
    const sets = new Set(dictionary.sets.keys());
    for (const set of dictionary.sets.values()) this.tally.taken("synonym sets", set.at);
    for (const t of dictionary.transformations) this.tally.lost("transformations", t, "transformation");
    return dictionary.blocks.flatMap((b) => new BlockBuilder(b, this, sets, classes).run());
  }

  number(verb: string): number {
    const n = this.next.get(verb) ?? 0;
    this.next.set(verb, n + 1);
    return n;
  }

  get tools(): { codes: CodeTables; words: WordKnowledge; tally: Tally } {
    return { codes: this.codes, words: this.words, tally: this.tally };
  }
}

class BlockBuilder {
  private readonly block: VerbBlock;
  private readonly builder: FrameBuilder;
  private readonly sets: ReadonlySet<string>;
  private readonly classes: ClassRegistry;
  private readonly codes: CodeTables;
  private readonly words: WordKnowledge;
  private readonly tally: Tally;
  private readonly exceptions = new Exceptions();

  constructor(block: VerbBlock, builder: FrameBuilder, sets: ReadonlySet<string>, classes: ClassRegistry) {
    this.block = block;
    this.builder = builder;
    this.sets = sets;
    this.classes = classes;
    ({ codes: this.codes, words: this.words, tally: this.tally } = builder.tools);
  }

  run(): readonly FrameDraft[] {
    const verbs = this.block.verbs.flatMap((v) => this.readVerb(v) ?? []);
    const name = verbs[0]?.lemmas[0] ?? this.block.verbs[0]?.words.join(" ") ?? "";
    const bare = this.builder.number(name);
    const groups = groupVerbs(verbs);
    const coded = verbs.some((v) => this.codeOf(v.entry).kind === "event");
    const patterns = this.block.patterns.flatMap((p) => {
      const id = `petrarch.${slug(name)}.${String(this.builder.number(name))}`;
      return groups.length ? this.patternFrames(p, id, groups, coded) : this.lose(p.at, "no-verb");
    });
    const exception = this.exceptions.settle(this.tally);
    const raisedPatterns = patterns.map((p) => raised(p, exception));
    return [...mergeDrafts(raisedPatterns), ...this.bareFrames(verbs, name, bare, exception)];
  }

  private lose(at: SourceLine, reason: "no-verb"): readonly FrameDraft[] {
    this.tally.lost("patterns", at, reason);
    return [];
  }

  // ---- verbs ---------------------------------------------------------------------------------------------------

  private readVerb(entry: VerbEntry): ReadVerb | null {
    const read = readVerb(entry, this.words);
    if (typeof read !== "string") return read;
    this.tally.lost("verbs", entry.at, read);
    return null;
  }

  private codeOf(entry: VerbEntry): CodeReading {
    return readEventCode(entry.code ?? this.block.code, this.codes.events);
  }

  private bareFrames(
    verbs: readonly ReadVerb[],
    name: string,
    bare: number,
    exception: ReturnType<Exceptions["settle"]>,
  ): readonly FrameDraft[] {
    const byCode = new Map<string, ReadVerb[]>();
    for (const v of verbs) {
      const code = v.entry.code ?? this.block.code;
      byCode.set(code, [...(byCode.get(code) ?? []), v]);
    }
    const out: FrameDraft[] = [];
    for (const [code, members] of byCode) {
      const reading = readEventCode(code, this.codes.events);
      this.count(reading, members);
      if (reading.kind !== "event") continue;
      // The block's own code keeps the block's number, whatever else stands in it.
      const own = members[0]?.lemmas[0] ?? name;
      const isBlock = code === this.block.code || (own === name && !byCode.has(this.block.code));
      groupVerbs(members).forEach((group, i) => {
        const id = isBlock
          ? `petrarch.${slug(name)}.${String(bare)}`
          : `petrarch.${slug(own)}.${String(this.builder.number(own))}`;
        const at = members[0]?.entry.at;
        const require = requireOf(NOTHING, group.extra);
        if (!at || !require) return;
        out.push({
          ...meaningOf(reading),
          ...plainRoles(reading),
          id: suffixed(id, i),
          verbs: group.verbs,
          require: withException(require, exception),
          alone: true,
          file: at.file,
          lines: [at.line],
        });
      });
    }
    return out;
  }

  private count(reading: CodeReading, members: readonly ReadVerb[]): void {
    for (const { entry } of members) {
      // A verb without an event of its own is there for its patterns.
      if (reading.kind === "event" && reading.loss === null) this.tally.taken("verbs", entry.at);
      else if (reading.kind === "event") this.tally.partly("verbs", entry.at, reading.loss ?? "second-code");
      else if (reading.kind === "null") this.tally.taken("verbs", entry.at);
      else this.tally.lost("verbs", entry.at, lossOf(reading.kind));
    }
  }

  // ---- patterns ------------------------------------------------------------------------------------------------

  private patternFrames(
    p: PatternEntry,
    id: string,
    groups: readonly VerbGroup[],
    coded: boolean,
  ): readonly FrameDraft[] {
    const code = readEventCode(p.code, this.codes.events);
    const choices = parsePattern(p.text, this.sets);
    if (!choices) {
      this.tally.lost("patterns", p.at, "no-star");
      return [];
    }
    const readings = unique(choices.flatMap((c) => this.readingsOf(c, p)));
    if (!readings.length) return [];
    if (code.kind !== "event") {
      this.exception(readings, code.kind, p, coded);
      return [];
    }
    const frames = readings.flatMap((r) => groups.flatMap((g) => this.frame(r, g, code, p) ?? []));
    if (!frames.length) this.tally.lost("patterns", p.at, "two-phrases");
    else if (code.loss) this.tally.partly("patterns", p.at, code.loss);
    else if (readings.some((r) => r.shortened)) this.tally.partly("patterns", p.at, "shortened");
    else this.tally.taken("patterns", p.at);
    return frames.map((f, i) => ({ ...f, id: suffixed(id, i) }));
  }

  private readingsOf(choice: Parameters<typeof readSlots>[0], p: PatternEntry): readonly SlotReading[] {
    const read = readSlots(choice, this.words, this.classes);
    if (typeof read !== "string") return read;
    this.tally.lost("patterns", p.at, read);
    return [];
  }

  /** A pattern that says "no event" becomes a condition of the verb's own frame where it asks for one noun only. */
  private exception(
    readings: readonly SlotReading[],
    kind: Exclude<CodeReading["kind"], "event">,
    p: PatternEntry,
    coded: boolean,
  ): void {
    const plain = readings.filter((r) => r.particle === null && r.conditions.size === 1);
    const usable = coded && plain.length === readings.length && (kind === "null" || kind === "no-category");
    if (!usable) {
      this.tally.lost("patterns", p.at, lossOf(kind));
      return;
    }
    for (const { conditions } of plain) for (const [slot, values] of conditions) this.exceptions.add(p, slot, values);
  }

  private frame(
    reading: SlotReading,
    group: VerbGroup,
    code: EventCode,
    p: PatternEntry,
  ): Omit<FrameDraft, "id"> | null {
    const { particle } = reading;
    if (particle !== null && group.extra.size) return null;
    const require = requireOf(reading.conditions, group.extra);
    if (!require) return null;
    const verbs =
      particle === null ? group.verbs : group.verbs.filter((v) => !v.includes(" ")).map((v) => `${v} ${particle}`);
    if (!verbs.length) return null;
    const reciprocal = code.reciprocal || reading.markers.some((m) => m.marker === "%");
    const parties = { ...rolesOf(reading, code), reciprocal };
    return { ...meaningOf(code), ...parties, verbs, require, alone: false, file: p.at.file, lines: [p.at.line] };
  }
}

function meaningOf(code: EventCode): Pick<FrameDraft, "category" | "modes" | "code" | "reciprocal"> {
  const { category, modes } = code.meaning;
  return { category, modes, code: code.code, reciprocal: code.reciprocal };
}

function lossOf(kind: Exclude<CodeReading["kind"], "event">): "null" | "discard" | "unknown-code" | "no-category" {
  return kind === "unknown" ? "unknown-code" : kind;
}

function unique(readings: readonly SlotReading[]): readonly SlotReading[] {
  const seen = new Set<string>();
  return readings.filter((r) => {
    const key = JSON.stringify([r.particle, [...r.conditions], r.markers, r.open]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** petrarch.raid.3, petrarch.raid.3b, petrarch.raid.3c … */
function suffixed(id: string, i: number): string {
  return i === 0 ? id : `${id}${i < 26 ? String.fromCharCode(97 + i) : `-${String(i)}`}`;
}

function slug(verb: string): string {
  return verb.replace(/[^a-z0-9]+/g, "-");
}
