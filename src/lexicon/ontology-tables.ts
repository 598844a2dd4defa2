import { join } from "node:path";
import { z } from "zod";
import { CATEGORIES, STATUSES, type Category, type Status } from "../core/codes.ts";
import { AppError } from "../core/errors.ts";
import type {
  CompositionRule,
  Frame,
  LightVerb,
  OntologyTables,
  Operator,
  PredicateIndex,
  SlotChoice,
  SlotCondition,
} from "../core/ontology.ts";
import { readCsvTable } from "./csv-table.ts";
import { readYamlFile, type YamlFile } from "./yaml-file.ts";

const SLOTS = new Set(
  (
    "agent patient recipient clause purpose poss modifier of with to against on upon from in of into onto for over at about between toward towards " +
    "among amid as via near behind through after before under out within without inside outside around across off by during despite because since until till above below beyond along like than concerning regarding alongside besides towards next"
  ).split(" "),
);
const BUILT_IN = new Set(["ACTOR", "PERSON", "COUNTRY", "PLACE", "ORG", "ARMED", "CIVIL", "STATE"]);

const words = z.array(z.union([z.string(), z.number(), z.boolean()]).transform(String));
const requirement = z.record(z.string(), z.union([z.string(), words]));
const predicates = { verbs: words.optional(), nouns: words.optional(), adjectives: words.optional() };
const side = z.enum(["agent", "patient"]);
const example = z.union([
  z.string(),
  z.strictObject({
    text: z.string(),
    modes: words.optional(),
    actor: z.union([z.string(), z.array(z.string()), z.null()]).optional(),
    recipient: z.union([z.string(), z.array(z.string()), z.null()]).optional(),
    status: z.enum(STATUSES).optional(),
    category: z.enum(CATEGORIES).optional(),
    note: z.string().optional(),
  }),
]);
const frameSchema = z.strictObject({
  id: z.string(),
  ...predicates,
  require: requirement.optional(),
  modes: words.optional(),
  actor: z.string().optional(),
  recipient: z.string().optional(),
  reciprocal: z.boolean().optional(),
  poss: side.optional(),
  of: side.optional(),
  also: z.array(z.strictObject({ category: z.enum(CATEGORIES), modes: words.optional() })).optional(),
  status: z.enum(STATUSES).optional(),
  note: z.string().optional(),
});
const categorySchema = z.strictObject({
  id: z.enum(CATEGORIES),
  description: z.string(),
  frames: z.array(frameSchema),
  examples: z.array(example),
  not: z.array(z.union([z.string(), z.strictObject({ text: z.string(), note: z.string().optional() })])),
});
const outcome = z.strictObject({ category: z.enum(CATEGORIES), modes: words.optional() });
const compositionSchema = z.strictObject({
  groups: z.record(z.string(), words),
  operators: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.string(),
      ...predicates,
      over: z.string(),
      actor: z.string().optional(),
      recipient: z.string().optional(),
      require: requirement.optional(),
      fallback: outcome.optional(),
      poss: side.optional(),
      of: side.optional(),
      note: z.string().optional(),
    }),
  ),
  rules: z.array(
    z.strictObject({
      id: z.string(),
      operators: words,
      acts: words,
      becomes: z.union([z.enum(CATEGORIES), z.literal("keep"), z.literal("drop")]),
      modes: z.union([words, z.record(z.string(), z.string())]).optional(),
      status: z.enum(STATUSES).optional(),
      actor: z.enum(["operator", "act", "operator-or-act", "act-or-operator"]).optional(),
      recipient: z
        .enum(["operator", "act", "act-actor", "operator-or-act-actor", "operator-or-act", "act-or-operator", "none"])
        .optional(),
      act_stays: z.boolean().optional(),
      note: z.string().optional(),
    }),
  ),
  examples: z.array(example),
});
const scoresSchema = z.strictObject({
  categories: z.record(
    z.string(),
    z.strictObject({
      quad: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
      score: z.number(),
      cameo: z.string().nullable(),
      modes: z
        .record(z.string(), z.strictObject({ score: z.number().nullable(), cameo: z.string().nullable() }))
        .optional(),
    }),
  ),
});

