import type { Category, Status } from "../../core/codes.ts";
import type { Predication } from "../../core/event-layers.ts";
import { baseRelation, type SentenceGraph } from "../../core/sentence-graph.ts";
import type { ActDraft } from "./act-draft.ts";
import { ruleFor } from "./apply-rule.ts";
import type { PredicateLookup } from "./predicate-lookup.ts";

/** One row of data/cues/status-words.csv. */
export interface StatusWord {
  readonly word: string;
  readonly kind: "modal" | "modifier" | "adverb" | "condition";
  readonly status: Status;
}

interface Reading {
  readonly status: Status;
  readonly rule: string;
}

const ACTUAL: Reading = { status: "actual", rule: "status.plain" };
const FOLDS_TO_AGREE = new Set<Category>(["CONSULT", "SUPPORT", "COOPERATE", "AID"]);
const FOLDS_TO_CONCEDE = new Set<Category>(["RETREAT", "CONCEDE"]);
const SPEECH = new Set<Category>(["CONSULT", "SUPPORT", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE"]);
/** A commitment that has been made happened, whatever it promises. */
const COMMITMENTS = new Set<Category>(["AGREE", "CONCEDE", "THREATEN"]);

/** Status from negation, modals, conditions and tense, and PLOVER's folding of what is still to come (section 3 of its rules). */
export class StatusReader {
  private readonly words = new Map<string, Map<string, Status>>();

  constructor(rows: readonly StatusWord[]) {
    for (const r of rows) {
      const row = this.words.get(r.kind) ?? new Map<string, Status>();
      row.set(r.word, r.status);
      this.words.set(r.kind, row);
    }
  }

  /** The act with its status decided, refused futures turned into REJECT and announced cooperation into AGREE. */
  settle(
    act: ActDraft,
    byId: ReadonlyMap<number, Predication>,
    graph: SentenceGraph,
    lookup: PredicateLookup,
  ): ActDraft & { readonly status: Status } {
    const read = this.readingOf(act.outer, byId, graph);
    // What is said for a purpose is said: "called her to express support".
    const outer = read.rule === "status.purpose" && SPEECH.has(act.category) ? ACTUAL : read;
    const own = act.status ?? outer.status;
    const because = [
      ...act.because,
      { field: "status", rule: act.status ? "status.operator" : outer.rule, path: act.outer.lemma },
    ];
    if (outer.rule === "status.refusal" && act.category !== "REJECT") {
      const rule = ruleFor(lookup.tables.rules, "refuse", act);
      const modes = rule && Array.isArray(rule.modes) ? (rule.modes as readonly string[]) : [];
      const recipients = act.recipients.length ? act.recipients : act.actors.slice(1);
      const actors = act.recipients.length ? act.actors : act.actors.slice(0, 1);
      return {
        ...act,
        category: "REJECT",
        modes,
        actors,
        recipients,
        status: "actual",
        because: [...because, { field: "event", rule: rule?.id ?? "status.refusal", path: act.outer.lemma }],
      };
    }
    // The outer reading outweighs what an operator set, except that a denial stays a denial.
    const status = outer.status !== "actual" && own !== "negation" ? outer.status : own;
    return fold({ ...act, status, because });
  }

  private readingOf(p: Predication, byId: ReadonlyMap<number, Predication>, graph: SentenceGraph): Reading {
    const own = this.ownReading(p, graph);
    if (own.status !== "actual") return own;
    return this.inherited(p, byId, graph);
  }

  private ownReading(p: Predication, graph: SentenceGraph): Reading {
    const modals = p.auxiliaries.map((i) => graph.token(i).lower);
    const modal = modals.map((m) => this.words.get("modal")?.get(m)).find((s) => s !== undefined) ?? null;
    const refuses = modals.some((m) => ["will", "wo", "would", "'d", "shall"].includes(m));
    if (p.negated) return { status: "negation", rule: refuses ? "status.refusal" : "status.negation" };
    if (
      modal !== null &&
      modal !== "actual" &&
      this.hasCondition(p, graph) &&
      modals.some((m) => m === "would" || m === "could" || m === "'d")
    )
      return { status: "hypothetical", rule: "status.condition" };
    if (modal === "hypothetical" && modals.some((m) => m === "would" || m === "'d") && isReported(p, graph))
      return { status: "future", rule: "status.would-reported" };
    if (modal !== null && modal !== "actual") return { status: modal, rule: "status.modal" };
    for (const c of graph.token(p.token).children) {
      const t = graph.token(c);
      const kind =
        t.deprel === "advmod" && p.kind !== "noun"
          ? "adverb"
          : ["amod", "compound", "advmod"].includes(t.deprel)
            ? "modifier"
            : null;
      const status = kind ? this.words.get(kind)?.get(t.lower) : undefined;
      if (status && status !== "actual") return { status, rule: `status.${kind ?? ""}.${t.lower}` };
    }
    if (isBeTo(p, graph)) return { status: "future", rule: "status.be-to" };
    return ACTUAL;
  }

  /** "If pirates took the port, Oman would …": the condition hangs on the predicate itself. */
  private hasCondition(p: Predication, graph: SentenceGraph): boolean {
    return graph.token(p.token).children.some((c) => {
      const mark = baseRelation(graph.token(c).deprel) === "advcl" ? graph.markOf(c) : null;
      return mark === "if";
    });
  }

  /** Conditions, purposes and questions above the predicate; modals of a verb whose indefinite argument the noun is. */
  private inherited(p: Predication, byId: ReadonlyMap<number, Predication>, graph: SentenceGraph): Reading {
    let at: Predication = p;
    for (let n = 0; n < 6; n++) {
      const t = graph.token(at.light ?? at.token);
      const mark = graph.markOf(t.index);
      if (mark !== null && baseRelation(t.deprel) !== "acl" && this.words.get("condition")?.has(mark))
        return { status: "hypothetical", rule: `status.condition.${mark}` };
      if (n === 0 && mark === "to" && baseRelation(t.deprel) === "advcl" && p.kind !== "noun")
        return { status: "future", rule: "status.purpose" };
      const up = at.governor ? byId.get(at.governor.id) : undefined;
      if (!up) break;
      const relation = baseRelation(at.governor?.relation ?? "");
      if (relation === "parataxis" || relation === "acl" || relation === "ccomp") break;
      if (at.kind === "noun" && up.kind === "verb" && !isDefinite(at.token, graph)) {
        const above = this.ownReading(up, graph);
        if (above.status === "hypothetical" || above.status === "future")
          return { status: above.status, rule: `${above.rule}>argument` };
      }
      if ((relation === "advcl" || relation === "conj") && up.form !== "finite" && up.kind === "verb") {
        const above = this.ownReading(up, graph);
        if (above.status !== "actual" && above.status !== "negation") return above;
      }
      at = up;
    }
    return ACTUAL;
  }
}

function fold<T extends ActDraft & { readonly status: Status }>(act: T): T {
  if (act.status !== "future") return act;
  const category = FOLDS_TO_AGREE.has(act.category) ? "AGREE" : FOLDS_TO_CONCEDE.has(act.category) ? "CONCEDE" : null;
  if (category === null) return COMMITMENTS.has(act.category) ? { ...act, status: "actual" } : act;
  const because = [...act.because, { field: "event", rule: `fold.${category.toLowerCase()}`, path: act.category }];
  return { ...act, category, modes: [], status: "actual", because };
}

function isReported(p: Predication, graph: SentenceGraph): boolean {
  const t = graph.token(p.token);
  return baseRelation(t.deprel) === "ccomp" || t.children.some((c) => graph.token(c).deprel === "parataxis");
}

/** "is to visit", "are going to meet", and the headline's "France to send troops". */
function isBeTo(p: Predication, graph: SentenceGraph): boolean {
  const t = graph.token(p.token);
  if (t.xpos !== "VB") return false;
  const marked = t.children.some(
    (c) => graph.token(c).lower === "to" && ["mark", "aux"].includes(graph.token(c).deprel),
  );
  if (t.head < 0) return marked;
  const head = graph.token(t.head);
  return (
    baseRelation(t.deprel) === "xcomp" &&
    marked &&
    (head.lemma === "be" || (head.lower === "going" && head.children.some((c) => graph.token(c).lemma === "be")))
  );
}

function isDefinite(token: number, graph: SentenceGraph): boolean {
  return graph.token(token).children.some((c) => {
    const t = graph.token(c);
    return (
      (t.deprel === "det" && ["the", "this", "that", "these", "those"].includes(t.lower)) || t.deprel === "nmod:poss"
    );
  });
}
