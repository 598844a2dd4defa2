/** Files of other projects, with the slips that theirs have. All rows are our own. */
import { describe, expect, it } from "vitest";
import { exportRows, importReader, type ImportFormat } from "./formats.ts";
import { book } from "./records.test-data.ts";
import type { ReadRow } from "./row-reader.ts";

function read(format: ImportFormat, ...lines: readonly string[]): readonly ReadRow[] {
  const reader = importReader(format, book);
  return lines.map((line, i) => reader.read(line, i + 1));
}

const tabs = (cells: string): string => cells.replaceAll("|", "\t");

const ICEWS = tabs(
  "Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|Intensity|Target Name|Target Sectors|Target Country|Story ID|Sentence Number|Publisher|City|District|Province|Country|Latitude|Longitude",
);
const ROW =
  "77|2018-06-01|Ana Rao|Executive,Government,Parties|Peru|Host a visit|043|2.8|Police (Chile)|Government,Police|Chile|9|3|Norland Times|Lima|NA|Lima Province|Peru|-12.04|-77.03";

describe("ICEWS", () => {
  it("is read by the names of its columns", () => {
    const [header, row] = read("icews", ICEWS, tabs(ROW));
    expect(header).toEqual({ nothing: true });
    expect(row).toMatchObject({
      event: {
        published: "2018-06-01",
        record: {
          id: "77:2018-06-01",
          date: "2018-06-01",
          event: ["CONSULT"],
          mode: ["visit"],
          cameo: "043",
          quad_code: 1,
          event_scale: 2.8,
          actor: [{ code: "PER", sector: "GOV", sectors: ["GOV", "PTY"], identifier_text: "Ana Rao" }],
          recipient: [
            { code: "CHL", sector: "COP", sectors: ["COP"], identifier_text: null, entity_text: "Police (Chile)" },
          ],
          event_loc: { resolved_place: "Lima", country_code: "PER", resolution: 4 },
          text_info: { sequence: 3 },
          cite_info: { publication: "Norland Times" },
          coder: "ICEWS",
        },
      },
    });
  });

  it("takes days as month/day/year, as 2017 has them, quoted cells and other orders of columns", () => {
    expect(read("icews", ICEWS, tabs(ROW.replace("2018-06-01", "12/31/2017")))[1]).toMatchObject({
      event: { record: { date: "2017-12-31" } },
    });
    expect(read("icews", ICEWS, tabs(ROW.replace("Ana Rao", '"Ana ""Nita"" Rao"')))[1]).toMatchObject({
      event: { record: { actor: [{ identifier_text: 'Ana "Nita" Rao' }] } },
    });
    const turned = (line: string): string => line.split("\t").reverse().join("\t");
    expect(read("icews", turned(ICEWS), turned(tabs(ROW)))[1]).toMatchObject({
      event: { record: { id: "77:2018-06-01" } },
    });
  });

  it("knows countries that act, organisations and nobody", () => {
    const parties = (side: string): object[] => {
      const row = read("icews", ICEWS, tabs(ROW.replace("Ana Rao|Executive,Government,Parties|Peru", side)))[1];
      return row && "event" in row ? row.event.record.actor.map(({ code, sectors }) => ({ code, sectors })) : [];
    };
    expect(parties("Russia|NA|Russian Federation")).toEqual([{ code: "RUS", sectors: ["GOV"] }]);
    expect(parties("United Nations|Global,International Government Organization|NA")).toEqual([
      { code: "UNO", sectors: [] },
    ]);
    expect(parties("Some Bank|International Government Organization|NA")).toEqual([{ code: "IGO", sectors: [] }]);
    expect(parties("Unspecified Actor|Unspecified|NA")).toEqual([]);
  });

  it("goes out as it came in", () => {
    const row = tabs(ROW.replace("Ana Rao|Executive,Government,Parties", "Militant (Peru)|Unidentified Forces"));
    const [, made] = read("icews", ICEWS, row);
    if (!made || !("event" in made)) throw new Error("no event");
    const report = { id: "r", date: null, title: null, source: "Norland Times", url: null, language: "" };
    const out = exportRows("icews", book).rowsOf({ record: made.event.record, report });
    const unnumbered = (line: string): unknown => line.split("\t").filter((_, i) => i !== 0 && i !== 11);
    if ("leftOut" in out) throw new Error(out.leftOut);
    expect(unnumbered(out.rows[0] ?? "")).toEqual(unnumbered(row.replace("Government,Police", "Police,Government")));
  });

  it("passes over statements, which PLOVER leaves out", () => {
    expect(read("icews", ICEWS, tabs(ROW.replace("043|2.8", "010|0")))[1]).toEqual({
      passedOver: "CAMEO 01 (statements and appeals)",
    });
  });

  it.each([
    ["a code of no scheme", "043|2.8", "0999|2.8", "CAMEO Code", "no such code in CAMEO 1.1b3"],
    ["a day that is none", "2018-06-01", "2018-02-30", "Event Date", "there is no such day"],
    ["no day", "2018-06-01", "NA", "Event Date", "write the day as YYYY-MM-DD"],
    ["a number that is none", "043|2.8", "043|much", "Intensity", "write a number or nothing"],
    ["no id", "77|", "NA|", "Event ID", "the cell is empty"],
    [
      "a stray tab",
      "Ana Rao",
      "Ana|Rao",
      "the row",
      "it has 21 cells where 20 are expected; take stray tabs out of its cells",
    ],
    [
      "a row that is cut off",
      "|Norland Times|Lima",
      "",
      "the row",
      "it has 18 cells where 20 are expected; it may be cut off",
    ],
  ])("refuses %s and goes on", (_, old, made, field, reason) => {
    const rows = read("icews", ICEWS, tabs(ROW.replace(old, made)), tabs(ROW));
    expect(rows[1]).toMatchObject({ fault: { field, reason } });
    expect(rows[2]).toHaveProperty("event");
  });

  it("refuses a header that lacks columns", () => {
    expect(read("icews", tabs("Event ID|Event Date"))[0]).toMatchObject({ fault: { field: "the header" } });
  });
});

