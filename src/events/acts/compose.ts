import type { Predication } from "../../core/event-layers.ts";
import { BUILT_IN_CLASSES, type Frame, type Operator } from "../../core/ontology.ts";
import { mergeParties, withoutParties, type ActDraft } from "./act-draft.ts";
import { applyRule, ruleFor } from "./apply-rule.ts";
import { argumentsIn, failedCondition, matchFrame, partiesIn, type Trial } from "./match-frames.ts";
import type { PartyReader } from "./party-reader.ts";
import type { PredicateLookup } from "./predicate-lookup.ts";
import { reachRecipient } from "./reach-recipient.ts";

/** Operators that set a course of action, so that a negated act below them is one refused or forgone. */
const COMMITTING = new Set([
  "promise",
  "plan",
  "resolve",
  "decide",
  "request",
  "threaten",
  "warn",
  "accuse",
  "condemn",
  "allow",
]);
const NONE = { take: "first", slots: [] } as const;
const NO_SIDES = { poss: "agent", of: "patient" } as const;
/** Nested operators deeper than this do not occur in real sentences; the bound keeps damaged trees from looping. */
const MAX_DEPTH = 8;

/** Reads the predications of one sentence into acts: frames first, operators over them. */
export class Composer {
  private readonly reader: PartyReader;
  private readonly lookup: PredicateLookup;
  private readonly byToken = new Map<number, Predication>();
  private readonly done = new Map<number, readonly ActDraft[]>();
  private readonly consumed = new Set<number>();
  private readonly onTrial: ((t: Trial) => void) | null;

  constructor(
    predications: readonly Predication[],
    reader: PartyReader,
    lookup: PredicateLookup,
    onTrial: ((t: Trial) => void) | null,
  ) {
    this.reader = reader;
    this.lookup = lookup;
    this.onTrial = onTrial;
    for (const p of predications) this.byToken.set(p.token, p);
  }

  /** The sentence's acts in the order of their triggers. */
  run(): readonly ActDraft[] {
    const all: ActDraft[] = [];
    for (const p of this.byToken.values()) this.evaluate(p, 0);
    for (const p of this.byToken.values()) if (!this.consumed.has(p.id)) all.push(...(this.done.get(p.id) ?? []));
    return mergeTwins(all).sort((a, b) => (a.trigger[0] ?? 0) - (b.trigger[0] ?? 0));
  }

  private evaluate(p: Predication, depth: number): readonly ActDraft[] {
    const known = this.done.get(p.id);
    if (known) return known;
    this.done.set(p.id, []);
    if (depth > MAX_DEPTH) return [];
    const acts = this.read(p, depth);
    this.done.set(p.id, acts);
    return acts;
  }

  private read(p: Predication, depth: number): readonly ActDraft[] {
    const frame = matchFrame(p, this.reader, this.lookup, this.onTrial);
    const idiom = frame && this.asIdiom(frame, p);
    const operators = this.lookup.operatorsOf(p);
    for (const operator of operators)
      if (operator.kind === "topic" && this.holds(operator, p, true)) this.compose(operator, p, depth);
    // "scrapped plans to lend money", "rejected calls to resign": where the noun itself governs an act, composition knows more.
    if (frame && idiom !== null && !(operators.length && (p.negated || idiom.some((n) => this.isComposed(n, depth)))))
      return this.fromIdiom(frame, p, idiom, depth);
    const composed: ActDraft[] = [];
    const kinds = new Set<string>();
    for (const operator of operators) {
      if (kinds.has(operator.kind) || !this.holds(operator, p, true)) continue;
      const acts = this.compose(operator, p, depth);
      if (acts.length) kinds.add(operator.kind);
      composed.push(...acts);
      if (composed.length) break;
    }
    if (composed.length) return composed;
    if (frame) return this.fromFrame(frame, p);
    // "suspected guerrillas", "the accused general": a participle that only describes its noun reports no act of its own.
    if (p.kind === "verb" && this.reader.graph.token(p.token).deprel === "amod") return [];
    for (const operator of operators)
      if (operator.fallback && this.holds(operator, p, false) && this.governs(operator, p))
        return this.fromFallback(operator, p);
    return [];
  }

