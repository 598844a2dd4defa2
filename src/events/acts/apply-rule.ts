import type { ActParty, Predication } from "../../core/event-layers.ts";
import type { CompositionRule, Operator } from "../../core/ontology.ts";
import { mergeParties, withoutParties, type ActDraft } from "./act-draft.ts";
import { partiesIn } from "./match-frames.ts";
import type { PartyReader } from "./party-reader.ts";

/** The first rule for this kind of operator over this act. */
export function ruleFor(rules: readonly CompositionRule[], kind: string, act: ActDraft): CompositionRule | null {
  return rules.find((r) => r.operators.includes(kind) && r.acts.some((a) => fits(a, act))) ?? null;
}

/** `CATEGORY`, `CATEGORY.mode`, `*`, each also with `@status`: "MOBILIZE@future" is one that was only planned. */
function fits(wanted: string, act: ActDraft): boolean {
  const at = wanted.indexOf("@");
  if (at > 0 && wanted.slice(at + 1) !== act.status) return false;
  const pattern = at > 0 ? wanted.slice(0, at) : wanted;
  if (pattern === "*" || pattern === act.category) return true;
  const dot = pattern.indexOf(".");
  return dot > 0 && pattern.slice(0, dot) === act.category && act.modes.includes(pattern.slice(dot + 1));
}

/** The act that a rule makes of a governed act; null when the rule drops it. */
export function applyRule(
  rule: CompositionRule,
  operator: Operator,
  p: Predication,
  act: ActDraft,
  reader: PartyReader,
): ActDraft | null {
  if (rule.becomes === "drop") return null;
  if (rule.becomes === "governed" && act.governed)
    return { ...act.governed, status: rule.status, outer: p, because: reasons(rule, operator, p, act) };
  const opActors = partiesIn(operator.actor, p, operator, reader);
  const opRecipients = partiesIn(operator.recipient, p, operator, reader, opActors);
  const asked = opRecipients.length ? opRecipients : act.actors;
  const actors = pickActors(rule, opActors, act);
  const kept = rule.becomes === "keep" || rule.becomes === "governed";
  const category = rule.becomes === "keep" || rule.becomes === "governed" ? act.category : rule.becomes;
  return {
    category,
    modes: kept ? act.modes : modesOf(rule, act),
    actors,
    recipients: withoutParties(pickRecipients(rule, opActors, opRecipients, asked, act), actors),
    status: rule.status ?? (kept ? act.status : null),
    trigger: kept ? act.trigger : [...new Set([p.token, ...act.trigger])].sort((a, b) => a - b),
    predication: act.predication,
    outer: p,
    governed: kept ? act.governed : act,
    because: reasons(rule, operator, p, act),
  };
}

function reasons(rule: CompositionRule, operator: Operator, p: Predication, act: ActDraft): ActDraft["because"] {
  return [
    { field: "event", rule: rule.id, path: `${p.lemma} > ${act.predication.lemma}` },
    { field: "event", rule: operator.id, path: p.lemma },
    ...act.because,
  ];
}

function modesOf(rule: CompositionRule, act: ActDraft): readonly string[] {
  const map = rule.modes;
  if (isList(map)) return map;
  const found = new Set<string>();
  for (const m of act.modes) {
    const mode = map[`${act.category}.${m}`];
    if (mode !== undefined) found.add(mode);
  }
  // "AGREE<AID": an agreement that an operator made of aid.
  const general = (act.governed && map[`${act.category}<${act.governed.category}`]) ?? map[act.category];
  if (!found.size && general !== undefined) found.add(general);
  return [...found];
}

function isList(modes: CompositionRule["modes"]): modes is readonly string[] {
  return Array.isArray(modes);
}

function pickActors(rule: CompositionRule, op: readonly ActParty[], act: ActDraft): readonly ActParty[] {
  switch (rule.actor) {
    case "operator":
      return op;
    case "act":
      return act.actors;
    case "operator-or-act":
      return op.length ? op : act.actors;
    case "act-or-operator":
      return act.actors.length ? act.actors : op;
  }
}

function pickRecipients(
  rule: CompositionRule,
  opActors: readonly ActParty[],
  opRecipients: readonly ActParty[],
  asked: readonly ActParty[],
  act: ActDraft,
): readonly ActParty[] {
  // What the governed act does to others: its recipients, and the other parties of a reciprocal act.
  const others = mergeParties(act.recipients, act.recipients.length ? [] : withoutParties(act.actors, opActors));
  switch (rule.recipient) {
    case "operator":
      return opRecipients;
    case "act":
      return act.recipients;
    case "act-actor":
      return act.actors.length ? act.actors : opRecipients;
    case "operator-or-act-actor":
      return asked;
    case "operator-or-act":
      return opRecipients.length ? opRecipients : others;
    case "act-or-operator":
      return others.length ? others : opRecipients;
    case "counterpart": {
      // "rejected Peru's offer to talk": whose offer it was; "refused to help Peru": whom the act would have reached.
      const theirs = withoutParties(act.actors, opActors);
      if (theirs.length) return theirs;
      return act.recipients.length ? act.recipients : opRecipients;
    }
    case "none":
      return [];
  }
}
