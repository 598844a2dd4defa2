/** Column for column what the formats' own documentation says, on events of our own. */
import { describe, expect, it } from "vitest";
import { exportRows, type RowFormat } from "./formats.ts";
import type { HandedEvent } from "./handed-event.ts";
import { book, handed, LIMA, party, REPORT } from "./records.test-data.ts";

const PERU = party({
  code: "PER",
  sectors: ["GOV", "MIL"],
  entity_text: "the defence minister",
  identifier_text: "Ana Rao",
  office: "defence minister",
});
const CHILE = party({ code: "CHL", sectors: ["GOV"], entity_text: "Chile", identifier_text: "Chile" });
const POLICE = party({ code: "CHL", sectors: ["COP"], entity_text: "riot police" });
const UN = party({ code: "UNO", entity_text: "the UN", identifier_text: "United Nations" });

const VISIT = {
  event: ["CONSULT"],
  mode: ["visit"],
  cameo: "042",
  context: ["diplomatic", "military"],
  event_scale: 4,
  actor: [PERU],
  recipient: [CHILE],
  event_loc: LIMA,
} as const;

/** Cells of every row by the names that the layout gives its columns. */
function cells(
  format: RowFormat,
  columns: readonly string[],
  ...events: readonly HandedEvent[]
): readonly Record<string, string>[] {
  const writer = exportRows(format, book);
  return events.flatMap((event) => {
    const made = writer.rowsOf(event);
    if ("leftOut" in made) return [{ leftOut: made.leftOut }];
    return made.rows.map((row) => {
      const parts = row.split("\t");
      expect(parts).toHaveLength(columns.length);
      return Object.fromEntries(columns.map((c, i) => [c, parts[i] ?? ""]));
    });
  });
}

const ICEWS =
  "Event ID,Event Date,Source Name,Source Sectors,Source Country,Event Text,CAMEO Code,Intensity,Target Name,Target Sectors,Target Country,Story ID,Sentence Number,Publisher,City,District,Province,Country,Latitude,Longitude".split(
    ",",
  );

