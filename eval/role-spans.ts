/** Source and target spans of single sentences: the parties of the sentence's main event, token by token. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Sentence } from "../src/core/layers.ts";
import type { EventRecord, PartyRecord } from "../src/core/record.ts";
import type { Span } from "../src/core/span.ts";
import { bootstrapInterval } from "./bootstrap.ts";
import { foldText, joinTokens, readTagged } from "./conll.ts";
import type { TaggedToken } from "./conll.ts";
import { ErrorCounter } from "./error-counter.ts";
import { f1Of, type ItemCounts } from "./item-counts.ts";
import { isHeldOut, type PlvRow, plvPath } from "./relation-sets.ts";
import { readRows } from "./json-lines.ts";
import type { EvalSet, EvalTools, Figure, SetReport } from "./set-report.ts";

type Role = "S" | "T";

/** What a token was read as: part of a source, of a target, of both or of neither. */
export interface TokenRoles {
  readonly S: boolean;
  readonly T: boolean;
}

export interface RoleCounts {
  readonly S: ItemCounts;
  readonly T: ItemCounts;
}

/**
 * Counts the tokens of both roles. R is a party in both roles (the two sides of a meeting) and counts for either: where one role
 * alone is answered, the other does not miss it; where none is, both do.
 */
export function countRoles(gold: readonly TaggedToken[], answer: readonly TokenRoles[]): RoleCounts {
  const counts = { S: { right: 0, gold: 0, coded: 0 }, T: { right: 0, gold: 0, coded: 0 } };
  gold.forEach(({ tag }, i) => {
    const roles = answer[i] ?? { S: false, T: false };
    for (const role of ["S", "T"] as const) {
      const wanted = wants(tag, role, roles);
      if (wanted) counts[role].gold++;
      if (roles[role]) counts[role].coded++;
      if (wanted && roles[role]) counts[role].right++;
    }
  });
  return counts;
}

function wants(tag: string, role: Role, answered: TokenRoles): boolean {
  const kind = tag.slice(-1);
  if (kind !== "R") return kind === role;
  return answered[role] || !answered[role === "S" ? "T" : "S"];
}

/**
 * The event that a one-sentence report is about: the one whose trigger stands highest in the tree, the earlier of two as high. Of the
 * choices tried (first in the text, highest, most confident, fullest, all together) it fits the marked roles best.
 */
export function mainEvent(events: readonly EventRecord[], sentences: readonly Sentence[]): EventRecord | null {
  let best: EventRecord | null = null;
  let height = Infinity;
  for (const event of [...events].sort((a, b) => startOf(a) - startOf(b))) {
    const own = depthOf(startOf(event), sentences);
    if (own >= height) continue;
    best = event;
    height = own;
  }
  return best;
}

function startOf(event: EventRecord): number {
  return event.trigger[0]?.start ?? 0;
}

/** How many arcs lie between a token and its root; every further sentence lies deeper than any tree. */
function depthOf(start: number, sentences: readonly Sentence[]): number {
  for (const { index, tokens } of sentences) {
    let token = tokens.find((t) => t.start === start);
    if (token === undefined) continue;
    let depth = 0;
    for (; token !== undefined && token.head >= 0; token = tokens[token.head]) depth++;
    return index * 1000 + depth;
  }
  return Number.MAX_SAFE_INTEGER;
}

export const CAMEO_ACTORS: EvalSet = {
  name: "cameo-actors",
  title:
    "CAMEO development sentences, tokens of source and target of the main event; class 0 and held-out rows left out",
  run({ data, coder }) {
    const path = join(data, "gold/events/cameo-actors-dev.conll");
    if (!existsSync(path)) return { absent: path };
    const left = leftOut(data);
    const all = readTagged(readFileSync(path, "utf8"));
    const scored = all.filter((sentence) => !left.has(foldText(sentence.map((t) => t.form).join(""))));
    return scoreSentences(scored, all.length, coder);
  },
};

/** Sentences of class 0, as far as the sentences with classes know them, and those of PLV's held-out rows. */
function leftOut(data: string): ReadonlySet<string> {
  const classes = readRows<{ readonly text: string; readonly penta: number }>(
    join(data, "gold/events/cameo-dev.jsonl"),
  );
  const left = new Set((classes ?? []).filter((row) => row.penta === 0).map((row) => foldText(row.text)));
  for (const row of readRows<PlvRow>(plvPath(data)) ?? []) if (isHeldOut(row.id)) left.add(foldText(row.text));
  return left;
}

