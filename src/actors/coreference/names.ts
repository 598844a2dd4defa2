import { nameWords } from "../resolution/name-words.ts";
import { soundsLike } from "./sounds.ts";
import { isTitleAlone, type Chain, type DraftMention } from "./chain.ts";
import type { Ledger } from "./ledger.ts";

/** The earlier chain that a name takes up again: the same row, the same or a shortened name, an abbreviation. */
export function chainByName(m: DraftMention, ledger: Ledger): { chain: Chain; reason: string } | null {
  const { key, name } = m.reading;
  if (key !== null) {
    const chain = ledger.withKey(key);
    if (chain) return { chain, reason: "same name" };
  }
  if (name === null || isTitleAlone(m.reading)) return null;
  const words = nameWords(name);
  const last = words[words.length - 1];
  if (last === undefined) return null;
  for (const w of [last, ...words.slice(0, 1)])
    for (const chain of [...ledger.withWord(w)].reverse())
      if (fits(m, words, chain)) return { chain, reason: "shorter or repeated name" };
  const alias = key === null ? ledger.withAlias(name) : null;
  if (alias) return { chain: alias, reason: "abbreviation" };
  return spelledOtherwise(m, words, ledger) ?? abbreviated(m, name, ledger);
}

/** "Qasem Soleimani … Qassem Suleimani": each word of the shorter name is a spelling of one of the longer. */
function spelledOtherwise(
  m: DraftMention,
  words: readonly string[],
  ledger: Ledger,
): { chain: Chain; reason: string } | null {
  const last = words.at(-1) ?? "";
  if (last.length < 5 || (m.reading.kind !== "person" && m.reading.kind !== "unknown") || m.reading.key !== null)
    return null;
  for (const chain of ledger.withSound(last)) {
    const alike = words.every((w) => chain.words.some((c) => soundsLike(w, c, words.length > 1 ? 2 : 1)));
    const surname = soundsLike(last, chain.words.at(-1) ?? "");
    const gender = m.reading.gender === "unknown" || chain.gender === "unknown" || m.reading.gender === chain.gender;
    if (alike && surname && gender && words.length <= chain.words.length) return { chain, reason: "another spelling" };
  }
  return null;
}

function fits(m: DraftMention, words: readonly string[], chain: Chain): boolean {
  const r = m.reading;
  if (r.key !== null && chain.key !== null && r.key !== chain.key) return false;
  if (!sameKind(r.kind, chain.kind)) return false;
  if (chain.kind === "place" || r.kind === "place")
    return words.length === chain.words.length && words.every((w, i) => w === chain.words[i]);
  if (r.gender !== "unknown" && chain.gender !== "unknown" && r.gender !== chain.gender) return false;
  if (r.strength >= 2.5 && chain.strength >= 2.5 && r.code !== chain.code) return false;
  const [short, long] = words.length <= chain.words.length ? [words, chain.words] : [chain.words, words];
  if (short.length === 0 || !short.every((w) => long.includes(w))) return false;
  // "Foreign Ministry" is not a short form of "Foreign Ministry of Mara" by its words alone, but a person's surname is.
  const person = r.kind === "person" || chain.kind === "person";
  if (short.length === long.length) return true;
  return person || isHeadOf(short, long);
}

/** Short names of bodies keep the first word ("Amnesty") or the last ones ("the Justice Project"). */
function isHeadOf(short: readonly string[], long: readonly string[]): boolean {
  return short[0] === long[0] || short.every((w, i) => w === long[long.length - short.length + i]);
}

function sameKind(a: Chain["kind"], b: Chain["kind"]): boolean {
  if (a === b || a === "unknown" || b === "unknown")
    return !(a === "country" && b === "unknown") && !(a === "unknown" && b === "country");
  return (a === "organisation" && b === "group") || (a === "group" && b === "organisation");
}

/** "the Civil Human Rights Front … CHRF". */
function abbreviated(m: DraftMention, name: string, ledger: Ledger): { chain: Chain; reason: string } | null {
  if (!/^[A-Z]{2,6}$/.test(name)) return null;
  for (let k = ledger.chains.length - 1; k >= 0; k--) {
    const chain = ledger.chains[k];
    if (!chain || chain.words.length < 2 || chain.kind === "person" || chain.name === null) continue;
    if (initials(chain.name) === name && m.reading.key === null) return { chain, reason: "abbreviation" };
  }
  return null;
}

function initials(name: string): string {
  return name
    .split(/[\s-]+/)
    .map((w) => w.charAt(0))
    .filter((c) => c !== c.toLowerCase())
    .join("");
}
