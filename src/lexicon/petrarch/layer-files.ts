import { CATEGORIES, type Category } from "../../core/codes.ts";
import type { TableRows } from "./actor-rows.ts";
import type { FrameDraft } from "./frame-drafts.ts";
import { REASONS, type Loss } from "./tally.ts";

/** Headers of the tables that an import writes; data/actors/README.md explains them. */
const HEADERS: Readonly<Record<string, string>> = {
  agents: "lemma,sector,secondary,number,gender,class,yields,source",
  offices: "pattern,sector,secondary,class,yields,source",
  organisations: "name,aliases,code,sector,secondary,kind,from,to,wikidata,source",
  groups: "name,aliases,code,sector,secondary,kind,from,to,wikidata,source",
  parties: "name,aliases,code,sector,secondary,kind,from,to,wikidata,source",
  holders: "person,aliases,gender,country,office,sector,from,to,wikidata,source",
  places: "name,code,source",
};

/** Every file that an import may write, relative to its folder. */
export const LAYER_PATHS: readonly string[] = [
  ...CATEGORIES.flatMap((c) => [categoryPath(c), alonePath(c)]),
  "ontology/classes.yaml",
  ...Object.keys(HEADERS).map(tablePath),
  "not-taken.csv",
];

/** What an import puts into a layer. */
export interface LayerContent {
  /** Names of the dictionaries, for the heads of the files. */
  readonly sources: readonly string[];
  readonly frames: readonly FrameDraft[];
  readonly classes: ReadonlyMap<string, readonly string[]>;
  readonly rows: TableRows;
  readonly losses: readonly Loss[];
}

/** The files of a layer: path -> content. Files without content are left out, except not-taken.csv. */
export function layerFiles(content: LayerContent): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  const head = `# imported by "dragoman lexicon import --petrarch" from ${content.sources.join(", ")}; the licence of the source holds\n`;
  for (const category of CATEGORIES) {
    const frames = content.frames.filter((f) => f.category === category);
    const [alone, patterns] = [frames.filter((f) => f.alone), frames.filter((f) => !f.alone)];
    if (patterns.length) out.set(categoryPath(category), head + categoryText(category, patterns, content.sources));
    if (alone.length) out.set(alonePath(category), head + categoryText(category, alone, content.sources));
  }
  if (content.classes.size) {
    const lines = [...content.classes].map(([name, members]) => `${name}: ${flow(members)}\n`);
    out.set("ontology/classes.yaml", head + lines.join(""));
  }
  for (const [table, header] of Object.entries(HEADERS)) {
    const rows = [...new Set((content.rows.get(table) ?? []).map(csvLine))];
    if (rows.length) out.set(tablePath(table), `${head}${header}\n${rows.join("")}`);
  }
  out.set("not-taken.csv", lossText(content.losses));
  return out;
}

function categoryPath(category: Category): string {
  return `ontology/${category.toLowerCase()}.yaml`;
}

/** Verbs without a pattern: such files are read after the sixteen, so that among frames with as many conditions the patterns go first. */
function alonePath(category: Category): string {
  return `ontology/${category.toLowerCase()}-verbs.yaml`;
}

function tablePath(table: string): string {
  return `actors/${table}.csv`;
}

function categoryText(category: Category, frames: readonly FrameDraft[], sources: readonly string[]): string {
  const top = `id: ${category}\ndescription: ${quoted(`Imported from ${sources.join(", ")}.`)}\nframes:\n`;
  return `${top}${frames.map(frameText).join("")}examples: []\nnot: []\n`;
}

function frameText(f: FrameDraft): string {
  const require = [...f.require].map(
    ([slot, v]) => `${scalar(slot)}: ${typeof v === "string" ? scalar(v) : values(v)}`,
  );
  const lines = [
    `  - id: ${f.id}`,
    `verbs: ${flow(f.verbs)}`,
    `require: {${require.join(", ")}}`,
    ...(f.modes.length ? [`modes: ${flow(f.modes)}`] : []),
    ...(f.reciprocal ? ["reciprocal: true"] : []),
    ...(f.actor === "agent" ? [] : [`actor: ${scalar(f.actor)}`]),
    ...(f.recipient === "patient" || (f.reciprocal && f.recipient === "none")
      ? []
      : [`recipient: ${scalar(f.recipient)}`]),
    `note: ${quoted(`CAMEO ${f.code}; ${f.file} line ${f.lines.join(" ")}`)}`,
  ];
  return `${lines.join("\n    ")}\n`;
}

/** A condition that is one class stands without brackets. */
function values(list: readonly string[]): string {
  const [only = ""] = list;
  return list.length === 1 && /^[A-Z][A-Z_0-9]+$/.test(only) ? only : flow(list);
}

function flow(list: readonly string[]): string {
  return `[${list.map(scalar).join(", ")}]`;
}

/** Words that need no quotes in YAML stand without; those that YAML reads as something else get them. */
function scalar(text: string): string {
  const plain = /^[A-Za-z][A-Za-z0-9_+|-]*(?: [a-z0-9-]+)*$/.test(text);
  return plain && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text) ? text : quoted(text);
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

function lossText(losses: readonly Loss[]): string {
  const rows = losses.map((l) =>
    csvLine([l.file, String(l.line), l.kind, l.part ? "partly" : "no", l.text, REASONS[l.reason]]),
  );
  return `file,line,kind,taken,text,reason\n${rows.join("")}`;
}

function csvLine(cells: readonly string[]): string {
  const safe = cells.map((c) => (/[",\n\r]|^#|^\s|\s$/.test(c) ? `"${c.replaceAll('"', '""')}"` : c));
  return `${safe.join(",")}\n`;
}
