import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Fingerprint } from "../core/fingerprint.ts";
import { NO_SIZE, type EventRecord } from "../core/record.ts";
import type { Links } from "./event-links.ts";
import type { CodedReport, EventChange, EventStore, NewRun } from "./event-store.ts";

const AT = "2024-05-10T12:00:00.000Z";
const FINGERPRINT: Fingerprint = { id: "f1", rest: "r1", words: { meet: "m1" } };
const INGEST: NewRun = { kind: "ingest", coder: "coder 1", note: null, fingerprint: FINGERPRINT };

/** An event of a report; whatever is not given is as empty as it may be. */
function eventOf(report: string, id: string, fields: Partial<EventRecord> = {}): EventRecord {
  return {
    id, report, date: "2024-05-09", enddate: "2024-05-09", date_info: null, event: ["CONSULT"], mode: [], context: [],
    quad_code: 1, event_scale: 2.5, cameo: "040", status: "actual", historical: false, actor: [], recipient: [],
    event_text: ["met"], trigger: [{ start: 4, end: 7 }], event_loc: null, attribution: null, disputed_by: [], size: NO_SIZE,
    confidence: 0.9, same_as: null, text_info: { sequence: 1, start: 0, end: 20 },
    because: [{ field: "event", rule: "consult.meet", path: "met" }],
    cite_info: { title: "", publication: "", url: "", language: "en" }, coder: "coder 1", ...fields,
  }; // prettier-ignore
}

function codedOf(id: string, events: readonly EventRecord[], text = `They met. ${id}`): CodedReport {
  return {
    report: { id, date: "2024-05-10", title: null, source: null, url: null, language: "en", text },
    content: `content of ${id}`,
    words: ["meet", "met", id].sort(),
    sentences: [{ start: 0, end: 9 }],
    events,
    quotations: [],
  };
}

/** One happening of these events, all of one story. */
function linksOf(events: readonly (readonly [event: string, report: string])[]): Links {
  const [[happening, story] = ["", ""]] = events;
  return {
    stories: events.map(([, report]) => ({ report, story, share: report === story ? 1 : 0.75 })),
    linked: [],
    happenings: [
      {
        position: 0, happening, date: "2024-05-09", enddate: "2024-05-09", category: "CONSULT", actor: [], recipient: [], place: null,
        country: null, reports: events.length, sources: 1, counts: { dead: null, injured: null, arrested: null, participants: null },
        disputed: false,
      },
    ],
    rewritten: [],
    events: events.map(([event, report], place) => ({
      position: 0, place, event, report, score: 1, reasons: [], foundFrom: "2024-05-07", foundTo: "2024-05-11",
    })),
    edit: null,
  }; // prettier-ignore
}

/** Opens an event base; opening the same one again shows what was stored. */
export interface OpenedPlace {
  open(): Promise<EventStore>;
  remove(): Promise<void>;
}

