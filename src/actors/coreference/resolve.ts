import { tokenWord } from "../resolution/name-words.ts";
import { EMPTY_READING } from "../resolution/reading.ts";
import { isExpletive, readingOrder } from "./cataphora.ts";
import type { Chain, DraftMention } from "./chain.ts";
import { chainByDescription, onlyCountryOfRegion } from "./definite.ts";
import { Ledger } from "./ledger.ts";
import { chainByName } from "./names.ts";
import { settleNameKinds } from "./name-kinds.ts";
import { earlierPair, joinedAntecedents, meansPair, pairMembers } from "./pairs.ts";
import { chainByPronoun, type PronounChooser } from "./pronouns.ts";
import type { Quotations } from "./quotations.ts";
import { lastSpeaker, openingSpeaker, speakerToken } from "./speakers.ts";
import { chainByStructure } from "./structure.ts";

/** How sure the country of a description is: any that its own words tell goes before it. */
const REGIONAL = 0.5;

interface Found {
  readonly chain: Chain;
  readonly reason: string;
}

/**
 * Puts every mention of a report into a chain, from left to right; surest links first: syntax, names, descriptions, pronouns.
 * Precision goes before recall: a mention that nothing fits opens a chain of its own.
 */
export function resolveMentions(
  drafts: readonly DraftMention[],
  quotations: Quotations,
  choose: PronounChooser,
): Ledger {
  const ledger = new Ledger(quotations);
  const waiting: { readonly chain: Chain; readonly sentence: number; readonly token: number }[] = [];
  for (const m of readingOrder(drafts)) {
    if (m.kind === "pronoun" && pronounClass(m) === "speaker") {
      const token = speakerToken(m);
      const chain = ledger.place(m, null, "first person");
      chain.number = m.reading.number;
      chain.kind = m.reading.number === "plural" ? "group" : "person";
      const opening = token === null ? null : openingSpeaker(m, token, ledger);
      if (opening) chain.sponsor = opening;
      else if (token !== null) waiting.push({ chain, sentence: m.sentence, token });
      else chain.sponsor = lastSpeaker(m, ledger);
      continue;
    }
    const surname = chainOfSurname(m, ledger);
    if (surname) {
      ledger.place({ ...m, reading: EMPTY_READING }, surname, "surname that is also a place");
      continue;
    }
    const found = antecedent(m, ledger, choose);
    const chain = ledger.place(m, found?.chain ?? null, found?.reason ?? "first mention");
    if (found) continue;
    const country = onlyCountryOfRegion(m, ledger);
    if (country !== null) chain.setCode(country, REGIONAL, "the only country of that region");
    openPair(m, chain, ledger);
  }
  for (const w of waiting) w.chain.sponsor = ledger.at(w.sentence, w.token);
  ledger.sort();
  settleNameKinds(ledger);
  return ledger;
}

/** "Paris said" after "Valeska Paris": a place name that the report has used as a surname. */
function chainOfSurname(m: DraftMention, ledger: Ledger): Chain | null {
  const { kind } = m.reading;
  if ((kind !== "place" && kind !== "country") || m.range.first !== m.range.last || m.kind !== "name") return null;
  if (m.token.children.length > 1 || m.token.deprel === "compound") return null;
  const word = tokenWord(m.token.form);
  return (
    ledger.withWord(word).find((c) => c.kind === "person" && c.words.length > 1 && c.words.at(-1) === word) ?? null
  );
}

function pronounClass(m: DraftMention): string {
  return m.view.knowledge.pronouns.get(m.token.lower)?.class ?? "";
}

function antecedent(m: DraftMention, ledger: Ledger, choose: PronounChooser): Found | null {
  const structural = chainByStructure(m, ledger);
  if (structural) return structural;
  if (m.kind === "pronoun") {
    const cls = pronounClass(m);
    if ((cls !== "personal" && cls !== "possessive" && cls !== "reflexive") || isExpletive(m)) return null;
    const found = chainByPronoun(m, ledger, choose);
    // "They" is two parties named together rather than one body.
    const body = found !== null && found.chain.number !== "plural" && found.chain.members.length === 0;
    return m.reading.number === "plural" && body && joinedAntecedents(m, ledger).length > 1 ? null : found;
  }
  if (meansPair(m)) return earlierPair(m, ledger);
  return chainByName(m, ledger) ?? chainByDescription(m, ledger);
}

/** Words for several parties at once refer to a compound of chains. */
function openPair(m: DraftMention, chain: Chain, ledger: Ledger): void {
  const plural = m.reading.number === "plural";
  if (m.kind === "pronoun") {
    if (!plural || pronounClass(m) === "relative") return;
    chain.members = joinedAntecedents(m, ledger);
    chain.number = "plural";
    if (chain.members.length > 0) chain.kind = chain.members[0]?.kind ?? "unknown";
    return;
  }
  if (m.reading.shares.length > 0) {
    chain.members = m.reading.shares.map((share) => ledger.openMember(chain, share));
    return;
  }
  if (!meansPair(m)) return;
  chain.members = pairMembers(m, chain, ledger);
  chain.number = "plural";
  if (chain.members.length > 0 && chain.kind === "unknown") chain.kind = chain.members[0]?.kind ?? "unknown";
}
