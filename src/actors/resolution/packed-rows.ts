import type { BodyRow, HolderRow } from "../../lexicon/actor-tables.ts";
import { TableDraft, type PackedTable } from "./packed-table.ts";

/** Divides the rows of one id. */
const ROW_END = "\u001e";

/** Rows of a long table by the id of what they are about ("holders:Nicolás Maduro"), each row of tab-divided cells. */
export type PackedRows = PackedTable;

/** Packs holders; persons of one name are told apart by their Wikidata ids, of which the first bears the plain name. */
export function packHolders(rows: readonly HolderRow[]): PackedRows {
  const out = new TableDraft();
  const firstId = new Map<string, string>();
  for (const r of rows) {
    const known = firstId.get(r.person);
    if (known === undefined && r.wikidata !== "") firstId.set(r.person, r.wikidata);
    const other = r.wikidata !== "" && known !== undefined && known !== r.wikidata;
    const id = `holders:${r.person}${other ? ` (${r.wikidata})` : ""}`;
    append(out, id, [
      r.aliases.join("|"),
      r.gender,
      r.country,
      r.office,
      r.sectors.join("+"),
      r.from,
      r.to,
      r.wikidata,
    ]);
  }
  return out;
}

/** The rows of a person, in the order of the table; empty for an unknown id. */
export function holderRows(packed: PackedRows, id: string): readonly HolderRow[] {
  return linesOf(packed, id).map(([aliases, gender, country, office, sectors, from, to, wikidata]) => ({
    person: nameOf(id),
    aliases: list(aliases, "|"),
    gender: gender === "female" || gender === "male" ? gender : "unknown",
    country: country ?? "",
    office: office ?? "",
    sectors: list(sectors, "+"),
    from: from ?? "",
    to: to ?? "",
    wikidata: wikidata ?? "",
  }));
}

/** Packs organisations, groups and parties. */
export function packBodies(rows: readonly BodyRow[]): PackedRows {
  const out = new TableDraft();
  for (const r of rows)
    append(out, r.id, [r.aliases.join("|"), r.code, r.sectors.join("+"), r.kind, r.from, r.to, r.wikidata]);
  return out;
}

/** The rows of a body, in the order of the table; empty for an unknown id. */
export function bodyRows(packed: PackedRows, id: string): readonly BodyRow[] {
  const table = id.slice(0, id.indexOf(":"));
  return linesOf(packed, id).map(([aliases, code, sectors, kind, from, to, wikidata]) => ({
    id,
    table: table === "groups" || table === "parties" ? table : "organisations",
    name: nameOf(id),
    aliases: list(aliases, "|"),
    code: code ?? "",
    sectors: list(sectors, "+"),
    kind: kind ?? "",
    from: from ?? "",
    to: to ?? "",
    wikidata: wikidata ?? "",
  }));
}

/** The name in a row id, without table and without the number that tells namesakes apart. */
export function nameOf(id: string): string {
  const name = id.slice(id.indexOf(":") + 1);
  return id.startsWith("holders:") ? name.replace(/ \(Q\d+\)$/, "") : name;
}

function append(out: TableDraft, id: string, cells: readonly string[]): void {
  const line = cells.join("\t");
  const before = out.get(id);
  out.set(id, before === undefined ? line : `${before}${ROW_END}${line}`);
}

function linesOf(packed: PackedRows, id: string): readonly (readonly string[])[] {
  return (
    packed
      .get(id)
      ?.split(ROW_END)
      .map((line) => line.split("\t")) ?? []
  );
}

function list(cell: string | undefined, divider: string): readonly string[] {
  return cell === undefined || cell === "" ? [] : cell.split(divider);
}
