import type { RoleClaim } from "../../core/actor-layers.ts";
import type { Chain, DraftMention } from "../coreference/chain.ts";
import type { Ledger } from "../coreference/ledger.ts";

/** A person's name has a given name and a surname; a bare surname is too little to learn from. */
const LEAST_WORDS = 2;

/**
 * Everything that the report says about the offices and memberships of named persons: titles, appositions, "X is the Y", and
 * verbs of appointing and dismissing, in the order of the text.
 */
export function roleClaimsOf(ledger: Ledger, text: string): readonly RoleClaim[] {
  const out: RoleClaim[] = [];
  for (const { mention, chain } of ledger.history) {
    const told = claimBy(mention, chain, ledger);
    if (told) out.push(claimOf(mention, told, text));
  }
  return out;
}

interface Told {
  readonly chain: Chain;
  readonly rule: RoleClaim["rule"];
  readonly state: RoleClaim["state"];
}

function claimBy(m: DraftMention, chain: Chain, ledger: Ledger): Told | null {
  const { role } = m.reading;
  if (!role) return null;
  if (m.reading.name !== null) return isNamed(chain) ? { chain, rule: "title", state: role.state } : null;
  const reason = chain.reasons[chain.mentions.indexOf(m)] ?? "";
  if (isNamed(chain) && reason === "apposition") return { chain, rule: "apposition", state: role.state };
  if (isNamed(chain) && reason === "subject of the copula") return { chain, rule: "copula", state: role.state };
  return byVerb(m, ledger);
}

function isNamed(chain: Chain): boolean {
  const person = chain.kind === "person" || (chain.kind === "unknown" && chain.number !== "plural");
  return person && chain.words.length >= LEAST_WORDS && chain.name !== null && chain.members.length === 0;
}

/** "was appointed army chief", "became prime minister", "resigned as mayor". */
function byVerb(m: DraftMention, ledger: Ledger): Told | null {
  const { view, token } = m;
  const verb = token.head >= 0 ? view.token(token.head) : null;
  if (verb?.upos !== "VERB") return null;
  const particle = verb.children.find((c) => view.token(c).deprel === "compound:prt");
  const lemma = particle === undefined ? verb.lemma : `${verb.lemma} ${view.token(particle).lower}`;
  const state = view.knowledge.appointments[lemma];
  if (!state || verb.children.some((c) => isDoubt(view.token(c).lower, view.token(c).deprel))) return null;
  const as = token.children.some((c) => view.token(c).lower === "as" && view.token(c).deprel === "case");
  const predicate = token.deprel === "xcomp" || token.deprel === "obj" || (token.deprel.startsWith("obl") && as);
  if (!predicate) return null;
  const passive = verb.children.some((c) => /:pass$/.test(view.token(c).deprel));
  const own = verb.children.find((c) => /^nsubj/.test(view.token(c).deprel));
  const object = verb.children.find((c) => /^i?obj$/.test(view.token(c).deprel) && c !== token.index);
  // "The king named X prime minister": with an object of its own, the verb gives the office to that one.
  const holder = passive ? own : (object ?? (takesItself(lemma) ? own : undefined));
  const chain = holder === undefined ? null : ledger.at(m.sentence, holder);
  return chain && isNamed(chain) ? { chain, rule: "verb", state } : null;
}

/** Verbs whose subject takes or leaves the office. */
const OWN = new Set(["become", "serve", "act", "work", "resign", "step down", "stand down", "retire", "quit"]);

function takesItself(lemma: string): boolean {
  return OWN.has(lemma);
}

/** "may become", "was not appointed": nothing is claimed. */
function isDoubt(lower: string, deprel: string): boolean {
  if (deprel === "aux") return /^(?:may|might|could|would|should|will|can)$/.test(lower);
  return deprel === "advmod" && (lower === "not" || lower === "n't" || lower === "never");
}

function claimOf(m: DraftMention, { chain, rule, state }: Told, text: string): RoleClaim {
  const { view } = m;
  const sentence = view.sentence;
  const { role } = m.reading;
  const start = view.token(m.range.first).start;
  const end = view.token(m.textEnd).end;
  return {
    entity: chain.id,
    person: chain.name ?? "",
    role: role?.words ?? "",
    body: role?.body ?? null,
    code: m.reading.code !== "" ? m.reading.code : chain.code,
    sectors: role?.sectors ?? [],
    gender: chain.gender,
    state,
    sentence: sentence.index,
    start,
    end,
    text: text.slice(sentence.start, sentence.end),
    rule,
  };
}
