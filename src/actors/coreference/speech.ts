import type { DraftMention } from "./chain.ts";

/** Whether the verb at `verb` (-1 for none) has a clause that says something, as verbs of speaking have. */
export function isSpeech({ view }: DraftMention, verb: number): boolean {
  return verb >= 0 && view.token(verb).children.some((c) => /^(?:ccomp|parataxis)/.test(view.token(c).deprel));
}
