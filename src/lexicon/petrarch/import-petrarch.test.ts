/** Small dictionaries of our own, in the syntax of each program, and what becomes of them. */
import { parse as parseCsv } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { loadCompiledLexicon } from "../load-compiled.ts";
import { readLemmaTables } from "../model-files.ts";
import { dataDir, modelsDir } from "../package-files.ts";
import { readCodeTables } from "./code-tables.ts";
import { importPetrarch, type ImportResult } from "./import-petrarch.ts";
import { importSummary } from "./import-summary.ts";

const KNOWLEDGE = {
  lexicon: loadCompiledLexicon(),
  lemmas: readLemmaTables(modelsDir),
  codes: readCodeTables(dataDir),
};

interface Frame {
  readonly id: string;
  readonly verbs: readonly string[];
  readonly require: Readonly<Record<string, unknown>>;
  readonly modes?: readonly string[];
  readonly actor?: string;
  readonly recipient?: string | undefined;
  readonly reciprocal?: boolean;
}

function run(content: string, name = "own.txt"): ImportResult {
  return importPetrarch([{ name, content }], KNOWLEDGE);
}

function framesOf(result: ImportResult): (Frame & { readonly category: string })[] {
  return [...result.files].flatMap(([path, text]) => {
    if (!path.startsWith("ontology/") || path.endsWith("classes.yaml")) return [];
    const file = parse(text) as { id: string; frames: Frame[] };
    // The files leave out what is the default.
    return file.frames.map((f) => ({ recipient: "patient", ...f, category: file.id }));
  });
}

/** The frames of one pattern under a verb without an event of its own. */
function patternFrames(pattern: string, sets = ""): (Frame & { readonly category: string })[] {
  return framesOf(run(`${sets}\n--- X [---] ---\nGREET\n- ${pattern}\n`));
}

const rowsOf = (result: ImportResult, table: string): string[][] =>
  parseCsv(result.files.get(`actors/${table}.csv`) ?? "", { comment: "#" }).slice(1);

const reasonsOf = (result: ImportResult): string[] => result.losses.map((l) => `${String(l.line)} ${l.reason}`);

describe("verb patterns of PETRARCH2", () => {
  it.each([
    ["* POLICIES [111]", { category: "ACCUSE", modes: ["disapprove"], require: { agent: "ACTOR?", patient: ["policy"] } }],
    ["* {AIR RAID} [195]", { require: { patient: ["air raid"] }, modes: ["aerial"] }],
    ["* (WITH ROCKETS) [194]", { require: { agent: "ACTOR?", with: ["rocket"] } }],
    ["* (BY BULLETS) [193]", { require: { agent: ["bullet"] } }],
    ["{SUICIDE BOMBER} * [1831]", { require: { agent: ["suicide bomber"] } }],
    ["* TALKS (WITH) [046]", { require: { patient: expect.arrayContaining(["talk"]) as unknown, with: "present" }, recipient: expect.stringMatching(/^with\|/) as unknown }],
    ["* ENVOYS (TO +) [040]", { require: { patient: ["envoy"], to: "present" }, recipient: "to" }],
    ["* OFF TOUR [040]", { verbs: ["greet off"], require: { patient: ["tour"] } }],
    ["* (ASIDE RIFT) [050]", { verbs: ["greet aside"], require: { patient: ["rift"] } }],
    ["* (BEFORE COURT) [:173]", { category: "COERCE", recipient: "agent", actor: expect.stringContaining("patient") as unknown }],
    ["* SUMMIT [046:046]", { reciprocal: true, actor: "agent+with" }],
    ["* (TO A VOTE) [040]", { require: { to: ["vote"] } }],
  ])("- %s", (pattern, expected) => {
    const frames = patternFrames(pattern);
    expect(frames).toHaveLength(1);
    expect(frames[0]).toMatchObject({ id: "petrarch.greet.1", ...expected });
  }); // prettier-ignore

  it("makes two frames of two prepositions, one of them the deep subject", () => {
    const frames = patternFrames("* (BY/WITH GRENADES) [193]");
    expect(frames.map((f) => [f.id, f.require])).toEqual([
      ["petrarch.greet.1", { agent: ["grenade"] }],
      ["petrarch.greet.1b", { agent: "ACTOR?", with: ["grenade"] }],
    ]);
  });
});