/** One example sentence of the ontology with what must be read from it; a bare string checks the category only. */
export type OntologyExample =
  | string
  | {
      readonly text: string;
      readonly modes?: readonly string[] | undefined;
      readonly actor?: string | readonly string[] | null | undefined;
      readonly recipient?: string | readonly string[] | null | undefined;
      readonly status?: Status | undefined;
      readonly category?: Category | undefined;
      readonly note?: string | undefined;
    };
type CategoryFile = z.infer<typeof categorySchema>;
type Predicated = { verbs?: string[] | undefined; nouns?: string[] | undefined; adjectives?: string[] | undefined };

/** The sentences of a category file that the tests run. */
export interface OntologyExamples {
  readonly category: Category | null;
  readonly path: string;
  readonly examples: readonly OntologyExample[];
  readonly not: readonly string[];
}

const categoryPath = (dir: string, c: Category): string => join(dir, "ontology", `${c.toLowerCase()}.yaml`);

/** Reads every file of data/ontology, checked against each other. */
export function readOntologyTables(dataDir: string): OntologyTables {
  const dir = join(dataDir, "ontology");
  const scores = readYamlFile(join(dir, "scores.yaml"), scoresSchema).value.categories;
  const modes = Object.fromEntries(Object.entries(scores).map(([c, v]) => [c, Object.keys(v.modes ?? {})]));
  const classes = readClasses(join(dir, "classes.yaml"));
  const files = CATEGORIES.map((c) => readYamlFile(categoryPath(dataDir, c), categorySchema));
  const composition = readYamlFile(join(dir, "composition.yaml"), compositionSchema);
  const check = new Checker(classes, modes);
  const frames: Frame[] = [];
  const frameEntries: (readonly [Predicated, number])[] = [];
  for (const file of files)
    file.value.frames.forEach((f, i) => {
      frameEntries.push([f, frames.length]);
      frames.push(check.frame(file, f, i));
    });
  const operators = composition.value.operators.map((o, i) => check.operator(composition, o, i));
  const rules = composition.value.rules.map((r, i) => check.rule(composition, composition.value.groups, r, i));
  const rank = (i: number): number => -(frames[i]?.require.length ?? 0);
  return {
    frames,
    operators,
    rules,
    frameIndex: indexPredicates(frameEntries, (a, b) => rank(a) - rank(b) || a - b),
    operatorIndex: indexPredicates(
      composition.value.operators.map((o, i) => [o, i] as const),
      (a, b) => (operators[b]?.require.length ?? 0) - (operators[a]?.require.length ?? 0) || a - b,
    ),
    classes: Object.fromEntries([...classes].map(([k, v]) => [k, [...v]])),
    lightVerbs: readLightVerbs(join(dataDir, "cues", "light-verbs.csv")),
    scores: flatten(
      scores,
      (c) => c.score,
      (m) => m.score,
    ),
    quads: Object.fromEntries(Object.entries(scores).map(([c, v]) => [c, v.quad])),
    modes,
    cameo: Object.fromEntries(
      Object.entries(
        flatten(
          scores,
          (c) => c.cameo,
          (m) => m.cameo,
        ),
      ).filter((e): e is [string, string] => e[1] !== null),
    ),
  };
}

/** The examples of all category files and of composition.yaml. */
export function readOntologyExamples(dataDir: string): readonly OntologyExamples[] {
  const composition = join(dataDir, "ontology", "composition.yaml");
  return [
    ...CATEGORIES.map((c) => {
      const file = readYamlFile(categoryPath(dataDir, c), categorySchema);
      const not = file.value.not.map((n) => (typeof n === "string" ? n : n.text));
      return { category: c, path: file.path, examples: file.value.examples, not };
    }),
    {
      category: null,
      path: composition,
      examples: readYamlFile(composition, compositionSchema).value.examples,
      not: [],
    },
  ];
}

type Scores = z.infer<typeof scoresSchema>["categories"];
type ModeScore = { score: number | null; cameo: string | null };

function flatten<T>(
  scores: Scores,
  ofCategory: (c: Scores[string]) => T,
  ofMode: (m: ModeScore) => T,
): Record<string, T> {
  const out: Record<string, T> = {};
  for (const [c, v] of Object.entries(scores)) {
    out[c] = ofCategory(v);
    for (const [m, w] of Object.entries(v.modes ?? {})) out[`${c}.${m}`] = ofMode(w);
  }
  return out;
}