describe("ICEWS", () => {
  const icews = (...events: readonly HandedEvent[]): readonly Record<string, string>[] =>
    cells("icews", ICEWS, ...events);

  it("has its header line", () => {
    expect(exportRows("icews", book).header).toBe(ICEWS.join("\t"));
  });

  it("fills all twenty columns", () => {
    expect(icews(handed(VISIT))).toEqual([
      {
        "Event ID": "1",
        "Event Date": "2024-05-09",
        "Source Name": "Ana Rao",
        "Source Sectors": "Government,Military",
        "Source Country": "Peru",
        "Event Text": "Make a visit",
        "CAMEO Code": "042",
        Intensity: "1.9",
        "Target Name": "Chile",
        "Target Sectors": "NA",
        "Target Country": "Chile",
        "Story ID": "1",
        "Sentence Number": "2",
        Publisher: "Norland Times",
        City: "Lima",
        District: "NA",
        Province: "Lima Province",
        Country: "Peru",
        Latitude: "-12.043",
        Longitude: "-77.028",
      },
    ]);
  });

  it("names parties without a name by kind and country, and says where nobody is named", () => {
    expect(icews(handed({ actor: [POLICE], recipient: [] }))).toMatchObject([
      {
        "Source Name": "Police (Chile)",
        "Source Sectors": "Police,Government",
        "Target Name": "Unspecified Actor",
        "Target Sectors": "Unspecified",
        "Target Country": "NA",
        City: "NA",
      },
    ]);
    expect(icews(handed({ actor: [UN] }))).toMatchObject([
      {
        "Source Name": "United Nations",
        "Source Sectors": "International Government Organization,Global,Global Diplomatic IGOs",
        "Source Country": "NA",
      },
    ]);
  });

  it("writes one row for each pair, and those who deal with each other in both directions", () => {
    const names = (rows: readonly Record<string, string>[]): string[] =>
      rows.map((r) => `${r["Source Name"]} > ${r["Target Name"]}`);
    expect(names(icews(handed({ actor: [PERU, UN], recipient: [CHILE, POLICE] })))).toEqual([
      "Ana Rao > Chile",
      "Ana Rao > Police (Chile)",
      "United Nations > Chile",
      "United Nations > Police (Chile)",
    ]);
    expect(names(icews(handed({ actor: [PERU, CHILE] })))).toEqual(["Ana Rao > Chile", "Chile > Ana Rao"]);
    expect(names(icews(handed({ event: ["PROTEST"], cameo: "140", actor: [PERU, CHILE] })))).toEqual([
      "Ana Rao > Unspecified Actor",
      "Chile > Unspecified Actor",
    ]);
  });

  it("numbers rows and stories through the file", () => {
    const rows = icews(handed({ actor: [CHILE] }), handed({ actor: [UN] }), handed({ actor: [UN] }, { id: "r2" }));
    expect(rows.map((r) => [r["Event ID"], r["Story ID"]])).toEqual([
      ["1", "1"],
      ["2", "1"],
      ["3", "2"],
    ]);
  });

  it("uses ICEWS's own names of countries", () => {
    const at = (code: string): object => ({ ...LIMA, country_code: code });
    const countries = ["RUS", "PSE", "COD", "COG", "MKD", "CZE"].map(
      (code) => icews(handed({ actor: [UN], event_loc: at(code) as typeof LIMA }))[0]?.["Country"],
    );
    expect(countries).toEqual([
      "Russian Federation",
      "Occupied Palestinian Territory",
      "Democratic Republic of Congo",
      "Congo",
      "the former Yugoslav Republic of Macedonia",
      "Czech Republic",
    ]);
  });

  it.each([
    ["undated", { ...VISIT, date: null, enddate: null }],
    ["coarse", { ...VISIT, date: "2024-01-01", enddate: "2024-12-31" }],
    ["no-cameo", { ...VISIT, event: ["ELECT"], mode: [], cameo: null }],
    ["no-parties", { ...VISIT, actor: [], recipient: [] }],
  ] as const)("leaves out what it has no place for: %s", (why, fields) => {
    expect(icews(handed(fields))).toEqual([{ leftOut: why }]);
  });

  it("keeps dividers of the table out of cells", () => {
    const tricky = party({ ...PERU, identifier_text: 'Ana\t"Nita"\nRao' });
    expect(icews(handed({ actor: [tricky] }))[0]?.["Source Name"]).toBe("Ana 'Nita' Rao");
  });
});

const ACTOR =
  "Code,Name,CountryCode,KnownGroupCode,EthnicCode,Religion1Code,Religion2Code,Type1Code,Type2Code,Type3Code";
const GEO = "Type,FullName,CountryCode,ADM1Code,ADM2Code,Lat,Long,FeatureID";
const under = (prefix: string, names: string): readonly string[] => names.split(",").map((n) => prefix + n);
const GDELT = [
  ..."GLOBALEVENTID,SQLDATE,MonthYear,Year,FractionDate".split(","),
  ...under("Actor1", ACTOR),
  ...under("Actor2", ACTOR),
  ..."IsRootEvent,EventCode,EventBaseCode,EventRootCode,QuadClass,GoldsteinScale,NumMentions,NumSources,NumArticles,AvgTone".split(
    ",",
  ),
  ...under("Actor1Geo_", GEO),
  ...under("Actor2Geo_", GEO),
  ...under("ActionGeo_", GEO),
  "DATEADDED",
  "SOURCEURL",
];

