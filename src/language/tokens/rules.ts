import type { AbbreviationContext, LanguageTables } from "../../lexicon/language-tables.ts";

/** The word lists of the language tables in the form in which the cutter asks them. */
export interface TokenRules {
  readonly abbreviations: ReadonlyMap<string, AbbreviationContext>;
  readonly contractions: ReadonlyMap<string, readonly number[]>;
  readonly clitics: ReadonlySet<string>;
  readonly prefixes: ReadonlySet<string>;
  readonly hyphenWords: ReadonlySet<string>;
  readonly leading: readonly string[];
  readonly slashWords: readonly string[];
  readonly units: ReadonlySet<string>;
  readonly moneyUnits: ReadonlySet<string>;
  readonly currencies: ReadonlySet<string>;
  /** By first UTF-16 unit, longest first. */
  readonly emoticons: ReadonlyMap<number, readonly string[]>;
  readonly domains: ReadonlySet<string>;
  readonly weakDomains: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;
}

export function compileTokenRules(tables: LanguageTables): TokenRules {
  const { parts } = tables;
  return {
    abbreviations: withCapitals(tables.abbreviations),
    contractions: new Map(Object.entries(tables.contractions)),
    clitics: new Set(parts.clitic),
    prefixes: new Set(parts.prefix),
    hyphenWords: new Set(parts.word),
    leading: longestFirst(parts.leading),
    slashWords: longestFirst(parts.slash),
    units: new Set(parts.unit),
    moneyUnits: new Set([...parts.unit, ...parts["money-unit"]]),
    currencies: new Set(parts.currency),
    emoticons: byFirstUnit(parts.emoticon),
    domains: new Set(parts.domain),
    weakDomains: new Set(parts["weak-domain"]),
    files: new Set(parts.file),
  };
}

/** Abbreviations are written in capitals in headlines and datelines too: GEN., JAN. */
function withCapitals(table: Readonly<Record<string, AbbreviationContext>>): ReadonlyMap<string, AbbreviationContext> {
  const known = new Map(Object.entries(table));
  for (const [form, context] of Object.entries(table)) {
    const upper = form.toUpperCase();
    if (form.length > 3 && !known.has(upper)) known.set(upper, context);
  }
  return known;
}

function byFirstUnit(forms: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const map = new Map<number, string[]>();
  for (const form of longestFirst(forms)) {
    const unit = form.charCodeAt(0);
    map.set(unit, [...(map.get(unit) ?? []), form]);
  }
  return map;
}

function longestFirst(forms: readonly string[]): readonly string[] {
  return [...forms].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}
