import type { Entity, Mention } from "../../core/actor-layers.ts";
import type { MentionIndex } from "../../core/mention-index.ts";
import type { ActParty } from "../../core/event-layers.ts";
import { baseRelation, type SentenceGraph } from "../../core/sentence-graph.ts";

const ARMED = new Set(["MIL", "COP", "REB", "UAF", "PRM", "SPY"]);
const STATE = new Set(["GOV", "LEG", "JUD", "MIL", "COP"]);
const CIVIL = new Set(["CVL", "REF", "LAB", "AGR", "EDU", "MED", "JRN", "REL", "SOC", "OPP", "BUS", "PTY"]);
const PERSONAL = new Set([
  "i",
  "we",
  "he",
  "she",
  "they",
  "us",
  "him",
  "her",
  "them",
  "me",
  "who",
  "whom",
  "himself",
  "herself",
  "themselves",
  "his",
  "their",
  "our",
  "my",
]);

/** Answers what a noun phrase of one sentence can be: an actor, a person, an armed group, a place. */
export class PartyReader {
  readonly graph: SentenceGraph;
  private readonly index: MentionIndex;
  /** Tokens that are parties whatever the tables say: the marked source and target of relation coding. */
  private readonly marked: ReadonlySet<number>;

  constructor(graph: SentenceGraph, index: MentionIndex, marked: ReadonlySet<number> = new Set()) {
    this.graph = graph;
    this.index = index;
    this.marked = marked;
  }

  private entityAt(token: number): { mention: Mention; entity: Entity } | null {
    const mention = this.index.covering(this.graph.sentence.index, token);
    const entity = mention && this.index.entityOf(mention);
    return mention && entity ? { mention, entity } : null;
  }

  isActor(token: number): boolean {
    const t = this.graph.token(token);
    if (this.marked.has(token) || PERSONAL.has(t.lower)) return true;
    const found = this.entityAt(token);
    if (!found) return false;
    const { mention, entity } = found;
    if (entity.members.length) return true;
    if (
      entity.kind === "person" ||
      entity.kind === "group" ||
      entity.kind === "organisation" ||
      entity.kind === "country"
    )
      return true;
    if (entity.code !== "" || entity.sectors.length) return entity.kind !== "thing" || mention.kind === "pronoun";
    return entity.kind === "unknown" && mention.kind === "name";
  }

  /** Two noun phrases that mean one party: the same entity, one country's speakers, or a pronoun that takes up the speaker. */
  isSameParty(speaker: number, other: number): boolean {
    if (speaker === other) return true;
    const a = this.entityAt(speaker)?.entity;
    const b = this.entityAt(other)?.entity;
    if (a && b && a.id === b.id) return true;
    if (PERSONAL.has(this.graph.token(other).lower) || this.graph.token(other).lower === "it")
      return !b || b.kind === "unknown" || b.code === "" || a?.code === b.code;
    return a !== undefined && b !== undefined && a.code !== "" && a.code === b.code && this.namesCode(speaker, a.code);
  }

  /** Two noun phrases of one chain, or one phrase. */
  isSameEntity(a: number, b: number): boolean {
    if (a === b) return true;
    const [x, y] = [this.entityAt(a)?.entity, this.entityAt(b)?.entity];
    return x !== undefined && x.id === y?.id;
  }

  /** The phrase itself names its country or body; a bare "the envoy" only has it from the report. */
  private namesCode(token: number, code: string): boolean {
    const at = this.entityAt(token);
    if (at?.mention.kind === "name" || at?.mention.kind === "demonym") return true;
    return this.graph.token(token).children.some((c) => this.entityAt(c)?.entity.code === code);
  }

  /** A party that somebody may deal with politically: a country, or a person, group or body of a known side or country. */
  isPolitical(token: number): boolean {
    const at = this.drill(token);
    const entity = at === null ? undefined : this.entityAt(at)?.entity;
    if (!entity) return false;
    if (entity.kind === "country" || entity.members.length > 0) return true;
    return entity.kind !== "place" && entity.kind !== "thing" && (entity.code !== "" || entity.sectors.length > 0);
  }