/** What every event store must do; `make` gives a place for one base that is still empty. */
export function describeEventStore(name: string, make: () => Promise<OpenedPlace>): void {
  describe(name, () => {
    let place: OpenedPlace;
    let store: EventStore;
    beforeEach(async () => {
      place = await make();
      store = await place.open();
    });
    afterEach(async () => {
      await store.close();
      await place.remove();
    });
    const reopen = async (): Promise<void> => {
      await store.close();
      store = await place.open();
    };
    const idsOf = async (number: number): Promise<readonly string[]> =>
      (await store.selected(0, number)).map((r) => r.id);

    it("numbers runs from 1 and keeps when they began and ended, and what their coder knew", async () => {
      expect(await store.startRun(INGEST, AT)).toBe(1);
      await store.finishRun(1, "2024-05-10T13:00:00.000Z");
      expect(await store.startRun({ ...INGEST, kind: "recode", note: "all" }, AT)).toBe(2);
      await reopen();
      expect(await store.runs()).toEqual([
        { run: 1, kind: "ingest", coder: "coder 1", started: AT, finished: "2024-05-10T13:00:00.000Z", fingerprint: "f1", note: null },
        { run: 2, kind: "recode", coder: "coder 1", started: AT, finished: null, fingerprint: "f1", note: "all" },
      ]); // prettier-ignore
      expect(await store.fingerprint("f1")).toEqual(FINGERPRINT);
      expect(await store.fingerprint("f2")).toBeNull();
    });

    it("keeps what was added when it is opened again, and knows reports by id and by content", async () => {
      const run = await store.startRun(INGEST, AT);
      await store.add(run, { reports: [codedOf("a", [eventOf("a", "a1")]), codedOf("b", [])], refused: [] });
      await reopen();
      const asked = [
        { id: "a", content: "another" },
        { id: "another", content: "content of b" },
        { id: "c", content: "content of c" },
      ];
      const found = [...(await store.stored(asked))].sort((x, y) => (x.id < y.id ? -1 : 1));
      expect(found).toEqual([
        { id: "a", content: "content of a" },
        { id: "b", content: "content of b" },
      ]);
      expect([...(await store.codedBy())]).toEqual([[run, 2]]);
    });

    it("stores a batch wholly or not at all", async () => {
      const run = await store.startRun(INGEST, AT);
      await store.add(run, { reports: [codedOf("a", [])], refused: [] });
      const clash = { reports: [codedOf("b", [eventOf("b", "b1")]), codedOf("a", [])], refused: [] };
      await expect(store.add(run, clash)).rejects.toThrow();
      expect(await store.stored([{ id: "b", content: "content of b" }])).toEqual([]);
      await store.add(run, { reports: [codedOf("b", [eventOf("b", "b1")])], refused: [] });
      expect(await changesOf(store, 0, run)).toMatchObject([{ report: "b", before: null, after: { id: "b1" } }]);
    });

    it("gives back texts and titles with every character, and fields that are missing as null", async () => {
      const run = await store.startRun(INGEST, AT);
      const text = "Ünïcödé \u0000 “quotes” 'it''s' \u{1F600}\n\ttabs\\";
      const report = { ...codedOf("ä'\"", []).report, text, title: "T\u00edtulo", date: null };
      await store.add(run, { reports: [{ ...codedOf("ä'\"", []), report }], refused: [] });
      await store.selectForRecoding([{ runs: [run], words: null }]);
      expect(await store.selected(0, 10)).toEqual([{ ...report, content: `content of ä'"` }]);
    });

    it("selects reports by run and by word, in the order in which they were stored", async () => {
      const first = await store.startRun(INGEST, AT);
      await store.add(first, { reports: ["d", "c", "b"].map((id) => codedOf(id, [])), refused: [] });
      const second = await store.startRun(INGEST, AT);
      await store.add(second, { reports: [codedOf("a", [])], refused: [] });
      const words: string[] = [];
      for await (const word of store.vocabulary()) words.push(word);
      expect(words.sort()).toEqual(["a", "b", "c", "d", "meet", "met"]);
      expect(await store.selectForRecoding([{ runs: [first], words: ["b", "d"] }])).toBe(2);
      expect(await idsOf(9)).toEqual(["d", "b"]);
      expect(await store.selectForRecoding([{ runs: [first], words: ["c"] }, { runs: [second], words: null }])).toBe(2); // prettier-ignore
      expect(await idsOf(9)).toEqual(["c", "a"]);
      expect(await idsOf(1)).toEqual(["c"]);
      expect((await store.selected(1, 1)).map((r) => r.id)).toEqual(["a"]);
      expect(await store.selectForRecoding([])).toBe(0);
      expect(await store.selectForRecoding([{ runs: [], words: null }, { runs: [first], words: [] }])).toBe(0); // prettier-ignore
    });

    it("keeps the run of events that are coded as before, whatever the versions of the coder", async () => {
      const first = await store.startRun(INGEST, AT);
      await store.add(first, { reports: [codedOf("a", [eventOf("a", "a1")])], refused: [] });
      const second = await store.startRun({ ...INGEST, kind: "recode" }, AT);
      const counts = await store.recode(second, [codedOf("a", [eventOf("a", "a1", { coder: "coder 2" })])]);
      expect(counts).toEqual({ reports: 1, kept: 1, gained: 0, lost: 0, changed: 0 });
      expect(await changesOf(store, first, second)).toEqual([]);
      expect([...(await store.codedBy())]).toEqual([[second, 1]]);
    });

    it("tells what was gained, lost and changed between any two runs", async () => {
      const trigger = (start: number): Partial<EventRecord> => ({ trigger: [{ start, end: start + 3 }] });
      const first = await store.startRun(INGEST, AT);
      const before = [eventOf("a", "same"), eventOf("a", "old", trigger(20)), eventOf("a", "gone", trigger(40))];
      await store.add(first, { reports: [codedOf("a", before), codedOf("b", [eventOf("b", "b1")])], refused: [] });
      const second = await store.startRun({ ...INGEST, kind: "recode" }, AT);
      const elsewhere = { text_info: { sequence: 2, start: 50, end: 70 } };
      const after = [
        eventOf("a", "same", { confidence: 0.8 }),
        eventOf("a", "new", { ...trigger(20), event: ["REJECT"] }),
        eventOf("a", "more", { ...trigger(60), ...elsewhere }),
      ];
      const counts = await store.recode(second, [codedOf("a", after)]);
      expect(counts).toEqual({ reports: 1, kept: 0, gained: 1, lost: 1, changed: 2 });
      const third = await store.startRun({ ...INGEST, kind: "recode" }, AT);
      await store.recode(third, [codedOf("a", before)]);
      await reopen();
      const pairs = (await changesOf(store, first, second)).map((c) => [c.before?.id ?? "", c.after?.id ?? ""]);
      expect(pairs.sort()).toEqual([["", "more"], ["gone", ""], ["old", "new"], ["same", "same"]]); // prettier-ignore
      const back = (await changesOf(store, second, first)).map((c) => [c.before?.id ?? "", c.after?.id ?? ""]);
      expect(back.sort()).toEqual([["", "gone"], ["more", ""], ["new", "old"], ["same", "same"]]); // prettier-ignore
      expect(await changesOf(store, first, third)).toEqual([]);
      expect((await changesOf(store, 0, first)).every((c) => c.newReport && c.before === null)).toBe(true);
      expect((await changesOf(store, first, second)).every((c) => !c.newReport)).toBe(true);
    });

    it("recodes a batch wholly or not at all", async () => {
      const first = await store.startRun(INGEST, AT);
      await store.add(first, { reports: [codedOf("a", [eventOf("a", "a1")])], refused: [] });
      const second = await store.startRun({ ...INGEST, kind: "recode" }, AT);
      const broken = { ...eventOf("a", "a2"), event: [null] } as unknown as EventRecord;
      await expect(store.recode(second, [codedOf("a", [broken])])).rejects.toThrow();
      expect(await changesOf(store, first, second)).toEqual([]);
      expect([...(await store.codedBy())]).toEqual([[first, 1]]);
    });

    it("takes a batch of nothing", async () => {
      const run = await store.startRun(INGEST, AT);
      await store.add(run, { reports: [], refused: [] });
      await store.addEvents(run, []);
      expect(await store.stored([])).toEqual([]);
      expect(await store.recode(run, [])).toEqual({ reports: 0, kept: 0, gained: 0, lost: 0, changed: 0 });
    });

    it("takes the words and sentences of a new reading", async () => {
      const first = await store.startRun(INGEST, AT);
      await store.add(first, { reports: [codedOf("a", []), codedOf("b", [])], refused: [] });
      const second = await store.startRun({ ...INGEST, kind: "recode" }, AT);
      const sentences = [{ start: 0, end: 4 }, { start: 5, end: 9 }]; // prettier-ignore
      await store.recode(second, [{ ...codedOf("a", []), words: ["fresh"], sentences }, codedOf("b", [])]);
      await reopen();
      expect(await store.selectForRecoding([{ runs: [second], words: ["fresh"] }])).toBe(1);
      expect(await idsOf(9)).toEqual(["a"]);
      expect(await store.selectForRecoding([{ runs: [second], words: ["meet"] }])).toBe(1);
    });

    it("gives reports to link in the order in which they were stored, and forgets what is linked", async () => {
      const run = await store.startRun(INGEST, AT);
      const reports = ["c", "a", "b"].map((id) => codedOf(id, [eventOf(id, `${id}1`)]));
      await store.add(run, { reports, refused: [] });
      expect(await store.linkState()).toEqual({ unlinked: 3, stale: 0, nextPosition: 0, edits: [] });
      const waiting = await store.unlinked(2);
      expect(waiting.map(({ id, story, events }) => [id, story, events.map((e) => e.id)])).toEqual([
        ["c", null, ["c1"]],
        ["a", null, ["a1"]],
      ]);
      await store.writeLinks(linksOf([["c1", "c"], ["a1", "a"]])); // prettier-ignore
      await reopen();
      expect((await store.unlinked(9)).map(({ id }) => id)).toEqual(["b"]);
      expect(await store.linkState()).toMatchObject({ unlinked: 1, nextPosition: 1 });
      const [happening] = await store.happeningsOn(["2024-05-08"]);
      expect(happening).toEqual({
        position: 0,
        events: [
          { event: "c1", report: "c", score: 1, reasons: [] },
          { event: "a1", report: "a", score: 1, reasons: [] },
        ],
      });
      expect(await store.happeningsWith(["a1", "b1"])).toEqual([happening]);
      expect(await store.happeningsOn(["2024-06-08"])).toEqual([]);
      expect((await store.storyTexts(["2024-05-10"])).map(({ id, story }) => [id, story])).toEqual([["c", "c"], ["a", "c"]]); // prettier-ignore
      expect((await store.linkedReports(["a", "b"])).map(({ id }) => id)).toEqual(["a"]);
      await store.unlinkAll();
      expect(await store.linkState()).toEqual({ unlinked: 3, stale: 0, nextPosition: 0, edits: [] });
    });

    it("takes events that hold no longer out of their happening, and has their reports linked again", async () => {
      const first = await store.startRun(INGEST, AT);
      const reports = ["a", "b", "c"].map((id) => codedOf(id, [eventOf(id, `${id}1`)]));
      await store.add(first, { reports, refused: [] });
      await store.writeLinks(linksOf([["a1", "a"], ["b1", "b"], ["c1", "c"]])); // prettier-ignore
      const second = await store.startRun({ ...INGEST, kind: "recode" }, AT);
      await store.recode(second, [codedOf("a", []), codedOf("c", [eventOf("c", "c1", { confidence: 0.5 })])]);
      expect(await store.happeningsWith(["a1", "c1"])).toEqual([]);
      const left = { position: 0, events: [{ event: "b1", report: "b", score: 1, reasons: [] }] };
      expect(await store.happeningsWith(["b1"])).toEqual([left]);
      expect(await store.staleHappenings(9)).toEqual([left]);
      expect((await store.unlinked(9)).map(({ id, story }) => [id, story])).toEqual([["c", "a"]]);
      await store.recode(second, [codedOf("b", [])]);
      expect(await store.linkState()).toMatchObject({ stale: 0, nextPosition: 0 });
    });

    it("writes links wholly or not at all", async () => {
      const run = await store.startRun(INGEST, AT);
      await store.add(run, { reports: [codedOf("a", [eventOf("a", "a1")])], refused: [] });
      const links = linksOf([["a1", "a"]]);
      const broken = { ...links, happenings: links.happenings.map((row) => ({ ...row, date: "no day" })) };
      await expect(store.writeLinks(broken)).rejects.toThrow();
      expect(await store.linkState()).toMatchObject({ unlinked: 1, nextPosition: 0 });
      expect(await store.happeningsWith(["a1"])).toEqual([]);
    });

    it("stores events of others under their run", async () => {
      const run = await store.startRun({ kind: "import", coder: "icews", note: null, fingerprint: null }, AT);
      await store.addEvents(run, [eventOf("x", "i1")]);
      expect(await changesOf(store, 0, run)).toMatchObject([{ report: "import:1", after: { id: "i1" } }]);
    });
  });
}

async function changesOf(store: EventStore, from: number, to: number): Promise<readonly EventChange[]> {
  const out: EventChange[] = [];
  for await (const change of store.changes(from, to)) out.push(change);
  return out;
}
