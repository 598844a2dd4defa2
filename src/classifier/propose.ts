import type { ActParty, Argument, Predication } from "../core/event-layers.ts";
import { CATEGORIES, type Category } from "../core/codes.ts";
import type { Sentence } from "../core/layers.ts";
import type { MentionIndex } from "../core/mention-index.ts";
import type { PredicateTools } from "./predicate-features.ts";
import { relationFeatures } from "./relation-features.ts";
import { bestLabel, type SoftmaxModel } from "./softmax.ts";

/** A category for a predication that no frame knows. */
export interface Proposal {
  readonly category: Category;
  readonly probability: number;
  readonly actor: ActParty;
  readonly recipient: ActParty;
}

export interface ProposalInput {
  readonly sentence: Sentence;
  readonly predications: readonly Predication[];
  readonly index: MentionIndex;
}

export interface ProposalTools extends PredicateTools {
  readonly model: SoftmaxModel;
  /** Proposals less likely than this are none; chosen for precision. */
  readonly threshold: number;
}

/** Slots in which an actor may be at the receiving end of an unknown act, in the order in which they are asked. */
const RECEIVING = ["patient", "recipient", "against", "with", "to", "on", "from", "at", "over", "for"];
/** Sectors and kinds that make a predication political; two private persons do each other nothing that is coded. */
const POLITICAL_KINDS = new Set(["country", "organisation", "group"]);

/**
 * What a predication without frame may be: the general model's category when it is likely enough, both sides are actors of
 * which one at least is political, and the verb is told as a fact of its own. Null otherwise. Pure; never call it for a predication
 * that has an act, for a proposal overrides no frame.
 */
export function propose(p: Predication, input: ProposalInput, tools: ProposalTools): Proposal | null {
  // What is only wanted, meant or feared is no fact to propose an act for.
  if (p.kind !== "verb" || p.form !== "finite" || p.negated || tools.lookup.operatorsOf(p).length) return null;
  const actor = partyIn(p, ["agent"], input);
  const recipient = partyIn(p, RECEIVING, input);
  if (!actor || !recipient || actor.token === recipient.token) return null;
  if (!isPolitical(actor.token, input) && !isPolitical(recipient.token, input)) return null;
  const { index, sentence, predications } = input;
  const reading = {
    sentences: [{ sentence, predications, source: spanOf(actor.token, input), target: spanOf(recipient.token, input) }],
    index,
    acts: [],
  };
  const { label, probability } = bestLabel(tools.model, relationFeatures(reading, tools).row());
  const category = CATEGORIES.find((name) => name === label);
  return category === undefined || probability < tools.threshold ? null : { category, probability, actor, recipient };
}

/** The first argument in one of the slots that is a known actor. */
function partyIn(p: Predication, slots: readonly string[], input: ProposalInput): ActParty | null {
  for (const slot of slots)
    for (const a of p.arguments) if (a.slot === slot && isActor(a, input)) return { token: a.token, path: a.path };
  return null;
}

function isActor(a: Argument, { sentence, index }: ProposalInput): boolean {
  const mention = index.covering(sentence.index, a.token);
  const entity = mention && index.entityOf(mention);
  if (!entity || entity.kind === "place" || entity.kind === "thing") return false;
  return entity.code !== "" || entity.sectors.length > 0 || entity.members.length > 0;
}

function isPolitical(token: number, { sentence, index }: ProposalInput): boolean {
  const mention = index.covering(sentence.index, token);
  const entity = mention && index.entityOf(mention);
  return entity !== null && (entity.sectors.length > 0 || POLITICAL_KINDS.has(entity.kind));
}

/** The tokens of the mention that a party's head stands in. */
function spanOf(token: number, { sentence, index }: ProposalInput): ReadonlySet<number> {
  const mention = index.covering(sentence.index, token);
  if (!mention) return new Set([token]);
  return new Set(Array.from({ length: mention.last - mention.first + 1 }, (_, i) => mention.first + i));
}
