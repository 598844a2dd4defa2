import type { CountedSide, CountRecord } from "../core/record.ts";
import { baseRelation } from "../core/sentence-graph.ts";
import type { Count, CountPart, CountReader } from "./count-phrase.ts";

/** A count as the record carries it, with who is counted. */
export function countRecord(reader: CountReader, count: Count): CountRecord {
  const { low, high, first, last } = count;
  return { low, high, ...spanOf(reader, first, last), by: sidesOf(reader, count) };
}

/** The parts of whom something is told, and those that the phrase names besides ("including two children", "two of them children"). */
function sidesOf(reader: CountReader, count: Count): readonly CountedSide[] {
  const sides: CountedSide[] = [];
  for (const part of [...count.parts, ...included(reader, count)]) {
    if (part.high === 0 || reader.isGeneric(part.noun)) continue;
    const { graph } = reader;
    const name = reader.nameOf(part.noun);
    const isName = graph.token(part.noun).xpos === "NNP" && part.last > part.noun;
    const [first, last] = isName ? [part.first, part.last] : [firstWord(reader, part), part.noun];
    const { text, start, end } = spanOf(reader, first, last);
    if (/^(?:NUM|PRON)$/.test(graph.token(part.noun).upos) || sides.some((s) => s.start === start)) continue;
    const { low, high } = part;
    sides.push({ text, code: name?.code ?? "", sector: name?.sector ?? "", low, high, start, end });
  }
  return sides;
}

/** The noun's own words after the number: "Turkish soldiers" of "three Turkish soldiers". */
function firstWord({ graph }: CountReader, { noun, last }: CountPart): number {
  let first = noun;
  for (let i = noun - 1; i > (last < noun ? last : -1) && i >= 0; i--) {
    const { head, deprel } = graph.token(i);
    if (!/^(?:amod|compound|flat|nmod:desc)$/.test(deprel) || (head !== noun && graph.token(head).head !== noun)) break;
    first = i;
  }
  return first;
}

/** "seven people, including two children": counted among them, not beside them. */
function included(reader: CountReader, count: Count): readonly CountPart[] {
  const { graph } = reader;
  const found: CountPart[] = [];
  for (const token of graph.tokens) {
    const relation = baseRelation(token.deprel);
    const isIncluded =
      /^(?:including|among)$/.test(graph.caseOf(token.index) ?? "") || isAmongThem(graph.tokens, token.index);
    if (!/^(?:nmod|obl|appos|conj|nsubj|parataxis|dep)$/.test(relation) || token.index <= count.last || !isIncluded)
      continue;
    if (token.index - count.last > REACH) break;
    const counted = reader.countOf(token.index) ?? reader.numberAt(token.index - 3);
    if (counted !== null) found.push(...counted.parts.map((part) => ({ ...part, noun: token.index })));
  }
  return found;
}

/** An inclusion stands close behind the number that it belongs to. */
const REACH = 12;

/** "among them nine children", "two of them children". */
function isAmongThem(tokens: CountReader["graph"]["tokens"], noun: number): boolean {
  for (let i = noun - 1; i >= Math.max(1, noun - 4); i--) {
    if (tokens[i]?.lower === "them" && /^(?:among|of)$/.test(tokens[i - 1]?.lower ?? "")) return true;
  }
  return false;
}

function spanOf(
  { graph }: CountReader,
  first: number,
  last: number,
): { readonly text: string; readonly start: number; readonly end: number } {
  let text = "";
  for (let i = first; i <= last; i++) {
    const token = graph.token(i);
    text += (i > first && token.start > graph.token(i - 1).end ? " " : "") + token.form;
  }
  return { text, start: graph.token(first).start, end: graph.token(last).end };
}
