/** Linked mentions of states, their institutions and leaders in dated news items: is the right country coded? */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Mention } from "../src/core/actor-layers.ts";
import type { Sentence } from "../src/core/layers.ts";
import { readActorTables } from "../src/lexicon/actor-tables.ts";
import type { Span } from "../src/core/span.ts";
import { bootstrapInterval } from "./bootstrap.ts";
import { ErrorCounter } from "./error-counter.ts";
import { excerpt } from "./excerpt.ts";
import { PAGE_KINDS, type PageKind, pageReader, type PageReader, type PageTruth } from "./linked-pages.ts";
import { readRows } from "./json-lines.ts";
import type { EvalSet, EvalTools, Figure, SetReport } from "./set-report.ts";

interface LinkedItem {
  readonly id: string;
  readonly date: string;
  readonly text: string;
  readonly links: readonly (Span & { readonly text: string; readonly page: string })[];
}

/** One link that has a truth: of what kind, whether a mention stands there, and whether its country is right. */
interface LinkResult {
  readonly kind: PageKind;
  readonly found: boolean;
  readonly right: boolean;
}

export const LINKED_ACTORS: EvalSet = {
  name: "linked-actors",
  title: "Current events of 2025: country of linked states, institutions of states, and leaders",
  run({ data, root, coder }) {
    const path = join(data, "corpora/current-events-2025.jsonl");
    if (!existsSync(path)) return { absent: path };
    const read = pageReader(readActorTables(join(root, "data")).countries, join(root, "eval/gold/linked-pages.csv"));
    return scoreItems(readRows<LinkedItem>(path) ?? [], read, coder);
  },
};

function scoreItems(items: readonly LinkedItem[], read: PageReader, coder: EvalTools["coder"]): SetReport {
  const errors = new ErrorCounter();
  const results: (readonly LinkResult[])[] = [];
  for (const item of items) {
    const links = item.links.flatMap((link) => {
      const truth = read(link.page);
      return truth === null ? [] : [{ link, truth }];
    });
    if (links.length === 0) continue;
    const { doc } = coder.explain({ id: item.id, date: item.date, text: item.text });
    results.push(
      links.map(({ link, truth }) => {
        const mention = mentionOf(link, doc.mentions, doc.sentences);
        const code = mention === null ? null : (doc.entities[mention.entity]?.code ?? "");
        const right = code === truth.country;
        if (!right)
          errors.add(
            kindOfError(truth, code),
            `${item.id}: ${excerpt(item.text, link, 60, 60)} (${link.page}): ${mention?.because ?? ""}`,
          );
        return { kind: truth.kind, found: mention !== null, right };
      }),
    );
  }
  return {
    set: LINKED_ACTORS.name,
    title: LINKED_ACTORS.title,
    figures: PAGE_KINDS.flatMap((kind) => figuresOf(kind, results)),
    tables: [],
    errors: errors.list(),
    failures: [],
    notes: [],
  };
}

function kindOfError({ kind, country }: PageTruth, code: string | null): string {
  if (code === null) return `${kind}: no mention`;
  return code === "" ? `${kind}: no country` : `${kind}: ${code} for ${country}`;
}

/**
 * The mention that a link stands for: the one headed by the link's topmost word; else the smallest that covers the whole link, as a
 * name covers its title ("[President] Lula"); else any headed inside the link.
 */
export function mentionOf(link: Span, mentions: readonly Mention[], sentences: readonly Sentence[]): Mention | null {
  const sentence = sentences.find((s) => s.start <= link.start && link.start < s.end);
  if (sentence === undefined) return null;
  const inside = sentence.tokens.filter((t) => t.start < link.end && t.end > link.start);
  const indexes = new Set(inside.map((t) => t.index));
  const top = inside.filter((t) => !indexes.has(t.head)).map((t) => t.index);
  const own = mentions.filter((m) => m.sentence === sentence.index);
  const size = (m: Mention): number => m.last - m.first;
  const covering = own
    .filter((m) => inside.every((t) => m.first <= t.index && t.index <= m.last))
    .sort((a, b) => size(a) - size(b));
  return own.find((m) => top.includes(m.head)) ?? covering[0] ?? own.find((m) => indexes.has(m.head)) ?? null;
}

function figuresOf(kind: PageKind, items: readonly (readonly LinkResult[])[]): readonly Figure[] {
  const units = items.map((links) => links.filter((link) => link.kind === kind)).filter((links) => links.length > 0);
  const of = units.flat().length;
  const figure = (name: string, holds: (link: LinkResult) => boolean): Figure => {
    const share = (sample: readonly (readonly LinkResult[])[]): number => {
      const all = sample.flat();
      return all.length === 0 ? 0 : (100 * all.filter(holds).length) / all.length;
    };
    return { name: `${kind}: ${name}`, value: share(units), unit: "%", interval: bootstrapInterval(units, share), of };
  };
  return [figure("right country", (link) => link.right), figure("no mention", (link) => !link.found)];
}