describe("GDELT", () => {
  const cells = (fields: Readonly<Record<number, string>>, width = 61): string =>
    Array.from({ length: width }, (_, i) => fields[i] ?? "").join("\t");
  const EVENT = {
    0: "900001",
    1: "20240509",
    5: "PERGOV",
    6: "PERU",
    7: "PER",
    12: "GOV",
    15: "IGOUNO",
    16: "UNITED NATIONS",
    18: "UNO",
    22: "IGO",
    25: "1",
    26: "043",
    29: "1",
    30: "2.8",
  };
  const PLACE = { 51: "4", 52: "Lima, Lima Province, Peru", 53: "PE", 56: "-12.04", 57: "-77.03" };

  it("is read by the places of its columns", () => {
    const [row] = read("gdelt", cells({ ...EVENT, ...PLACE, 59: "20240510120000", 60: "https://example.org/a" }));
    expect(row).toMatchObject({
      event: {
        published: "2024-05-10",
        record: {
          id: "900001",
          date: "2024-05-09",
          date_info: { precision: "day", basis: "text" },
          event: ["CONSULT"],
          mode: ["visit"],
          quad_code: 1,
          event_scale: 2.8,
          actor: [{ code: "PER", sectors: ["GOV"], entity_text: "PERU" }],
          recipient: [{ code: "UNO", sectors: [] }],
          event_loc: { city: "Lima", province: "Lima Province", country_code: "PER", lat: -12.04 },
          text_info: { sequence: 1 },
          cite_info: { url: "https://example.org/a" },
        },
      },
    });
  });

  it("is read in its first version too", () => {
    const [row] = read("gdelt", cells({ ...EVENT, 56: "20240510", 57: "https://example.org/a" }, 58));
    expect(row).toMatchObject({
      event: { published: "2024-05-10", record: { cite_info: { url: "https://example.org/a" } } },
    });
    expect(read("gdelt", cells({ ...EVENT, 56: "20130110" }, 57))[0]).toHaveProperty("event");
  });

  it("takes the quad class of the file, not that of PLOVER", () => {
    expect(read("gdelt", cells({ ...EVENT, 26: "081", 29: "2" }))[0]).toMatchObject({
      event: { record: { event: ["CONCEDE"], quad_code: 2 } },
    });
  });

  it("does not take the region Europe for the European Union, and tells doctors from media", () => {
    const actor = (country: string, type: string): unknown => {
      const [row] = read("gdelt", cells({ ...EVENT, 5: country + type, 6: "X", 7: country, 12: type }));
      return row && "event" in row ? row.event.record.actor.map((p) => [p.code, p.sector]) : row;
    };
    expect(actor("EUR", "")).toEqual([["", ""]]);
    expect(actor("ROM", "HLH")).toEqual([["ROU", "MED"]]);
    expect(actor("GZS", "MED")).toEqual([["PSE", "JRN"]]);
  });

  it.each([
    ["a table of mentions", cells({ 0: "1" }, 16), "the row"],
    ["an id that is none", cells({ ...EVENT, 0: "x" }), "GLOBALEVENTID"],
    ["a day that is none", cells({ ...EVENT, 1: "20241301" }), "SQLDATE"],
    ["a code of no scheme", cells({ ...EVENT, 26: "2099" }), "EventCode"],
  ])("refuses %s", (_, line, field) => {
    expect(read("gdelt", line)[0]).toMatchObject({ fault: { field } });
  });
});

