import { whoIs, type WhoIs } from "../../actors/claims/who-is.ts";
import { nameOf } from "../../actors/resolution/packed-rows.ts";
import { ActorKnowledge } from "../../actors/resolution/knowledge.ts";
import { AppError } from "../../core/errors.ts";
import { loadLexicon } from "../../lexicon/load-lexicon.ts";
import { nearest } from "../../lexicon/nearest.ts";
import { writeOut } from "../sources.ts";

/** The command's options as commander gives them. */
export interface WhoOptions {
  readonly date?: string;
  readonly json?: boolean;
  readonly lexicon: readonly string[];
}

/** `dragoman actors who`: what a name or an office stands for on a day, with rows and reasons. */
export async function runActorsWho(query: string, options: WhoOptions): Promise<void> {
  const { actors } = await loadLexicon(options.lexicon);
  const date = options.date ?? null;
  const answers = whoIs(query, date, new ActorKnowledge(actors), actors.holders);
  if (answers.length === 0) {
    const near = nearest(query, [...actors.holders.keys(), ...actors.bodies.keys()].map(nameOf));
    throw new AppError("ACTOR_UNKNOWN", { query, near: near === null ? "" : ` (did you mean ${near}?)` });
  }
  const texts = answers.map((a) => (options.json ? JSON.stringify(a) : tell(a, date)));
  await writeOut(`${texts.join("\n")}\n`);
}

function tell(a: WhoIs, date: string | null): string {
  const coded = [a.code || "no country", a.sectors.join("+")].filter((x) => x !== "").join(" ");
  const how = a.found === "name" ? "" : `, found by ${a.found}`;
  const office = a.office === null ? "" : `, ${a.office}`;
  const lines = [`${a.name} (${a.kind}${how}): ${coded}${office}${date === null ? "" : ` on ${date}`}`];
  lines.push(`  because ${a.because}`);
  if (a.wikidata !== null) lines.push(`  wikidata ${a.wikidata}`);
  for (const t of a.terms) {
    const span = `${t.from || "?"} to ${t.to || "now"}`;
    lines.push(
      `  ${span.padEnd(26)} ${[t.code, t.sectors.join("+"), t.office ?? ""].filter((x) => x !== "").join(" ")}`,
    );
  }
  return lines.join("\n");
}