  /**
   * A verb frame that asks for the very noun in its object ("drop charges", "impose sanctions") means more than verb and
   * noun composed: it goes before the operators, and the noun is no act of its own. Null when the frame is none such.
   */
  private asIdiom(frame: Frame, p: Predication): readonly Predication[] | null {
    if (p.kind !== "verb" || frame.category === "ACCUSE" || frame.category === "SUPPORT") return null;
    const nouns: Predication[] = [];
    for (const c of frame.require) {
      if (
        c.kind !== "any-of" ||
        c.slot === "agent" ||
        !(c.lemmas.length || c.classes.some((n) => !BUILT_IN_CLASSES.has(n)))
      )
        continue;
      for (const a of p.arguments) {
        const noun = a.slot === c.slot ? this.byToken.get(a.token) : undefined;
        if (noun?.kind === "noun") nouns.push(noun);
      }
    }
    return nouns.length ? nouns : null;
  }

  private isComposed(noun: Predication, depth: number): boolean {
    return this.evaluate(noun, depth + 1).some((act) => act.governed !== null || act.outer.id !== act.predication.id);
  }

  /** The verb's act with the parties that hang on its noun; the noun is told with it. */
  private fromIdiom(frame: Frame, p: Predication, nouns: readonly Predication[], depth: number): readonly ActDraft[] {
    const inner = nouns.flatMap((n) => this.evaluate(n, depth + 1));
    for (const n of nouns) this.consumed.add(n.id);
    return this.fromFrame(frame, p).map((act) => {
      const actors = act.actors.length ? act.actors : inner.flatMap((i) => i.actors).slice(0, 1);
      const recipients =
        act.recipients.length || !frame.recipient.slots.length
          ? act.recipients
          : withoutParties(
              inner.flatMap((i) => i.recipients),
              actors,
            );
      return { ...act, actors, recipients, ...(inner[0] ? { noun: inner[0].category } : {}) };
    });
  }

  /** `governing`: conditions on the governed slot itself are left to the rules. */
  private holds(operator: Operator, p: Predication, governing: boolean): boolean {
    let failed: string | null = null;
    for (const c of operator.require) {
      if (governing && operator.over.includes(c.slot) && c.kind !== "absent") continue;
      failed = failedCondition(c, p, operator, this.reader, this.lookup);
      if (failed !== null) break;
    }
    this.onTrial?.({ predication: p.id, rule: operator.id, failed });
    return failed === null;
  }

  private governed(operator: Operator, p: Predication): readonly Predication[] {
    const out: Predication[] = [];
    for (const slot of operator.over)
      for (const a of argumentsIn(p, slot, operator, this.reader)) {
        // "…, Lam continued": a phase verb over a finite clause only reports it.
        if (operator.kind === "keep" && a.path === "ccomp") continue;
        for (const i of this.reader.graph.withConjuncts(a.token)) {
          const inner = this.byToken.get(i);
          if (inner && inner.id !== p.id && !out.includes(inner) && this.takes(operator, p, inner)) out.push(inner);
        }
      }
    return out;
  }

  /** An operator that asks for a modal needs such a clause also where the clause itself tells no act. */
  private governs(operator: Operator, p: Predication): boolean {
    return operator.governed === null || this.governed(operator, p).length > 0;
  }

