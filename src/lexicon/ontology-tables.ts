import type { Category } from "../core/codes.ts";
import type { LightVerb, OntologyTables, PredicateIndex } from "../core/ontology.ts";
import type { LexiconSource } from "./lexicon-source.ts";
import { withSource, type DataFolder } from "./lexicon-source.ts";
import { OntologyCompiler } from "./ontology-compiler.ts";
import { readOntologyFiles, type CategoryScore, type Layered } from "./ontology-files.ts";
import type { CategoryFile, CompositionFile, FrameEntry, OntologyExample } from "./ontology-schema.ts";
import type { Position } from "./yaml-file.ts";

export type { OntologyExample } from "./ontology-schema.ts";

/** The sentences of a category file that the tests run. */
export interface OntologyExamples {
  readonly category: Category | null;
  readonly path: string;
  /** 0 for the shipped folder, 1 and more for those laid over it. */
  readonly layer: number;
  readonly examples: readonly OntologyExample[];
  readonly not: readonly string[];
  positionOf(key: "examples" | "not", index: number): Position;
}

type Predicated = Pick<FrameEntry, "verbs" | "nouns" | "adjectives">;

const LIGHT_VERBS = {
  file: "cues/light-verbs.csv",
  columns: ["verb", "slot", "subject", "note"],
  key: ["verb", "slot"],
} as const;

/** Reads every file of data/ontology, checked against each other. */
export function readOntologyTables(data: DataFolder): OntologyTables {
  return withSource(data, (source) => {
    const files = readOntologyFiles(source);
    const compiler = new OntologyCompiler(source, files);
    const frames = files.frames.map((f) => compiler.frame(f));
    const operators = files.operators.map((o) => compiler.operator(o));
    const specific =
      (list: readonly { readonly require: readonly unknown[] }[]) =>
      (a: number, b: number): number =>
        (list[b]?.require.length ?? 0) - (list[a]?.require.length ?? 0) || a - b;
    return {
      frames,
      operators,
      rules: files.rules.map((r) => compiler.rule(r)),
      frameIndex: indexPredicates(
        files.frames.map((f) => f.entry),
        specific(frames),
      ),
      operatorIndex: indexPredicates(
        files.operators.map((o) => o.entry),
        specific(operators),
      ),
      classes: Object.fromEntries([...files.classes].map(([k, v]) => [k, [...v]])),
      lightVerbs: readLightVerbs(source),
      ...scoreTables(files.scores),
    };
  });
}

/** The examples of all category files and of composition.yaml. */
export function readOntologyExamples(data: DataFolder): readonly OntologyExamples[] {
  return withSource(data, (source) => {
    const files = readOntologyFiles(source);
    return [
      ...files.categories.map((f) => examplesOf(f, f.value.id)),
      ...files.compositions.map((f) => examplesOf(f, null)),
    ];
  });
}

function examplesOf(file: Layered<CategoryFile | CompositionFile>, category: Category | null): OntologyExamples {
  const { value, path, layer } = file;
  const not = "not" in value ? (value.not ?? []) : [];
  return {
    category,
    path,
    layer,
    examples: value.examples ?? [],
    not: not.map((n) => (typeof n === "string" ? n : n.text)),
    positionOf: (key, index) => file.positionOf([key, index]),
  };
}

function scoreTables(
  scores: Readonly<Record<string, CategoryScore>>,
): Pick<OntologyTables, "scores" | "quads" | "modes" | "cameo"> {
  const out: {
    readonly scores: Record<string, number | null>;
    readonly quads: Record<string, 1 | 2 | 3 | 4>;
    readonly modes: Record<string, readonly string[]>;
    readonly cameo: Record<string, string>;
  } = { scores: {}, quads: {}, modes: {}, cameo: {} };
  for (const [c, v] of Object.entries(scores)) {
    out.scores[c] = v.score;
    out.quads[c] = v.quad;
    out.modes[c] = Object.keys(v.modes);
    if (v.cameo !== null) out.cameo[c] = v.cameo;
    for (const [m, w] of Object.entries(v.modes)) {
      out.scores[`${c}.${m}`] = w.score;
      if (typeof w.cameo === "string") out.cameo[`${c}.${m}`] = w.cameo;
    }
  }
  return out;
}

function readLightVerbs(source: LexiconSource): readonly LightVerb[] {
  return source.rows(LIGHT_VERBS, (c) => ({
    verb: c.filled("verb"),
    slot: c.filled("slot"),
    subject: c.oneOf("subject", ["agent", "patient", "none"]),
    note: c.text("note"),
  }));
}

function indexPredicates(
  entries: readonly Predicated[],
  order: (a: number, b: number) => number,
): PredicateIndex<number> {
  const index: Readonly<Record<"verb" | "noun" | "adjective", Record<string, number[]>>> = {
    verb: {},
    noun: {},
    adjective: {},
  };
  const add = (kind: "verb" | "noun" | "adjective", lemma: string, i: number): void => {
    const list = (index[kind][lemma.toLowerCase()] ??= []);
    if (!list.includes(i)) list.push(i);
  };
  entries.forEach((entry, i) => {
    for (const w of entry.verbs ?? []) add("verb", w, i);
    for (const w of entry.nouns ?? []) add("noun", w, i);
    for (const w of entry.adjectives ?? []) add("adjective", w, i);
  });
  for (const kind of Object.values(index)) for (const list of Object.values(kind)) list.sort(order);
  return index;
}
