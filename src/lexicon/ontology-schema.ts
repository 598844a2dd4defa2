import { z } from "zod";
import { STATUSES, type Category, type Status } from "../core/codes.ts";
import type { CompositionRule, GovernedCondition } from "../core/ontology.ts";

type Side = "agent" | "patient";
type Requirement = Readonly<Record<string, string | readonly string[]>>;
interface Predicates {
  readonly verbs?: readonly string[] | undefined;
  readonly nouns?: readonly string[] | undefined;
  readonly adjectives?: readonly string[] | undefined;
}
interface Outcome {
  readonly category: string;
  readonly modes?: readonly string[] | undefined;
}

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

export interface FrameEntry extends Predicates {
  readonly id: string;
  readonly require?: Requirement | undefined;
  readonly modes?: readonly string[] | undefined;
  readonly actor?: string | undefined;
  readonly recipient?: string | undefined;
  readonly reciprocal?: boolean | undefined;
  readonly poss?: Side | undefined;
  readonly of?: Side | undefined;
  readonly also?: readonly Outcome[] | undefined;
  readonly status?: Status | undefined;
  readonly note?: string | undefined;
}

export interface OperatorEntry extends Predicates {
  readonly id: string;
  readonly kind: string;
  readonly over: string;
  readonly actor?: string | undefined;
  readonly recipient?: string | undefined;
  readonly require?: Requirement | undefined;
  readonly governed?: GovernedCondition | undefined;
  readonly fallback?: Outcome | undefined;
  readonly poss?: Side | undefined;
  readonly of?: Side | undefined;
  readonly note?: string | undefined;
}

export interface RuleEntry {
  readonly id: string;
  readonly operators: readonly string[];
  readonly acts: readonly string[];
  readonly becomes: string;
  readonly modes?: readonly string[] | Readonly<Record<string, string>> | undefined;
  readonly status?: Status | undefined;
  readonly actor?: CompositionRule["actor"] | undefined;
  readonly recipient?: CompositionRule["recipient"] | undefined;
  readonly act_stays?: boolean | undefined;
  readonly note?: string | undefined;
}

export type ModeScores = Readonly<
  Record<string, { readonly score: number | null; readonly cameo?: string | null | undefined }>
>;

/** A category file. `quad`, `score`, `cameo` and `modes` define a category that scores.yaml does not have, or add modes. */
export interface CategoryFile {
  readonly id: string;
  readonly description?: string | undefined;
  readonly quad?: 1 | 2 | 3 | 4 | undefined;
  readonly score?: number | undefined;
  readonly cameo?: string | null | undefined;
  readonly modes?: ModeScores | undefined;
  readonly remove?: readonly string[] | undefined;
  readonly frames?: readonly FrameEntry[] | undefined;
  readonly examples?: readonly OntologyExample[] | undefined;
  readonly not?: readonly (string | { readonly text: string; readonly note?: string | undefined })[] | undefined;
}

/** composition.yaml: operators, and the rules by which they change acts. */
export interface CompositionFile {
  readonly groups?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly operators?: readonly OperatorEntry[] | undefined;
  readonly rules?: readonly RuleEntry[] | undefined;
  readonly remove?: readonly string[] | undefined;
  readonly examples?: readonly OntologyExample[] | undefined;
}

/** scores.yaml: quad class, score, CAMEO code and modes of each category. */
export interface ScoresFile {
  readonly categories: Readonly<
    Record<
      string,
      {
        readonly quad: 1 | 2 | 3 | 4;
        readonly score: number;
        readonly cameo: string | null;
        readonly modes?: ModeScores | undefined;
      }
    >
  >;
}