  /** Whether the clause has the modal and the subject that the operator asks for. */
  private takes(operator: Operator, p: Predication, inner: Predication): boolean {
    const { governed } = operator;
    if (!governed) return true;
    const { graph } = this.reader;
    const modals = inner.auxiliaries.filter((i) => graph.token(i).xpos === "MD").map((i) => graph.token(i).lower);
    // "needs to leave", "has to leave"; the "has" of "has left" is no modal.
    if (inner.arguments.some((a) => a.slot === "clause" && a.path.startsWith("xcomp"))) modals.push(inner.lemma);
    if (!modals.some((m) => governed.modals.includes(m))) return false;
    const subject = inner.arguments.find((a) => a.slot === (inner.passive ? "patient" : "agent"));
    const speaker = p.arguments.find((a) => a.slot === "agent");
    if (!subject || !speaker) return false;
    return (governed.subject === "self") === this.reader.isSameParty(speaker.token, subject.token);
  }

  private compose(operator: Operator, p: Predication, depth: number): readonly ActDraft[] {
    const out: ActDraft[] = [];
    for (const inner of this.governed(operator, p)) {
      for (const read of this.evaluate(inner, depth + 1)) {
        const act = this.abstained(read, inner, operator, p);
        const { rules } = this.lookup.tables;
        const inverse = p.negated ? ruleFor(rules, `not-${operator.kind}`, act) : null;
        const rule = inverse ?? ruleFor(rules, operator.kind, act);
        if (!rule) continue;
        const made = applyRule(rule, operator, p, this.controlled(act, operator, p), this.reader);
        if (!rule.actStays) this.consumed.add(inner.id);
        // "did not rule out", "did not stop": the negation is used up by the operator.
        if (made) out.push(inverse ? { ...made, outer: act.outer } : made);
      }
    }
    return out;
  }

  /** "agreed not to attack", "decided not to send aid": a commitment or demand over a negated act is one to abstain from it. */
  private abstained(act: ActDraft, inner: Predication, operator: Operator, p: Predication): ActDraft {
    if (!inner.negated || act.outer.id !== inner.id || !COMMITTING.has(operator.kind)) return act;
    const rule = ruleFor(this.lookup.tables.rules, "abstain", act);
    return (rule && applyRule(rule, { ...operator, actor: NONE, recipient: NONE }, p, act, this.reader)) ?? act;
  }

  /** Whoever is urged, accused, forced or helped is the one who acts: "called on X to resign". */
  private controlled(act: ActDraft, operator: Operator, p: Predication): ActDraft {
    if (!["request", "accuse", "prevent", "allow", "help", "cause"].includes(operator.kind)) return act;
    const asked = partiesIn(operator.recipient, p, operator, this.reader);
    if (!asked.length) return act;
    const own = act.predication.arguments.find(
      (a) => a.slot === "agent" && (a.path === "nsubj" || a.path.startsWith("obl")),
    );
    return own ? act : { ...act, actors: asked, recipients: withoutParties(act.recipients, asked) };
  }

  private fromFrame(frame: Frame, p: Predication): readonly ActDraft[] {
    const { actors, recipients } = this.parties(frame, p);
    const base = {
      actors,
      recipients,
      status: frame.status,
      trigger: triggerOf(p, frame, this.reader),
      predication: p,
      outer: p,
      governed: null,
      because: [{ field: "event", rule: frame.id, path: p.lemma }, ...partyReasons(actors, recipients, frame.id)],
    };
    return [
      { category: frame.category, modes: frame.modes, ...base },
      ...frame.also.map((a) => ({ category: a.category, modes: a.modes, ...base })),
    ];
  }

  private parties(frame: Frame, p: Predication): Pick<ActDraft, "actors" | "recipients"> {
    let actors = partiesIn(frame.actor, p, frame, this.reader);
    if (frame.reciprocal) {
      const all = {
        take: "all",
        slots:
          p.kind === "verb"
            ? ["agent", "patient", "with", "between", "among"]
            : ["agent", "poss", "with", "between", "among", "modifier"],
      } as const;
      actors = mergeParties(actors, partiesIn(all, p, frame, this.reader));
    }
    const recipients = partiesIn(frame.recipient, p, frame, this.reader, actors);
    const reached = !recipients.length && frame.recipient.slots.length > 0 && !frame.reciprocal;
    return { actors, recipients: reached ? reachRecipient(frame.category, p, this.reader, actors) : recipients };
  }