function readClasses(path: string): Map<string, Set<string>> {
  const raw = readYamlFile(path, z.record(z.string(), words));
  const resolved = new Map<string, Set<string>>();
  const resolve = (name: string, from: readonly string[]): Set<string> => {
    const done = resolved.get(name);
    if (done) return done;
    const members = raw.value[name];
    const at = { path, line: raw.lineOf([from.at(-1) ?? name]), column: from.at(-1) ?? name, value: `@${name}` };
    if (!members) throw new AppError("LEXICON_VALUE", { ...at, reason: "no such class" });
    if (from.includes(name)) throw new AppError("LEXICON_VALUE", { ...at, reason: "the class includes itself" });
    const set = new Set<string>();
    for (const m of members)
      if (m.startsWith("@")) for (const w of resolve(m.slice(1), [...from, name])) set.add(w);
      else set.add(m.toLowerCase());
    resolved.set(name, set);
    return set;
  };
  for (const name of Object.keys(raw.value)) resolve(name, []);
  return resolved;
}

function readLightVerbs(path: string): readonly LightVerb[] {
  return readCsvTable(path, ["verb", "slot", "subject", "note"]).map(({ line, value }) => {
    if (!["agent", "patient", "none"].includes(value.subject))
      throw new AppError("LEXICON_VALUE", {
        path,
        line,
        column: "subject",
        value: value.subject,
        reason: "agent, patient or none",
      });
    return { verb: value.verb, slot: value.slot, subject: value.subject as LightVerb["subject"], note: value.note };
  });
}

function indexPredicates(
  entries: readonly (readonly [Predicated, number])[],
  order: (a: number, b: number) => number,
): PredicateIndex<number> {
  const index = { verb: {}, noun: {}, adjective: {} } as Record<
    "verb" | "noun" | "adjective",
    Record<string, number[]>
  >;
  const add = (kind: "verb" | "noun" | "adjective", lemma: string, i: number): void => {
    const key = lemma.toLowerCase();
    const list = (index[kind][key] ??= []);
    if (!list.includes(i)) list.push(i);
  };
  for (const [entry, i] of entries) {
    for (const w of entry.verbs ?? []) add("verb", w, i);
    for (const w of entry.nouns ?? []) add("noun", w, i);
    for (const w of entry.adjectives ?? []) add("adjective", w, i);
  }
  for (const kind of Object.values(index)) for (const list of Object.values(kind)) list.sort(order);
  return index;
}

/** Turns checked YAML into frames, operators and rules; names file, line and remedy on the first fault. */
class Checker {
  private readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly modes: Readonly<Record<string, readonly string[]>>;
  private readonly ids = new Set<string>();

  constructor(classes: ReadonlyMap<string, ReadonlySet<string>>, modes: Readonly<Record<string, readonly string[]>>) {
    this.classes = classes;
    this.modes = modes;
  }

  frame(file: YamlFile<CategoryFile>, f: CategoryFile["frames"][number], i: number): Frame {
    const at = (key: string): (string | number)[] => ["frames", i, key];
    const category = file.value.id;
    this.id(file, f.id, at("id"));
    if (!f.verbs && !f.nouns && !f.adjectives) this.fail(file, at("id"), f.id, "needs verbs, nouns or adjectives");
    for (const m of f.modes ?? []) this.mode(file, at("modes"), category, m);
    for (const a of f.also ?? []) for (const m of a.modes ?? []) this.mode(file, at("also"), a.category, m);
    const recipient = this.choice(file, at("recipient"), f.recipient ?? (f.reciprocal ? "none" : "patient"));
    return {
      id: f.id,
      category,
      modes: f.modes ?? [],
      actor: this.choice(file, at("actor"), f.actor ?? "agent"),
      recipient,
      reciprocal: f.reciprocal ?? false,
      require: this.conditions(file, at("require"), f.require ?? {}),
      poss: f.poss ?? "agent",
      of: f.of ?? (recipient.slots.includes("patient") ? "patient" : "agent"),
      also: (f.also ?? []).map((a) => ({ category: a.category, modes: a.modes ?? [] })),
      status: f.status ?? null,
    };
  }

