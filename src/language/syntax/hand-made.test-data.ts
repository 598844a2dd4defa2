import type { Parse } from "./parser.ts";

export interface HandMade {
  readonly forms: readonly string[];
  readonly parse: Parse;
}

/** A parse written by hand: a token a line with form, universal and treebank tag, head counted from 1 (0 the root) and relation. */
export function handMade(source: string): HandMade {
  const rows = source
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));
  return {
    forms: rows.map(([form = ""]) => form),
    parse: {
      heads: Int32Array.from(rows, (r) => Number(r[3]) - 1),
      labels: rows.map((r) => r[4] ?? "dep"),
      tags: rows.map((r) => `${r[1] ?? "X"}|${r[2] ?? "FW"}`),
    },
  };
}

/** What a token hangs on and how, in words: "nsubj attacked". Of several tokens of one form the first is meant. */
export function arcOf(forms: readonly string[], parse: Parse, form: string): string {
  const at = forms.indexOf(form);
  if (at < 0) throw new Error(`no token “${form}” in “${forms.join(" ")}”`);
  return `${parse.labels[at] ?? ""} ${forms[parse.heads[at] ?? -1] ?? "ROOT"}`;
}

/** All arcs, for what must stay as it was. */
export function arcsOf({ heads, labels }: Parse): readonly (readonly [number, string])[] {
  return labels.map((label, i) => [heads[i] ?? -1, label]);
}