/** YAML reads `yes`, `on` and bare numbers as something else; a lemma is always text. */
const words = z.array(z.union([z.string(), z.number(), z.boolean()]).transform(String));
const requirement = z.record(z.string(), z.union([z.string(), words]));
const predicates = { verbs: words.optional(), nouns: words.optional(), adjectives: words.optional() };
const side = z.enum(["agent", "patient"]);
const quad = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const modeScores = z.record(
  z.string(),
  z.strictObject({ score: z.number().nullable(), cameo: z.string().nullable().optional() }),
);
const outcome = z.strictObject({ category: z.string(), modes: words.optional() });
const parties = z.union([z.string(), z.array(z.string()), z.null()]).optional();

const example = z.union([
  z.string(),
  z.strictObject({
    text: z.string(),
    modes: words.optional(),
    actor: parties,
    recipient: parties,
    status: z.enum(STATUSES).optional(),
    category: z.string().optional(),
    note: z.string().optional(),
  }),
]);

const frame = z.strictObject({
  id: z.string(),
  ...predicates,
  require: requirement.optional(),
  modes: words.optional(),
  actor: z.string().optional(),
  recipient: z.string().optional(),
  reciprocal: z.boolean().optional(),
  poss: side.optional(),
  of: side.optional(),
  also: z.array(outcome).optional(),
  status: z.enum(STATUSES).optional(),
  note: z.string().optional(),
});

/** The shape of a category file. */
export const categorySchema: z.ZodType<CategoryFile> = z.strictObject({
  id: z.string(),
  description: z.string().optional(),
  quad: quad.optional(),
  score: z.number().optional(),
  cameo: z.string().nullable().optional(),
  modes: modeScores.optional(),
  remove: words.optional(),
  frames: z.array(frame).optional(),
  examples: z.array(example).optional(),
  not: z.array(z.union([z.string(), z.strictObject({ text: z.string(), note: z.string().optional() })])).optional(),
});

const operator = z.strictObject({
  id: z.string(),
  kind: z.string(),
  ...predicates,
  over: z.string(),
  actor: z.string().optional(),
  recipient: z.string().optional(),
  require: requirement.optional(),
  governed: z.strictObject({ modals: words, subject: z.enum(["self", "other"]) }).optional(),
  fallback: outcome.optional(),
  poss: side.optional(),
  of: side.optional(),
  note: z.string().optional(),
});

const rule = z.strictObject({
  id: z.string(),
  operators: words,
  acts: words,
  becomes: z.string(),
  modes: z.union([words, z.record(z.string(), z.string())]).optional(),
  status: z.enum(STATUSES).optional(),
  actor: z.enum(["operator", "act", "operator-or-act", "act-or-operator"]).optional(),
  recipient: z
    .enum([
      "operator",
      "act",
      "act-actor",
      "operator-or-act-actor",
      "operator-or-act",
      "act-or-operator",
      "counterpart",
      "none",
    ])
    .optional(),
  act_stays: z.boolean().optional(),
  note: z.string().optional(),
});

/** The shape of composition.yaml. */
export const compositionSchema: z.ZodType<CompositionFile> = z.strictObject({
  groups: z.record(z.string(), words).optional(),
  operators: z.array(operator).optional(),
  rules: z.array(rule).optional(),
  remove: words.optional(),
  examples: z.array(example).optional(),
});

/** The shape of classes.yaml: word classes by name. */
export const classesSchema: z.ZodType<Readonly<Record<string, readonly string[]>>> = z.record(z.string(), words);

/** The shape of scores.yaml. */
export const scoresSchema: z.ZodType<ScoresFile> = z.strictObject({
  categories: z.record(
    z.string(),
    z.strictObject({ quad, score: z.number(), cameo: z.string().nullable(), modes: modeScores.optional() }),
  ),
});

/** JSON Schemas of the ontology's YAML files, by file name, for editors. */
export function ontologySchemas(): Readonly<Record<"category" | "composition" | "classes", object>> {
  const make = (schema: z.ZodType, title: string): object => ({ ...z.toJSONSchema(schema, { io: "input" }), title });
  return {
    category: make(categorySchema, "Dragoman ontology category"),
    composition: make(compositionSchema, "Dragoman composition table"),
    classes: make(classesSchema, "Dragoman word classes"),
  };
}
