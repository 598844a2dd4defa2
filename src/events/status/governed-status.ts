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

interface Governing {
  readonly token: number;
  readonly row: StatusGovernor;
}

const NONE = "none";
const KIND: Readonly<Record<string, GovernorKind | undefined>> = {
  VERB: "verb",
  AUX: "verb",
  NOUN: "noun",
  PROPN: "noun",
  ADJ: "adjective",
  ADV: "adjective",
};

/** Finds what governs a token and as what: clause, purpose, object, phrase. */
export class LinkReader {
  private readonly words: StatusVocabulary;

  constructor(words: StatusVocabulary) {
    this.words = words;
  }

  linkOf(t: Token, graph: SentenceGraph): Link {
    if (t.head < 0) return { above: -1, governor: undefined, kind: NONE };
    if (this.isFarFrom(t, graph)) return { above: t.head, governor: undefined, kind: "negative" };
    const relation = baseRelation(t.deprel);
    switch (relation) {
      case "ccomp":
      case "xcomp":
      case "csubj":
      case "acl":
      case "advcl":
        return t.deprel === "acl:relcl"
          ? { above: t.head, governor: undefined, kind: NONE }
          : this.clauseLink(t, relation, graph);
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

  /** "far from disarming": the adverb and the preposition may hang on different words. */
  private isFarFrom(t: Token, graph: SentenceGraph): boolean {
    const mark = t.children.find((c) => c < t.index && graph.token(c).lower === "from");
    const before = mark === undefined ? undefined : graph.tokens[mark - 1]?.lower;
    return before !== undefined && /ing$/.test(t.lower) && this.words.status("negative-mark", before) !== undefined;
  }

  private clauseLink(t: Token, relation: string, graph: SentenceGraph): Link {
    const read = graph.markOf(t.index);
    // "was called a killing": a name, not an act that is called for.
    if (relation === "xcomp" && read === null && t.upos === "NOUN")
      return { above: t.head, governor: undefined, kind: NONE };
    // "in addition to stepping down": no infinitive.
    const mark = read === "to" && t.xpos === "VBG" ? "to …ing" : read;
    if (mark !== null && this.words.status("negative-mark", mark) !== undefined)
      return { above: t.head, governor: undefined, kind: "negative" };
    const found =
      this.governor(t.head, clauseSlots(relation, mark), graph) ?? this.aroundObject(t, relation, mark, graph);
    if (found) return { above: found.token, governor: found.row, kind: "clause" };
    if (mark === "to" && relation === "acl" && this.isRanked(t.head, graph))
      return { above: t.head, governor: undefined, kind: NONE };
    if (mark === "to" && (relation === "acl" || relation === "advcl"))
      return { above: t.head, governor: undefined, kind: "purpose" };
    // "without an agreement being signed": the participle stands where its noun stands.
    if (relation === "acl" && t.xpos === "VBN" && t.children.some((c) => graph.token(c).lower === "being"))
      return { above: t.head, governor: undefined, kind: "argument" };
    if (mark !== null && this.words.status("time", mark) !== undefined)
      return { above: t.head, governor: undefined, kind: "time" };
    return { above: t.head, governor: undefined, kind: relation === "advcl" && mark === null ? "adverbial" : "clause" };
  }

  /** "urged the junta to free", "gathered in Hungary to protest": the infinitive may hang on the object or a phrase of the verb. */
  private aroundObject(t: Token, relation: string, mark: string | null, graph: SentenceGraph): Governing | null {
    const carrier = graph.token(t.head);
    if (relation !== "acl" || mark !== "to" || !/^(?:obj|obl|iobj|nsubj|appos|nmod|conj)/.test(carrier.deprel))
      return null;
    for (let at = carrier, n = 0; at.head >= 0 && n < 3; at = graph.token(at.head), n++) {
      const above = graph.token(at.head);
      if (above.upos !== "VERB") continue;
      const found = this.governor(above.index, at === carrier ? ["clause", "purpose"] : ["purpose"], graph);
      return found && found.row.effect !== "fact" ? found : null;
    }
    return null;
  }

  /** "the first model to use it", "one of the few to survive": an infinitive that tells what was done. */
  private isRanked(noun: number, graph: SentenceGraph): boolean {
    return graph.token(noun).children.some((c) => this.words.status("ranking", graph.token(c).lower) !== undefined);
  }

  private argumentLink(t: Token, relation: string, graph: SentenceGraph): Link {
    const slot = this.slotOf(t, relation, graph);
    const head = graph.token(t.head);
    if (slot !== null && this.words.status("negative-mark", slot) !== undefined)
      return { above: t.head, governor: undefined, kind: "negative" };
    const found = slot === null ? null : (this.listedUnder(head, slot, graph) ?? this.governor(t.head, [slot], graph));
    if (found) return { above: found.token, governor: found.row, kind: "argument" };
    if (slot === null || this.words.status("cause", slot.split(" ", 1)[0] ?? "") !== undefined)
      return { above: t.head, governor: undefined, kind: NONE };
    const shares = slot === "subject" ? head.upos !== "NOUN" && hasArticle(t, graph) : isIndefinite(t, graph);
    return { above: t.head, governor: undefined, kind: shares ? "argument" : NONE };
  }

  /** "The demands include the release of X": what is listed is what the subject asks for. */
  private listedUnder(verb: Token, slot: string, graph: SentenceGraph): Governing | null {
    if ((slot !== "object" && slot !== "to") || this.words.status("listing", verb.lemma) === undefined) return null;
    const subject = graph.child(verb.index, "nsubj");
    return subject?.upos === "NOUN" ? this.governor(subject.index, ["for", "clause"], graph) : null;
  }

  private slotOf(t: Token, relation: string, graph: SentenceGraph): string | null {
    if (relation === "nsubj") return t.deprel === "nsubj:pass" ? "object" : "subject";
    if (relation === "obj" || relation === "iobj") return "object";
    if (relation === "compound") return t.deprel === "compound:prt" ? null : "of";
    if (t.deprel === "nmod:poss") return null;
    if (t.deprel === "obl:agent") return null;
    return graph.caseOf(t.index) ?? graph.markOf(t.index);
  }

  private governor(i: number, slots: readonly string[], graph: SentenceGraph): Governing | null {
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
      const next = t.children
        .map((c) => graph.token(c))
        .find((c) => c.deprel === "compound:prt" || (c.deprel === "advmod" && c.index === t.index + 1));
      const isState = t.xpos === "VBN" && t.children.some((c) => graph.token(c).lemma === "be");
      return [
        ...(next ? [["verb", `${lemma} ${next.lower}`] as const] : []),
        ...(isState ? [["adjective", t.lower] as const] : []),
        ["verb", lemma],
      ];
    }
    if (kind === "adjective")
      return [
        ["adjective", t.lower],
        ["adjective", lemma],
        ["verb", lemma],
      ];
    // "15,000 people gather in Budapest": a verb that the tagger took for a noun has its subject.
    const isMistagged = kind === "noun" && graph.has(t.index, "nsubj") && !graph.has(t.index, "cop");
    return isMistagged ? [["verb", lemma]] : [[kind, lemma]];
  }
}

/** Which slots of its governor a clause may fill: by its mark, and as a clause where it is no adverbial one. */
function clauseSlots(relation: string, mark: string | null): readonly string[] {
  const isNominal = relation !== "advcl" && relation !== "acl";
  if (mark === "to") return relation === "advcl" ? ["purpose", "clause"] : ["clause"];
  if (mark === "that" || mark === "whether" || mark === "if" || (relation === "ccomp" && mark === null))
    return ["that", "clause"];
  if (mark !== null) return isNominal ? [mark, "clause"] : [mark];
  // "a report released on Monday": a participle that describes its noun is not governed by it.
  return isNominal ? ["clause"] : [];
}

/** "an attack", "any attack", "a war". */
function hasArticle(t: Token, graph: SentenceGraph): boolean {
  return t.children.some((c) => ["a", "an", "any", "another"].includes(graph.token(c).lower));
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
