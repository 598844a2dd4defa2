import type { Category } from "../../core/codes.ts";
import type { ActParty, Predication } from "../../core/event-layers.ts";
import { baseRelation } from "../../core/sentence-graph.ts";
import type { PartyReader } from "./party-reader.ts";

const HOSTILE = ["against", "on", "with", "to", "toward", "towards"];
const FRIENDLY = ["with", "to", "for", "toward", "towards", "into", "in favor of"];
/** Prepositions that lead to the party at whom an act of the category is aimed, most telling first. */
const LEADING: Partial<Record<Category, readonly string[]>> = {
  SANCTION: HOSTILE,
  COERCE: ["against", "on"],
  REJECT: [...HOSTILE, "by"],
  ACCUSE: ["against", "into"],
  THREATEN: ["against", "to", "toward", "towards", "with"],
  MOBILIZE: ["against", "near", "toward", "towards", "to", "into"],
  SUPPORT: FRIENDLY,
  COOPERATE: FRIENDLY,
  AGREE: FRIENDLY,
  AID: ["to", "for", "into"],
  CONCEDE: ["against", "on", "to"],
};
const DEEPEST = 3;

/**
 * The party that hangs deeper in the phrase than the frame's own slots reach: "maintains a ban on trade with Peru", "approves a
 * defence treaty with Chile", "dismissed charges of fraud against the mayor". Only what can act and belongs to some country counts.
 */
export function reachRecipient(
  category: Category,
  p: Predication,
  reader: PartyReader,
  taken: readonly ActParty[],
): readonly ActParty[] {
  const leading = LEADING[category];
  if (!leading) return [];
  const found: { readonly rank: number; readonly token: number; readonly path: string }[] = [];
  const visit = (token: number, depth: number, path: string): void => {
    for (const c of reader.graph.token(token).children) {
      const child = reader.graph.token(c);
      const relation = baseRelation(child.deprel);
      const preposition = relation === "nmod" || relation === "obl" ? reader.graph.caseOf(c) : null;
      const rank = preposition === null ? -1 : leading.indexOf(preposition);
      if (rank >= 0 && reader.isPolitical(c))
        found.push({ rank, token: c, path: `${path}>${relation}:${preposition ?? ""}` });
      const isNoun = child.upos === "NOUN" || child.upos === "PROPN";
      // From the verb only its object leads on, or what it commits itself to; from a noun all that narrows it down.
      const commitment = relation === "obl" && preposition === "to" && isNoun && !reader.isPolitical(c);
      const goesOn =
        relation === "obj" ||
        commitment ||
        (relation === "nmod" && isNoun) ||
        relation === "acl" ||
        (relation === "obl" && depth > 0);
      if (goesOn && depth < DEEPEST && child.deprel !== "acl:relcl") visit(c, depth + 1, `${path}>${relation}`);
    }
  };
  visit(p.token, 0, p.lemma);
  if (p.light !== null) visit(p.light, 0, p.lemma);
  // "rejected the council decision", "a State Department call": whose word it is stands before it.
  if (category === "REJECT")
    for (const a of p.arguments)
      if (a.slot === "patient")
        for (const c of reader.graph.token(a.token).children)
          if (reader.graph.token(c).deprel === "compound" && reader.isPolitical(c))
            found.push({ rank: leading.length, token: c, path: `${a.path}>compound` });
  found.sort((a, b) => a.rank - b.rank || a.token - b.token);
  const first = found[0];
  if (!first) return [];
  return reader.parties(first.token, first.path).filter((party) => !taken.some((t) => t.token === party.token));
}
