import type { Token } from "../core/layers.ts";
import { baseRelation, type SentenceGraph } from "../core/sentence-graph.ts";
import type { CueTable } from "./cue-table.ts";
import { starterOf } from "./cue-words.ts";

/** The head of the phrase that is subject of the saying, or the agent of a passive one; null when nobody is named. */
export function sourceOfVerb(graph: SentenceGraph, verb: Token, table: CueTable): number | null {
  if (isPassive(graph, verb)) return agentOf(graph, verb);
  const own = subjectOf(graph, verb);
  if (own !== null) return own;
  const starter = starterOf(graph, verb, table);
  if (starter) return sourceOfVerb(graph, starter, table);
  return inheritedSource(graph, verb, table);
}

export function isPassive(graph: SentenceGraph, verb: Token): boolean {
  if (verb.children.some((c) => graph.token(c).deprel.endsWith(":pass"))) return true;
  // "an attack condemned by Mara"
  return verb.xpos === "VBN" && verb.deprel === "acl";
}

export function subjectOf(graph: SentenceGraph, at: Token): number | null {
  for (const c of at.children) if (graph.token(c).deprel === "nsubj") return c;
  return null;
}

export function agentOf(graph: SentenceGraph, verb: Token): number | null {
  for (const c of verb.children) {
    const { deprel } = graph.token(c);
    if (deprel === "obl:agent" || (deprel === "obl" && graph.caseOf(c) === "by")) return c;
  }
  return null;
}

/** Coordinated verbs and participles share the subject of the verb that they go with. */
function inheritedSource(graph: SentenceGraph, verb: Token, table: CueTable): number | null {
  if (verb.head < 0) return null;
  const head = graph.token(verb.head);
  const relation = baseRelation(verb.deprel);
  if (relation === "acl" && verb.xpos === "VBG") return verb.head;
  if (relation === "conj") return isVerbal(graph, head) ? sourceOfVerb(graph, head, table) : null;
  if (relation === "advcl" && verb.xpos === "VBG") return sourceOfVerb(graph, speakerOf(graph, head, table), table);
  if (relation === "xcomp" || relation === "advcl") return controller(graph, verb, head, table);
  return null;
}

function isVerbal(graph: SentenceGraph, t: Token): boolean {
  return t.upos === "VERB" || graph.child(t.index, "cop") !== null;
}

/** "said that X attacked Y, adding that": the participle may hang on the verb of what is said instead of on that of saying. */
function speakerOf(graph: SentenceGraph, at: Token, table: CueTable): Token {
  if (at.deprel !== "ccomp" || at.head < 0) return at;
  const above = graph.token(at.head);
  return table.ofVerb(graph, above)?.sort === "says" ? above : at;
}

/** "urged them to say": the object of the governing verb is the one who is to speak, else its subject. */
function controller(graph: SentenceGraph, verb: Token, head: Token, table: CueTable): number | null {
  if (!isVerbal(graph, head)) return null;
  if (verb.deprel === "xcomp") {
    const object = head.children.find((c) => ["obj", "iobj"].includes(graph.token(c).deprel) && c < verb.index);
    if (object !== undefined) return object;
  }
  return sourceOfVerb(graph, head, table);
}