describe("verb patterns of PETRARCH and TABARI", () => {
  it.each([
    ["* OUTPOST IN_ + [080]", { require: { patient: ["outpost"], in: "present" }, recipient: "in" }],
    ["+ WAS * BY_ $ [190]", { require: { agent: "ACTOR?" }, recipient: "patient" }],
    ["+ * BY $ [190]", { recipient: "patient" }],
    ["+ * IN $ [190]", { actor: "in", recipient: "agent|patient" }],
    ["* + PRISONERS [182]", { require: { patient: ["prisoner"] }, recipient: "patient" }],
    ["* + OF KILLING [112]", { require: { of: expect.arrayContaining(["killing", "kill"]) as unknown } }],
    ["% * TREATY [057]", { reciprocal: true }],
    ["* TO_ ALLOW [035]", { require: { clause: ["allow"] } }],
    ["* FLIGHTS FROM ^ TO + [031]", { require: { patient: ["flight"], from: "present", to: "present" }, recipient: "to" }],
    ["* 20 DIPLOMATS [166]", { require: { patient: ["diplomat"] } }],
  ])("- %s", (pattern, expected) => {
    expect(patternFrames(pattern)[0]).toMatchObject(expected);
  }); // prettier-ignore

  it.each([
    ["WILL * [030]", "modal"],
    ["NOT * [120]", "negation"],
    ["FAILED TO * [120]", "governing"],
    ["* TO REDUCE TARIFFS [035]", "second-verb"],
    ["* LIFTED TARIFFS [085]", "second-verb"],
    ["BITTERLY * [111]", "adverb"],
    ["* WHETHER [014]", "function-word"],
    ["* {A B} {C D} [040]", "two-phrases"],
    ["* &MISSING [040]", "synset"],
    ["TALKS [040]", "no-star"],
    ["* TALKS", "no-code"],
    ["* TALKS [010]", "no-category"],
    ["* TALKS [987]", "unknown-code"],
    ["* TALKS [###]", "discard"],
    ["* TALKS [---]", "null"],
  ])("lists - %s as not taken", (pattern, reason) => {
    const result = run(`--- X [---] ---\nGREET\n- ${pattern}\n`);
    expect(framesOf(result)).toEqual([]);
    expect(result.losses).toMatchObject([{ line: 3, text: `- ${pattern}`, reason, part: false }]);
    expect(result.counts.get("patterns")).toEqual({ taken: 0, known: 0, partly: 0, lost: 1 });
  });

  it("takes longer phrases by their last two words and says so", () => {
    const result = run("--- X [---] ---\nGREET\n- * {EARLY WARNING SYSTEM} [150]\n");
    expect(framesOf(result)[0]).toMatchObject({ require: { patient: ["warning system"] } });
    expect(result.losses).toMatchObject([{ reason: "shortened", part: true }]);
  });
});

