import type { Token } from "../core/layers.ts";
import { baseRelation } from "../core/sentence-graph.ts";
import { oneOf, together, type Count, type CountReader } from "./count-phrase.ts";
import type { SizeField, SizeUse } from "./size-words.ts";

/** One number of people in a sentence: what happened to them and the word that says so. */
export interface Toll {
  readonly field: SizeField;
  readonly node: number;
  readonly type: string;
  readonly count: Count;
  /** "to capture a leader": what is meant to happen. */
  readonly isMeant: boolean;
  /** "since 2014", "this year": more than one happening. */
  readonly isCumulative: boolean;
}

/** Every number of people that a sentence tells, in the order of the words. */
export function tollsOf(reader: CountReader): readonly Toll[] {
  const tolls: Toll[] = [];
  for (const token of reader.graph.tokens) {
    for (const use of usesOf(reader, token)) {
      const count = countBy(reader, token, use);
      if (count === null || isEmptyOfSome(reader, count)) continue;
      const isCumulative = use.type === "toll" ? isOfPeriod(reader, token) : hasPeriod(reader);
      const isMeant = isPurpose(reader, token);
      tolls.push({ field: use.field, node: token.index, type: use.type, count, isMeant, isCumulative });
    }
  }
  return tolls;
}

function usesOf({ graph, lexicon }: CountReader, token: Token): readonly SizeUse[] {
  const second = token.children.find((c) => /^(?:compound:prt|obj)$/.test(graph.token(c).deprel));
  const phrasal = second === undefined ? undefined : lexicon.uses.get(`${token.lemma} ${graph.token(second).lower}`);
  return phrasal ?? lexicon.uses.get(token.lemma) ?? lexicon.uses.get(token.lower) ?? [];
}

/** "no civilians were harmed": none of these, others perhaps. */
function isEmptyOfSome(reader: CountReader, { high, parts }: Count): boolean {
  const noun = parts[0]?.noun;
  if (high !== 0 || noun === undefined) return false;
  const { lemma, lower } = reader.graph.token(noun);
  const isAnyone = /^(?:nobody|none|one|anyone|anybody)$/.test(lower);
  return !isAnyone && !reader.isGeneric(noun) && !reader.lexicon.uses.has(lemma);
}

function countBy(reader: CountReader, token: Token, use: SizeUse): Count | null {
  if (isUncertain(reader, token)) return null;
  switch (use.type) {
    case "verb":
      return (
        ofArguments(reader, token, ["obj", "nsubj:pass"], needsPeople(use.field)) ?? ofReducedPassive(reader, token)
      );
    case "lethal":
      return isLethal(reader, token) ? ofArguments(reader, token, ["obj", "nsubj:pass"]) : null;
    case "custody":
      return isTaken(reader, token) ? ofArguments(reader, token, ["obj", "nsubj:pass"], true) : null;
    case "loss":
      return ofArguments(reader, token, ["obj"], true);
    case "intransitive":
      return ofArguments(reader, token, ["nsubj"], needsPeople(use.field));
    case "crowd":
    case "joining":
      return (
        ofArguments(reader, token, ["nsubj", "obl:agent", "nsubj:pass"]) ?? ofArguments(reader, token, ["obj"], true)
      );
    case "adjective":
      return ofAdjective(reader, token);
    case "toll":
      return ofToll(reader, token);
    case "casualty":
      return ofCasualty(reader, token, use.field);
    default:
      return ofNoun(reader, token, use.type);
  }
}

/** Things are killed and hurt less often than they are sent and seized. */
function needsPeople(field: SizeField): boolean {
  return field === "arrested" || field === "participants";
}

/** "an operation to capture a leader", "came to arrest two men". */
function isPurpose({ graph }: CountReader, token: Token): boolean {
  return token.xpos === "VB" && /^(?:advcl|acl)$/.test(token.deprel) && graph.markOf(token.index) === "to";
}

