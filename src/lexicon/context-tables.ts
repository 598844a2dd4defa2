import { join } from "node:path";
import { z } from "zod";
import { CATEGORIES, SECTORS, SUPRANATIONAL } from "../core/codes.ts";
import { CONTEXTS, REACHES, type ContextName, type ContextRow, type ContextRule } from "../core/contexts.ts";
import { AppError } from "../core/errors.ts";
import { readYamlFile, type YamlFile } from "./yaml-file.ts";

const WEIGHTS = { strong: 1, weak: 0.5 } as const;

const word = z.union([z.string(), z.number(), z.boolean()]).transform(String);
/** A list, or one word or class by itself. */
const words: z.ZodType<string[]> = z.union([word.transform((w) => [w]), z.array(word)]);
const oneOrMore = <T extends z.ZodType>(item: T): z.ZodType<z.infer<T>[]> =>
  z.union([item.transform((v) => [v]), z.array(item)]);
const category = oneOrMore(z.enum(CATEGORIES));
const kinds = oneOrMore(z.enum([...SECTORS, ...SUPRANATIONAL]));
const contexts = oneOrMore(z.enum(CONTEXTS));
const ruleSchema = z.strictObject({
  category: category.optional(),
  modes: words.optional(),
  actor: kinds.optional(),
  recipient: kinds.optional(),
  party: kinds.optional(),
  office: words.optional(),
  trigger: words.optional(),
  words: words.optional(),
  also: words.optional(),
  primary: z.boolean().optional(),
  unless: words.optional(),
  across: z.boolean().optional(),
  beside: contexts.optional(),
  absent: contexts.optional(),
  weight: z.enum(["strong", "weak"]).optional(),
  drop: z.boolean().optional(),
  note: z.string().optional(),
});
const sentence = z.union([z.string(), z.strictObject({ text: z.string(), title: z.string().optional() })]);
const contextSchema = z.strictObject({
  id: z.enum(CONTEXTS),
  description: z.string(),
  reach: z.enum(REACHES),
  strong: words,
  weak: words.optional(),
  blockers: words.optional(),
  companions: contexts.optional(),
  rules: z.array(ruleSchema).optional(),
  examples: z.array(sentence),
  not: z.array(sentence),
});
type ContextFile = z.infer<typeof contextSchema>;
type RuleEntry = z.infer<typeof ruleSchema>;
type Classes = ReadonlyMap<string, readonly string[]>;

/** A short report that a context's file gives as one that has it, or has not. */
export interface ContextExample {
  readonly text: string;
  readonly title: string | null;
}

/** The sentences of one context file that the tests run. */
export interface ContextExamples {
  readonly name: ContextName;
  readonly path: string;
  readonly examples: readonly ContextExample[];
  readonly not: readonly ContextExample[];
}

/** Reads data/contexts: one file a context, and the word classes that they share. */
export function readContexts(dataDir: string): readonly ContextRow[] {
  const classes = readClasses(join(dataDir, "contexts", "classes.yaml"));
  return CONTEXTS.map((name) => {
    const file = readContextFile(dataDir, name);
    const list = (key: "strong" | "weak" | "blockers"): readonly string[] =>
      expand(file, classes, [key], file.value[key] ?? []);
    return {
      name,
      reach: file.value.reach,
      strong: list("strong"),
      weak: list("weak"),
      blockers: list("blockers"),
      companions: file.value.companions ?? [],
      rules: (file.value.rules ?? []).map((r, i) => compileRule(file, classes, r, i)),
    };
  });
}

/** The examples and counter-examples of every context. */
export function readContextExamples(dataDir: string): readonly ContextExamples[] {
  return CONTEXTS.map((name) => {
    const { path, value } = readContextFile(dataDir, name);
    return { name, path, examples: value.examples.map(exampleOf), not: value.not.map(exampleOf) };
  });
}

function exampleOf(s: z.infer<typeof sentence>): ContextExample {
  return typeof s === "string" ? { text: s, title: null } : { text: s.text, title: s.title ?? null };
}

function readContextFile(dataDir: string, name: ContextName): YamlFile<ContextFile> {
  const file = readYamlFile(join(dataDir, "contexts", `${name}.yaml`), contextSchema);
  if (file.value.id !== name) fail(file, ["id"], file.value.id, `the file is named ${name}.yaml; give it that id`);
  return file;
}

function compileRule(file: YamlFile<ContextFile>, classes: Classes, r: RuleEntry, i: number): ContextRule {
  const list = (key: "words" | "also" | "unless" | "office" | "trigger"): readonly string[] =>
    expand(file, classes, ["rules", i, key], r[key] ?? []);
  if (!Object.keys(r).some((key) => !["weight", "drop", "note"].includes(key)))
    fail(file, ["rules", i], "{}", "a rule needs a condition");
  return {
    categories: r.category ?? [],
    modes: r.modes ?? [],
    actor: r.actor ?? [],
    recipient: r.recipient ?? [],
    party: r.party ?? [],
    office: list("office"),
    trigger: list("trigger"),
    words: list("words"),
    also: list("also"),
    primary: r.primary ?? false,
    unless: list("unless"),
    across: r.across ?? false,
    beside: r.beside ?? [],
    absent: r.absent ?? [],
    weight: WEIGHTS[r.weight ?? "strong"],
    drop: r.drop ?? false,
    told: tell(r),
  };
}

/** The rule's conditions in the words of the file; long lists are cut. */
function tell(r: RuleEntry): string {
  const named = (name: string, list: readonly string[] | undefined): readonly string[] =>
    list?.length ? [`${name} ${list.slice(0, 3).join("|")}${list.length > 3 ? "|…" : ""}`] : [];
  return [
    ...named("category", r.category),
    ...named("mode", r.modes),
    ...named("actor", r.actor),
    ...named("recipient", r.recipient),
    ...named("party", r.party),
    ...named("office", r.office),
    ...named("trigger", r.trigger),
    ...named("words", r.words),
    ...named("and", r.also),
    ...(r.across ? ["parties of two countries"] : []),
    ...named("beside", r.beside),
    ...named("without", [...(r.absent ?? []), ...(r.unless ?? [])]),
  ].join(", ");
}

function readClasses(path: string): Classes {
  const file = readYamlFile(path, z.record(z.string(), words));
  const classes = new Map<string, readonly string[]>();
  for (const [name, members] of Object.entries(file.value)) classes.set(name, expand(file, classes, [name], members));
  return classes;
}

/** Replaces `@NAME` by the words of the class; a class may include classes that stand above it. */
function expand<T>(
  file: YamlFile<T>,
  classes: Classes,
  at: readonly (string | number)[],
  members: readonly string[],
): readonly string[] {
  return members.flatMap((m) => {
    if (!m.startsWith("@")) return [m];
    return classes.get(m.slice(1)) ?? fail(file, at, m, "no such class above this line of contexts/classes.yaml");
  });
}

function fail<T>(file: YamlFile<T>, at: readonly (string | number)[], value: string, reason: string): never {
  throw new AppError("LEXICON_VALUE", {
    path: file.path,
    line: file.lineOf(at),
    column: at.join("."),
    value,
    reason,
  });
}