  operator(
    file: YamlFile<z.infer<typeof compositionSchema>>,
    o: z.infer<typeof compositionSchema>["operators"][number],
    i: number,
  ): Operator {
    const at = (key: string): (string | number)[] => ["operators", i, key];
    this.id(file, o.id, at("id"));
    const { category, modes } = o.fallback ?? {};
    if (category) for (const m of modes ?? []) this.mode(file, at("fallback"), category, m);
    const recipient = this.choice(file, at("recipient"), o.recipient ?? "none");
    return {
      id: o.id,
      kind: o.kind,
      over: this.choice(file, at("over"), o.over).slots,
      actor: this.choice(file, at("actor"), o.actor ?? "agent"),
      recipient,
      require: this.conditions(file, at("require"), o.require ?? {}),
      fallback: category ? { category, modes: modes ?? [] } : null,
      poss: o.poss ?? "agent",
      of: o.of ?? (recipient.slots.includes("patient") ? "patient" : "agent"),
    };
  }

  rule(
    file: YamlFile<z.infer<typeof compositionSchema>>,
    groups: Readonly<Record<string, readonly string[]>>,
    r: z.infer<typeof compositionSchema>["rules"][number],
    i: number,
  ): CompositionRule {
    const at = (key: string): (string | number)[] => ["rules", i, key];
    this.id(file, r.id, at("id"));
    const expand = (name: string): readonly string[] => groups[name]?.flatMap(expand) ?? [name];
    const acts = r.acts.flatMap(expand);
    for (const a of acts) {
      const [c, m] = a.split(".");
      if (a !== "*" && !(c !== undefined && c in this.modes))
        this.fail(file, at("acts"), a, "no such category or group");
      if (c !== undefined && m !== undefined) this.mode(file, at("acts"), c, m);
    }
    return {
      id: r.id,
      operators: r.operators,
      acts,
      becomes: r.becomes,
      modes: r.modes ?? [],
      status: r.status ?? null,
      actor: r.actor ?? "operator-or-act",
      recipient: r.recipient ?? "act-or-operator",
      actStays: r.act_stays ?? false,
    };
  }

  private fail(file: YamlFile<unknown>, at: readonly (string | number)[], value: string, reason: string): never {
    throw new AppError("LEXICON_VALUE", {
      path: file.path,
      line: file.lineOf(at),
      column: at.join("."),
      value,
      reason,
    });
  }

  private id(file: YamlFile<unknown>, id: string, at: readonly (string | number)[]): void {
    if (this.ids.has(id)) this.fail(file, at, id, "this id is used twice");
    this.ids.add(id);
  }

  private mode(file: YamlFile<unknown>, at: readonly (string | number)[], category: string, mode: string): void {
    const known = this.modes[category] ?? [];
    if (!known.includes(mode))
      this.fail(file, at, mode, `not a mode of ${category}; its modes are ${known.join(", ") || "none"}`);
  }

  private choice(file: YamlFile<unknown>, at: readonly (string | number)[], text: string): SlotChoice {
    if (text === "none") return { take: "first", slots: [] };
    const take = text.includes("+") ? "all" : "first";
    const slots = text.split(/[|+]/).map((s) => s.trim());
    for (const s of slots) if (!SLOTS.has(s)) this.fail(file, at, s, "no such slot; see data/ontology/README.md");
    return { take, slots };
  }

  private conditions(
    file: YamlFile<unknown>,
    at: readonly (string | number)[],
    require: Readonly<Record<string, string | readonly string[]>>,
  ): readonly SlotCondition[] {
    return Object.entries(require).map(([slot, value]) => {
      if (!SLOTS.has(slot)) this.fail(file, [...at, slot], slot, "no such slot; see data/ontology/README.md");
      if (value === "present" || value === "absent") return { slot, kind: value, classes: [], lemmas: [] };
      const optional = typeof value === "string" && value.endsWith("?");
      const items = typeof value === "string" ? [value.replace(/\?$/, "")] : value;
      const negative = items.every((v) => v.startsWith("!"));
      const plain = items.map((v) => v.replace(/^!/, ""));
      const classes = plain.filter((v) => /^[A-Z_0-9]+$/.test(v) && v.length > 1);
      for (const c of classes)
        if (!BUILT_IN.has(c) && !this.classes.has(c))
          this.fail(file, [...at, slot], c, "no such class in classes.yaml");
      const lemmas = plain.filter((v) => !classes.includes(v)).map((v) => v.toLowerCase());
      return { slot, kind: negative ? "none-of" : optional ? "if-present" : "any-of", classes, lemmas };
    });
  }
}
