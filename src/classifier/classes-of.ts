import type { ClassesOf } from "./predicate-features.ts";

/** The inverse of the ontology's word classes: which classes a word is in. */
export function classesOf(classes: Readonly<Record<string, readonly string[]>>): ClassesOf {
  const inverse = new Map<string, string[]>();
  for (const [name, members] of Object.entries(classes))
    for (const word of members) {
      const list = inverse.get(word);
      if (list) list.push(name);
      else inverse.set(word, [name]);
    }
  return (word) => inverse.get(word) ?? [];
}
