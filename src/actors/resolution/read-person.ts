import type { Entity } from "../../core/actor-layers.ts";
import { tokenWord } from "./name-words.ts";
import type { HeadClass } from "../../lexicon/actor-tables.ts";
import { caseWord, type Giver } from "./givers.ts";
import { countryFrom } from "./read-nominal.ts";
import { EMPTY_READING, sectorsFor, type Reading } from "./reading.ts";
import { modifiersOf, type ModifierReading } from "./modifiers.ts";
import { roleWords } from "./role-words.ts";
import { readRole, type Role } from "./roles.ts";
import type { NameEntry } from "./name-index.ts";
import type { SentenceView } from "./sentence-view.ts";

interface Title {
  readonly role: Role | null;
  readonly token: number;
  readonly gender: Entity["gender"];
}

/**
 * The name of a person, with or without a title ("Venezuela's Petroleum Minister Tareck El Aissami"); null when the name is
 * not known and nothing says that it is a person's.
 */
export function readPersonName(
  view: SentenceView,
  head: number,
  givers: readonly Giver[],
  entry: NameEntry | null = null,
): Reading | null {
  // "General Union of Workers", "Sunni Members of Parliament": nouns, whatever stands before them.
  if (entry === null && isActorNoun(view, head)) return null;
  const title = titleOf(view, head);
  const parts = nameParts(view, head);
  const first = view.knowledge.firstNames.get(tokenWord(view.token(parts[0] ?? head).form));
  const person = entry !== null || title !== null || looksLikePerson(view, head, parts, first !== undefined);
  if (!person) return null;
  const own = modifiersOf(view, head, null);
  const ofTitle = title ? modifiersOf(view, title.token, title.role?.match ?? null) : null;
  const former = own.former || (ofTitle?.former ?? false);
  const on = entry ? view.knowledge.personOn(entry.id, view.date) : null;
  const country = on ? { code: on.code, strength: 3, because: on.row } : titleCountry(title, givers);
  const role = sectorsOfPerson(title?.role ?? null, on, former);
  return {
    ...EMPTY_READING,
    ...country,
    sectors: sectorsFor(country.code, withSecond(role.sectors, own, ofTitle)),
    sectorStrength: role.strength,
    key: entry?.id ?? null,
    name: entry?.canonical ?? nameRun(view, head),
    wikidata: on?.wikidata ?? null,
    office: title?.role?.office ?? on?.office ?? null,
    kind: "person",
    gender: genderOf(on?.gender, title, first),
    number: "singular",
    nouns: title?.role ? title.role.nouns : on?.office ? officeNouns(on.office) : [],
    wantsCountry: country.code === "",
    lenders: title ? view.token(title.token).children.filter((c) => view.token(c).deprel === "nmod:poss") : [],
    former,
    role: title ? roleWords(view, title.token, title.role, givers) : null,
    because: [on?.row ?? (entry ? entry.id : "name of a person"), title?.role?.because ?? "", country.because]
      .filter((x, i, a) => x !== "" && a.indexOf(x) === i)
      .join("; "),
  };
}

/** Nouns that say how many, not who. */
const COUNTING: ReadonlySet<HeadClass> = new Set<HeadClass>(["partitive", "measure"]);

function isActorNoun(view: SentenceView, head: number): boolean {
  const row = view.knowledge.heads.match(view.sentence, head)?.row;
  return row !== undefined && !COUNTING.has(row.class) && !hasFlat(view, head);
}

function hasFlat(view: SentenceView, head: number): boolean {
  return view.token(head).children.some((c) => view.token(c).deprel === "flat");
}

const PLACE_CASES = new Set(["in", "at", "near", "from", "to", "into", "around", "outside", "across", "through"]);

/** A known first name with more after it, a relative clause with "who", or a bare name of several parts that is no place. */
function looksLikePerson(view: SentenceView, head: number, parts: readonly number[], knownFirst: boolean): boolean {
  if (knownFirst && parts.length > 1) return true;
  if (relatedByWho(view, head)) return true;
  if (!hasFlat(view, head) || parts.some((p) => isNoPersonWord(view, p)) || isAmongPlaces(view, head)) return false;
  const t = view.token(head);
  return !t.children.some((c) => view.token(c).deprel === "det") && !PLACE_CASES.has(caseWord(view, t));
}

