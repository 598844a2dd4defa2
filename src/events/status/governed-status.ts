import type { Token } from "../../core/layers.ts";
import { baseRelation, type SentenceGraph } from "../../core/sentence-graph.ts";
import type { GovernorKind, StatusGovernor, StatusVocabulary } from "./status-tables.ts";

/** Where a predicate stands below another one. */
export interface Link {
  /** The governing token. */
  readonly above: number;
  /** What the lexicon says the governor makes of it; undefined where it says nothing. */
  readonly governor: StatusGovernor | undefined;
  readonly kind: "clause" | "purpose" | "time" | "adverbial" | "negative" | "argument" | "none";
}

const NONE = "none";
const KIND: Readonly<Record<string, GovernorKind | undefined>> = {
  VERB: "verb",
  AUX: "verb",
  NOUN: "noun",
  PROPN: "noun",
  ADJ: "adjective",
};

/** Finds what governs a token and as what: clause, purpose, object, phrase. */
export class LinkReader {
  private readonly words: StatusVocabulary;

  constructor(words: StatusVocabulary) {
    this.words = words;
  }

  linkOf(t: Token, graph: SentenceGraph): Link {
    if (t.head < 0) return { above: -1, governor: undefined, kind: NONE };
    const relation = baseRelation(t.deprel);
    switch (relation) {
      case "ccomp":
      case "xcomp":
      case "csubj":
      case "acl":
      case "advcl":
        return t.deprel === "acl:relcl" ? { above: t.head, governor: undefined, kind: NONE } : this.clauseLink(t, graph);
      case "obj":
      case "iobj":
      case "nsubj":
      case "obl":
      case "nmod":
      case "compound":
        return this.argumentLink(t, relation, graph);
      default:
        return { above: t.head, governor: undefined, kind: NONE };
    }
  }

  private clauseLink(t: Token, graph: SentenceGraph): Link {
    const mark = graph.markOf(t.index);
    const isPurpose = baseRelation(t.deprel) === "advcl" && (mark === "to" || mark === "order");
    if (mark !== null && this.words.status("negative-mark", mark) !== undefined)
      return { above: t.head, governor: undefined, kind: "negative" };
    const slots = isPurpose ? ["purpose", "clause"] : mark && mark !== "to" && mark !== "that" ? [mark, ...gerundSlots(t)] : ["clause"];
    const found = this.governor(t.head, slots, graph);
    if (found) return { above: found.token, governor: found.row, kind: "clause" };
    // "urged the junta to free": the infinitive may hang on the object, or on a phrase of the verb.
    const carrier = graph.token(t.head);
    if (baseRelation(t.deprel) === "acl" && carrier.head >= 0 && mark === "to" && /^(?:obj|obl|iobj|nsubj)/.test(carrier.deprel)) {
      const verb = this.governor(carrier.head, ["clause"], graph);
      if (verb && verb.row.effect !== "fact") return { above: verb.token, governor: verb.row, kind: "clause" };
    }
    if (isPurpose) return { above: t.head, governor: undefined, kind: "purpose" };
    if (baseRelation(t.deprel) === "acl" && mark === "to") return { above: t.head, governor: undefined, kind: "purpose" };
    if (mark !== null && this.words.status("time", mark) !== undefined)
      return { above: t.head, governor: undefined, kind: "time" };
    const isAdverbial = baseRelation(t.deprel) === "advcl" && mark === null;
    return { above: t.head, governor: undefined, kind: isAdverbial ? "adverbial" : "clause" };
  }

  private argumentLink(t: Token, relation: string, graph: SentenceGraph): Link {
    const slot = this.slotOf(t, relation, graph);
    const head = graph.token(t.head);
    if (slot !== null && this.words.status("negative-mark", slot) !== undefined)
      return { above: t.head, governor: undefined, kind: "negative" };
    const found = slot === null ? undefined : this.governor(t.head, [slot], graph);
    if (found) return { above: found.token, governor: found.row, kind: "argument" };
    const isLoose = slot === null || slot === "subject" || this.words.status("cause", slot) !== undefined;
    if (isLoose && !(slot === "subject" && head.upos !== "NOUN" && isIndefinite(t, graph)))
      return { above: t.head, governor: undefined, kind: NONE };
    return { above: t.head, governor: undefined, kind: isIndefinite(t, graph) ? "argument" : NONE };
  }

  private slotOf(t: Token, relation: string, graph: SentenceGraph): string | null {
    if (relation === "nsubj") return t.deprel === "nsubj:pass" ? "object" : "subject";
    if (relation === "obj" || relation === "iobj") return "object";
    if (relation === "compound") return t.deprel === "compound:prt" ? null : "of";
    if (t.deprel === "nmod:poss") return null;
    if (t.deprel === "obl:agent") return null;
    return graph.caseOf(t.index) ?? graph.markOf(t.index);
  }

  private governor(
    i: number,
    slots: readonly string[],
    graph: SentenceGraph,
  ): { readonly token: number; readonly row: StatusGovernor } | null {
    const t = graph.token(i);
    const kind = KIND[t.upos];
    if (!kind) return null;
    for (const slot of slots)
      for (const [k, lemma] of this.names(t, kind, graph)) {
        const row = this.words.governor(k, slot, lemma);
        if (row) return { token: i, row };
      }
    return null;
  }

  /** A governor under its names, the most telling first: with its particle, as a participle that is an adjective, by lemma. */
  private names(t: Token, kind: GovernorKind, graph: SentenceGraph): readonly (readonly [GovernorKind, string])[] {
    const lemma = t.lemma.toLowerCase();
    if (kind === "verb") {
      const next = t.children.map((c) => graph.token(c)).find((c) => c.deprel === "compound:prt" || (c.deprel === "advmod" && c.index === t.index + 1));
      const isState = t.xpos === "VBN" && t.children.some((c) => graph.token(c).lemma === "be");
      return [
        ...(next ? [["verb", `${lemma} ${next.lower}`] as const] : []),
        ["verb", lemma],
        ...(isState ? [["adjective", t.lower] as const] : []),
      ];
    }
    if (kind === "adjective") return [["adjective", t.lower], ["adjective", lemma], ["verb", lemma]];
    return [[kind, lemma]];
  }
}

/** "accused of shelling", "considered closing": a gerund behind a preposition also fills the clause slot of nouns. */
function gerundSlots(t: Token): readonly string[] {
  return t.xpos === "VBG" ? [] : ["clause"];
}

/** "a meeting", "talks": what is not yet known to the reader shares the status of its verb. */
export function isIndefinite(t: Token, graph: SentenceGraph): boolean {
  return !t.children.some((c) => {
    const child = graph.token(c);
    return (
      (child.deprel === "det" && ["the", "this", "that", "these", "those"].includes(child.lower)) ||
      child.deprel === "nmod:poss"
    );
  });
}
