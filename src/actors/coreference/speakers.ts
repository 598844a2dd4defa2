import { baseRelation } from "../../core/sentence-graph.ts";
import type { Chain, DraftMention } from "./chain.ts";
import type { Ledger } from "./ledger.ts";
import { isSpeech } from "./speech.ts";

/** Who says "I" or "we": the subject of the verb that governs the quotation, else the last speaker. Subjects may follow. */
export function speakerToken(m: DraftMention): number | null {
  let at = m.token;
  for (let depth = 0; depth < 12 && at.head >= 0; depth++) {
    const relation = baseRelation(at.deprel);
    const parent = m.view.token(at.head);
    if (relation === "ccomp" || relation === "parataxis") {
      const subject = subjectOf(m, parent.index);
      if (subject !== null && m.view.token(subject).upos !== "PRON") return subject;
      if (subject !== null && m.view.knowledge.pronouns.get(m.view.token(subject).lower)?.class === "personal")
        return subject;
    }
    if (relation === "parataxis" || at.deprel === "root") break;
    at = parent;
  }
  // "…," said the minister: the reporting clause may hang from the quotation instead.
  return reportingChild(m);
}

function subjectOf(m: DraftMention, verb: number): number | null {
  for (const c of m.view.token(verb).children) if (baseRelation(m.view.token(c).deprel) === "nsubj") return c;
  return null;
}

function reportingChild(m: DraftMention): number | null {
  let at = m.token;
  for (let depth = 0; depth < 12; depth++) {
    for (const c of at.children) {
      const child = m.view.token(c);
      if (child.deprel !== "parataxis" || c === m.token.index) continue;
      const subject = subjectOf(m, c);
      if (subject !== null && m.view.knowledge.pronouns.get(m.view.token(subject).lower)?.class !== "speaker")
        return subject;
    }
    if (at.head < 0) return null;
    at = m.view.token(at.head);
  }
  return null;
}

const SPEAKERS: ReadonlySet<Chain["kind"]> = new Set(["person", "organisation", "group", "unknown"]);

/** The person who spoke last before the mention: a subject that is a person or body, in this paragraph. */
export function lastSpeaker(m: DraftMention, ledger: Ledger): Chain | null {
  const paragraph = m.view.sentence.paragraph;
  for (let k = ledger.history.length - 1; k >= 0; k--) {
    const past = ledger.history[k];
    if (!past || m.sentence - past.mention.sentence > 3) return null;
    if (paragraph - past.mention.view.sentence.paragraph > 1) return null;
    if (!past.mention.token.deprel.startsWith("nsubj")) continue;
    // "Ortagus was disappointed: “We await …”": in the same sentence only who stands outside of the quotation.
    const { quotations } = ledger;
    const outside = quotations.has(m.sentence, m.token.index) && !quotations.has(m.sentence, past.mention.token.index);
    if (past.mention.sentence === m.sentence && !outside) continue;
    if (isSpeech(past.mention, past.mention.token.head) && SPEAKERS.has(past.chain.kind)) return past.chain;
  }
  return null;
}

/** Who opens a quotation by name where a pronoun closes it: "Ortagus was clear: “We wait,” he said, “we urge …”". */
export function openingSpeaker(m: DraftMention, speaker: number, ledger: Ledger): Chain | null {
  if (m.view.token(speaker).upos !== "PRON" || speaker > m.token.index) return null;
  for (let k = ledger.history.length - 1; k >= 0; k--) {
    const past = ledger.history[k];
    if (past?.mention.sentence !== m.sentence) return null;
    const { mention, chain } = past;
    if (mention.kind === "pronoun" || ledger.quotations.has(m.sentence, mention.token.index)) continue;
    const verb = mention.token.deprel.startsWith("nsubj") ? mention.token.head : -1;
    if (SPEAKERS.has(chain.kind) && isSpeech(mention, verb)) return chain;
  }
  return null;
}
