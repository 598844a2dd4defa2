import {
  BUILT_IN_CLASSES,
  type CompositionRule,
  type Frame,
  type Operator,
  type SlotChoice,
  type SlotCondition,
} from "../core/ontology.ts";
import type { LexiconSource } from "./lexicon-source.ts";
import { nearest } from "./nearest.ts";
import type { Layered, OntologyFiles, Placed } from "./ontology-files.ts";
import type { FrameEntry, OperatorEntry, RuleEntry } from "./ontology-schema.ts";
import type { YamlPath } from "./yaml-file.ts";

/** What a rule may make of an act besides a category. */
const UNCHANGED: readonly string[] = ["keep", "drop", "governed"];
const SLOTS = new Set(
  (
    "agent patient recipient clause purpose adverbial content reported poss modifier of with to against on upon from in into onto for over at about between toward towards " +
    "among amid as via near behind through after before under out within without inside outside around across off by during despite because since until till above below beyond along like than concerning regarding alongside besides next"
  ).split(" "),
);

type Predicated = Pick<FrameEntry, "verbs" | "nouns" | "adjectives">;

/** Turns checked YAML into frames, operators and rules; what is wrong is noted at its place in the source. */
export class OntologyCompiler {
  private readonly source: LexiconSource;
  private readonly files: OntologyFiles;
  private readonly kinds: ReadonlySet<string>;

  constructor(source: LexiconSource, files: OntologyFiles) {
    this.source = source;
    this.files = files;
    this.kinds = new Set(files.operators.map((o) => o.entry.kind));
  }

  frame({ file, at, entry: f, category }: OntologyFiles["frames"][number]): Frame {
    this.predicates(file, at, f);
    this.modes(file, [...at, "modes"], category, f.modes ?? []);
    (f.also ?? []).forEach((a, i) => this.outcome(file, [...at, "also", i], a));
    const recipient = this.choice(file, [...at, "recipient"], f.recipient ?? (f.reciprocal ? "none" : "patient"));
    return {
      id: f.id,
      category,
      modes: f.modes ?? [],
      actor: this.choice(file, [...at, "actor"], f.actor ?? "agent"),
      recipient,
      reciprocal: f.reciprocal ?? false,
      require: this.conditions(file, [...at, "require"], f.require ?? {}),
      poss: f.poss ?? "agent",
      of: f.of ?? (recipient.slots.includes("patient") ? "patient" : "agent"),
      also: (f.also ?? []).map((a) => ({ category: a.category, modes: a.modes ?? [] })),
      status: f.status ?? null,
    };
  }

  operator({ file, at, entry: o }: Placed<OperatorEntry>): Operator {
    this.predicates(file, at, o);
    if (o.fallback) this.outcome(file, [...at, "fallback"], o.fallback);
    const recipient = this.choice(file, [...at, "recipient"], o.recipient ?? "none");
    return {
      id: o.id,
      kind: o.kind,
      over: this.choice(file, [...at, "over"], o.over).slots,
      actor: this.choice(file, [...at, "actor"], o.actor ?? "agent"),
      recipient,
      require: this.conditions(file, [...at, "require"], o.require ?? {}),
      governed: o.governed ?? null,
      fallback: o.fallback ? { category: o.fallback.category, modes: o.fallback.modes ?? [] } : null,
      poss: o.poss ?? "agent",
      of: o.of ?? (recipient.slots.includes("patient") ? "patient" : "agent"),
    };
  }

  rule({ file, at, entry: r }: Placed<RuleEntry>): CompositionRule {
    const { groups } = this.files;
    const expand = (name: string, depth = 0): readonly string[] => {
      const [group = name, status] = name.split("@");
      const members = depth > 8 ? [] : (groups[group]?.flatMap((m) => expand(m, depth + 1)) ?? [group]);
      return status === undefined ? members : members.map((m) => `${m}@${status}`);
    };
    r.acts.forEach((act, i) => expand(act).forEach((a) => this.act(file, [...at, "acts", i], a)));
    r.operators.forEach((kind, i) => {
      // "not-refuse" is the operator under a negation; "abstain" is a negated act under one.
      if (kind !== "abstain" && !this.kinds.has(kind.replace(/^not-/, "")))
        this.unknown(file, [...at, "operators", i], kind, "no operator is of this kind", this.kinds);
    });
    if (!UNCHANGED.includes(r.becomes)) this.category(file, [...at, "becomes"], r.becomes, UNCHANGED);
    this.ruleModes(file, [...at, "modes"], r);
    return {
      id: r.id,
      operators: r.operators,
      acts: r.acts.flatMap((a) => expand(a)),
      becomes: r.becomes,
      modes: r.modes ?? [],
      status: r.status ?? null,
      actor: r.actor ?? "operator-or-act",
      recipient: r.recipient ?? "act-or-operator",
      actStays: r.act_stays ?? false,
    };
  }