describe("blocks", () => {
  it("gives verbs the code of the block or their own, and makes what tells no event an exception", () => {
    const block =
      "--- HIT [190] ---\nHIT {HITS HITTING}\nSCOLD [111]\nSTRIKE_DOWN\n- * RACISM [---]\n- * JOKES [012]\n- * SINCE [---]\n";
    const result = run(block);
    const frames = framesOf(result);
    const require = { agent: "ACTOR?", patient: ["!racism", "!joke"] };
    expect(frames).toMatchObject([
      { id: "petrarch.scold.0", category: "ACCUSE", verbs: ["scold"], require },
      { id: "petrarch.hit.0", category: "ASSAULT", verbs: ["hit", "strike down"], require },
    ]);
    expect(reasonsOf(result)).toEqual(["7 exception-slot"]);
  });

  it("puts verbs alone into files that are read after the patterns, and never gives them more conditions", () => {
    const result = run("--- HIT [111] ---\nHIT\n- * RACISM [---]\n- POLICE * [190]\n- * CAMP [190]\n- * TEAM [040]\n");
    const [alone, ...patterns] = framesOf(result).sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(alone).toMatchObject({ id: "petrarch.hit.0", category: "ACCUSE" });
    expect(patterns).toHaveLength(3);
    for (const p of patterns)
      expect(Object.keys(p.require).length).toBeGreaterThanOrEqual(Object.keys(alone?.require ?? {}).length);
    expect([...result.files.keys()].filter((k) => k.startsWith("ontology"))).toEqual([
      "ontology/consult.yaml",
      "ontology/accuse-verbs.yaml",
      "ontology/assault.yaml",
    ]);
  });

  it("lists what the coder takes for the lemma of an irregular form that it does not know", () => {
    const verbs = "--- X [190] ---\nWAYLAY {WAYLAYS WAYLAID WAYLAYING}\nFIGHT {FIGHTS FOUGHT FIGHTING}\n";
    expect(framesOf(run(verbs))[0]).toMatchObject({ verbs: ["waylay", "waylaid", "fight"] });
  });

  it("reads verbs of several words", () => {
    const verbs = "--- X [190] ---\n+BEEF_UP {+BEEFS_UP}\n+WAGE_WAR\n+CALL_ON\nRE_+ARREST\n+SEIZE_AND_HOLD\n";
    const result = run(verbs);
    expect(framesOf(result)).toMatchObject([
      { id: "petrarch.beef-up.0", verbs: ["beef up", "rearrest", "re-arrest"] },
      { id: "petrarch.beef-up.0b", verbs: ["wage"], require: { patient: ["war"] } },
      { id: "petrarch.beef-up.0c", verbs: ["call"], require: { on: "present" } },
    ]);
    expect(reasonsOf(result)).toEqual(["6 verb-phrase"]);
  });

  it("joins patterns that differ only in a noun, and puts large sets into classes.yaml", () => {
    const set = `&ARM\n${["GUN", "RIFLE", "CANNON", "MORTAR", "SABRE", "LANCE", "AK-47", "CEASE-FIRE"].map((w) => `+${w}\n`).join("")}`;
    const result = run(`${set}--- X [---] ---\nGREET\n- * CAMP [190]\n- * &ARM [190]\n- * BASE [190]\n`);
    expect(framesOf(result)).toMatchObject([
      { id: "petrarch.greet.1", require: { patient: ["camp", "PETRARCH_ARM", "base"] } },
    ]);
    const classes = parse(result.files.get("ontology/classes.yaml") ?? "") as Record<string, string[]>;
    expect(classes["PETRARCH_ARM"]).toEqual(expect.arrayContaining(["gun", "ak-47", "cease-fire", "cease fire"]));
  });

  it("completes the stems of TABARI, whose verbs stand alone", () => {
    const result = run(
      "ACCUS [112] ;x\n- * OF_ + [112]\nCARR [---]\n- * OUT COOPERAT WITH_ + [060]\nBEGAN [040]\nZZQQ [190]\n",
    );
    expect(framesOf(result).sort((a, b) => (a.id < b.id ? -1 : 1))).toMatchObject([
      { id: "petrarch.accuse.0", verbs: ["accuse"] },
      { id: "petrarch.accuse.1", verbs: ["accuse"] },
      { id: "petrarch.begin.0", category: "CONSULT", verbs: ["begin"] },
      {
        id: "petrarch.carry.1",
        verbs: ["carry out"],
        require: { patient: expect.arrayContaining(["cooperation"]) as unknown },
      },
    ]);
    expect(reasonsOf(result)).toEqual(["6 stem"]);
  });

  it("numbers every line, so that ids stay when a pattern before them cannot be taken", () => {
    const ids = (first: string): string[] =>
      framesOf(run(`--- X [---] ---\nGREET\n- ${first}\n- * ENVOY [040]\n`)).map((f) => f.id);
    expect(ids("* TALKS [057]")).toContain("petrarch.greet.2");
    expect(ids("WILL * [046]")).toEqual(["petrarch.greet.2"]);
  });

  it("keeps ids of two dictionaries apart, and gives the same files for the same input", () => {
    const dictionary = { name: "a.txt", content: "--- X [190] ---\nHIT\n- * CAMP [190]\n" };
    const twice = [dictionary, { ...dictionary, name: "b.txt" }];
    const ids = framesOf(importPetrarch(twice, KNOWLEDGE)).map((f) => f.id);
    expect(new Set(ids).size).toBe(4);
    expect([...importPetrarch(twice, KNOWLEDGE).files]).toEqual([...importPetrarch(twice, KNOWLEDGE).files]);
  });

  it("lists transformations as not taken", () => {
    expect(reasonsOf(run("--- X [190] ---\nHIT\n\n~ a (a b HIT) SAY = a b 015\n"))).toEqual(["4 transformation"]);
  });
});

