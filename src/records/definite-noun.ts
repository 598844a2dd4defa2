import type { Doc } from "../core/layers.ts";

/** "the raid", "these talks": a noun that points back to what was told. */
export function isDefinite(doc: Doc<"sentences">, sentence: number, token: number): boolean {
  const tokens = doc.sentences[sentence]?.tokens ?? [];
  return (tokens[token]?.children ?? []).some((c) => {
    const t = tokens[c];
    return t?.deprel === "det" && ["the", "this", "that", "these", "those"].includes(t.lower);
  });
}
