import { createCoder } from "../../coder/create-coder.ts";
import { failedExamples } from "../../lexicon/examples.ts";
import { tellIssue, type LexiconIssue } from "../../lexicon/issues.ts";
import { checkLexicon, foldersOf } from "../../lexicon/lexicon.ts";
import { LexiconSource } from "../../lexicon/lexicon-source.ts";
import { readOntologyExamples } from "../../lexicon/ontology-tables.ts";
import { dataDir } from "../../lexicon/package-files.ts";
import { writeOut } from "../sources.ts";

/** The command's options as commander gives them. */
export interface CheckOptions {
  readonly examples?: boolean;
  readonly format: "text" | "jsonl";
}

/** The day on which example sentences are said, so that relative dates resolve. */
const EXAMPLE_DATE = "2024-05-10";

/** `dragoman lexicon check`: everything that is wrong with the shipped lexicon or with folders laid over it; exit code 1 if anything is. */
export async function runLexiconCheck(folders: readonly string[], options: CheckOptions): Promise<void> {
  // Whoever checks a folder of his own cannot help small flaws of the shipped one.
  const own = (i: LexiconIssue): boolean => folders.some((f) => i.path.startsWith(f));
  const issues = checkLexicon(dataDir, folders).filter((i) => !folders.length || i.weight === "fault" || own(i));
  const sound = !issues.some((i) => i.weight === "fault");
  let ran = "";
  if (options.examples && sound) {
    const { count, failed } = await runExamples(folders);
    issues.push(...failed);
    ran = `, ${count} sentences run`;
  } else if (options.examples) ran = ", sentences not run";
  for (const i of issues) await writeOut(options.format === "jsonl" ? `${JSON.stringify(i)}\n` : `${tellIssue(i)}\n`);
  process.stderr.write(`${issues.length} ${issues.length === 1 ? "problem" : "problems"}${ran}\n`);
  if (issues.length) process.exitCode = 1;
}

/** The sentences of the folders named, or of the shipped data when none is. */
async function runExamples(folders: readonly string[]): Promise<{ count: number; failed: readonly LexiconIssue[] }> {
  const coder = await createCoder({ lexicon: folders.length ? folders : dataDir });
  const all = foldersOf(dataDir, folders);
  const files = readOntologyExamples(new LexiconSource(all)).filter((f) => f.layer > 0 || all.length === 1);
  const code = (text: string): ReturnType<typeof coder.code> => coder.code({ text, date: EXAMPLE_DATE });
  return {
    count: files.reduce((n, f) => n + f.examples.length + f.not.length, 0),
    failed: files.flatMap((f) => failedExamples(f, code)),
  };
}
