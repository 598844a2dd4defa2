import type { Category, Status } from "../../core/codes.ts";
import type { SentenceGraph } from "../../core/sentence-graph.ts";
import type { Reading } from "../status/reading.ts";
import { isIndefinite } from "../status/governed-status.ts";
import { PLAIN } from "../status/reading.ts";
import type { StatusReader } from "../status/status-reader.ts";
import type { ActDraft } from "./act-draft.ts";
import { ruleFor } from "./apply-rule.ts";
import type { PredicateLookup } from "./predicate-lookup.ts";

type SettledAct = ActDraft & { readonly status: Status };

const FOLDS_TO_AGREE = new Set<Category>(["CONSULT", "SUPPORT", "COOPERATE", "AID"]);
const FOLDS_TO_CONCEDE = new Set<Category>(["RETREAT", "CONCEDE"]);
const SPEECH = new Set<Category>(["CONSULT", "SUPPORT", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE"]);
/** A commitment that has been made happened, whatever it promises. */
const COMMITMENTS = new Set<Category>(["AGREE", "CONCEDE", "THREATEN"]);

/** The act with its status decided, refused futures turned into REJECT and announced cooperation into AGREE. */
export function settleAct(
  act: ActDraft,
  graph: SentenceGraph,
  lookup: PredicateLookup,
  reader: StatusReader,
): SettledAct {
  const outer = outerReading(act, graph, reader);
  const own = (isKnownViolence(act, graph) ? null : act.status) ?? outer.status;
  const because = [
    ...act.because,
    { field: "status", rule: act.status ? "status.operator" : outer.rule, path: act.outer.lemma },
  ];
  if (outer.rule === "status.refusal" && act.category !== "REJECT") return refused({ ...act, because }, lookup);
  // The outer reading outweighs what an operator set, except that a denial stays a denial.
  const status = outer.status !== "actual" && own !== "negation" ? outer.status : own;
  return fold({ ...act, status, because });
}

function outerReading({ outer, category }: ActDraft, graph: SentenceGraph, reader: StatusReader): Reading {
  const read = reader.at(outer.token, graph);
  // What is said for a purpose, or on the side, is said: "called her to express support", "ordered him to leave, accusing him of …".
  if (SPEECH.has(category) && (read.rule === "status.purpose" || read.rule.endsWith(">adverbial"))) return PLAIN;
  // The light verb's negation is the noun's: "did not hold talks".
  if (outer.negated && read.status === "actual" && read.rule !== "status.counterfactual")
    return { status: "negation", certain: true, rule: "status.negation" };
  return read;
}

/** "The attack was planned in the north": violence that the reader knows of happened, whoever planned it. */
function isKnownViolence({ category, status, predication }: ActDraft, graph: SentenceGraph): boolean {
  return (
    category === "ASSAULT" &&
    status === "future" &&
    predication.kind === "noun" &&
    !isIndefinite(graph.token(predication.token), graph)
  );
}

function refused(act: ActDraft, lookup: PredicateLookup): SettledAct {
  const rule = ruleFor(lookup.tables.rules, "refuse", act);
  const modes = rule && Array.isArray(rule.modes) ? (rule.modes as readonly string[]) : [];
  return {
    ...act,
    category: "REJECT",
    modes,
    actors: act.recipients.length ? act.actors : act.actors.slice(0, 1),
    recipients: act.recipients.length ? act.recipients : act.actors.slice(1),
    status: "actual",
    because: [...act.because, { field: "event", rule: rule?.id ?? "status.refusal", path: act.outer.lemma }],
  };
}

function fold(act: SettledAct): SettledAct {
  if (act.status !== "future") return act;
  const category = FOLDS_TO_AGREE.has(act.category) ? "AGREE" : FOLDS_TO_CONCEDE.has(act.category) ? "CONCEDE" : null;
  if (category === null) return COMMITMENTS.has(act.category) ? { ...act, status: "actual" } : act;
  const because = [...act.because, { field: "event", rule: `fold.${category.toLowerCase()}`, path: act.category }];
  return { ...act, category, modes: [], status: "actual", foldedFrom: act.category, because };
}