describe("GDELT", () => {
  const gdelt = (event: HandedEvent): Record<string, string> => cells("gdelt", GDELT, event)[0] ?? {};

  it("has 61 columns and no header", () => {
    expect(GDELT).toHaveLength(61);
    expect(exportRows("gdelt", book).header).toBeNull();
  });

  it("fills the columns that we know, and leaves the others empty", () => {
    const filled = Object.entries(gdelt(handed(VISIT))).filter(([, value]) => value !== "");
    expect(Object.fromEntries(filled)).toEqual({
      GLOBALEVENTID: expect.stringMatching(/^\d{5,16}$/) as unknown,
      SQLDATE: "20240509",
      MonthYear: "202405",
      Year: "2024",
      FractionDate: "2024.3534",
      Actor1Code: "PERGOVMIL",
      Actor1Name: "ANA RAO",
      Actor1CountryCode: "PER",
      Actor1Type1Code: "GOV",
      Actor1Type2Code: "MIL",
      Actor2Code: "CHLGOV",
      Actor2Name: "CHILE",
      Actor2CountryCode: "CHL",
      Actor2Type1Code: "GOV",
      IsRootEvent: "0",
      EventCode: "042",
      EventBaseCode: "042",
      EventRootCode: "04",
      QuadClass: "1",
      GoldsteinScale: "1.9",
      NumMentions: "1",
      NumSources: "1",
      NumArticles: "1",
      Actor1Geo_Type: "0",
      Actor2Geo_Type: "0",
      ActionGeo_Type: "4",
      ActionGeo_FullName: "Lima, Lima Province, Peru",
      ActionGeo_CountryCode: "PE",
      ActionGeo_ADM1Code: "PE00",
      ActionGeo_Lat: "-12.043",
      ActionGeo_Long: "-77.028",
      DATEADDED: "20240510000000",
      SOURCEURL: REPORT.url,
    });
  });

  it("gives an event the same number in every export, and each pair its own", () => {
    const ids = cells("gdelt", GDELT, handed({ ...VISIT, recipient: [CHILE, UN] })).map((r) => r["GLOBALEVENTID"]);
    expect(new Set(ids).size).toBe(2);
    expect(gdelt(handed(VISIT))["GLOBALEVENTID"]).toBe(ids[0]);
  });

  it("writes CAMEO's own codes of countries, roles and organisations", () => {
    const actor = (fields: Parameters<typeof party>[0]): object => {
      const row = gdelt(handed({ actor: [party(fields)] }));
      return [row["Actor1Code"], row["Actor1CountryCode"], row["Actor1KnownGroupCode"], row["Actor1Type1Code"]];
    };
    expect(actor({ code: "ROU", sectors: ["JRN"] })).toEqual(["ROMMED", "ROM", "", "MED"]);
    expect(actor({ code: "TLS", sectors: ["MED"] })).toEqual(["TMPHLH", "TMP", "", "HLH"]);
    expect(actor({ code: "UNO" })).toEqual(["IGOUNO", "", "UNO", "IGO"]);
    expect(actor({ code: "EUR" })).toEqual(["IGOEUREEC", "", "EEC", "IGO"]);
  });

  it("places countries, provinces and towns by FIPS 10-4", () => {
    const place = (fields: object): object => {
      const row = gdelt(handed({ actor: [UN], event_loc: { ...LIMA, ...fields } }));
      return ["Type", "FullName", "CountryCode", "FeatureID"].map((c) => row[`ActionGeo_${c}`]);
    };
    expect(place({ country_code: "AUS", resolved_place: "Australia", city: null, province: null, resolution: 1 })).toEqual([
      "1", "Australia", "AS", "AS",
    ]); // prettier-ignore
    expect(place({ country_code: "USA", resolved_place: "Ohio", city: null, province: "Ohio", resolution: 2 })).toEqual([
      "2", "Ohio, United States", "US", "",
    ]); // prettier-ignore
    expect(place({ country_code: "AUT", resolved_place: "Tyrol", city: null, province: "Tyrol", resolution: 2 })).toEqual([
      "5", "Tyrol, Austria", "AU", "",
    ]); // prettier-ignore
    expect(place({ country_code: "PSE", resolved_place: "Rafah", city: "Rafah", province: "Gaza Strip" })).toEqual([
      "4", "Rafah, Gaza Strip, Gaza Strip", "GZ", "",
    ]); // prettier-ignore
    expect(place({ country_code: "PSE", resolved_place: "Jenin", city: "Jenin", province: null })).toEqual([
      "4", "Jenin, West Bank", "WE", "",
    ]); // prettier-ignore
  });
});

const POLECAT =
  "Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name,Actor Country,Actor COW,Primary Actor Sector,Actor Sectors,Actor Title,Actor Name Raw,Wikipedia Actor ID,Recipient Name,Recipient Country,Recipient COW,Primary Recipient Sector,Recipient Sectors,Recipient Title,Recipient Name Raw,Wikipedia Recipient ID,Placename,City,District,Province,Country,Latitude,Longitude,GeoNames ID,Raw Placename,Feature Type,Source,Publication Date,Story People,Story Organizations,Story Locations,Language,Version".split(
    ",",
  );

