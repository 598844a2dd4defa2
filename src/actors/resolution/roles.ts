import type { Entity } from "../../core/actor-layers.ts";
import { baseRelation } from "../../core/sentence-graph.ts";
import { caseWord } from "./givers.ts";
import type { HeadRow } from "../../lexicon/actor-tables.ts";
import { rowId, type HeadMatch } from "./head-index.ts";
import { modifiersOf } from "./modifiers.ts";
import type { SentenceView } from "./sentence-view.ts";

/** What a noun says about the actor that it heads. */
export interface Role {
  readonly match: HeadMatch | null;
  readonly code: string;
  readonly sectors: readonly string[];
  /** Only the default of a vague noun ("official", "leader"). */
  readonly vague: boolean;
  readonly office: string | null;
  readonly gender: Entity["gender"];
  readonly nouns: readonly string[];
  readonly former: boolean;
  readonly foreign: boolean;
  readonly because: string;
}

/** Sectors whose bearers become ELI when they leave; other former actors are civilians. */
const PUBLIC = new Set(["GOV", "LEG", "JUD", "MIL", "COP", "SPY"]);

/** Reads the noun at `head` with the tables: its own entry, what its modifiers add, and its complement where it leaves the sector open. */
export function readRole(view: SentenceView, head: number, depth = 0): Role | null {
  const match = view.knowledge.heads.match(view.sentence, head);
  const mods = modifiersOf(view, head, match);
  // "police violence": the violence is no policeman, but "Maran Rebel Council" is one of the rebels.
  if (!match && (mods.sectors.length === 0 || view.token(head).upos !== "PROPN")) return null;
  const row = match?.row ?? null;
  const open = row === null || row.yields !== "" || row.sectors.length === 0;
  const modified = decisive(row, mods.sectors);
  let sectors = row?.sectors ?? [];
  let because = row ? rowId(row) : "";
  let vague = open;
  if (open) {
    const fromComplement = modified.length > 0 ? null : complementSectors(view, head, depth);
    const given = modified.length > 0 ? modified.slice(0, 2) : (fromComplement?.sectors ?? []);
    if (given.length > 0 && row?.class !== "thing" && row?.class !== "place") {
      sectors = given;
      vague = false;
      because = [because, mods.because || (fromComplement?.because ?? "")].filter((x) => x).join(" < ");
    }
  } else sectors = addSecond(sectors, mods.sectors);
  if (mods.ruling) sectors = addSecond(sectors, ["GOV"]);
  sectors = addSecond(sectors, mods.second);
  if (mods.former) sectors = PUBLIC.has(sectors[0] ?? "GOV") ? ["ELI"] : ["CVL"];
  return {
    match,
    code: row?.code ?? "",
    sectors: unique(sectors),
    vague: vague && !mods.former,
    office: row?.table === "offices" && row.class === "person" ? row.words : null,
    gender: row?.gender === "female" || row?.gender === "male" ? row.gender : "unknown",
    nouns: nounsOf(view, head),
    former: mods.former,
    foreign: mods.foreign,
    because: mods.former ? `${because} (former)` : because,
  };
}

const ARMED = new Set(["MIL", "COP", "REB", "PRM", "SPY", "UAF"]);

/** "government forces", "junta troops" stay soldiers: only armed modifiers ("rebel forces", "police unit") change a force. */
function decisive(row: HeadRow | null, sectors: readonly string[]): readonly string[] {
  if (row?.yields === "of") return [];
  return row?.class === "unit" && row.sectors[0] === "MIL" ? sectors.filter((s) => ARMED.has(s)) : sectors;
}

/** Modifiers add at most one sector to a noun that has its own ("opposition deputies" LEG + OPP). */
function addSecond(sectors: readonly string[], more: readonly string[]): readonly string[] {
  const extra = more.filter((s) => !sectors.includes(s)).slice(0, 1);
  return extra.length > 0 ? [...sectors, ...extra] : sectors;
}

const unique = (list: readonly string[]): readonly string[] => list.filter((x, i) => list.indexOf(x) === i);

const COMPLEMENT = new Set(["of", "for", "from", "in", "at", "with"]);

/** The sector that a complement gives: "members of parliament", "spokesman for the rebels", "head of the army". */
function complementSectors(
  view: SentenceView,
  head: number,
  depth: number,
): { sectors: readonly string[]; because: string } | null {
  if (depth > 2) return null;
  for (const c of view.token(head).children) {
    const t = view.token(c);
    if (t.deprel === "nmod:poss" && c < head) {
      const poss = nameSectors(view, c) ?? roleSectors(view, c, depth);
      if (poss) return poss;
      continue;
    }
    if (c < head || baseRelation(t.deprel) !== "nmod" || !COMPLEMENT.has(caseWord(view, t))) continue;
    const found = nameSectors(view, c) ?? roleSectors(view, c, depth);
    if (found) return found;
  }
  return null;
}

function roleSectors(
  view: SentenceView,
  c: number,
  depth: number,
): { sectors: readonly string[]; because: string } | null {
  const role = readRole(view, c, depth + 1);
  if (!role || role.sectors.length === 0 || role.match?.row.class === "country") return null;
  return role.match?.row.class === "place" ? null : { sectors: role.sectors, because: role.because };
}

function nameSectors(view: SentenceView, c: number): { sectors: readonly string[]; because: string } | null {
  const match = view.matchAt[c];
  if (!match) return null;
  const entry = view.pick(match);
  if (entry.kind === "person") {
    const on = view.knowledge.personOn(entry.id, view.date);
    return on && on.sectors.length > 0 ? { sectors: on.sectors, because: on.row } : null;
  }
  if (entry.kind !== "body") return null;
  const on = view.knowledge.bodyOn(entry.id, view.date);
  return on && on.sectors.length > 0 ? { sectors: on.sectors, because: entry.id } : null;
}

function nounsOf(view: SentenceView, head: number): readonly string[] {
  const t = view.token(head);
  return t.lemma === t.lower ? [t.lower] : [t.lemma.toLowerCase(), t.lower];
}
