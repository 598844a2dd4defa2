import type { Entity } from "../../core/actor-layers.ts";
import { baseRelation } from "../../core/sentence-graph.ts";
import type { HeadClass } from "../../lexicon/actor-tables.ts";
import { caseWord, giversOf, sharersOf, type Giver } from "./givers.ts";
import { BLOCS, EMPTY_READING, sectorsFor, type Reading, type Share } from "./reading.ts";
import { nameRun } from "./read-person.ts";
import { roleWords } from "./role-words.ts";
import { readRole, type Role } from "./roles.ts";
import type { SentenceView } from "./sentence-view.ts";

const KIND: Readonly<Record<HeadClass, Entity["kind"]>> = {
  person: "person", group: "group", body: "organisation", unit: "group", country: "country", place: "place", thing: "thing", partitive: "group",
  measure: "thing",
}; // prettier-ignore

/** A common noun or an unknown name: the tables' entry for its head, and who its modifiers and complements say it belongs to. */
export function readNominal(view: SentenceView, head: number, givers: readonly Giver[]): Reading {
  const whole = partOf(view, head);
  if (whole !== null) return partReading(view, head, whole, givers);
  const role = readRole(view, head);
  const body = bodyGiver(view, givers);
  const country = countryOf(role, givers.length > 0 ? givers : giversOfGoverned(view, head), body);
  const kind = kindOf(view, head, role);
  const sectors = nominalSectors(role, body, kind);
  const token = view.token(head);
  const isName = token.upos === "PROPN";
  // "five", "14 others", "dozens": people of whom no more is told.
  const unnamed = role === null ? isQuantity(view, head) : role.match?.row.class === "partitive";
  const people = unnamed && sectors.list.length === 0 && !isAmount(view, head);
  return {
    ...EMPTY_READING,
    ...country,
    sectors: people ? ["CVL"] : sectorsFor(country.code, sectors.list),
    sectorStrength: people ? 0.5 : sectors.strength,
    name: isName ? nameRun(view, head) : null,
    office: role?.office ?? null,
    kind,
    gender:
      role?.gender !== "unknown" && role ? role.gender : kind === "person" || kind === "unknown" ? "unknown" : "neuter",
    number: pluralOf(view, head),
    nouns: role?.nouns ?? [token.lemma.toLowerCase()],
    wantsCountry: wantsCountry(view, head, role, kind, country.code),
    lenders: lendersOf(view, head),
    takesSector: role !== null && (role.vague || role.sectors[0] === "CVL"),
    region: givers.find((g) => g.entry.kind === "region")?.entry.id ?? null,
    former: role?.former ?? false,
    role: pluralOf(view, head) === "plural" ? null : roleWords(view, head, role, givers),
    shares: sharesOf(view, head, kind, role, givers),
    because:
      [role?.because ?? "", sectors.because, country.because]
        .filter((x, i, a) => x !== "" && a.indexOf(x) === i)
        .join("; ") || "noun without an entry",
  };
}

/** Each country that shares a plural has its own officials; a bloc among them gives the others nothing. */
function sharesOf(
  view: SentenceView,
  head: number,
  kind: Entity["kind"],
  role: Role | null,
  givers: readonly Giver[],
): readonly Share[] {
  if (!role || kind === "place" || kind === "thing" || pluralOf(view, head) !== "plural") return [];
  return sharersOf(view, givers).map((code) => ({ code, sectors: sectorsFor(code, role.sectors) }));
}

/** "Russian drone strike": what modifies the noun also says whose its first part is. */
function giversOfGoverned(view: SentenceView, head: number): readonly Giver[] {
  const t = view.token(head);
  if (t.deprel !== "compound" || t.head < head) return [];
  return giversOf(view, t.head, 0, head).filter((g) => g.weight >= 3.4 && g.match.last < head);
}

/** The country that an office has by itself ("chancellor of the exchequer") gives way to a named one ("Chile's defence department"). */
function countryOf(
  role: Role | null,
  givers: readonly Giver[],
  body: Parameters<typeof countryFrom>[1],
): ReturnType<typeof countryFrom> {
  const named = countryFrom(givers, body ?? null);
  if (!role || role.code === "" || named.strength >= 2.5) return named;
  return { code: role.code, strength: 3, because: role.because };
}

function wantsCountry(
  view: SentenceView,
  head: number,
  role: Role | null,
  kind: Entity["kind"],
  code: string,
): boolean {
  if (code !== "" || role?.foreign) return false;
  // "Eleven others were hurt": people, but nothing says which.
  if (isQuantity(view, head)) return !isAmount(view, head);
  if (role === null) return false;
  return kind !== "place" && kind !== "thing" && kind !== "country" && role.sectors.length > 0;
}

function kindOf(view: SentenceView, head: number, role: Role | null): Entity["kind"] {
  const cls = role?.match?.row.class;
  if (cls) return KIND[cls];
  const t = view.token(head);
  if (t.upos === "PROPN") return role ? "organisation" : "unknown";
  if (isAmount(view, head)) return "thing";
  return t.upos === "NUM" || t.upos === "DET" || t.upos === "ADJ" ? "group" : "thing";
}

function nominalSectors(
  role: Role | null,
  body: { readonly sectors: readonly string[]; readonly because: string } | null,
  kind: Entity["kind"],
): { list: readonly string[]; strength: number; because: string } {
  if (role && role.former) return { list: role.sectors, strength: 3, because: "" };
  const open = role === null || role.vague || role.sectors.length === 0;
  if (body && open && kind !== "place" && kind !== "thing")
    return { list: body.sectors, strength: 2, because: body.because };
  if (!role) return { list: [], strength: 0, because: "" };
  return { list: role.sectors, strength: role.vague ? 1 : 2, because: "" };
}

