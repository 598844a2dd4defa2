import type { Chain, DraftMention } from "../coreference/chain.ts";
import type { Ledger } from "../coreference/ledger.ts";
import type { Focus } from "./focus.ts";
import { sectorsFor } from "./reading.ts";

/**
 * Gives chains the country and sector that their own words lack: from possessors and complements ("her husband", "the
 * country's parliament"), from the speaker, and at last from the country that the sentence and the report tell about.
 */
export function settleChains(ledger: Ledger, focus: Focus): void {
  for (let pass = 0; pass < 2; pass++)
    for (const chain of ledger.chains) {
      if (chain.sponsor) borrow(chain, chain.sponsor, "speaker");
      else lend(chain, ledger);
    }
  focus.weigh(ledger.chains);
  for (const chain of ledger.chains) defaultCountry(chain, focus);
  // What took a country by default may lend it on.
  for (const chain of ledger.chains) {
    if (chain.sponsor) borrow(chain, chain.sponsor, "speaker");
    else if (chain.code === "") lend(chain, ledger);
  }
  for (const chain of ledger.chains) chain.sectors = sectorsFor(chain.code, chain.sectors);
}

function borrow(chain: Chain, from: Chain, how: string): void {
  if (chain.code === "" && from.code !== "")
    chain.setCode(from.code, Math.min(from.strength, 2), `${how}: ${from.codeWhy}`);
  if (chain.sectors.length === 0 && from.sectors.length > 0)
    chain.setSectors(from.sectors, 1, `${how}: ${from.sectorWhy}`);
}

function lend(chain: Chain, ledger: Ledger): void {
  if (chain.strength >= 2.5 || chain.kind === "place" || chain.kind === "country") return;
  for (const m of chain.mentions) {
    for (const token of m.reading.lenders) {
      const lender = lenderAt(m, token, ledger);
      if (!lender || lender === chain || lender.code === "" || lender.strength <= chain.strength) continue;
      chain.setCode(
        lender.code,
        Math.min(lender.strength, 2.4),
        `belongs to “${m.view.token(token).form}”: ${lender.codeWhy}`,
      );
      if (m.reading.takesSector) takeSector(chain, lender, m, token);
      return;
    }
  }
}

function lenderAt(m: DraftMention, token: number, ledger: Ledger): Chain | null {
  return ledger.at(m.sentence, token);
}

/** Relatives and associates share the side of a person who is of the opposition; an official's kin is left as it is. */
function takeSector(chain: Chain, lender: Chain, m: DraftMention, token: number): void {
  if (lender.kind === "country" || lender.kind === "place" || lender.sectors.length === 0) return;
  const vague = chain.sectorStrength <= 1 && lender.kind !== "person";
  const opposed = lender.kind === "person" && lender.sectors[0] === "OPP";
  if (vague || opposed) chain.setSectors(lender.sectors, 2, `side of “${m.view.token(token).form}”`);
}

function defaultCountry(chain: Chain, focus: Focus): void {
  if (chain.code !== "" || chain.members.length > 0) return;
  const person = chain.kind === "person" && chain.words.length > 0;
  if (!chain.wantsCountry && !person) return;
  const first = chain.mentions[0];
  if (!first) return;
  const best = focus.at(first.sentence);
  if (best) chain.setCode(best.code, 0.5, `default: ${best.because}`);
}