function scoreSentences(gold: readonly (readonly TaggedToken[])[], all: number, coder: EvalTools["coder"]): SetReport {
  const errors = new ErrorCounter();
  const counts = gold.map((tokens) => {
    const { text, spans } = joinTokens(tokens.map((t) => t.form));
    const { doc, events } = coder.explain({ text });
    const event = mainEvent(events, doc.sentences);
    const parties = partiesOf(event);
    const answer = spans.map((span) => ({ S: covers(parties.S, span), T: covers(parties.T, span) }));
    const count = countRoles(tokens, answer);
    noteErrors(errors, tokens, answer, count, event);
    return count;
  });
  const figure = (name: string, units: readonly ItemCounts[]): Figure => ({
    name: `${name} token F1`,
    value: f1Of(units),
    unit: "%",
    interval: bootstrapInterval(units, f1Of),
    of: gold.length,
  });
  return {
    set: CAMEO_ACTORS.name,
    title: CAMEO_ACTORS.title,
    figures: [
      figure(
        "source",
        counts.map((c) => c.S),
      ),
      figure(
        "target",
        counts.map((c) => c.T),
      ),
      figure("both", counts.map(bothRoles)),
    ],
    tables: [partsTable(counts)],
    errors: errors.list(),
    failures: [],
    notes: [`${String(all - gold.length)} of ${String(all)} sentences are of class 0 or held out and left out`],
  };
}

/**
 * The mentions of actors and recipients. Where two sides act together all are actors; the set tells their roles by where they stand
 * ("Norland [source] met Mara [target]"), so the sides behind the trigger are targets then.
 */
export function partiesOf(
  event: Pick<EventRecord, "actor" | "recipient" | "trigger"> | null,
): Readonly<Record<Role, readonly Span[]>> {
  const S = mentionsOf(event?.actor ?? []);
  const T = mentionsOf(event?.recipient ?? []);
  const trigger = event?.trigger[0]?.start ?? 0;
  const before = S.filter((m) => m.start < trigger);
  if (T.length > 0 || before.length === 0) return { S, T };
  return { S: before, T: S.filter((m) => m.start > trigger) };
}

function mentionsOf(parties: readonly PartyRecord[]): readonly Span[] {
  return parties.flatMap(({ mention }) => (mention === null ? [] : [mention]));
}

function covers(mentions: readonly Span[], { start, end }: Span): boolean {
  return mentions.some((m) => start >= m.start && end <= m.end);
}

function bothRoles({ S, T }: RoleCounts): ItemCounts {
  return { right: S.right + T.right, gold: S.gold + T.gold, coded: S.coded + T.coded };
}

function partsTable(counts: readonly RoleCounts[]): SetReport["tables"][number] {
  const row = (role: Role): readonly (string | number)[] => {
    const sum = (part: keyof ItemCounts): number => counts.reduce((n, c) => n + c[role][part], 0);
    const share = (whole: number): string => (whole === 0 ? "-" : ((100 * sum("right")) / whole).toFixed(1));
    return [role === "S" ? "source" : "target", sum("gold"), share(sum("coded")), share(sum("gold"))];
  };
  return { title: "tokens by role", columns: ["role", "gold", "precision", "recall"], rows: [row("S"), row("T")] };
}

/** One kind a role and sentence: what became of the gold party. */
function noteErrors(
  errors: ErrorCounter,
  gold: readonly TaggedToken[],
  answer: readonly TokenRoles[],
  counts: RoleCounts,
  event: EventRecord | null,
): void {
  for (const role of ["S", "T"] as const) {
    const { right, gold: wanted, coded } = counts[role];
    if (right === wanted && right === coded) continue;
    const name = role === "S" ? "source" : "target";
    const words = (picks: (i: number) => boolean): string =>
      gold.flatMap(({ form }, i) => (picks(i) ? [form] : [])).join(" ") || "nothing";
    const marked = words((i) => wants(gold[i]?.tag ?? "O", role, answer[i] ?? { S: false, T: false }));
    const read = words((i) => answer[i]?.[role] ?? false);
    const sentence = gold.map((t) => t.form).join(" ");
    errors.add(
      `${name} ${event === null ? "without an event" : kindOfError(counts[role])}`,
      `“${read}” instead of “${marked}” (${event?.event[0] ?? "no event"}): ${sentence}`,
    );
  }
}

function kindOfError({ right, gold, coded }: ItemCounts): string {
  if (gold === 0) return "where none is marked";
  if (coded === 0) return "missing";
  if (right === 0) return "is another phrase";
  if (right === gold) return "too long";
  return right === coded ? "too short" : "overlaps";
}