describe("actor dictionaries", () => {
  it("reads dates on lines of their own and behind the name, default codes last", () => {
    const result = run(
      "MARIA_KOVANE_ ; note\n+PRESIDENT_KOVANE_\n\t[KENELI]\n\t[KENGOV 991231-20051231]\n\t[KENGOV >300101]\nHARMONY_LEAGUE_\t[KENPTYOPP <051231][KENGOVPTY >060101]\n",
    );
    expect(rowsOf(result, "holders").map((r) => [r[0], r[1], r[3], r[5], r[6], r[7]])).toEqual([
      ["Maria Kovane", "President Kovane", "KEN", "ELI", "", "1999-12-30"],
      ["Maria Kovane", "", "KEN", "GOV", "1999-12-31", "2005-12-31"],
      ["Maria Kovane", "", "KEN", "ELI", "2006-01-01", "2029-12-31"],
      ["Maria Kovane", "", "KEN", "GOV", "2030-01-01", ""],
    ]);
    expect(rowsOf(result, "parties").map((r) => r.slice(0, 8))).toEqual([
      ["Harmony League", "", "KEN", "PTY", "OPP", "", "", "2005-12-31"],
      ["Harmony League", "", "KEN", "GOV", "PTY", "", "2006-01-01", ""],
    ]);
    expect(result.losses).toEqual([]);
  });

  it("joins entries of one name, and tells when they contradict each other", () => {
    const result = run(
      "TEA_COUNCIL_ [KENGOV 900101-991231]\n+T.C.\nTEA_COUNCIL_ [KENBUS]\n+TEA_BOARD_\nTEA_COUNCIL_ [KENAGR]\n",
    );
    expect(rowsOf(result, "organisations").map((r) => [r[0], r[1], r[3], r[6], r[7]])).toEqual([
      ["Tea Council", "T.C.|Tea Board", "BUS", "", "1989-12-31"],
      ["Tea Council", "", "GOV", "1990-01-01", "1999-12-31"],
      ["Tea Council", "", "BUS", "2000-01-01", ""],
    ]);
    expect(reasonsOf(result)).toEqual(["5 double-name"]);
  });

  it("makes armed bodies groups, towns places, and skips names of countries that are known", () => {
    const result = run(
      "RIVER_FRONT_ [COLREB]\nKENYA_ [KEN]\n+NAIROBI_\n+KISUMU_TOWN_\nFRANCE_ [FRA]\nUN_AGENCY_OF_TEA_ [IGOUNOAGR]\n",
    );
    expect(rowsOf(result, "groups").map((r) => r.slice(0, 4))).toEqual([["River Front", "", "COL", "REB"]]);
    expect(rowsOf(result, "places").map((r) => r.slice(0, 2))).toEqual([["Kisumu Town", "KEN"]]);
    expect(rowsOf(result, "organisations").map((r) => r.slice(0, 4))).toEqual([["UN Agency of Tea", "", "UNO", "AGR"]]);
    expect(result.counts.get("actors")).toEqual({ taken: 3, known: 1, partly: 0, lost: 0 });
  });

  it("lists what has no party, no code or a broken date", () => {
    const result = run(
      "A_B_ [KENGOV]\nWORLD_ [INT]\nLAND_ [QQQ]\nSILENCE_\nCLOCK_ [KENGOV 991399-000101]\nNOONE_ [---]\nTOTEM_X_ [KENGOVZZZ]\n",
    );
    expect(reasonsOf(result)).toEqual([
      "2 no-party",
      "3 unknown-country",
      "4 no-code",
      "5 date",
      "6 null",
      "7 code-part",
    ]);
    expect(result.counts.get("actors")).toEqual({ taken: 1, known: 0, partly: 1, lost: 5 });
  });
});

