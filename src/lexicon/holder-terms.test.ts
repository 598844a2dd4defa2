import { describe, expect, it } from "vitest";
import { noteOverlaps, type Term } from "./holder-terms.ts";

/** "Anna 2000-01-01 2003-12-31": a person's term in an office. */
type Spec = readonly [person: string, from: string, to: string];

/** Faults as "person: reason" of terms in one office of one country, beside a world in which presidents and ministers follow each other. */
function faultsIn(office: string, specs: readonly Spec[], country = "NOR", path = "holders.csv"): readonly string[] {
  const faults: string[] = [];
  const terms = specs.map(([person, from, to]): Term => ({
    person, country, office, from, to, path, fault: (reason) => faults.push(`${person}: ${reason}`),
  })); // prettier-ignore
  noteOverlaps([...WORLD, ...terms]);
  return faults;
}

/** Successions of other countries, by which the data tell that an office has one holder at a time. */
const WORLD: readonly Term[] = ["president", "deputy president"].flatMap((office) =>
  Array.from({ length: 14 }, (_, i): Term => ({
    person: `${office} ${i}`,
    country: "PER",
    office,
    from: `${1950 + i * 4}-01-01`,
    to: `${1953 + i * 4}-12-31`,
    path: "holders.csv",
    fault: (reason) => {
      throw new Error(`the world must have no fault: ${reason}`);
    },
  })),
);

describe("terms of two persons in an office of which there is one", () => {
  it("overlap when they share more than half a year", () => {
    const faults = faultsIn("president", [
      ["Anna", "2000-01-01", "2004-12-31"],
      ["Berit", "2004-01-01", "2008-12-31"],
    ]);
    expect(faults).toEqual([
      "Berit: the term as president overlaps with that of Anna (2000-01-01 to 2004-12-31); end the earlier one",
    ]);
  });

  it.each<[string, readonly Spec[]]>([
    ["follow each other", [["Anna", "2000-01-01", "2003-12-31"], ["Berit", "2004-01-01", ""]]],
    ["are contested for some months", [["Anna", "2000-01-01", "2004-03-31"], ["Berit", "2004-01-01", ""]]],
    ["may follow each other within a year that both name", [["Anna", "2000", "2004"], ["Berit", "2004", "2008"]]],
    ["have no certain beginning", [["Anna", "2000-01-01", "2008-12-31"], ["Berit", "", "2008-12-31"]]],
  ])("do not when they %s", (_what, specs) => {
    expect(faultsIn("president", specs)).toEqual([]);
  }); // prettier-ignore

  it("overlap when the earlier one has no end", () => {
    expect(faultsIn("president", [["Anna", "2000", ""], ["Berit", "2004", ""]])).toHaveLength(1); // prettier-ignore
  });

  it("are those of one country", () => {
    const abroad = faultsIn("president", [["Anna", "1951-01-01", "2000-12-31"]], "CHL");
    expect(abroad).toEqual([]);
  });
});

describe("an office that a country shares", () => {
  it.each(["deputy president", "vice president", "spokeswoman", "assistant minister", "special envoy", "senator"])(
    "says so by its name: %s",
    (office) => {
      expect(faultsIn(office, [["Anna", "2000", "2009"], ["Berit", "2000", "2009"]])).toEqual([]); // prettier-ignore
    },
  );

  it("says so by overlapping again and again", () => {
    const shared: readonly Spec[] = [
      ["Anna", "2000-01-01", "2009-12-31"],
      ["Berit", "2000-01-01", "2009-12-31"],
      ["Carl", "2000-01-01", "2009-12-31"],
    ];
    expect(faultsIn("president", shared)).toEqual([]);
    expect(faultsIn("president", shared.slice(0, 2))).toHaveLength(1);
  });

  it("is one of which other countries tell nothing", () => {
    expect(faultsIn("lord of the lake", [["Anna", "2000", "2009"], ["Berit", "2000", "2009"]])).toEqual([]); // prettier-ignore
  });
});

describe("terms of one person in one office", () => {
  const twice: readonly Spec[] = [
    ["Anna", "2000-01-01", "2004-12-31"],
    ["Anna", "2004-06-01", "2008-12-31"],
  ];

  it.each(["president", "senator", "lord of the lake"])("overlap by a day in whatever office: %s", (office) => {
    expect(faultsIn(office, twice)).toHaveLength(1);
  });

  it("may follow each other", () => {
    expect(faultsIn("senator", [["Anna", "2000-01-01", "2004-05-31"], ["Anna", "2004-06-01", ""]])).toEqual([]); // prettier-ignore
  });
});

describe("of two files", () => {
  it("the one whose row comes first, which is the upper one, is to be put right", () => {
    const told: string[] = [];
    const term = (person: string, path: string): Term => ({
      person, country: "NOR", office: "president", from: "2000", to: "2009", path, fault: () => told.push(path),
    }); // prettier-ignore
    noteOverlaps([...WORLD, term("Anna", "mine.csv"), term("Berit", "shipped.csv")]);
    expect(told).toEqual(["mine.csv"]);
  });
});