  private ruleModes(file: Layered<unknown>, at: YamlPath, r: RuleEntry): void {
    const { modes } = r;
    if (modes === undefined || UNCHANGED.includes(r.becomes)) return;
    if (isList(modes)) this.modes(file, at, r.becomes, modes);
    else
      for (const [act, mode] of Object.entries(modes)) {
        this.act(file, [...at, act], act);
        this.modes(file, [...at, act], r.becomes, [mode]);
      }
  }

  private act(file: Layered<unknown>, at: YamlPath, act: string): void {
    if (act === "*") return;
    // "MOBILIZE@future" asks for a status, "AGREE<AID" for the act that an agreement was made of.
    const [category = "", mode] = act
      .replace(/@.*/, "")
      .split(/[.<]/)
      .slice(0, act.includes("<") ? 1 : 2);
    if (!this.category(file, at, category, Object.keys(this.files.groups))) return;
    if (mode !== undefined) this.modes(file, at, category, [mode]);
  }

  private outcome(
    file: Layered<unknown>,
    at: YamlPath,
    o: { readonly category: string; readonly modes?: readonly string[] | undefined },
  ): void {
    if (this.category(file, [...at, "category"], o.category))
      this.modes(file, [...at, "modes"], o.category, o.modes ?? []);
  }

  private category(file: Layered<unknown>, at: YamlPath, name: string, others: readonly string[] = []): boolean {
    if (name in this.files.scores) return true;
    this.unknown(file, at, name, "no such category", [...Object.keys(this.files.scores), ...others]);
    return false;
  }

  private modes(file: Layered<unknown>, at: YamlPath, category: string, modes: readonly string[]): void {
    const known = Object.keys(this.files.scores[category]?.modes ?? {});
    for (const m of modes)
      if (!known.includes(m)) {
        const told = `not a mode of ${category}; its modes are ${known.join(", ") || "none"}`;
        this.unknown(file, at, m, told, known);
      }
  }

  private predicates(file: Layered<unknown>, at: YamlPath, entry: Predicated & { readonly id: string }): void {
    if (!entry.verbs && !entry.nouns && !entry.adjectives)
      this.source.fault(file, [...at, "id"], entry.id, "it needs verbs, nouns or adjectives");
    for (const key of ["verbs", "nouns", "adjectives"] as const) {
      const seen = new Set<string>();
      entry[key]?.forEach((word, i) => {
        const lemma = word.toLowerCase();
        if (seen.has(lemma)) this.source.doubt(file, [...at, key, i], word, "it is in the list twice; keep one");
        if (lemma.trim() === "") this.source.fault(file, [...at, key, i], word, "the word is empty; take it out");
        seen.add(lemma);
      });
    }
  }

  private choice(file: Layered<unknown>, at: YamlPath, text: string): SlotChoice {
    if (text === "none") return { take: "first", slots: [] };
    const take = text.includes("+") ? "all" : "first";
    const slots = text.split(/[|+]/).map((s) => s.trim());
    for (const s of slots) this.slot(file, at, s);
    return { take, slots };
  }

  private slot(file: Layered<unknown>, at: YamlPath, slot: string): void {
    if (!SLOTS.has(slot)) this.unknown(file, at, slot, "no such slot; see data/ontology/README.md", SLOTS);
  }

  private conditions(
    file: Layered<unknown>,
    at: YamlPath,
    require: Readonly<Record<string, string | readonly string[]>>,
  ): readonly SlotCondition[] {
    return Object.entries(require).map(([slot, value]) => {
      this.slot(file, [...at, slot], slot);
      if (value === "present" || value === "absent") return { slot, kind: value, classes: [], lemmas: [] };
      const optional = typeof value === "string" && value.endsWith("?");
      const items = typeof value === "string" ? [value.replace(/\?$/, "")] : value;
      const negative = items.every((v) => v.startsWith("!"));
      if (!negative && items.some((v) => v.startsWith("!")))
        this.source.fault(file, [...at, slot], items.join(", "), "either all have ! before them or none has");
      const plain = items.map((v) => v.replace(/^!/, ""));
      const classes = plain.filter((v) => /^[A-Z_0-9]+$/.test(v) && v.length > 1);
      for (const c of classes)
        if (!BUILT_IN_CLASSES.has(c) && !this.files.classes.has(c))
          this.unknown(file, [...at, slot], c, "no such class in ontology/classes.yaml", [
            ...this.files.classes.keys(),
            ...BUILT_IN_CLASSES,
          ]);
      const lemmas = plain.filter((v) => !classes.includes(v)).map((v) => v.toLowerCase());
      return { slot, kind: negative ? "none-of" : optional ? "if-present" : "any-of", classes, lemmas };
    });
  }

  private unknown(file: Layered<unknown>, at: YamlPath, value: string, reason: string, known: Iterable<string>): void {
    const near = nearest(value, known);
    this.source.fault(file, at, value, near === null ? reason : `${reason}; did you mean ${near}?`);
  }
}

function isList(modes: NonNullable<RuleEntry["modes"]>): modes is readonly string[] {
  return Array.isArray(modes);
}
