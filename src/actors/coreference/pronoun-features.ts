import type { Token } from "../../core/layers.ts";
import { baseRelation } from "../../core/sentence-graph.ts";
import { roleOf, type Candidate } from "./candidates.ts";
import type { Chain, DraftMention } from "./chain.ts";
import type { Ledger } from "./ledger.ts";
import { lastSpeaker, speakerToken } from "./speakers.ts";
import { isSpeech } from "./speech.ts";

/** What the features of all candidates of a pronoun have in common. */
interface Scene {
  readonly m: DraftMention;
  readonly ledger: Ledger;
  readonly place: string;
  /** Subjects of the clauses above the pronoun, each with the relation by which the clause below it hangs there. */
  readonly above: ReadonlyMap<number, string>;
  readonly quoted: boolean;
  /** Who says the clause in its own sentence, else who spoke before. */
  readonly speaker: Chain | null;
  readonly speakerBefore: Chain | null;
  readonly says: boolean;
  /** Verb or noun that the pronoun stands with, as a class: of what acts, of what is owned. */
  readonly company: string;
}

/** The names of what holds of each candidate, in order: nearness, role, clause, agreement, how much it is told about, who speaks. */
export function featuresOf(
  m: DraftMention,
  candidates: readonly Candidate[],
  ledger: Ledger,
): readonly (readonly string[])[] {
  const scene = sceneOf(m, ledger);
  return candidates.map((c) => [...standing(scene, c), ...being(scene, c), ...speaking(scene, c)]);
}

function sceneOf(m: DraftMention, ledger: Ledger): Scene {
  const relation = baseRelation(m.token.deprel);
  const place = relation === "nsubj" ? "subject" : m.token.deprel === "nmod:poss" ? "owner" : relation === "nmod" ? "oblique" : relation === "obj" || relation === "obl" || relation === "iobj" ? "object" : "other"; // prettier-ignore
  const quoted = ledger.quotations.has(m.sentence, m.token.index);
  const speaker = speakerToken(m);
  return {
    m,
    ledger,
    place,
    above: subjectsAbove(m),
    quoted,
    speaker: speaker === null ? null : ledger.at(m.sentence, speaker),
    speakerBefore: quoted ? lastSpeaker(m, ledger) : null,
    says: relation === "nsubj" && isSpeech(m, m.token.head),
    company: companyOf(m, place),
  };
}

function companyOf(m: DraftMention, place: string): string {
  if (m.token.head < 0) return "nothing";
  const head = m.view.token(m.token.head);
  if (place === "owner")
    return `owner of ${m.view.knowledge.heads.match(m.view.sentence, head.index)?.row.class ?? "other"}`;
  if (place !== "subject") return place;
  if (head.upos !== "VERB") return "subject of state";
  if (m.token.deprel === "nsubj:pass") return "subject of passive";
  const acts = head.children.some((c) => /^(?:xcomp|obj)/.test(m.view.token(c).deprel));
  return acts ? "subject of act" : "subject of verb";
}

function subjectsAbove(m: DraftMention): ReadonlyMap<number, string> {
  const out = new Map<number, string>();
  let at = m.token;
  let link = "own";
  for (let depth = 0; depth < 12 && at.head >= 0; depth++) {
    const relation = baseRelation(at.deprel);
    // A clause without a subject shares the one above: "rejected the charge and said that it would appeal".
    const shares = SHARING.has(relation) && !at.children.some((c) => isSubject(m.view.token(c)));
    if (CLAUSES.has(relation) && !shares) link = link === "own" ? relation : `far ${relation}`;
    at = m.view.token(at.head);
    for (const c of at.children) if (c !== m.token.index && isSubject(m.view.token(c))) out.set(c, link);
  }
  return out;
}

const SHARING = new Set(["conj", "xcomp", "advcl"]);

function isSubject(t: Token): boolean {
  return baseRelation(t.deprel) === "nsubj";
}

const CLAUSES = new Set(["ccomp", "advcl", "acl", "xcomp", "conj", "parataxis", "csubj"]);

/** Bodies, countries and groups act and speak in news as persons do; a share or a part of something is a group in name only. */
function isActing(chain: Chain): boolean {
  if (chain.kind === "organisation" || chain.kind === "country") return true;
  return chain.kind === "group" && (chain.sectors.length > 0 || chain.words.length > 0);
}

const DISTANCES = ["0", "1", "2", "3", "4", "4", "6", "6", "6", "9", "9", "9", "9"];

