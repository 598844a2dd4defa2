/** The data dictionary: pages name every table, column and field that there is, and no other. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, rowsOf, Workplace } from "./workplace.ts";

const page = (name: string): string => readFileSync(join(ROOT, "docs/reference", name), "utf8");

let work: Workplace;
beforeAll(() => {
  work = new Workplace();
  expect(work.run(["ingest", "news.txt", "--db", "events.duckdb", "--jobs", "1"]).status).toBe(0);
});
afterAll(() => {
  work.remove();
});
const asked = (query: string): readonly Readonly<Record<string, unknown>>[] =>
  rowsOf(work.run(["sql", query, "--db", "events.duckdb", "--format", "jsonl"]));

/** Names in the first cells of the table below each heading, by heading; headings without such a table are left out. */
function namesByHeading(text: string): ReadonlyMap<string, readonly string[]> {
  const sections = text.split(/^#+ /m).slice(1);
  const named = sections.map((section) => {
    const rows = section.split("\n").filter((line) => line.startsWith("| `"));
    const cells = rows.map((row) => row.split(" | ")[0] ?? "");
    return [section.split("\n")[0] ?? "", cells.flatMap(namesIn)] as const;
  });
  return new Map(named.filter(([, names]) => names.length > 0));
}

function namesIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");
}

describe("docs/reference/tables.md", () => {
  it("names every table and column of a base, in their order", () => {
    const columns = asked(
      "SELECT table_name AS t, column_name AS c FROM information_schema.columns WHERE table_schema = 'main' ORDER BY table_name, ordinal_position",
    );
    const there = new Map<string, string[]>();
    for (const { t, c } of columns) there.set(String(t), [...(there.get(String(t)) ?? []), String(c)]);
    const told = new Map(namesByHeading(page("tables.md")));
    told.delete("Exported columns");
    expect(sorted(told)).toEqual(sorted(there));
  });

  it("names the columns of CSV and Parquet in their order, with Parquet's types", () => {
    const told = page("tables.md").split("## Exported columns")[1] ?? "";
    const rows = told.split("\n").filter((line) => line.startsWith("| `"));
    const types = rows.flatMap((row) => {
      const cells = row.split("|").map((cell) => cell.trim());
      return namesIn(cells[1] ?? "").map((name) => [name, cells[3]]);
    });
    expect(work.run(["export", "--as", "parquet", "--out", "e.parquet", "--db", "events.duckdb"]).status).toBe(0);
    const there = asked(`DESCRIBE SELECT * FROM '${join(work.path, "e.parquet")}'`);
    expect(types).toEqual(there.map((row) => [row["column_name"], row["column_type"]]));
    const csv = work.run(["export", "--as", "csv", "--db", "events.duckdb"]).out;
    expect(types.map(([name]) => name).join(",")).toBe(csv.split("\n")[0]);
  });
});

describe("docs/reference/record.md", () => {
  const told = namesByHeading(page("record.md"));
  const schema = JSON.parse(readFileSync(join(ROOT, "dist/schema/record.schema.json"), "utf8")) as Node;
  const paths = pathsOf(schema, schema, "");

  it("names every field", () => {
    const fields = [...paths].filter((path) => !path.includes("."));
    expect([...(told.get("The event record") ?? [])].sort()).toEqual(fields.sort());
  });

  it("names every field in a field", () => {
    const headings = [...told.keys()].filter((heading) => heading !== "The event record");
    const named = headings.flatMap((heading) => {
      const parents = heading.split(", ");
      return (told.get(heading) ?? []).flatMap((name) => parents.map((parent) => `${parent}.${name}`));
    });
    // What one of two parents lacks is told under both.
    const excused = new Set(["disputed_by.quoted"]);
    const nested = [...paths].filter((path) => path.includes("."));
    expect(named.filter((name) => !excused.has(name)).sort()).toEqual(nested.sort());
  });
});

describe("docs/reference/codes.md", () => {
  it("names every table of data/codes and its columns", () => {
    const folder = join(ROOT, "data/codes");
    const files = readdirSync(folder).filter((name) => name.endsWith(".csv"));
    const there = files.map((name) => {
      const header = readFileSync(join(folder, name), "utf8")
        .split("\n")
        .find((line) => !line.startsWith("#"));
      return [name, (header ?? "").split(",")] as const;
    });
    expect(sorted(namesByHeading(page("codes.md")))).toEqual(sorted(new Map(there)));
  });
});

function sorted(map: ReadonlyMap<string, readonly string[]>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A part of a JSON Schema. */
interface Node {
  readonly $ref?: string;
  readonly anyOf?: readonly Node[];
  readonly items?: Node;
  readonly prefixItems?: readonly Node[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly $defs?: Readonly<Record<string, Node>>;
}

/** Every field that the schema allows, with those that it is in, joined by dots. */
function pathsOf(node: Node, root: Node, parent: string): ReadonlySet<string> {
  if (node.$ref !== undefined) return pathsOf(root.$defs?.[node.$ref.split("/").at(-1) ?? ""] ?? {}, root, parent);
  const inner = [...(node.anyOf ?? []), ...(node.items ? [node.items] : []), ...(node.prefixItems ?? [])];
  const paths = new Set(inner.flatMap((part) => [...pathsOf(part, root, parent)]));
  for (const [name, part] of Object.entries(node.properties ?? {})) {
    const path = parent === "" ? name : `${parent}.${name}`;
    paths.add(path);
    for (const deeper of pathsOf(part, root, path)) paths.add(deeper);
  }
  return paths;
}
