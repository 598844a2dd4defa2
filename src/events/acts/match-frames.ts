import type { ActParty, Argument, Predication } from "../../core/event-layers.ts";
import {
  BUILT_IN_CLASSES,
  type Frame,
  type Operator,
  type SlotChoice,
  type SlotCondition,
} from "../../core/ontology.ts";
import type { PartyReader } from "./party-reader.ts";
import type { PredicateLookup } from "./predicate-lookup.ts";

/** Which arguments count as which slot for an entry: nouns let the possessor and the of-phrase play agent or patient. */
type Sides = Pick<Frame | Operator, "poss" | "of"> & { readonly category?: Frame["category"] | null };

/** Arguments of a predication that fill a slot. */
export function argumentsIn(p: Predication, slot: string, sides: Sides, reader: PartyReader): readonly Argument[] {
  const direct = p.arguments.filter((a) => a.slot === slot);
  if (p.kind === "noun" && (slot === "agent" || slot === "patient")) {
    const extra: Argument[] = [];
    for (const a of p.arguments) {
      if (a.slot === "poss" && sides.poss === slot) extra.push(a);
      else if (a.slot === "of" && sides.of === slot) extra.push(a);
      else if (a.slot === "modifier" && modifierSlot(a.token, sides, reader) === slot) extra.push(a);
    }
    return [...direct, ...extra];
  }
  if (p.kind === "verb" && !direct.length && slot !== "agent" && slot !== "patient" && slot !== "clause")
    return fromObjectNoun(p, slot, reader);
  return direct;
}

/** "rebel attack" names the attacker, "synagogue attack" the victim; before other nouns a modifier stands for the possessor. */
function modifierSlot(token: number, sides: Sides, reader: PartyReader): string | null {
  if (!reader.isActor(token)) return null;
  if (sides.category !== "ASSAULT" || sides.poss !== "agent") return sides.poss;
  return reader.bearsArms(token) ? "agent" : "patient";
}

/** "launched an investigation into X": the phrase may hang on the object noun. */
function fromObjectNoun(p: Predication, slot: string, reader: PartyReader): readonly Argument[] {
  const out: Argument[] = [];
  for (const a of p.arguments) {
    if (a.slot !== "patient") continue;
    for (const c of reader.graph.token(a.token).children) {
      const t = reader.graph.token(c);
      if (t.deprel === "nmod" && reader.graph.caseOf(c) === slot)
        out.push({ slot, token: c, path: `${a.path}>nmod:${slot}` });
      else if (slot === "poss" && t.deprel === "nmod:poss") out.push({ slot, token: c, path: `${a.path}>nmod:poss` });
    }
  }
  return out;
}

/** Null when the condition holds, else what failed, for `explain`. */
export function failedCondition(
  condition: SlotCondition,
  p: Predication,
  sides: Sides,
  reader: PartyReader,
  lookup: PredicateLookup,
): string | null {
  const found = argumentsIn(p, condition.slot, sides, reader);
  switch (condition.kind) {
    case "present":
      return found.length ? null : `${condition.slot} is missing`;
    case "absent":
      return found.length ? `${condition.slot} is there` : null;
    case "none-of":
      return found.some((a) => holds(condition, a.token, sides, reader, lookup))
        ? `${condition.slot} is ${describe(condition)}`
        : null;
    case "if-present":
    case "any-of": {
      if (!found.length) return condition.kind === "if-present" ? null : `${condition.slot} is missing`;
      return found.some((a) => holds(condition, a.token, sides, reader, lookup))
        ? null
        : `${condition.slot} is not ${describe(condition)}`;
    }
  }
}

function describe(c: SlotCondition): string {
  return [...c.classes, ...c.lemmas].slice(0, 4).join(" or ");
}

function holds(c: SlotCondition, token: number, sides: Sides, reader: PartyReader, lookup: PredicateLookup): boolean {
  const words = headWords(token, sides.category ?? null, reader, lookup);
  for (const w of words) {
    if (c.lemmas.includes(w)) return true;
    for (const name of c.classes) if (!BUILT_IN_CLASSES.has(name) && lookup.inClass(name, w)) return true;
  }
  return c.classes.some((name) => BUILT_IN_CLASSES.has(name) && reader.isKind(token, name));
}

/** The words by which a slot's head is known: lemma, modifier + lemma, and for coordinations each conjunct's. */
function headWords(
  token: number,
  category: string | null,
  reader: PartyReader,
  lookup: PredicateLookup,
): readonly string[] {
  const out: string[] = [];
  for (const i of reader.graph.withConjuncts(token)) {
    const t = reader.graph.token(i);
    const lemma = t.lemma.toLowerCase();
    out.push(lemma);
    if (t.lower !== lemma) out.push(t.lower);
    for (const c of t.children) {
      const child = reader.graph.token(c);
      if (child.deprel === "compound" || child.deprel === "amod") {
        const joined = `${child.lemma.toLowerCase()} ${lemma}`;
        // An air strike is no strike: a compound that has its own category is not known by its head.
        if (lookup.isOtherAct(joined, lemma, category))
          out.splice(0, out.length, ...out.filter((w) => w !== lemma && w !== t.lower));
        out.push(joined);
      }
      // "dozens of troops", "a number of missiles": what is counted decides.
      else if (child.deprel === "nmod" && reader.graph.caseOf(c) === "of" && lookup.inClass("COUNTING", lemma))
        out.push(child.lemma.toLowerCase());
    }
  }
  return out;
}

/** The parties that a slot list names. */
export function partiesIn(
  choice: SlotChoice,
  p: Predication,
  sides: Sides,
  reader: PartyReader,
  taken: readonly ActParty[] = [],
): readonly ActParty[] {
  const out: ActParty[] = [];
  for (const slot of choice.slots) {
    for (const a of argumentsIn(p, slot, sides, reader))
      for (const party of reader.parties(a.token, a.path))
        if (!out.some((o) => o.token === party.token) && !taken.some((o) => o.token === party.token)) out.push(party);
    if (out.length && choice.take === "first") break;
  }
  return out;
}

/** One attempt to read a predication by a frame, kept for `explain`. */
export interface Trial {
  readonly predication: number;
  readonly rule: string;
  readonly failed: string | null;
}

/** The most specific frame whose conditions hold. */
export function matchFrame(
  p: Predication,
  reader: PartyReader,
  lookup: PredicateLookup,
  onTrial: ((t: Trial) => void) | null,
): Frame | null {
  for (const frame of lookup.framesOf(p)) {
    let failed: string | null = null;
    for (const condition of frame.require) {
      failed = failedCondition(condition, p, frame, reader, lookup);
      if (failed !== null) break;
    }
    onTrial?.({ predication: p.id, rule: frame.id, failed });
    if (failed === null) return frame;
  }
  return null;
}