  /** Who may be behind an attack: states, armed groups, criminals, and names of which nothing is known. */
  bearsArms(token: number): boolean {
    const entity = this.entityAt(token)?.entity;
    if (!entity || entity.kind === "country" || entity.kind === "unknown") return true;
    return entity.sectors.some((s) => ARMED.has(s) || s === "GOV" || s === "CRM") || entity.sectors.length === 0;
  }

  isPolice(token: number): boolean {
    return this.entityAt(token)?.entity.sectors.includes("COP") ?? false;
  }

  isKind(token: number, name: string): boolean {
    const found = this.entityAt(token);
    const entity = found?.entity;
    switch (name) {
      case "ACTOR":
        return this.drill(token) !== null;
      case "PERSON":
        return entity?.kind === "person" || (entity?.kind === "unknown" && PERSONAL.has(this.graph.token(token).lower));
      case "COUNTRY":
        return entity?.kind === "country" || (found?.mention.kind === "demonym" && entity?.code !== "");
      case "PLACE":
        return entity?.kind === "place" || entity?.kind === "country";
      case "ORG":
        return entity?.kind === "organisation" || entity?.kind === "country";
      case "ARMED":
        return entity?.sectors.some((s) => ARMED.has(s)) ?? false;
      case "TWO_SIDES":
        return this.countriesIn(token).size > 1;
      case "CIVIL":
        return entity?.sectors.some((s) => CIVIL.has(s)) ?? false;
      case "STATE":
        return (
          entity?.kind === "country" ||
          (entity?.sectors.some((s) => STATE.has(s)) ?? false) ||
          /^(IGO|UNO|EUR)$/.test(entity?.code ?? "")
        );
      default:
        return false;
    }
  }

  /** Country codes that a phrase names: its own, its conjuncts' and those of its modifiers ("Thai and Laotian police"). */
  private countriesIn(token: number): ReadonlySet<string> {
    const codes = new Set<string>();
    const note = (i: number): void => {
      const at = this.entityAt(i);
      if (
        at &&
        at.entity.code !== "" &&
        (at.mention.kind === "name" || at.mention.kind === "demonym" || at.entity.kind === "country")
      )
        codes.add(at.entity.code);
    };
    for (const i of this.graph.withConjuncts(token)) {
      note(i);
      for (const c of this.graph.token(i).children)
        if (["amod", "compound", "nmod:poss"].includes(this.graph.token(c).deprel))
          for (const k of this.graph.withConjuncts(c)) note(k);
    }
    return codes;
  }

  /** The token whose phrase is the party: the head itself if it can act, else whose thing it is ("Rao's decision", "comments from Rao"). */
  drill(token: number, depth = 0): number | null {
    if (this.isActor(token)) return token;
    if (depth > 2) return null;
    const t = this.graph.token(token);
    for (const wanted of ["nmod:poss", "of", "from", "by", "against", "appos", "compound", "amod"]) {
      for (const c of t.children) {
        const child = this.graph.token(c);
        const isWanted =
          wanted.includes(":") || ["appos", "compound", "amod"].includes(wanted)
            ? child.deprel === wanted
            : baseRelation(child.deprel) === "nmod" && this.graph.caseOf(c) === wanted;
        if (!isWanted) continue;
        const found = this.drill(c, depth + 1);
        if (found !== null) return found;
      }
    }
    // "an appeal lodged by Rao": whoever made it.
    for (const c of t.children) {
      if (this.graph.token(c).deprel !== "acl") continue;
      for (const k of this.graph.token(c).children)
        if (this.graph.token(k).deprel === "obl:agent") return this.drill(k, depth + 1);
    }
    return null;
  }

  /** All parties named by a slot's head: itself and its conjuncts, each as the thing's owner where the head cannot act. */
  parties(token: number, path: string): readonly ActParty[] {
    const out: ActParty[] = [];
    for (const i of this.graph.withConjuncts(token)) {
      const at = this.drill(i);
      if (at !== null && !out.some((p) => p.token === at))
        out.push({ token: at, path: i === token ? path : `${path}>conj` });
    }
    return out;
  }
}