describe("POLECAT", () => {
  it("has forty columns and its header line", () => {
    expect(POLECAT).toHaveLength(40);
    expect(exportRows("polecat", book).header).toBe(POLECAT.join("\t"));
  });

  it("fills the columns that we know; lists are joined by semicolons, what is not known is None", () => {
    expect(cells("polecat", POLECAT, handed({ ...VISIT, recipient: [CHILE, UN] }))).toEqual([
      {
        "Event ID": "e1",
        "Event Date": "2024-05-09",
        "Event Type": "CONSULT",
        "Event Mode": "visit",
        Intensity: "4",
        "Quad Code": "VERBAL COOPERATION",
        Contexts: "diplomatic;military",
        "Actor Name": "Ana Rao",
        "Actor Country": "Peru",
        "Actor COW": "135",
        "Primary Actor Sector": "GOV",
        "Actor Sectors": "GOV|MIL",
        "Actor Title": "defence minister",
        "Actor Name Raw": "the defence minister",
        "Wikipedia Actor ID": "None",
        "Recipient Name": "Chile;United Nations",
        "Recipient Country": "Chile;UNO",
        "Recipient COW": "155;None",
        "Primary Recipient Sector": "GOV;None",
        "Recipient Sectors": "GOV;None",
        "Recipient Title": "None",
        "Recipient Name Raw": "Chile;the UN",
        "Wikipedia Recipient ID": "None",
        Placename: "Lima",
        City: "Lima",
        District: "None",
        Province: "Lima Province",
        Country: "Peru",
        Latitude: "-12.043",
        Longitude: "-77.028",
        "GeoNames ID": "3936456",
        "Raw Placename": "Lima",
        "Feature Type": "PPLC",
        Source: "Norland Times",
        "Publication Date": "2024-05-10",
        "Story People": "None",
        "Story Organizations": "None",
        "Story Locations": "None",
        Language: "en",
        Version: "dragoman 0.1.0",
      },
    ]);
  });
});

describe("PLOVER", () => {
  it("writes the fields of the manual alone, with the auxiliary modes in the context", () => {
    const made = exportRows("plover", book).rowsOf(handed({ ...VISIT, status: "future", historical: true }));
    if ("leftOut" in made) throw new Error(made.leftOut);
    expect(JSON.parse(made.rows[0] ?? "")).toEqual({
      id: "e1",
      has_event: true,
      date: "2024-05-09",
      actor: [
        {
          code: "PER",
          sector: "GOVMIL",
          entity_text: "the defence minister",
          identifier_text: "Ana Rao",
          office: "defence minister",
        },
      ],
      recipient: [{ code: "CHL", sector: "GOV", entity_text: "Chile", identifier_text: "Chile" }],
      event: ["CONSULT"],
      event_loc: {
        extracted_place: "Lima",
        resolved_place: "Lima",
        geonameid: 3936456,
        lat: -12.043,
        lon: -77.028,
        city: "Lima",
        province: "Lima Province",
        country: "Peru",
        country_code: "PER",
        feature_code: "PPLC",
        resolution: 4,
      },
      event_text: ["met"],
      quad_code: 1,
      event_scale: 4,
      mode: ["visit"],
      context: ["diplomatic", "military", "historical", "future"],
      text_info: { sequence: 2, start: 10, end: 60 },
      cite_info: {
        url: REPORT.url,
        title: REPORT.title,
        language: "en",
        publication: REPORT.source,
        codebook: "plover-2.0",
      },
      coder: "dragoman 0.1.0",
    });
  });
});

describe("CSV", () => {
  it("quotes what needs it and joins lists", () => {
    const writer = exportRows("csv", book);
    const made = writer.rowsOf(handed({ ...VISIT, recipient: [CHILE, UN] }, { title: 'Talks, "frank"' }));
    if ("leftOut" in made) throw new Error(made.leftOut);
    expect(made.rows[0]).toContain(',"Talks, ""frank""",Norland Times,');
    expect(made.rows[0]).toContain(",CHL|UNO,GOV|,Chile|United Nations,");
    expect(writer.header?.split(",")).toHaveLength(48);
  });
});
