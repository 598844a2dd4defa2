import type { ActorGroup } from "./code-tables.ts";

/** A CAMEO actor code in PLOVER's terms. */
export interface ActorReading {
  /** Country or supranational code, "" for none. */
  readonly code: string;
  readonly sectors: readonly string[];
  /** A group of three letters had no meaning in PLOVER, other than the abbreviation of an international body (`IGOUNOIAE`). */
  readonly lost: boolean;
}

export type ActorFault = "null" | "discard" | "unknown-country" | "no-party";

/** Reads CAMEO actor codes: `AFGGOVMIL`, `IGOUNOHLHWHO`, `---`; and roles of agents: `GOVMED`. */
export class ActorCodes {
  private readonly groups: ReadonlyMap<string, readonly ActorGroup[]>;
  private readonly countries: ReadonlySet<string>;

  constructor(groups: ReadonlyMap<string, readonly ActorGroup[]>, countries: ReadonlySet<string>) {
    this.groups = groups;
    this.countries = countries;
  }

  /** The code of an actor: country or international code first, then roles. */
  actor(code: string): ActorReading | ActorFault {
    if (/^[-+]*$/.test(code)) return "null";
    if (code.startsWith("#")) return "discard";
    const start = this.start(code.toUpperCase());
    const roles = this.roles(code.slice(start.length));
    if (start.length === 0 && !roles.sectors.length) return "unknown-country";
    if (start.code === "" && !roles.sectors.length) return "no-party";
    return { code: start.code, sectors: roles.sectors, lost: roles.lost && !start.wide };
  }

  /** The code of an agent: roles, or an international code that goes before the country (`NGO~`). */
  agent(code: string): ActorReading | ActorFault {
    if (/^[-+]*$/.test(code)) return "null";
    if (code.startsWith("#")) return "discard";
    const start = this.international(code.toUpperCase());
    const roles = this.roles(code.slice(start.length));
    if (start.code === "" && !roles.sectors.length) return "no-party";
    return { code: start.code, sectors: roles.sectors, lost: roles.lost };
  }

  private start(code: string): { code: string; length: number; wide?: boolean } {
    const first = code.slice(0, 3);
    const renamed = this.of(first, "country");
    if (renamed) return { code: renamed.value, length: 3 };
    if (this.countries.has(first) && !this.of(first, "region")) return { code: first, length: 3 };
    const wide = this.international(code);
    if (wide.length) return { ...wide, wide: true };
    return { code: "", length: this.of(first, "region") ? 3 : 0 };
  }

  /** The longest run of groups that stands for an international actor: `IGOEUREEC` before `IGO`. */
  private international(code: string): { code: string; length: number } {
    for (const length of [9, 6, 3]) {
      const found = code.length >= length ? this.of(code.slice(0, length), "international") : undefined;
      if (found) return { code: found.value, length };
    }
    return { code: "", length: 0 };
  }

  private roles(rest: string): { sectors: readonly string[]; lost: boolean } {
    const sectors = new Set<string>();
    let lost = false;
    for (let i = 0; i < rest.length; i += 3) {
      const group = rest.slice(i, i + 3);
      const role = this.of(group, "sector") ?? this.of(group, "religion");
      if (role) sectors.add(role.value);
      else if (!this.of(group, "label")) lost = true;
    }
    return { sectors: [...sectors], lost };
  }

  private of(group: string, kind: ActorGroup["kind"]): ActorGroup | undefined {
    return this.groups.get(group)?.find((g) => g.kind === kind);
  }
}