  private fromFallback(operator: Operator, p: Predication): readonly ActDraft[] {
    if (!operator.fallback) return [];
    const actors = partiesIn(operator.actor, p, operator, this.reader);
    let recipients = partiesIn(operator.recipient, p, operator, this.reader, actors);
    // "demanded that the army answer": whoever is to act is the one addressed.
    if (!recipients.length) {
      for (const a of p.arguments) {
        const inner = a.slot === "clause" ? this.byToken.get(a.token) : undefined;
        if (inner) recipients = partiesIn({ take: "first", slots: ["agent"] }, inner, NO_SIDES, this.reader, actors);
        if (recipients.length) break;
      }
    }
    if (!recipients.length) recipients = reachRecipient(operator.fallback.category, p, this.reader, actors);
    return [
      {
        ...operator.fallback,
        actors,
        recipients,
        status: null,
        trigger: [p.token],
        predication: p,
        outer: p,
        governed: null,
        because: [
          { field: "event", rule: operator.id, path: p.lemma },
          ...partyReasons(actors, recipients, operator.id),
        ],
      },
    ];
  }
}

function partyReasons(
  actors: ActDraft["actors"],
  recipients: ActDraft["recipients"],
  rule: string,
): ActDraft["because"] {
  return [
    ...actors.map((a) => ({ field: "actor", rule, path: a.path })),
    ...recipients.map((a) => ({ field: "recipient", rule, path: a.path })),
  ];
}

/** The predicate, its particle, its light verb, and the words that a condition of the frame asked for. */
function triggerOf(p: Predication, frame: Frame, reader: PartyReader): readonly number[] {
  const out = new Set([p.token]);
  if (p.light !== null && Math.abs(p.light - p.token) <= 4) out.add(p.light);
  for (const c of reader.graph.token(p.token).children) if (reader.graph.token(c).deprel === "compound:prt") out.add(c);
  for (const c of frame.require) {
    if (c.kind !== "any-of" || c.classes.some((n) => BUILT_IN_CLASSES.has(n))) continue;
    const a = p.arguments.find((x) => x.slot === c.slot);
    if (a && a.slot !== "agent" && Math.abs(a.token - p.token) <= 5) out.add(a.token);
  }
  return [...out].sort((a, b) => a - b).slice(0, 3);
}

/** The verb and the noun it carries told one act twice ("imposed sanctions"): one record with both triggers. */
function mergeTwins(acts: readonly ActDraft[]): ActDraft[] {
  const out: ActDraft[] = [];
  for (const act of acts) {
    const at = out.findIndex((o) => o.category === act.category && areTwins(o, act));
    const twin = out[at];
    if (!twin) out.push(act);
    else {
      const [first, second] = twin.predication.kind === "verb" ? [twin, act] : [act, twin];
      const actors = first.actors.length ? first.actors : withoutParties(second.actors, first.recipients);
      out[at] = {
        ...first,
        modes: [...new Set([...first.modes, ...second.modes])],
        actors,
        recipients: first.recipients.length ? first.recipients : withoutParties(second.recipients, actors),
        trigger: [...new Set([...first.trigger, ...second.trigger])].sort((a, b) => a - b).slice(0, 3),
        because: [...first.because, ...second.because],
      };
    }
  }
  return out;
}

function areTwins(a: ActDraft, b: ActDraft): boolean {
  if (a.predication.id === b.predication.id) return a.modes.join() === b.modes.join();
  const linked = (x: ActDraft, y: ActDraft): boolean =>
    x.predication.light === y.predication.token ||
    x.trigger.includes(y.predication.token) ||
    (y.predication.kind === "verb" &&
      x.predication.kind === "noun" &&
      y.predication.arguments.some((g) => g.token === x.predication.token && g.slot !== "clause"));
  return linked(a, b) || linked(b, a);
}
