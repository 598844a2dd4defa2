import { baseRelation } from "../../core/sentence-graph.ts";
import { caseWord } from "../resolution/givers.ts";
import { tokenWord } from "../resolution/name-words.ts";
import { isFirmEnding } from "../resolution/read-person.ts";
import type { DraftMention } from "./chain.ts";
import type { Ledger } from "./ledger.ts";
import { isSpeech } from "./speech.ts";

/** Prepositions before places, with how surely one follows. */
const PLACES: Readonly<Record<string, number>> = { in: 3, near: 3, at: 2, outside: 2, around: 2, across: 2, throughout: 2, to: 1, from: 1, into: 1, toward: 1, towards: 1 }; // prettier-ignore
/** How much better a kind must be than the next. */
const MARGIN = 2;

interface Votes {
  person: number;
  place: number;
  organisation: number;
}

/**
 * Gives names that no table knows and no title explains a kind by how the report uses them: who speaks or owns is a person, what
 * stands behind "in" is a place, what takes an article or is written in capitals is a body. Names with too little to go by stay
 * unknown.
 */
export function settleNameKinds(ledger: Ledger): void {
  for (const chain of ledger.chains) {
    if (chain.kind !== "unknown" || chain.words.length === 0 || chain.members.length > 0) continue;
    const votes: Votes = { person: 0, place: 0, organisation: 0 };
    let names = 0;
    for (const m of chain.mentions) {
      if (m.kind !== "name") continue;
      names++;
      vote(votes, m, ledger);
    }
    const kind = names > 0 ? winner(votes) : null;
    if (kind === null) continue;
    chain.kind = kind;
    if (kind === "person" && chain.sectors.length === 0) chain.setSectors(["CVL"], 0.5, "name used as a person's");
  }
}

function winner({ person, place, organisation }: Votes): keyof Votes | null {
  if (person >= place + MARGIN && person >= organisation + MARGIN) return "person";
  if (place >= person + MARGIN && place >= organisation + MARGIN) return "place";
  return organisation >= person + MARGIN && organisation >= place + MARGIN ? "organisation" : null;
}

function vote(votes: Votes, m: DraftMention, ledger: Ledger): void {
  const { token, view } = m;
  const relation = baseRelation(token.deprel);
  if (/^\p{Lu}[\p{Lu}&]+$/u.test(token.form)) votes.organisation += 4;
  if (m.range.last > token.index && isFirmEnding(view.token(m.range.last).form)) votes.organisation += 6;
  if (token.children.some((c) => view.token(c).deprel === "det")) {
    votes.organisation += 1;
    votes.person -= 3;
    votes.place -= 1;
  }
  votes.place += PLACES[caseWord(view, token)] ?? 0;
  if (relation === "nsubj") votes.person += isSpeech(m, token.head) ? 2 : 1;
  if (relation === "obj" || token.deprel === "obl:agent" || token.deprel === "nmod:poss") votes.person += 1;
  if (m.range.first === token.index && view.knowledge.firstNames.has(tokenWord(token.form))) votes.person += 2;
  const beside = token.deprel === "conj" && token.head >= 0 ? ledger.at(m.sentence, token.head)?.kind : undefined;
  if (beside === "person") votes.person += 2;
  else if (beside === "place" || beside === "country") votes.place += 2;
  else if (beside === "organisation" || beside === "group") votes.organisation += 2;
}
