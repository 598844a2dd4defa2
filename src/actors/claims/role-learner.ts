import type { RoleClaim } from "../../core/actor-layers.ts";
import type { ActorKnowledge } from "../resolution/knowledge.ts";

/** An office or membership that a corpus tells of and the tables do not know, ready to be a row of holders.csv. */
export interface LearnedRole {
  readonly person: string;
  readonly aliases: readonly string[];
  readonly gender: RoleClaim["gender"];
  readonly country: string;
  readonly office: string;
  readonly sector: string;
  /** First day on which a report says that the person holds the office; "" when it is only told of as past. */
  readonly from: string;
  /** Day of the first report that calls it past; "" when none does. */
  readonly to: string;
  /** Reports that say so. */
  readonly reports: readonly string[];
  /** The earliest sentence that says so, with its report and date. */
  readonly evidence: { readonly report: string; readonly date: string | null; readonly text: string };
  /** What the tables know of the person, if they know one of that name. */
  readonly known: string | null;
}

/** Sectors of public and political life; what a drummer or a professor is does not tell an event's side. */
const POLITICAL: ReadonlySet<string> = new Set([
  "GOV", "LEG", "JUD", "MIL", "COP", "SPY", "OPP", "PTY", "REB", "PRM", "SEP", "ELI",
]); // prettier-ignore

/** Reports without a date come after all others. */
const LATEST = "9999";

interface Entry {
  readonly claim: RoleClaim;
  readonly report: string;
  readonly date: string | null;
}

/** Gathers role claims over a corpus and sums up what the tables do not know yet. */
export class RoleLearner {
  private readonly knowledge: ActorKnowledge;
  private readonly found = new Map<string, Entry[]>();
  /** Claims that agree with the tables. */
  agreed = 0;
  /** Claims about roles outside public life, or without a country. */
  passedOver = 0;

  constructor(knowledge: ActorKnowledge) {
    this.knowledge = knowledge;
  }

  add(report: { readonly id: string; readonly date: string | null }, claims: readonly RoleClaim[]): void {
    for (const claim of claims) {
      if (claim.code === "" || !POLITICAL.has(claim.sectors[0] ?? "") || !isFullName(claim.person)) this.passedOver++;
      else if (this.knows(claim, report.date)) this.agreed++;
      else {
        const key = [claim.person, claim.code, officeOf(claim)].join("\t");
        const list = this.found.get(key) ?? [];
        list.push({ claim, report: report.id, date: report.date });
        this.found.set(key, list);
      }
    }
  }

  private knows(claim: RoleClaim, date: string | null): boolean {
    return this.knowledge.names.lookup(claim.person).some((e) => {
      if (e.kind !== "person") return false;
      // "after Obama was elected president" in a report of 2020 tells of an office that the tables know to be past.
      if (this.knowledge.termsOf(e.id).some((t) => t.code === claim.code && t.office === claim.role)) return true;
      const on = this.knowledge.personOn(e.id, date);
      if (on?.code !== claim.code) return false;
      return claim.state === "former"
        ? !on.current
        : on.current && (on.sectors.length === 0 || on.sectors[0] === claim.sectors[0]);
    });
  }

  /** What at least `least` reports tell, those told most often first. */
  learned(least: number): readonly LearnedRole[] {
    const rows = [...this.found.values()].flatMap((list) => this.rowOf(list) ?? []);
    return rows
      .filter((r) => r.reports.length >= least)
      .sort(
        (a, b) => b.reports.length - a.reports.length || compare(a.person, b.person) || compare(a.office, b.office),
      );
  }

  /** Null for an office that nobody is said to hold, and nobody to have held on a known day: a row without days would say "always". */
  private rowOf(list: readonly Entry[]): LearnedRole | null {
    const dated = [...list].sort((a, b) => compare(a.date ?? LATEST, b.date ?? LATEST));
    const held = dated.filter((e) => e.claim.state === "holds");
    const from = held[0]?.date ?? "";
    const lastHeld = held.findLast((e) => e.date !== null)?.date ?? "";
    const past = dated.find((e) => e.claim.state === "former" && (e.date ?? "") > lastHeld);
    const first = held[0] ?? (past && dated[0]);
    if (!first) return null;
    const { claim } = first;
    const entry = this.knowledge.names.lookup(claim.person).find((e) => e.kind === "person");
    return {
      person: claim.person,
      aliases: [],
      gender: claim.gender,
      country: claim.code,
      office: officeOf(claim),
      sector: claim.sectors.join("+"),
      from,
      to: past?.date ?? "",
      reports: [...new Set(list.map((e) => e.report))],
      evidence: { report: first.report, date: first.date, text: claim.text },
      known: entry ? (this.knowledge.personOn(entry.id, first.date)?.row ?? entry.id) : null,
    };
  }
}

/** "spokesman of Hamas": the office with the named body it belongs to. */
function officeOf({ role, body }: RoleClaim): string {
  return body === null ? role : `${role} of ${body}`;
}

function isFullName(name: string): boolean {
  return name.includes(" ") && !/[\d,;:]/.test(name);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