/** Where the candidate stands. */
function standing({ m, place, above, quoted }: Scene, { chain, mention, rank }: Candidate): readonly string[] {
  const distance = m.sentence - mention.sentence;
  const near = distance === 0 ? "here" : distance === 1 ? "before" : "far";
  const role = roleOf(mention);
  const out = [
    `distance ${DISTANCES[distance] ?? "13"}`,
    `${near} ${role}`,
    `${place} ${near} ${role.startsWith("nsubj") ? "subject" : role === "obj" || role === "iobj" ? "object" : "other"}`,
    `rank ${Math.min(rank, 4)}`,
  ];
  if (m.view.sentence.paragraph !== mention.view.sentence.paragraph) out.push("other paragraph");
  if (distance === 0) {
    const link = `link ${above.get(mention.token.index) ?? "none"}`;
    out.push(link, gap(m.token, mention.token));
    if (isActing(chain)) out.push(`${link} of a body`);
    // "The union said it would strike."
    if (isActing(chain) && link === "link ccomp" && !quoted && (place === "subject" || place === "owner"))
      out.push("speaking body");
  }
  if (distance === 0 && mention.token.index > m.token.index) out.push(`ahead of ${place}`);
  if (mention.token.deprel === m.token.deprel) out.push(`parallel ${near}`);
  if (mention.token.deprel === "conj" || isEmbedded(mention)) out.push("embedded");
  if (mention.kind === "pronoun" && mention.token.lower === m.token.lower) out.push(`same word ${near}`);
  return out;
}

function gap(a: Token, b: Token): string {
  const between = a.index - b.index;
  if (between < 0) return "words ahead";
  return between < 4 ? "words 1" : between < 9 ? "words 4" : between < 18 ? "words 9" : "words 18";
}

/** In a relative or adverbial clause. */
function isEmbedded(m: DraftMention): boolean {
  let at = m.token;
  for (let depth = 0; depth < 8 && at.head >= 0; depth++) {
    const relation = baseRelation(at.deprel);
    if (relation === "acl" || relation === "advcl") return true;
    at = m.view.token(at.head);
  }
  return false;
}

/** What the candidate is. */
function being({ m, says, company }: Scene, { chain, mention }: Candidate): readonly string[] {
  const { number, gender } = m.reading;
  const n = chain.mentions.length;
  const out = [
    `kind ${chain.kind}`,
    `mention ${mention.kind}`,
    `told ${n < 3 ? String(n) : n < 5 ? "3" : n < 9 ? "5" : "9"}`,
    numberFit(number, chain),
    chain.gender === gender ? "gender same" : `gender ${chain.gender}`,
  ];
  const acting = isActing(chain) ? "body" : chain.kind;
  out.push(`${company} ${acting}`);
  if (says) out.push(`says ${acting}`);
  if (mention.kind === "name") out.push(`name of ${chain.kind}`);
  if (chain.words.length > 0) out.push("named");
  if (chain.key !== null) out.push("known");
  if (chain.mentions[0]?.sentence === 0) out.push("lead");
  if (mention.kind === "nominal") out.push(definiteness(mention));
  if (chain.members.length > 0) out.push("several");
  return out;
}

/** A body or country whose name is a plural ("the United Nations") is one. */
function numberFit(number: Chain["number"], chain: Chain): string {
  const own = chain.key !== null && chain.number === "plural" ? "singular" : chain.number;
  return own === number ? "number same" : own === "unknown" ? "number unknown" : `number other ${chain.kind}`;
}

function definiteness(m: DraftMention): string {
  for (const c of m.token.children) {
    const t = m.view.token(c);
    if (t.deprel === "det") return t.lower === "a" || t.lower === "an" ? "indefinite" : t.lower === "the" ? "definite" : "determined"; // prettier-ignore
    if (t.deprel === "nmod:poss") return "owned";
  }
  return "bare";
}

/** Who speaks: in a quotation "he" is hardly the speaker; without one he mostly is. */
function speaking(
  { ledger, quoted, speaker, speakerBefore, says }: Scene,
  { chain, mention }: Candidate,
): readonly string[] {
  const out = [`quoted ${quoted ? "in" : "out"} ${ledger.quotations.has(mention.sentence, mention.token.index) ? "in" : "out"}`]; // prettier-ignore
  if (speaker === chain) out.push(quoted ? "speaker quoted" : "speaker");
  else if (speaker === null && speakerBefore === chain) out.push("last speaker");
  const spoke = mention.token.deprel.startsWith("nsubj") && isSpeech(mention, mention.token.head);
  if (spoke) out.push(says ? "spoke, says" : quoted ? "spoke, quoted" : "spoke");
  return out;
}
