import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { CATEGORIES } from "../core/codes.ts";
import type { LexiconSource } from "./lexicon-source.ts";
import { nearest } from "./nearest.ts";
import {
  categorySchema,
  classesSchema,
  compositionSchema,
  scoresSchema,
  type CategoryFile,
  type CompositionFile,
  type FrameEntry,
  type OperatorEntry,
  type RuleEntry,
} from "./ontology-schema.ts";
import type { YamlFile, YamlPath } from "./yaml-file.ts";

export type Layered<T> = YamlFile<T> & { readonly layer: number };

/** An entry of a YAML list with its place, for messages. */
export interface Placed<T> {
  readonly file: Layered<unknown>;
  readonly at: YamlPath;
  readonly entry: T;
}

/** Everything of data/ontology, layers laid over each other: upper layers first, overridden and removed entries gone. */
export interface OntologyFiles {
  readonly categories: readonly Layered<CategoryFile>[];
  readonly compositions: readonly Layered<CompositionFile>[];
  readonly frames: readonly (Placed<FrameEntry> & { readonly category: string })[];
  readonly operators: readonly Placed<OperatorEntry>[];
  readonly rules: readonly Placed<RuleEntry>[];
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly scores: Readonly<Record<string, CategoryScore>>;
}

export interface CategoryScore {
  readonly quad: 1 | 2 | 3 | 4;
  readonly score: number;
  readonly cameo: string | null;
  readonly modes: Readonly<
    Record<string, { readonly score: number | null; readonly cameo?: string | null | undefined }>
  >;
}

/** Files of data/ontology that are no category. */
const OTHER = ["classes.yaml", "composition.yaml", "scores.yaml", "contexts.yaml"];

/** Reads data/ontology of every layer. */
export function readOntologyFiles(source: LexiconSource): OntologyFiles {
  const categories = categoryFiles(source).flatMap((file) =>
    source.yaml(file, categorySchema, CATEGORY_NAMES.has(file)),
  );
  const compositions = source.yaml("ontology/composition.yaml", compositionSchema);
  const entries = categories.flatMap((file) =>
    (file.value.frames ?? []).map((entry, i) => ({ file, at: ["frames", i], entry, category: file.value.id })),
  );
  const list = <K extends "operators" | "rules">(key: K): readonly Placed<NonNullable<CompositionFile[K]>[number]>[] =>
    compositions.flatMap((file) => (file.value[key] ?? []).map((entry, i) => ({ file, at: [key, i], entry })));
  const removed = [...categories, ...compositions].flatMap((file) =>
    (file.value.remove ?? []).map((id, i) => ({ file, at: ["remove", i], id })),
  );
  const all = [...entries, ...list("operators"), ...list("rules")];
  noteUnknownRemovals(source, removed, all);
  const standing = (p: Placed<{ readonly id: string }>): boolean =>
    !removed.some((r) => r.id === p.entry.id && r.file.layer > p.file.layer);
  return {
    categories,
    compositions,
    frames: upperFirst(source, entries).filter(standing),
    operators: upperFirst(source, list("operators")).filter(standing),
    rules: upperFirst(source, list("rules")).filter(standing),
    groups: readGroups(compositions),
    classes: readClasses(source),
    scores: readScores(source, categories),
  };
}

const CATEGORY_NAMES = new Set(CATEGORIES.map((c) => `ontology/${c.toLowerCase()}.yaml`));

/** The sixteen files of PLOVER's categories, and whatever other category files a layer has. */
function categoryFiles(source: LexiconSource): readonly string[] {
  const out = new Set(CATEGORY_NAMES);
  for (const folder of source.folders) {
    const dir = join(folder, "ontology");
    if (!existsSync(dir)) continue;
    for (const name of readdirSync(dir).sort())
      if (/\.ya?ml$/.test(name) && !OTHER.includes(name)) out.add(`ontology/${name}`);
  }
  return [...out];
}

/** Upper layers first; an entry replaces those of its id below it. The same id twice in one layer is a fault. */
function upperFirst<T extends Placed<{ readonly id: string }>>(source: LexiconSource, all: readonly T[]): readonly T[] {
  const top = new Map<string, T>();
  const layers = [...new Set(all.map((p) => p.file.layer))].sort((a, b) => b - a);
  for (const layer of layers)
    for (const p of all) {
      if (p.file.layer !== layer) continue;
      const other = top.get(p.entry.id);
      if (!other) top.set(p.entry.id, p);
      else if (other.file.layer === layer) {
        const where = other.file.positionOf([...other.at, "id"]).line;
        const first = other.file.path === p.file.path ? `line ${where}` : `${other.file.path}:${where}`;
        source.fault(
          p.file,
          [...p.at, "id"],
          p.entry.id,
          `this id is used twice, first in ${first}; give it one of its own`,
        );
      }
    }
  return [...top.values()];
}

