import type { Act } from "../core/event-layers.ts";
import type { FeatureBag } from "./feature-bag.ts";
import type { RankedAct, RowReading, SentenceReading } from "./row-reading.ts";

/** Fitness at which an act counts half; the coder's own bar for "tied to the roles" is 3.5. */
const HALF = 3;
const MAX_ACTS = 3;
/** Frames are surer than words; chosen by cross-validation, and kept below the optimum on sentences that frames were written by. */
const FRAME_WEIGHT = 1.5;

/** What frames and operators answer: the acts in order of fitness, with rules, status and who plays which role. */
export function addFrameFeatures(bag: FeatureBag, reading: RowReading): void {
  if (!reading.acts.length) bag.add("act none", FRAME_WEIGHT);
  const categories = new Map<string, number>();
  reading.acts.forEach((ranked, rank) => {
    const weight = 1 / (1 + Math.exp(-(ranked.score - HALF)));
    const { category } = ranked.act;
    categories.set(category, Math.max(categories.get(category) ?? 0, weight));
    if (rank < MAX_ACTS) addAct(bag, reading, ranked, rank, weight);
    for (const rule of eventRules(ranked.act)) bag.add(`rule ${rule}`, weight * FRAME_WEIGHT);
  });
  for (const [category, weight] of categories) bag.add(`frames say ${category}`, weight * FRAME_WEIGHT);
}

function addAct(bag: FeatureBag, reading: RowReading, { act, score }: RankedAct, rank: number, weight: number): void {
  const sentence = reading.sentences.find((s) => s.sentence.index === act.sentence);
  const roles = sentence ? rolesOf(act, sentence) : "??";
  const bin = score < 3.5 ? "weak" : score < 6 ? "half" : "full";
  const add = (name: string, value = 1): void => bag.add(`act${rank} ${name}`, value * FRAME_WEIGHT);
  add(act.category);
  add(`${act.category} ${bin}`);
  add(`${act.category} ${roles}`);
  add(`${act.category} ${act.status}`);
  for (const mode of act.modes) add(`${act.category}.${mode}`);
  const rules = eventRules(act);
  rules.forEach((rule, i) => add(`${i === 0 ? "first " : ""}${rule}`, weight));
  if (rules.length > 1) add(rules.join(" > "));
}

/** Which rules made the category: operators outside in, then the frame. */
export function eventRules(act: Act): readonly string[] {
  return act.because.filter((b) => b.field === "event").map((b) => b.rule);
}

/** Two letters: what the source and the target are in the act (actor, recipient, neither). */
function rolesOf(act: Act, { source, target }: SentenceReading): string {
  const role = (set: ReadonlySet<number>): string =>
    act.actors.some((p) => set.has(p.token)) ? "a" : act.recipients.some((p) => set.has(p.token)) ? "r" : "-";
  return role(source) + role(target);
}