/** "could kill 12": nobody has been killed. */
function isUncertain({ graph }: CountReader, token: Token): boolean {
  return token.children.some((c) => {
    const { xpos, lower, deprel } = graph.token(c);
    return deprel === "aux" && xpos === "MD" && !/^(?:will|'ll)$/.test(lower);
  });
}

/** "shot two men dead", "was stabbed to death", "shot and killed". */
function isLethal({ graph }: CountReader, token: Token): boolean {
  return token.children.some((c) => {
    const { lemma } = graph.token(c);
    return lemma === "dead" || (lemma === "death" && graph.caseOf(c) === "to");
  });
}

/** "taken into custody", "took three men hostage". */
function isTaken({ graph, lexicon }: CountReader, token: Token): boolean {
  return token.children.some((c) => lexicon.helps.get(graph.token(c).lemma)?.includes("captivity") === true);
}

/** The count of an argument, through "one of them", conjoined verbs sharing it, and the noun that a participle modifies. */
function ofArguments(
  reader: CountReader,
  token: Token,
  relations: readonly string[],
  mustBePeople = false,
): Count | null {
  const { graph } = reader;
  const beside = companions(reader, token);
  for (const c of token.children) {
    const child = graph.token(c);
    const isObject = relations.includes(child.deprel) || (child.deprel === "xcomp" && relations.includes("obj"));
    if (!isObject && !isAtLeast(reader, c)) continue;
    if (child.deprel === "xcomp" && !reader.isGeneric(c)) continue;
    if (mustBePeople && !reader.isPeople(c)) continue;
    const count = reader.countOf(c);
    if (count !== null) return beside === null ? count : together(count, beside);
  }
  if (beside !== null) return beside;
  if (relations.includes("obj")) {
    // "detained a couple of dozen": a number that parsers take for a measure.
    const measure = token.children.find((c) => graph.token(c).deprel === "obl:unmarked" && reader.isGeneric(c));
    if (measure !== undefined) return reader.numberAt(measure - 1) ?? reader.numberAt(measure);
  }
  const isPassive = relations.includes("nsubj:pass");
  const governor = token.head < 0 ? null : graph.token(token.head);
  if (governor === null || !isPassive) return null;
  // "300 people detained in the raid", "300 people who were detained"
  if (baseRelation(token.deprel) === "acl" && token.xpos === "VBN" && /^(?:NOUN|PROPN|NUM)$/.test(governor.upos))
    return mustBePeople && !reader.isPeople(governor.index) ? null : reader.countOf(governor.index);
  const hasSubject =
    token.children.some((c) => /^(?:nsubj|obj|nummod)/.test(graph.token(c).deprel)) ||
    numberJustBefore(reader, token.index) !== null;
  if (baseRelation(token.deprel) !== "conj" || hasSubject || token.xpos !== "VBN") return null;
  // "were shot and killed", "identified himself and was detained"
  const isActive = governor.children.some((c) => graph.token(c).deprel === "nsubj");
  return ofArguments(reader, governor, isActive ? ["nsubj"] : relations, mustBePeople);
}

/** "and another eight wounded", "one Afghan wounded", "with ten soldiers killed", "in six people being killed": a passive cut short. */
function ofReducedPassive(reader: CountReader, token: Token): Count | null {
  const { graph } = reader;
  const isFinite = token.children.some((c) => baseRelation(graph.token(c).deprel) === "obj");
  if (isFinite || !/^VB[ND]$/.test(token.xpos) || token.deprel === "root") return null;
  for (const c of token.children) {
    const { deprel } = graph.token(c);
    if (deprel === "nummod") return reader.numberAt(c);
    if (deprel === "nsubj" && reader.isPeople(c)) return reader.countOf(c);
  }
  const just = numberJustBefore(reader, token.index);
  if (just !== null) return just;
  const before = Math.min(token.index, ...token.children) - 1;
  return before >= 0 &&
    token.xpos === "VBN" &&
    /^(?:acl|advcl)/.test(token.deprel) &&
    graph.token(before).upos === "NOUN" &&
    reader.isPeople(before)
    ? reader.countOf(before)
    : null;
}

/** How far behind a verb its object's companions are named. */
const COMPANY = 25;

/** "captured a facilitator along with several of his associates": counted beside the object, whatever a parser hung them on. */
function companions(reader: CountReader, token: Token): Count | null {
  const { graph } = reader;
  const end = Math.min(graph.tokens.length, token.index + COMPANY);
  for (let i = token.index + 1; i < end; i++) {
    const { xpos, lower } = graph.token(i);
    if (/^VB[DZP]$/.test(xpos)) return null;
    if (/^(?:along|together)$/.test(lower) && graph.tokens[i + 1]?.lower === "with")
      return firstCountFrom(reader, i + 2);
  }
  return null;
}

function firstCountFrom(reader: CountReader, start: number): Count | null {
  for (let i = start; i < Math.min(reader.graph.tokens.length, start + COMPANION_WORDS); i++) {
    if (!/^(?:NOUN|NUM|ADJ|PROPN)$/.test(reader.graph.token(i).upos) || !reader.isPeople(i)) continue;
    const count = reader.countOf(i);
    if (count !== null && count.first >= start) return count;
  }
  return null;
}

const COMPANION_WORDS = 6;

/** "At least 18 people …": parsers take the "at" for a preposition. */
function isAtLeast({ graph }: CountReader, noun: number): boolean {
  if (graph.token(noun).deprel !== "obl") return false;
  const before = graph.tokens.slice(Math.max(0, noun - 5), noun);
  return before.some(({ lower }, i) => lower === "at" && /^(?:least|most)$/.test(before[i + 1]?.lower ?? ""));
}

/** "12 dead", "left seven people dead", "five are injured". */
function ofAdjective(reader: CountReader, token: Token): Count | null {
  const { graph } = reader;
  if (token.xpos.startsWith("VB") && token.children.some((c) => /^(?:nsubj|obj|aux)/.test(graph.token(c).deprel)))
    return null;
  const governor = token.head < 0 ? null : graph.token(token.head);
  const relation = baseRelation(token.deprel);
  const isAfterwards = governor !== null && relation === "amod" && governor.index < token.index;
  if (isAfterwards && reader.isPeople(governor.index)) return reader.countOf(governor.index);
  const own = reader.countOf(token.index);
  if (own !== null && own.last < token.index) return own;
  const before = numberJustBefore(reader, token.index);
  if (before !== null) return before;
  if (governor !== null && relation === "xcomp") return ofArguments(reader, governor, ["obj"]);
  if (governor !== null && (relation === "amod" || relation === "acl") && reader.isPeople(governor.index))
    return reader.countOf(governor.index);
  return ofArguments(reader, token, ["nsubj"]);
}

/** "left 11 people dead and 27 injured": the number stands right before its word. */
function numberJustBefore(reader: CountReader, at: number): Count | null {
  const { graph } = reader;
  const before = graph.tokens[at - 1];
  if (before === undefined || at < 2) return null;
  const others = before.lemma === "other" ? at - 2 : at - 1;
  return graph.tokens[others]?.upos === "NUM" ? reader.numberAt(others) : null;
}

/** "12 deaths", "the deaths of 12 people", "the arrest of 30 protesters", "claimed 12 lives", "12 bodies were found". */
function ofNoun(reader: CountReader, token: Token, type: string): Count | null {
  if (token.upos !== "NOUN") return null;
  const { graph, lexicon } = reader;
  const governor = token.head < 0 ? null : graph.token(token.head);
  const helps = governor === null ? [] : (lexicon.helps.get(governor.lemma) ?? []);
  const own = reader.countOf(token.index) ?? ofPossessed(reader, token);
  if (type === "lives" && !helps.includes("costing")) return null;
  if (type === "found" && !helps.includes("finding")) return null;
  if (own !== null || governor === null || !helps.includes("suffering")) return own;
  // "Twelve people lost their lives", "Five suffered burns"
  return baseRelation(token.deprel) === "obj" ? ofArguments(reader, governor, ["nsubj"]) : null;
}

function ofPossessed(reader: CountReader, token: Token): Count | null {
  const { graph } = reader;
  for (const c of token.children) {
    const relation = baseRelation(graph.token(c).deprel);
    if (relation === "nmod" && graph.caseOf(c) === "of") return reader.countOf(c);
  }
  return null;
}

/** "no casualties"; "the sole casualty" is one dead. */
function ofCasualty(reader: CountReader, token: Token, field: SizeField): Count | null {
  const { graph, lexicon } = reader;
  const count = reader.countOf(token.index);
  if (count?.high === 0) return count;
  const sole = token.children.find((c) => lexicon.helps.get(graph.token(c).lower)?.includes("single") === true);
  return field === "dead" && sole !== undefined && token.xpos === "NN" ? oneOf(sole, token.index) : null;
}

const TOLL_STEPS =
  /^(?:to|at|of|is|was|reached|reaches|reach|reaching|passed|passes|exceeded|exceeds|hit|topped|surpassed|stands|stood)$/;
const TOLL_REACH = 16;

/** "the death toll from the bombing rose from 40 to at least 63", "put the turnout at 80,000". */
function ofToll(reader: CountReader, token: Token): Count | null {
  const { graph } = reader;
  const end = Math.min(graph.tokens.length, token.index + TOLL_REACH);
  for (let i = token.index + 1; i < end; i++) {
    if (!TOLL_STEPS.test(graph.token(i).lower)) continue;
    for (let k = i + 1; k < Math.min(end, i + 5); k++) {
      const count = reader.numberAt(k);
      if (count !== null) return count;
      if (graph.token(k).upos === "PUNCT") break;
    }
  }
  return null;
}

/** "the death toll in the war", "the toll this year": of more than one happening. */
function isOfPeriod(reader: CountReader, token: Token): boolean {
  return hasPeriod(reader) || token.children.some((c) => reader.lexicon.is("period", reader.graph.token(c).lemma));
}

function hasPeriod({ graph, lexicon }: CountReader): boolean {
  return graph.tokens.some(({ lower, index }) => {
    if (lower === "since") return true;
    const next = graph.tokens[index + 1];
    return lower === "this" && next !== undefined && lexicon.is("period", next.lemma);
  });
}
