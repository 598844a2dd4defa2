import type { CandidateTree } from "./candidate-tree.ts";

/** What the repair has to know of a model's labels. */
export interface RelativeLabels {
  readonly subject: number;
  readonly passiveSubject: number;
  readonly relative: number;
  readonly punctuation: number;
  readonly auxiliaries: ReadonlySet<number>;
  /** Relations by which a clause hangs on a participle that was wrongly taken for the main verb. */
  readonly clauses: ReadonlySet<number>;
  /** Relations of a participle that a main verb may take over. */
  readonly governing: ReadonlySet<number>;
}

/**
 * How much log probability the tree may lose: a sentence whose only finite verb hangs on a bare participle is wrong however
 * likely its parts are.
 */
const MARGIN = 6;
const FINITE = /^(?:VBD|VBP|VBZ|MD)$/;
const PARTICIPLE = /^VB[GN]$/;

export function relativeLabels(labels: readonly string[]): RelativeLabels {
  const at = (name: string): number => labels.indexOf(name);
  const set = (...names: string[]): ReadonlySet<number> => new Set(names.map(at));
  return {
    subject: at("nsubj"),
    passiveSubject: at("nsubj:pass"),
    relative: at("acl"),
    punctuation: at("punct"),
    auxiliaries: set("aux", "aux:pass", "cop"),
    clauses: set("ccomp", "parataxis", "acl", "acl:relcl", "advcl", "xcomp", "dep", "conj"),
    governing: set("root", "ccomp", "parataxis", "conj"),
  };
}

/**
 * Mends "The missiles fired by the army struck a depot" where "fired" became the main verb: the finite verb takes its place
 * and its subject, the participle becomes a relative of the subject.
 */
export function mendReducedRelatives(tree: CandidateTree, xpos: readonly string[], labels: RelativeLabels): void {
  for (let participle = 0; participle < tree.length; participle++) {
    if (!PARTICIPLE.test(xpos[participle] ?? "") || !labels.governing.has(tree.labels[participle] ?? -1)) continue;
    const children = childrenOf(tree, participle);
    if (children.some((c) => labels.auxiliaries.has(tree.labels[c] ?? -1))) continue;
    const plan = findPlan(tree, xpos, labels, participle, children);
    if (plan !== null && gain(tree, plan) > -MARGIN)
      for (const [token, head, label] of plan) tree.attach(token, head, label);
  }
}

type Plan = readonly (readonly [token: number, head: number, label: number])[];

function findPlan(
  tree: CandidateTree,
  xpos: readonly string[],
  labels: RelativeLabels,
  participle: number,
  children: readonly number[],
): Plan | null {
  const own = children.find((c) => c < participle && isSubject(tree, c, labels));
  for (let verb = participle + 1; verb < tree.length; verb++) {
    const head = tree.heads[verb] ?? -1;
    if ((head !== participle && head !== own) || !labels.clauses.has(tree.labels[verb] ?? -1)) continue;
    const below = childrenOf(tree, verb);
    const finite = FINITE.test(xpos[verb] ?? "") || below.some((c) => labels.auxiliaries.has(tree.labels[c] ?? -1));
    const subject = below.find((c) => isSubject(tree, c, labels));
    const shared = own ?? subject;
    if (!finite || shared === undefined || shared > participle || (own !== undefined && subject !== undefined))
      continue;
    const passive = below.some((c) => FINITE.test(xpos[c] ?? "")) && xpos[verb] === "VBN";
    const moved = children.filter((c) => c > verb);
    return [
      [verb, tree.heads[participle] ?? -1, tree.labels[participle] ?? 0],
      [shared, verb, passive ? labels.passiveSubject : labels.subject],
      [participle, shared, labels.relative],
      ...moved.map((c) => [c, verb, tree.labels[c] ?? 0] as const),
    ];
  }
  return null;
}

function isSubject(tree: CandidateTree, token: number, labels: RelativeLabels): boolean {
  const label = tree.labels[token];
  return label === labels.subject || label === labels.passiveSubject;
}

function childrenOf(tree: CandidateTree, head: number): readonly number[] {
  const children: number[] = [];
  for (let i = 0; i < tree.length; i++) if (tree.heads[i] === head) children.push(i);
  return children;
}

function gain(tree: CandidateTree, plan: Plan): number {
  let sum = 0;
  for (const [token, head, label] of plan) sum += tree.score(token, head, label) - tree.currentScore(token);
  return sum;
}