function noteUnknownRemovals(
  source: LexiconSource,
  removed: readonly { readonly file: Layered<unknown>; readonly at: YamlPath; readonly id: string }[],
  all: readonly Placed<{ readonly id: string }>[],
): void {
  for (const { file, at, id } of removed) {
    const below = all.filter((p) => p.file.layer < file.layer).map((p) => p.entry.id);
    if (below.includes(id)) continue;
    const near = nearest(id, below);
    source.fault(
      file,
      at,
      id,
      `no frame, operator or rule of a layer below has this id${near === null ? "" : `; did you mean ${near}?`}`,
    );
  }
}

/** Groups of composition.yaml: upper layers add members, and take out those with `!` before them. */
function readGroups(files: readonly Layered<CompositionFile>[]): Record<string, readonly string[]> {
  const out: Record<string, readonly string[]> = {};
  for (const file of files)
    for (const [name, members] of Object.entries(file.value.groups ?? {})) {
      const gone = members.filter((m) => m.startsWith("!")).map((m) => m.slice(1));
      const added = members.filter((m) => !m.startsWith("!"));
      out[name] = [...new Set([...(out[name] ?? []), ...added])].filter((m) => !gone.includes(m));
    }
  return out;
}

interface Member {
  readonly text: string;
  readonly file: Layered<unknown>;
  readonly at: YamlPath;
}

/** classes.yaml of all layers: members add up; `@NAME` includes a class, `!word` takes a word out. */
function readClasses(source: LexiconSource): ReadonlyMap<string, ReadonlySet<string>> {
  const raw = new Map<string, Member[]>();
  for (const file of source.yaml("ontology/classes.yaml", classesSchema))
    for (const [name, members] of Object.entries(file.value)) {
      noteTwice(source, file, name, members);
      const list = members.map((text, i): Member => ({ text, file, at: [name, i] }));
      raw.set(name, [...(raw.get(name) ?? []), ...list]);
    }
  const resolved = new Map<string, Set<string>>();
  const resolve = (name: string, from: readonly string[]): ReadonlySet<string> => {
    const done = resolved.get(name);
    if (done) return done;
    const set = new Set<string>();
    for (const { text, file, at } of raw.get(name) ?? []) {
      if (text.startsWith("!")) set.delete(text.slice(1).toLowerCase());
      else if (!text.startsWith("@")) set.add(text.toLowerCase());
      else {
        const inner = text.slice(1);
        const near = nearest(inner, raw.keys());
        if (!raw.has(inner))
          source.fault(file, at, text, `no such class${near === null ? "" : `; did you mean @${near}?`}`);
        else if ([...from, name].includes(inner))
          source.fault(file, at, text, "the class includes itself; take this out");
        else for (const w of resolve(inner, [...from, name])) set.add(w);
      }
    }
    resolved.set(name, set);
    return set;
  };
  for (const name of raw.keys()) resolve(name, []);
  return resolved;
}

function noteTwice(source: LexiconSource, file: Layered<unknown>, name: string, members: readonly string[]): void {
  const seen = new Set<string>();
  members.forEach((m, i) => {
    if (seen.has(m.toLowerCase())) source.doubt(file, [name, i], m, "it is in the list twice; keep one");
    seen.add(m.toLowerCase());
  });
}

/** scores.yaml, and what category files say of categories and modes of their own. */
function readScores(source: LexiconSource, files: readonly Layered<CategoryFile>[]): Record<string, CategoryScore> {
  const out: Record<string, CategoryScore> = {};
  for (const file of source.yaml("ontology/scores.yaml", scoresSchema))
    for (const [id, s] of Object.entries(file.value.categories)) out[id] = { ...s, modes: s.modes ?? {} };
  for (const file of files) {
    const { id, quad, score, cameo, modes } = file.value;
    const known = out[id];
    if (!/^[A-Z][A-Z0-9_]*$/.test(id)) source.fault(file, ["id"], id, "write the category in capitals, digits and _");
    if (!known && (quad === undefined || score === undefined)) {
      const near = nearest(id, Object.keys(out));
      const reason = "a category of your own needs quad (1 to 4) and score (-10 to 10)";
      source.fault(file, ["id"], id, near === null ? reason : `did you mean ${near}? Else ${reason}`);
    } else
      out[id] = {
        quad: quad ?? known?.quad ?? 1,
        score: score ?? known?.score ?? 0,
        cameo: cameo === undefined ? (known?.cameo ?? null) : cameo,
        modes: { ...known?.modes, ...modes },
      };
  }
  return out;
}