const POLECAT = tabs(
  "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|Actor COW|Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|Recipient Country|Recipient COW|Primary Recipient Sector|Recipient Sectors|Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|Placename|City|District|Province|Country|Latitude|Longitude|GeoNames ID|Raw Placename|Feature Type|Source|Publication Date|Story People|Story Organizations|Story Locations|Language|Version",
);
const CAT = tabs(
  "s-1_COERCE|2023-01-02|COERCE|arrest|-7.0|MATERIAL CONFLICT|repression;legal|None|Peru|135|COP|COP;GOV|None|riot police|None|Ana Rao;None|Peru;Chile|135;155|OPP;CVL|OPP;CVL|None|Rao;marchers|1;2|Lima|Lima|None|Lima Province|PER|-12.04|-77.03|3936456|Lima|PPLC|Norland Times|2023-01-03|None|None|None|spanish|v1",
);

describe("POLECAT", () => {
  it("is read with its lists in step", () => {
    expect(read("polecat", POLECAT, CAT)[1]).toMatchObject({
      event: {
        published: "2023-01-03",
        record: {
          id: "s-1_COERCE",
          event: ["COERCE"],
          mode: ["arrest"],
          context: ["repression", "legal"],
          quad_code: 4,
          event_scale: -7,
          actor: [{ code: "PER", sectors: ["COP", "GOV"], entity_text: "riot police", identifier_text: null }],
          recipient: [
            { code: "PER", sectors: ["OPP"], entity_text: "Rao", identifier_text: "Ana Rao" },
            { code: "CHL", sectors: ["CVL"], entity_text: "marchers", identifier_text: null },
          ],
          event_loc: { geonameid: 3936456, country_code: "PER", resolution: 4, feature_code: "PPLC" },
          coder: "v1",
        },
      },
    });
  });

  it("takes the variant of the header that says Event Intensity", () => {
    expect(read("polecat", POLECAT.replace("Intensity", "Event Intensity"), CAT)[1]).toMatchObject({
      event: { record: { event_scale: -7 } },
    });
  });

  it.each([
    ["in the header alone", CAT],
    ["in the rows too", CAT.replace("\t2023-01-02", "\tA stray headline\t2023-01-02")],
  ])("mends a stray column Headline %s", (_, row) => {
    const header = POLECAT.replace("\tEvent Date", "\tHeadline\tEvent Date");
    expect(read("polecat", header, row)[1]).toMatchObject({
      event: { record: { date: "2023-01-02", event: ["COERCE"], coder: "v1" } },
    });
  });

  it("mends empty cells at the end, and says so", () => {
    expect(read("polecat", POLECAT, `${CAT}\t\t\t`)[1]).toMatchObject({
      repaired: "empty cells at the end of the row were taken off",
      event: { record: { coder: "v1" } },
    });
    expect(read("polecat", `${POLECAT}\t\t`, `${CAT}\t\t`)[1]).toMatchObject({ event: { record: { coder: "v1" } } });
  });

  it.each([
    ["a category of no scheme", CAT.replace("\tCOERCE\t", "\tFIGHT\t"), "Event Type"],
    ["a stray tab", CAT.replace("riot police", "riot\tpolice"), "the row"],
    ["no id", CAT.replace("s-1_COERCE", "None"), "Event ID"],
  ])("refuses %s", (_, row, field) => {
    expect(read("polecat", POLECAT, row)[1]).toMatchObject({ fault: { field } });
  });
});

describe("PLOVER", () => {
  const MINIMAL = {
    id: "d-1",
    date: "2024-01-15",
    actor: [{ code: "USA" }],
    recipient: [{ code: "CAN" }],
    event: ["CONSULT"],
  };

  it("is read from its smallest record, and single values stand for lists", () => {
    for (const value of [MINIMAL, { ...MINIMAL, event: "consult", actor: { code: "USA" } }])
      expect(read("plover", JSON.stringify(value))[0]).toMatchObject({
        event: {
          record: {
            id: "d-1",
            event: ["CONSULT"],
            quad_code: 1,
            actor: [{ code: "USA" }],
            recipient: [{ code: "CAN" }],
          },
        },
      });
  });

  it.each([
    ["what is no JSON", '{"id":', "the line"],
    ["what is no object", "[1]", "the line"],
    ["a record without id", JSON.stringify({ ...MINIMAL, id: undefined }), "id"],
    ["a record without date", JSON.stringify({ ...MINIMAL, date: undefined }), "date"],
    ["a category of an older draft", JSON.stringify({ ...MINIMAL, event: ["FIGHT"] }), "event"],
  ])("refuses %s", (_, line, field) => {
    expect(read("plover", line)[0]).toMatchObject({ fault: { field } });
  });

  it("passes over records that say they hold no event", () => {
    expect(read("plover", JSON.stringify({ ...MINIMAL, has_event: false }))[0]).toEqual({
      passedOver: "has_event is false",
    });
  });
});