/** A body among the givers passes its code and sector on: "Hamas officials", "CIA agents", "UN spokesman". */
function bodyGiver(
  view: SentenceView,
  givers: readonly Giver[],
): { code: string; sectors: readonly string[]; because: string; weight: number } | null {
  for (const g of givers) {
    if (g.weight < 1.8) continue;
    if (g.entry.kind === "body" || g.entry.kind === "person") {
      const on =
        g.entry.kind === "body"
          ? view.knowledge.bodyOn(g.entry.id, view.date)
          : view.knowledge.personOn(g.entry.id, view.date);
      if (on)
        return {
          code: on.code,
          sectors: g.entry.kind === "body" ? on.sectors : [],
          because: g.entry.id,
          weight: g.weight,
        };
    }
    if (g.entry.kind === "metonym")
      return { code: g.entry.code, sectors: ["GOV"], because: g.entry.id, weight: g.weight };
  }
  return null;
}

/** The country that the names in a phrase give: the closest tie wins, a body over a country that is tied as loosely. */
export function countryFrom(
  givers: readonly Giver[],
  body: { readonly code: string; readonly because: string; readonly weight: number } | null = null,
): { code: string; strength: number; because: string } {
  const land = givers.find(
    (g) => g.entry.code !== "" && g.entry.kind !== "region" && g.entry.kind !== "body" && g.entry.kind !== "person",
  );
  if (body && body.code !== "" && (!land || body.weight + 0.2 >= land.weight || BLOCS.has(body.code)))
    return { code: body.code, strength: 2.5, because: `belongs to ${body.because}` };
  if (land) {
    const strength = land.weight >= 3 ? 2.5 : 2;
    return { code: land.entry.code, strength, because: `${land.entry.kind} ${land.entry.id} in the phrase` };
  }
  const other = givers.find((g) => g.entry.code !== "");
  return other
    ? { code: other.entry.code, strength: 2, because: `belongs to ${other.entry.id}` }
    : { code: "", strength: 0, because: "" };
}

function pluralOf(view: SentenceView, head: number): Entity["number"] {
  const t = view.token(head);
  if (t.xpos === "NNS" || t.xpos === "NNPS") return "plural";
  if (t.upos === "NUM") return t.lower === "one" || t.lower === "1" ? "singular" : "plural";
  if (t.upos === "DET" || t.upos === "ADJ") return "plural";
  return t.lemma === "people" || t.lower === "police" ? "plural" : "singular";
}

/** Tokens whose entity can lend its country: the possessor, then "of" and "in" complements. */
function lendersOf(view: SentenceView, head: number): readonly number[] {
  const out: number[] = [];
  for (const c of view.token(head).children) {
    const t = view.token(c);
    if (t.deprel === "nmod:poss") out.unshift(c);
    else if (baseRelation(t.deprel) === "nmod" && c > head && LENDING.has(caseWord(view, t))) out.push(c);
    else if (t.deprel === "compound" && t.upos === "PROPN") out.push(c);
  }
  // "Maran firms and banks": a bare conjunct shares the country of the first.
  const self = view.token(head);
  const bare = !self.children.some((c) => view.token(c).deprel === "det");
  if (self.deprel === "conj" && self.upos === "NOUN" && bare) out.push(self.head);
  return out;
}

const LENDING = new Set(["of", "in", "from", "at", "for"]);

/** "9 percent", "4.5", "two million dollars": no people. */
function isAmount(view: SentenceView, head: number): boolean {
  const t = view.token(head);
  if (/[.%$€£]/.test(t.form)) return true;
  return t.children.some((c) => view.token(c).xpos === "$" || view.token(c).upos === "SYM");
}

function isQuantity(view: SentenceView, head: number): boolean {
  const t = view.token(head);
  if (t.upos === "NUM" || t.upos === "DET" || t.upos === "ADJ") return true;
  return view.knowledge.heads.match(view.sentence, head)?.row.class === "partitive";
}

/** The token of the whole that a quantity is part of ("thousands of Hong Kong protesters"), or null. */
function partOf(view: SentenceView, head: number): number | null {
  const t = view.token(head);
  const entry = view.knowledge.heads.match(view.sentence, head)?.row;
  const quantity = isQuantity(view, head) || entry?.class === "measure";
  if (!quantity && !(entry?.yields === "yes" && entry.class === "group")) return null;
  for (const c of t.children) {
    const child = view.token(c);
    if (baseRelation(child.deprel) !== "nmod" || c < head || caseWord(view, child) !== "of") continue;
    // "a group of students" is the students, "the leader group of Norland" is not Norland.
    if (view.matchAt[c] === undefined || quantity) return view.matchAt[c] && !quantity ? null : c;
  }
  return null;
}

function partReading(view: SentenceView, head: number, whole: number, givers: readonly Giver[]): Reading {
  const nested = givers.filter((g) => g.match.first > head);
  const inner = readNominal(view, whole, nested.length > 0 ? nested : givers);
  const known = view.matchAt[whole];
  const base = known && inner.code === "" ? { ...inner, code: view.pick(known).code, strength: 2.5 } : inner;
  const number = view.token(head).lower === "one" ? "singular" : "plural";
  const sectors = base.sectors.length > 0 || base.kind === "thing" || base.kind === "place" ? base.sectors : ["CVL"];
  return {
    ...base,
    sectors,
    key: null,
    name: null,
    number,
    nouns: [...base.nouns, ...(view.token(head).lemma ? [view.token(head).lemma] : [])],
    because: `part of: ${base.because}`,
  };
}