describe("agent dictionaries", () => {
  it("reads plurals, markers, roles before and after the country, and stems", () => {
    const result = run(
      "!ONE! = MAN, WOMAN\nCAMEL_DRIVER [~AGR]\nHARBOUR_MASTER {HARBOUR_MASTERS_GENERAL} [~GOVMIL]\nCAVALRY!ONE! [~MIL]\nTRUTH_WATCHDOG [NGO~]\nCANAL_MINIST [~GOV]\nANTI-KITE_POLICE {} [~COP]\nFARMER [~AGR]\n",
    );
    expect(rowsOf(result, "agents").map((r) => r.slice(0, 3))).toEqual([
      ["camel driver", "AGR", ""],
      ["harbour master", "GOV", "MIL"],
      ["harbour masters general", "GOV", "MIL"],
      ["cavalryman", "MIL", ""],
      ["cavalrywoman", "MIL", ""],
      ["canal minister", "GOV", ""],
      ["canal ministry", "GOV", ""],
      ["anti - kite police", "COP", ""],
    ]);
    expect(rowsOf(result, "offices").map((r) => r.slice(0, 3))).toEqual([["truth watchdog => NGO", "", ""]]);
    expect(result.counts.get("agents")).toEqual({ taken: 6, known: 1, partly: 0, lost: 0 });
  });

  it("keeps the first of two entries of one noun, and puts a noun where the packaged tables have it", () => {
    const result = run("SAILMAKER [~BUS]\nSAILMAKER [~LAB]\nFOREIGN_MINISTER [~LAB]\n");
    expect(rowsOf(result, "agents").map((r) => r.slice(0, 2))).toEqual([["sailmaker", "BUS"]]);
    expect(rowsOf(result, "offices").map((r) => r.slice(0, 2))).toEqual([["foreign minister", "LAB"]]);
    expect(reasonsOf(result)).toEqual(["2 double-name"]);
  });

  it("lists what cannot be read", () => {
    const result = run("PEDLAR [~BUS]\nBAD!THING! [~MIL]\nNOBODY\nGHOST [~QQQ]\n");
    expect(reasonsOf(result)).toEqual(["2 marker", "3 no-code", "4 no-party"]);
  });
});

describe("the import as a whole", () => {
  it("says of a file that is no dictionary that it was not read", () => {
    const result = run("SOCCER\nCRICKET MATCH\n+LOTTERY\n", "discards.txt");
    expect([...result.files.keys()]).toEqual(["not-taken.csv"]);
    expect(result.losses).toMatchObject([{ file: "discards.txt", reason: "not-read" }]);
  });

  it("writes not-taken.csv with quotes where the text needs them, and sums the reasons up", () => {
    const result = run('--- X [190] ---\nHIT\n- WILL, "MAY" * [190]\n- WOULD * [190]\n');
    const lines = (result.files.get("not-taken.csv") ?? "").split("\n");
    expect(lines[0]).toBe("file,line,kind,taken,text,reason");
    expect(lines[1]).toMatch(/^own\.txt,3,patterns,no,"- WILL, ""MAY"" \* \[190\]",/);
    const summary = importSummary(result);
    expect(summary).toMatch(/^verbs +1 +0 +0 +0$/m);
    expect(summary).toMatch(/^patterns +0 +0 +0 +2$/m);
    expect(summary).toMatch(/^ +2 {2}a modal before the verb/m);
  });
});