const PERSONLESS: ReadonlySet<HeadClass> = new Set(["body", "group", "unit", "place", "thing", "country"]);

/** "Inc.", "Ltd.", "Corp.": a cut word behind a name, unless it tells father and son apart. */
export function isFirmEnding(form: string): boolean {
  return /^\p{Lu}\p{Ll}{1,4}\.$/u.test(form) && !/^[JS]n?r\.$/.test(form);
}

/** An acronym, a number, a nationality, or the noun of a body, place or thing ("Club", "Airfield", "Operation"). */
function isNoPersonWord(view: SentenceView, k: number): boolean {
  const { form } = view.token(k);
  if (/[\d&]/.test(form) || isFirmEnding(form) || /^\p{Lu}{2,}$/u.test(form.replaceAll("-", ""))) return true;
  const cls = view.knowledge.heads.match(view.sentence, k)?.row.class;
  if (cls !== undefined && PERSONLESS.has(cls)) return true;
  return view.knowledge.names.lookup(form).some((e) => e.kind === "demonym");
}

/** "Saffron Walden, England", "the riding of LaSalle-Émard", "Merced and Del Norte": what stands beside a place is one. */
function isAmongPlaces(view: SentenceView, head: number): boolean {
  const t = view.token(head);
  const isPlace = (k: number): boolean => {
    const match = view.matchAt[k];
    return match !== undefined && LANDS.has(view.pick(match).kind);
  };
  const above = t.head < 0 ? null : view.token(t.head);
  if (above && t.deprel === "conj" && isPlace(above.index)) return true;
  if (
    above &&
    caseWord(view, t) === "of" &&
    view.knowledge.heads.match(view.sentence, above.index)?.row.class === "place"
  )
    return true;
  return t.children.some((c) => c > head && isPlace(c) && view.sentence.tokens[c - 1]?.form === ",");
}

const LANDS: ReadonlySet<NameEntry["kind"]> = new Set(["country", "capital", "place"]);

function officeNouns(office: string): readonly string[] {
  const words = office.toLowerCase().split(" of ")[0]?.split(" ") ?? [];
  return words.slice(-1);
}

function titleCountry(
  title: Title | null,
  givers: readonly Giver[],
): { code: string; strength: number; because: string } {
  const code = title?.role?.code ?? "";
  return code !== "" ? { code, strength: 3, because: title?.role?.because ?? "" } : countryFrom(givers);
}

function sectorsOfPerson(
  role: Role | null,
  on: { readonly sectors: readonly string[]; readonly current: boolean } | null,
  former: boolean,
): { sectors: readonly string[]; strength: number } {
  if (former) return { sectors: afterOffice(role, on), strength: 3 };
  // The text's own title is the role in which the person acts; the table knows who bears no title.
  const same = on !== null && role !== null && on.sectors.includes(role.sectors[0] ?? "-");
  if (role && role.sectors.length > 0 && !role.vague && !same) return { sectors: role.sectors, strength: 3 };
  if (on && on.sectors.length > 0) return { sectors: on.sectors, strength: 3 };
  if (role && role.sectors.length > 0) return { sectors: role.sectors, strength: 2 };
  return { sectors: ["CVL"], strength: 0.5 };
}

const PUBLIC = new Set(["GOV", "LEG", "MIL", "JUD", "SPY", "COP"]);

/** Who is called "former" belongs to the elite, unless the tables know a public office held now or the title was a candidacy. */
function afterOffice(
  role: Role | null,
  on: { readonly sectors: readonly string[]; readonly current: boolean } | null,
): readonly string[] {
  if (on?.current && (PUBLIC.has(on.sectors[0] ?? "") || role?.match?.row.sectors[0] === "PTY")) return on.sectors;
  return ["ELI"];
}

function withSecond(
  sectors: readonly string[],
  own: ModifierReading,
  title: ModifierReading | null,
): readonly string[] {
  const more = [...own.second, ...(title?.second ?? [])].filter((s) => !sectors.includes(s));
  return more.length > 0 ? [...sectors, ...more] : sectors;
}

function genderOf(
  table: Entity["gender"] | undefined,
  title: Title | null,
  first: "female" | "male" | undefined,
): Entity["gender"] {
  if (table && table !== "unknown") return table;
  return title && title.gender !== "unknown" ? title.gender : (first ?? "unknown");
}

