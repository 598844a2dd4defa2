import type { Sentence } from "../core/layers.ts";
import type { Report } from "../core/report.ts";

/** Sentences as CoNLL-U (universaldependencies.org/format.html): offsets in MISC, `# newpar` where a paragraph begins. */
export function toConllu(report: Report, sentences: readonly Sentence[]): string {
  const out: string[] = [`# newdoc id = ${report.id}`];
  let paragraph = -1;
  for (const s of sentences) {
    if (s.paragraph !== paragraph) out.push("# newpar");
    paragraph = s.paragraph;
    out.push(
      `# sent_id = ${report.id}-${s.index + 1}`,
      `# text = ${report.text.slice(s.start, s.end).replace(/\s+/g, " ")}`,
    );
    s.tokens.forEach((t, i) => {
      const next = s.tokens[i + 1];
      const misc = `start=${t.start}|end=${t.end}${next && next.start === t.end ? "|SpaceAfter=No" : ""}`;
      out.push([t.index + 1, t.form, t.lemma, t.upos, t.xpos, "_", t.head + 1, t.deprel, "_", misc].join("\t"));
    });
    out.push("");
  }
  return `${out.join("\n")}\n`;
}
