import { formatScore } from "../../scoring/format.ts";
import { loadGold, loadPredictions, loadReports } from "../../scoring/load.ts";
import { scoreEvents } from "../../scoring/score.ts";

/** The command's options as commander gives them. */
export interface ScoreOptions {
  readonly json?: boolean;
  readonly bySentence?: boolean;
}

/** `dragoman score`: coded events against hand-coded ones, figure by figure. */
export function runScore(goldPath: string, reportsPath: string, predictionsPath: string, options: ScoreOptions): void {
  const gold = loadGold(goldPath);
  const reports = loadReports(reportsPath, gold);
  const predictions = loadPredictions(predictionsPath);
  const score = scoreEvents({ gold, reports, predictions }, { bySentence: options.bySentence ?? false });
  process.stdout.write(options.json ? `${JSON.stringify(score)}\n` : `${formatScore(score)}\n`);
}
