import { bodyRows } from "../../actors/resolution/packed-rows.ts";
import type { ActorTables, HeadRow } from "../actor-tables.ts";
import type { ActorReading } from "./actor-codes.ts";
import { properName } from "./proper-name.ts";

/** What the packaged tables tell about a name in capitals: country, spelling, person or body. */
export class NameKnowledge {
  private readonly firstNames: ActorTables["firstNames"];
  private readonly countries = new Map<string, string>();
  private readonly acronyms = new Set<string>();
  private readonly titles = new Set<string>();
  private readonly bodyWords = new Set<string>();

  constructor(tables: ActorTables) {
    this.firstNames = tables.firstNames;
    for (const c of tables.countries)
      for (const n of [c.name, ...c.aliases, ...c.demonyms, ...c.capitals, ...c.metonyms])
        this.countries.set(n.toLowerCase(), c.code);
    for (const h of tables.heads) this.learnNoun(h);
    for (const id of tables.bodies.keys())
      for (const b of bodyRows(tables.bodies, id)) for (const n of [b.name, ...b.aliases]) this.learnAcronyms(n);
  }

  private learnNoun(row: HeadRow): void {
    const words = row.words.split(" ");
    if (row.class === "person") for (const w of words) this.titles.add(w);
    else this.bodyWords.add((words.includes("of") ? words[words.indexOf("of") - 1] : words.at(-1)) ?? "");
  }

  private learnAcronyms(name: string): void {
    for (const w of name.split(" ")) if (/^[A-Z]{2,6}$/.test(w)) this.acronyms.add(w);
  }

  /** The country that the country table knows by this name, or undefined. */
  countryOf(name: string): string | undefined {
    return this.countries.get(name.toLowerCase());
  }

  spelled(name: string): string {
    return properName(name, this.acronyms);
  }

  genderOf(name: string): "female" | "male" | "unknown" {
    return this.firstNames[(name.split(" ")[0] ?? "").toLowerCase()] ?? "unknown";
  }

  /**
   * A person's name begins with a first name, or the codes say what only people are: former (ELI), something for a time. A name
   * with a noun for a body, or with "of" or "the", is none.
   */
  isPerson(name: string, readings: readonly ActorReading[], dated: boolean): boolean {
    const words = name.toLowerCase().split(" ");
    const named = words.slice(words.findIndex((w) => !this.titles.has(w)));
    const elite = readings.some((r) => r.sectors.includes("ELI"));
    if (named.some((w) => this.isBodyWord(w))) return false;
    if (named.length < 2) return elite || named.length < words.length;
    return (named[0] ?? "") in this.firstNames || elite || (dated && named.length <= 4);
  }

  private isBodyWord(word: string): boolean {
    return JOINTS.has(word) || this.bodyWords.has(word) || this.bodyWords.has(word.replace(/s$/, ""));
  }
}

/** Words that stand in names of bodies and not of people. */
const JOINTS: ReadonlySet<string> = new Set(["of", "for", "the", "and", "in"]);
