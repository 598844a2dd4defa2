import { baseRelation } from "../../core/sentence-graph.ts";
import { caseWord, type Giver } from "./givers.ts";
import type { RoleWords } from "./reading.ts";
import type { Role } from "./roles.ts";
import type { SentenceView } from "./sentence-view.ts";

/** Words by which an office is one to come. */
const INCOMING = new Set(["elect", "designate", "incoming", "future", "prospective"]);

/**
 * The office or role that a noun names, in the text's own words without country and body: "Venezuela's Petroleum Minister" gives
 * "petroleum minister", "the head of the army" gives "head of the army". Null when the noun is no person's role.
 */
export function roleWords(
  view: SentenceView,
  head: number,
  role: Role | null,
  givers: readonly Giver[],
): RoleWords | null {
  const match = role?.match;
  if (!role || match?.row.class !== "person" || role.sectors.length === 0) return null;
  const from = leftEnd(view, head, match.first);
  const to = rightEnd(view, head, match.last);
  const words: string[] = [];
  let incoming = false;
  for (let k = from; k <= to; k++) {
    const { lower } = view.token(k);
    if (INCOMING.has(lower)) incoming = true;
    if (lower === "-") words.push("-");
    else if (words.at(-1) === "-") words.splice(-2, 2, `${words.at(-2) ?? ""}-${lower}`);
    else words.push(lower);
  }
  // "Senators Rubio and Lee": each of them is one.
  const plural = view.token(head).xpos === "NNS" || view.token(head).xpos === "NNPS";
  const body = givers.find((g) => g.entry.kind === "body" && g.weight >= 1.8);
  return {
    words: plural ? match.row.words : words.join(" "),
    body: body?.entry.canonical ?? null,
    state:
      role.former || isThen(view, from) || /^(?:ex|then)-/.test(words[0] ?? "")
        ? "former"
        : incoming
          ? "incoming"
          : "holds",
    sectors: role.sectors,
  };
}

/** "then-minister": the hyphen is a token of its own. */
function isThen(view: SentenceView, first: number): boolean {
  return first > 1 && view.token(first - 1).lower === "-" && view.token(first - 2).lower === "then";
}

/** Modifiers that narrow the office down ("petroleum minister"); names, and words such as "former", stay outside. */
function leftEnd(view: SentenceView, head: number, first: number): number {
  let from = first;
  for (let k = first - 1; k >= 0; k--) {
    const t = view.token(k);
    const belongs = (t.deprel === "compound" || t.deprel === "amod") && t.head >= k && t.head <= head;
    const effect = view.knowledge.modifiers.get(t.lower)?.effect;
    if (!belongs || view.matchAt[k] !== undefined || effect === "former" || effect === "skip") break;
    from = k;
  }
  return from;
}

/** "head of the army": what the office is over, unless that is a name. */
function rightEnd(view: SentenceView, head: number, last: number): number {
  const t = view.token(head);
  for (const c of t.children) {
    const child = view.token(c);
    if (c < last || baseRelation(child.deprel) !== "nmod" || !/^(?:of|for)$/.test(caseWord(view, child))) continue;
    for (let k = last + 1; k <= c; k++) if (view.matchAt[k] !== undefined) return last;
    return c;
  }
  return last;
}
