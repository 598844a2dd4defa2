import type { Parse, Parser } from "./parser.ts";

/** An adjective that is nothing else: it stands in for the three tokens of "US-backed". */
const PLAIN_ADJECTIVE = "foreign";
/** Relations of a participle that was taken for a verb of its own. */
const VERBAL = new Set(["root", "acl", "acl:relcl", "conj", "ccomp", "parataxis", "advcl", "xcomp", "dep"]);

/**
 * Reads "the US-backed opposition gathered" again with one plain adjective in the place of "US-backed" where the first reading took
 * the participle for a verb ("the US backed the opposition"); the three words then hang together before their noun.
 */
export function mendHyphenatedParticiples(forms: readonly string[], parse: Parse, parser: Parser, from = 2): Parse {
  for (let i = from; i < forms.length - 1; i++) {
    if (forms[i - 1] !== "-" || !isParticiple(forms[i] ?? "") || !/^\p{L}/u.test(forms[i - 2] ?? "")) continue;
    if (!VERBAL.has(parse.labels[i] ?? "")) continue;
    const shorter = [...forms.slice(0, i - 2), PLAIN_ADJECTIVE, ...forms.slice(i + 1)];
    const again = parser.parse(shorter);
    if (again.labels[i - 2] !== "amod" || (again.heads[i - 2] ?? -1) < i - 2) continue;
    // The shorter sentence is mended on, so that what was mended before it stays.
    return expanded(mendHyphenatedParticiples(shorter, again, parser, i - 1), parse, i);
  }
  return parse;
}

function isParticiple(form: string): boolean {
  return /(?:ed|run|held|born|made|built|bound|hit|torn)$/.test(form) && form === form.toLowerCase();
}

/** The parse of the shorter sentence with the adjective's place taken by name, hyphen and participle. */
function expanded(again: Parse, first: Parse, participle: number): Parse {
  const name = participle - 2;
  const at = (k: number): number => (k < 0 || k < name ? k : k === name ? participle : k + 2);
  const heads = new Int32Array(first.heads.length);
  const labels: string[] = [];
  const tags: string[] = [];
  again.heads.forEach((h, k) => {
    if (k === name) {
      heads[name] = participle;
      heads[name + 1] = participle;
      labels[name] = "compound";
      labels[name + 1] = "punct";
      tags[name] = first.tags[name] ?? "PROPN|NNP";
      tags[name + 1] = "PUNCT|HYPH";
    }
    heads[at(k)] = at(h);
    labels[at(k)] = again.labels[k] ?? "dep";
    tags[at(k)] = k === name ? "VERB|VBN" : (again.tags[k] ?? "X|FW");
  });
  return { heads, labels, tags };
}
