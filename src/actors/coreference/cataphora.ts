import { baseRelation } from "../../core/sentence-graph.ts";
import type { DraftMention } from "./chain.ts";

/**
 * The token that a pronoun may look forward to: the subject behind an opening phrase or clause ("In his speech, Brandt said …"); -1
 * where there is none.
 */
export function subjectAhead(m: DraftMention): number {
  let at = m.token;
  for (let depth = 0; depth < 8 && at.head >= 0; depth++) {
    const relation = baseRelation(at.deprel);
    const above = m.view.token(at.head);
    if (relation === "obl" || relation === "advcl") {
      for (const c of above.children) {
        const t = m.view.token(c);
        if (baseRelation(t.deprel) === "nsubj" && c > at.index && (t.upos === "PROPN" || t.upos === "NOUN")) return c;
      }
    }
    if (relation !== "nmod" && relation !== "obl" && relation !== "advcl" && !CARRIED.has(relation)) return -1;
    at = above;
  }
  return -1;
}

/** Relations inside the opening phrase or clause. */
const CARRIED = new Set(["nsubj", "obj", "conj", "appos"]);

/** "It was Brandt who resigned", "It is clear that …": a pronoun that stands for nothing. */
export function isExpletive(m: DraftMention): boolean {
  if (m.token.lower !== "it" || baseRelation(m.token.deprel) !== "nsubj" || m.token.head < 0) return false;
  const predicate = m.view.token(m.token.head);
  const relations = predicate.children.map((c) => m.view.token(c).deprel);
  if (!relations.includes("cop")) return false;
  if (predicate.upos === "ADJ") return relations.some((r) => r === "csubj" || r === "ccomp");
  return predicate.upos === "PROPN" && relations.includes("acl:relcl");
}

/** The mentions in the order in which they are resolved: a pronoun that may look forward comes behind the subject ahead. */
export function readingOrder(drafts: readonly DraftMention[]): readonly DraftMention[] {
  const out: DraftMention[] = [];
  let waiting: { readonly m: DraftMention; readonly until: number }[] = [];
  for (const [i, m] of drafts.entries()) {
    const until = m.kind === "pronoun" && OWN.has(m.token.xpos) ? subjectAhead(m) : -1;
    if (until > m.token.index) waiting.push({ m, until });
    else out.push(m);
    if (waiting.length === 0) continue;
    const next = drafts[i + 1];
    const due = (w: { readonly m: DraftMention; readonly until: number }): boolean =>
      next?.sentence !== w.m.sentence || next.token.index > w.until;
    out.push(...waiting.filter(due).map((w) => w.m));
    waiting = waiting.filter((w) => !due(w));
  }
  return out;
}

/** Personal and possessive pronouns. */
const OWN = new Set(["PRP", "PRP$"]);
