/** Sets that measure one layer: actor codes of phrases, time expressions of war narratives, dates of press releases. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../src/core/report.ts";
import { readActorCases, scoreActorCodes } from "./actor-codes.ts";
import type { SkippedCase } from "./actor-codes.ts";
import type { EvalSet, EvalTools, Figure } from "./set-report.ts";
import { chronoTimes } from "./chrono-baseline.ts";
import { readWikiWars, scoreReleases, scoreTimex } from "./time.ts";

export const ACTOR_CODES: EvalSet = {
  name: "actor-codes",
  title: "Actor phrases out of context: country and sector",
  run({ data, root, coder }) {
    const path = join(data, "gold/actors/actor-codes-dev.jsonl");
    if (!existsSync(path)) return { absent: path };
    const skipPath = join(root, "eval/gold/actor-codes-skip.json");
    const skip = existsSync(skipPath) ? (JSON.parse(readFileSync(skipPath, "utf8")) as SkippedCase[]) : [];
    return scoreActorCodes(
      readActorCases(readFileSync(path, "utf8")),
      skip,
      (text, date, title) => coder.explain({ text, date, title }).doc,
    );
  },
};

export const WIKIWARS: EvalSet = {
  name: "wikiwars",
  title: "Time expressions of WikiWars: relaxed extents and values",
  run({ data, coder }) {
    const path = join(data, "gold/time/wikiwars-train");
    const documents = readWikiWars(path);
    if (documents === null) return { absent: path };
    const { extent, value, gold } = scoreTimex(documents, (report) => coder.explain(report).doc.times);
    const chrono = scoreTimex(documents, chronoTimes);
    const figures: Figure[] = [
      { name: "extent F1, relaxed", value: 100 * extent.f1, unit: "%", of: gold },
      { name: "value F1", value: 100 * value.f1, unit: "%", of: value.gold },
      { name: "chrono-node alone: extent F1, relaxed", value: 100 * chrono.extent.f1, unit: "%", of: gold },
      { name: "chrono-node alone: value F1", value: 100 * chrono.value.f1, unit: "%", of: chrono.value.gold },
    ];
    return { set: this.name, title: this.title, figures, tables: [], errors: [], failures: [], notes: [] };
  },
};

export const RELEASES: EvalSet = {
  name: "isaf",
  title: "Start dates of press releases",
  run({ data, coder }) {
    const path = join(data, "gold/events/isaf-dev.jsonl");
    const score = scoreReleases(path, (report) => mainDate(report, coder));
    if (score === null) return { absent: path };
    const figure = (name: string, part: { readonly n: number; readonly right: number }): Figure => ({
      name,
      value: part.n === 0 ? 0 : (100 * part.right) / part.n,
      unit: "%",
      of: part.n,
    });
    const figures = [figure("date, year in the text", score.withYear), figure("date, no year", score.withoutYear)];
    return { set: this.name, title: this.title, figures, tables: [], errors: [], failures: [], notes: [] };
  },
};

/**
 * A release is about the first killing, capture or raid that its text dates; one without is about its first dated event; where none is
 * dated, the first date stands, else the release's own.
 */
function mainDate(report: Report, coder: EvalTools["coder"]): string | null {
  const { doc, events } = coder.explain(report);
  const dated = events.filter((event) => event.date !== null);
  const main = dated.find((e) => e.quad_code === 4 && e.status === "actual" && e.date_info?.basis !== "publication");
  return (main ?? dated[0])?.date ?? doc.times.find((time) => time.interval?.start)?.interval?.start ?? report.date;
}
