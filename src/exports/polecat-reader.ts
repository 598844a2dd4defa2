import { CATEGORIES, SECTORS, type Category } from "../core/codes.ts";
import type { EventRecord, PartyRecord, PlaceRecord } from "../core/record.ts";
import { dayOf, numberOf, pointOf, wholeNumberOf } from "./cells.ts";
import type { CodeBook } from "./code-book.ts";
import { importedEvent, importedParty, importedPlace, QUAD_OF } from "./imported-event.ts";
import { BETWEEN, POLECAT_COLUMNS, POLECAT_NULL, type PolecatColumn, QUAD_NAMES, WITHIN } from "./polecat-layout.ts";
import { orFault, type ReadRow, RefusedRow, type RowReader } from "./row-reader.ts";
import { TabTable, type TabRowCells } from "./tab-table.ts";

type Cells = TabRowCells<PolecatColumn>;

/** Reads POLECAT files, also the malformed ones: a stray column "Headline" in the header, empty cells at the end of rows. */
export class PolecatReader implements RowReader {
  private readonly book: CodeBook;
  private readonly table: TabTable<PolecatColumn>;

  constructor(book: CodeBook) {
    this.book = book;
    this.table = new TabTable({
      columns: POLECAT_COLUMNS,
      otherNames: { "Event Intensity": "Intensity" },
      stray: new Set(["Headline"]),
      nullMarks: new Set([POLECAT_NULL, "NA"]),
    });
  }

  read(line: string, number: number): ReadRow {
    if (number === 1) {
      const { taken, missing } = this.table.takeHeader(line);
      const needed = missing.filter((c) => NEEDED.has(c));
      if (taken && needed.length)
        return {
          fault: {
            field: "the header",
            value: needed.join(", "),
            reason: "these columns are missing; is it a file of this format?",
          },
        };
      if (taken) return { nothing: true };
    }
    const row = this.table.row(line);
    if ("fault" in row) return { fault: row.fault };
    return orFault(() => this.event(row.cells));
  }

  private event(cells: Cells): ReadRow {
    const id = cells.of("Event ID");
    if (!id) throw new RefusedRow({ field: "Event ID", value: "", reason: "the cell is empty" });
    const category = categoryOf(cells.of("Event Type"));
    const publication = cells.of("Publication Date");
    const event = importedEvent(
      {
        id,
        date: dayOf("Event Date", cells.of("Event Date")),
        category,
        mode: entries(cells.of("Event Mode")),
        context: entries(cells.of("Contexts")),
        quad: quadOf(cells.of("Quad Code")) ?? QUAD_OF[category] ?? 1,
        scale: numberOf("Intensity", cells.of("Intensity")),
        coder: cells.of("Version") || "POLECAT",
        actor: this.parties(cells, "Actor"),
        recipient: this.parties(cells, "Recipient"),
        place: this.place(cells),
        cite: { publication: cells.of("Source"), language: cells.of("Language") },
      },
      publication ? dayOf("Publication Date", publication) : null,
    );
    return { event, ...(cells.repaired === null ? {} : { repaired: cells.repaired }) };
  }

  /** Lists of one side are in step: the n-th country is that of the n-th name. A single party may spread its sectors over the list. */
  private parties(cells: Cells, role: "Actor" | "Recipient"): readonly PartyRecord[] {
    const names = inStep(cells.of(`${role} Name`));
    const raw = inStep(cells.of(`${role} Name Raw`));
    const countries = inStep(cells.of(`${role} Country`));
    const primary = inStep(cells.of(`Primary ${role} Sector`));
    const sectors = inStep(cells.of(`${role} Sectors`));
    const titles = inStep(cells.of(`${role} Title`));
    const count = Math.max(names.length, raw.length, countries.length, primary.length);
    const single = count <= 1;
    return Array.from({ length: count || (sectors.length ? 1 : 0) }, (_, i) => {
      const name = names[i] ?? "";
      const own = single ? sectors.join(WITHIN) : (sectors[i] ?? "");
      return importedParty({
        code: this.countryOf(countries[i] ?? ""),
        sectors: sectorsOf(primary[i] ?? "", own),
        entity_text: raw[i] || name,
        identifier_text: name || null,
        office: titles[i] || null,
      });
    });
  }

  private countryOf(name: string): string {
    return this.book.countryNamed(name.split(WITHIN)[0] ?? "");
  }

  private place(cells: Cells): PlaceRecord | null {
    const resolved = cells.of("Placename") || cells.of("Country");
    if (!resolved) return null;
    const city = cells.of("City") || null;
    const province = cells.of("Province") || null;
    const feature = cells.of("Feature Type") || null;
    return importedPlace({
      resolved_place: resolved,
      extracted_place: cells.of("Raw Placename") || resolved,
      country_code: this.book.countryNamed(cells.of("Country")),
      province,
      city,
      geonameid: wholeNumberOf("GeoNames ID", cells.of("GeoNames ID")),
      feature_code: feature,
      resolution: resolutionOf(feature, { city, district: cells.of("District"), province }),
      ...pointOf(numberOf("Latitude", cells.of("Latitude")), numberOf("Longitude", cells.of("Longitude"))),
    });
  }
}

/** Columns without which a row says nothing. */
const NEEDED: ReadonlySet<string> = new Set(["Event ID", "Event Date", "Event Type", "Actor Country"]);

function categoryOf(value: string): Category {
  const found = CATEGORIES.find((c) => c === value.toUpperCase());
  if (found === undefined)
    throw new RefusedRow({ field: "Event Type", value, reason: "no such category in PLOVER 2.0" });
  return found;
}

function quadOf(value: string): EventRecord["quad_code"] | null {
  const at = QUAD_NAMES.findIndex((n) => n === value.toUpperCase());
  const number = at >= 0 ? at + 1 : Number(value);
  return number === 1 || number === 2 || number === 3 || number === 4 ? number : null;
}

/** Entries of a list, unknown ones as empty texts. */
function inStep(cell: string): readonly string[] {
  if (cell === "") return [];
  return cell.split(BETWEEN).map((e) => (e.trim() === POLECAT_NULL ? "" : e.trim()));
}

function entries(cell: string): readonly string[] {
  return inStep(cell).filter((e) => e !== "");
}

function sectorsOf(primary: string, list: string): readonly string[] {
  const known = [primary, ...list.split(WITHIN)]
    .map((s) => s.trim())
    .filter((s) => (SECTORS as readonly string[]).includes(s));
  return [...new Set(known)];
}

/** GeoNames' feature says how exact a place is, else the columns that are filled. */
function resolutionOf(
  feature: string | null,
  filled: { readonly city: string | null; readonly district: string; readonly province: string | null },
): PlaceRecord["resolution"] {
  if (feature?.startsWith("PCL")) return 1;
  if (feature === "ADM1") return 2;
  if (feature?.startsWith("ADM")) return 3;
  if (feature?.startsWith("PPLX")) return 5;
  if (feature?.startsWith("PPL") || filled.city) return 4;
  if (feature) return 5;
  return filled.district ? 3 : filled.province ? 2 : 1;
}
