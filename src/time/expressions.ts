import type { Doc, Sentence } from "../core/layers.ts";
import type { Stage } from "../core/stage.ts";
import type { DatePrecision, TimeExpression } from "../core/time-layers.ts";
import type { TimeTables } from "../lexicon/time-tables.ts";
import { civilDate, dayNumber, intervalOf, parseDay } from "./calendar.ts";
import { directionOf, headOf } from "./direction.ts";
import { resolveShape, type Days, type Resolved, type TimeContext } from "./resolve.ts";
import { scanTimes } from "./scan.ts";
import type { DateShape, FoundTime, TimeShape } from "./time-shape.ts";
import { compileTimeWords, scanInput, type TimeLexicon } from "./time-words.ts";

/**
 * The stage that finds and dates time expressions. What is relative counts from the publication date; in a passage that tells
 * an earlier era in its own dates ("In 1914 … in October …") bare months and days count from the date told before.
 */
export function createTimeStage(tables: TimeTables): Stage<"report" | "sentences", "times"> {
  const lexicon = compileTimeWords(tables);
  return {
    name: "time-expressions",
    version: 1,
    requires: ["report", "sentences"],
    assigns: ["times"],
    run: (doc) => ({ times: findTimes(doc, lexicon) }),
  };
}

interface Running {
  readonly days: Days;
  readonly precision: DatePrecision;
  readonly isExplicit: boolean;
  readonly paragraph: number;
}

function findTimes(doc: Doc<"report" | "sentences">, lexicon: TimeLexicon): readonly TimeExpression[] {
  const published = doc.report.date === null ? null : parseDay(doc.report.date);
  const found = doc.sentences.map((sentence) => scanTimes(scanInput(sentence.tokens, lexicon)));
  const isHistory = tellsHistory(found, published);
  const times: TimeExpression[] = [];
  let running: Running | null = null;
  doc.sentences.forEach((sentence, s) => {
    const list = found[s] ?? [];
    list.forEach((one, i) => {
      const shape = withSharedYear(one, list[i + 1]);
      const context = contextOf(shape, one, sentence, { published, isHistory, running, lexicon });
      const resolved = resolveShape(shape, context);
      times.push(expressionOf(doc.report.text, sentence, one, resolved));
      const isAhead = published !== null && !isHistory && (resolved.days?.[0] ?? 0) > published;
      // "They will meet on Friday. … later the same day": what is still to come is not what a report has got to.
      // "seized two boats on Sunday, the ministry said on Tuesday. The next day …": the story has got to Sunday.
      const isSaid = i > 0 && isOfSaying(sentence.tokens, one);
      if (!isAhead && !isSaid) running = nextRunning(running, one, resolved, sentence.paragraph);
    });
  });
  return times;
}

/** Whether an expression dates who says so: its verb governs a clause that is said, or stands beside it. */
function isOfSaying(tokens: Sentence["tokens"], one: FoundTime): boolean {
  const verb = tokens[tokens[headOf(tokens, one.first, one.last)]?.head ?? -1];
  if (verb?.upos !== "VERB") return false;
  return verb.deprel === "parataxis" || verb.children.some((c) => tokens[c]?.deprel === "ccomp");
}

interface State {
  readonly published: number | null;
  readonly isHistory: boolean;
  readonly running: Running | null;
  readonly lexicon: TimeLexicon;
}

function contextOf(shape: TimeShape, one: FoundTime, sentence: Sentence, state: State): TimeContext {
  const { published, running } = state;
  const isOldPassage =
    running !== null &&
    running.isExplicit &&
    running.paragraph === sentence.paragraph &&
    (published === null || running.days[0] < published - 365) &&
    // "signed a treaty in 2003. On Sunday …": a year or more has no Sunday of its own.
    !(published !== null && isWeekday(shape) && isCoarse(running.precision));
  const narrative = (state.isHistory && running !== null) || isOldPassage;
  return {
    published,
    running,
    base: narrative ? running.days[0] : published,
    narrative,
    direction: isBare(shape) && !narrative ? directionOf(sentence.tokens, one.first, one.last, state.lexicon) : null,
  };
}

