/** Code blocks of a Markdown page, each with the block of output that follows it. */
export interface PageBlock {
  readonly language: string;
  readonly code: string;
  /** Line of the page on which the block begins, from 1. */
  readonly line: number;
  /** What the next block shows where it is one of `text`, else null. */
  readonly output: string | null;
}

interface Fence {
  readonly language: string;
  readonly content: string;
  readonly line: number;
}

export function pageBlocks(page: string): readonly PageBlock[] {
  const all = fences(page);
  return all.flatMap(({ language, content, line }, i) => {
    if (language === "text") return [];
    const next = all[i + 1];
    return [{ language, code: content, line, output: next?.language === "text" ? next.content : null }];
  });
}

/** The page with other outputs: one for each of its blocks, in their order; null leaves what is there. */
export function withOutputs(page: string, outputs: readonly (string | null)[]): string {
  const left = [...outputs];
  let output: string | null = null;
  return page.replace(FENCE, (fence, language: string) => {
    if (language !== "text") output = left.shift() ?? null;
    return language === "text" && output !== null ? `\`\`\`text\n${output}\`\`\`` : fence;
  });
}

const FENCE = /^```(\w+)\n([\s\S]*?)^```$/gm;

function fences(page: string): readonly Fence[] {
  return [...page.matchAll(FENCE)].map((match) => ({
    language: match[1] ?? "",
    content: match[2] ?? "",
    line: page.slice(0, match.index).split("\n").length,
  }));
}