/** The title before a name: a descriptor in syntax, or a noun compounded with the name. */
function titleOf(view: SentenceView, head: number): Title | null {
  let address: Title | null = null;
  for (const c of view.token(head).children) {
    const t = view.token(c);
    const before = c < head && (t.deprel === "nmod:desc" || t.deprel === "compound" || t.deprel === "amod");
    if (!before && t.deprel !== "nmod:desc") continue;
    const role = readRole(view, c);
    if (!role?.match || (role.match.row.class !== "person" && t.deprel !== "nmod:desc")) continue;
    const title = { role, token: c, gender: role.gender };
    // "Mr", "Dr" tell a person, but another title says more.
    if (role.sectors.length > 0) return title;
    address ??= title;
  }
  return address ?? ownTitle(view, head) ?? sharedTitle(view, head);
}

/** A title that the parser made the head of the name ("Taoiseach Leo Varadkar"). */
function ownTitle(view: SentenceView, head: number): Title | null {
  if (!hasFlat(view, head)) return null;
  const role = readRole(view, head);
  return role?.match?.row.class === "person" ? { role, token: head, gender: role.gender } : null;
}

/** "Presidents Vladimir Putin and Nicolas Maduro": a plural title belongs to every conjunct. */
function sharedTitle(view: SentenceView, head: number): Title | null {
  const t = view.token(head);
  if (t.deprel !== "conj" || t.head < 0) return null;
  for (const c of view.token(t.head).children) {
    const title = view.token(c);
    if (title.deprel !== "nmod:desc" || !(title.xpos === "NNS" || title.xpos === "NNPS")) continue;
    const role = readRole(view, c);
    if (role?.match?.row.class === "person") return { role, token: c, gender: role.gender };
  }
  return null;
}

/** A name with a relative clause opened by "who" is a person's. */
function relatedByWho(view: SentenceView, head: number): boolean {
  for (const c of view.token(head).children) {
    if (view.token(c).deprel !== "acl:relcl") continue;
    const last = view.token(c).index;
    for (let k = head + 1; k <= last; k++) if (view.token(k).lower === "who") return true;
  }
  return false;
}

/** The words of a name: the head with its flat parts and the capitalised parts before it. */
export function nameRun(view: SentenceView, head: number): string {
  const parts = nameParts(view, head);
  const first = parts[0] ?? head;
  const last = parts[parts.length - 1] ?? head;
  const words: string[] = [];
  for (let k = first; k <= last; k++) {
    const t = view.token(k);
    const glued = k > first && view.token(k - 1).end === t.start;
    if (glued && words.length > 0) words[words.length - 1] += t.form;
    else words.push(t.form);
  }
  return words.join(" ");
}

function nameParts(view: SentenceView, head: number): readonly number[] {
  const parts = ownTitle(view, head) ? [] : [head];
  for (const c of view.token(head).children) {
    const t = view.token(c);
    if (t.deprel === "flat" || (t.deprel === "compound" && t.upos === "PROPN" && c < head)) parts.push(c);
  }
  return parts.length > 1
    ? withoutTitles(
        view,
        head,
        parts.sort((a, b) => a - b),
      )
    : parts;
}

/** "Senate Minority Whip Dick Durbin", "Saturday Sirhan Sirhan": compounds before a person's name up to the last role, body or day. */
function withoutTitles(view: SentenceView, head: number, parts: readonly number[]): readonly number[] {
  let from = 0;
  for (let i = 0; i < parts.length; i++) {
    const k = parts[i] ?? head;
    if (k >= head || isFirstName(view, k)) break;
    if (view.token(k).deprel === "compound" && isTitleWord(view, k)) from = i + 1;
  }
  const kept = parts.slice(from);
  const named = kept.length > 1 || hasFlat(view, head);
  // Without a person's name behind it the whole is a body's ("Amnesty Group Norland").
  return from > 0 && named && isFirstName(view, kept[0] ?? head) ? kept : parts;
}

function isTitleWord(view: SentenceView, k: number): boolean {
  const cls = view.knowledge.heads.match(view.sentence, k)?.row.class;
  return cls !== undefined && !COUNTING.has(cls);
}

function isFirstName(view: SentenceView, k: number): boolean {
  return view.knowledge.firstNames.has(tokenWord(view.token(k).form));
}