function isWeekday(shape: TimeShape): boolean {
  if (shape.kind === "near") return "weekday" in shape.item;
  return shape.kind === "date" && shape.weekday !== null && shape.day === null && shape.month === null;
}

function isCoarse(precision: DatePrecision): boolean {
  return precision !== "day" && precision !== "week" && precision !== "month";
}

/** Only expressions without a year of their own need the tense of their predicate. */
function isBare(shape: TimeShape): boolean {
  if (shape.kind === "date" || shape.kind === "season" || shape.kind === "holiday") return shape.year === null;
  return shape.kind === "near" && shape.sense === "this";
}

/** "between March and June 2019", "3 and 5 June 2019": the year stands once, at the end. */
function withSharedYear(one: FoundTime, next: FoundTime | undefined): TimeShape {
  const { shape } = one;
  if (shape.kind !== "date" || shape.year !== null || shape.month === null || next === undefined) return shape;
  if (next.first - one.last > 3 || next.shape.kind !== "date" || next.shape.year === null || next.shape.month === null)
    return shape;
  const follows = next.shape.month >= shape.month;
  return { ...shape, year: follows ? next.shape.year : next.shape.year - 1, bc: next.shape.bc } satisfies DateShape;
}

function nextRunning(running: Running | null, one: FoundTime, resolved: Resolved, paragraph: number): Running | null {
  const { days, precision } = resolved;
  if (days === null || one.shape.kind === "span" || precision === "open" || precision === "decade") return running;
  const hasYear = "year" in one.shape && one.shape.year !== null;
  const isExplicit = hasYear || (running !== null && running.isExplicit && running.paragraph === paragraph);
  return { days, precision, isExplicit, paragraph };
}

/** A report that dates by explicit years of another era tells history, not news of the day. */
function tellsHistory(found: readonly (readonly FoundTime[])[], published: number | null): boolean {
  const years: number[] = [];
  let deictic = 0;
  for (const list of found) {
    for (const { shape } of list) {
      if (shape.kind === "date" && shape.year !== null) years.push(shape.bc ? -shape.year : shape.year);
      else if (isDeictic(shape)) deictic++;
    }
  }
  if (years.length < 5 || deictic * 3 > years.length) return false;
  if (published === null) return true;
  years.sort((a, b) => a - b);
  return (years[years.length >> 1] ?? 0) < civilDate(published).year - 1;
}

function isDeictic(shape: TimeShape): boolean {
  if (shape.kind === "shift") return shape.from === "publication";
  return (
    (shape.kind === "near" && !shape.text) || (shape.kind === "date" && shape.weekday !== null && shape.day === null)
  );
}

/** Records hold four-digit years of our era. */
const FIRST_DAY = dayNumber(1, 1, 1);

/** TIMEX3 tells the part of the day only of a day. */
function withDaypart(value: string | null, daypart: string | null): string | null {
  return value !== null && daypart !== null && /-\d\d$/.test(value) ? `${value}T${daypart}` : value;
}

function expressionOf(text: string, sentence: Sentence, one: FoundTime, resolved: Resolved): TimeExpression {
  const start = sentence.tokens[one.first]?.start ?? sentence.start;
  const end = sentence.tokens[one.last]?.end ?? start;
  return {
    sentence: sentence.index,
    first: one.first,
    last: one.last,
    start,
    end,
    text: text.slice(start, end),
    kind: resolved.kind,
    interval:
      resolved.days === null || resolved.days[0] < FIRST_DAY ? null : intervalOf(resolved.days, resolved.precision),
    value: withDaypart(resolved.value, one.daypart ?? null),
    relative: resolved.relative,
    rule: one.rule,
  };
}
