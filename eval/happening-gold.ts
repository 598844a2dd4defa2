import { existsSync } from "node:fs";
import { join } from "node:path";
import { readJsonLines } from "./json-lines.ts";

/** One report of eval/gold/happenings; `anchors` are the words that tell the happening that it is about. */
export interface HappeningGoldReport {
  readonly id: string;
  /** What it tells; of a look-alike its own id. */
  readonly happening: string;
  /** Happening and its look-alikes have one family. */
  readonly family: string;
  /** How a look-alike differs: day, city, act, actor, victims. */
  readonly differs: string | null;
  readonly date: string;
  readonly source: string;
  readonly title: string;
  readonly text: string;
  readonly anchors: readonly string[];
}

type ReportRow = Omit<HappeningGoldReport, "family" | "differs">;
type LookAlikeRow = Omit<HappeningGoldReport, "family" | "happening"> & { readonly like: string };

export function happeningFolder(root: string): string {
  return join(root, "eval/gold/happenings");
}

/** All reports and look-alikes, in the order of their dates; null where the gold is not there. */
export function readHappeningGold(folder: string): readonly HappeningGoldReport[] | null {
  const [reports, lookAlikes] = [join(folder, "reports.jsonl"), join(folder, "look-alikes.jsonl")];
  if (!existsSync(reports) || !existsSync(lookAlikes)) return null;
  const told = readJsonLines<ReportRow>(reports).map((row) => ({ ...row, family: row.happening, differs: null }));
  const alike = readJsonLines<LookAlikeRow>(lookAlikes).map((row) => ({ ...row, family: row.like, happening: row.id }));
  return [...told, ...alike].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1));
}

/** Every third happening was kept from the eye while weights were chosen. */
export function isHeldBack({ family }: HappeningGoldReport): boolean {
  return Number(family.slice(1)) % 3 === 0;
}
