import { VERBAL_CATEGORIES } from "../core/codes.ts";
import type { Act, Predication } from "../core/event-layers.ts";
import type { Doc } from "../core/layers.ts";
import type { PlaceMention } from "../core/place-layers.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { SayingDate } from "../records/quote-records.ts";
import { describedCountries, homeOf, placeOf, sceneOf } from "../places/index.ts";
import type { ActAnswers, CodedLayers } from "../records/assemble.ts";
import { ReportSizes } from "../sizes/index.ts";
import type { Dater } from "../time/anchoring.ts";

/** The day of an act of saying: what its own sentence tells, else that of the report. */
export function sayingDates(dater: Dater): SayingDate {
  return (sentence, token) => {
    const saying = {
      sentence,
      head: token,
      light: null,
      outer: token,
      status: "actual",
      isSpeech: true,
      isPlan: false,
    } as const;
    const { date, enddate, dateInfo } = dater.dateOf(saying, () => null);
    return { date, enddate, date_info: dateInfo };
  };
}

/** Binds the questions of time, place and size to one document. */
export function answersFor(doc: Doc<CodedLayers>, lexicon: Lexicon, dater: Dater): ActAnswers {
  const sizes = new ReportSizes(doc, lexicon.sizes);
  const places = new Map<number, PlaceMention[]>();
  for (const p of [...doc.places, ...describedCountries(doc, lexicon.places)])
    places.set(p.sentence, [...(places.get(p.sentence) ?? []), p]);
  const outerToken = (act: Act, predication: Predication): number =>
    doc.predications[act.outer]?.token ?? predication.token;
  return {
    dateOf: (act, predication, dateOfEventAt) =>
      dater.dateOf(
        {
          sentence: act.sentence,
          head: predication.token,
          light: predication.light,
          outer: outerToken(act, predication),
          status: act.status,
          isSpeech: VERBAL_CATEGORIES.has(act.category),
          isPlan: act.foldedFrom !== null,
        },
        dateOfEventAt,
      ),
    placeOf(act, predication) {
      const sentence = doc.sentences[act.sentence];
      if (!sentence) return null;
      const at = {
        sentence: act.sentence,
        head: predication.token,
        light: predication.light,
        outer: outerToken(act, predication),
        category: act.category,
        trigger: act.trigger,
      };
      return placeOf(at, sentence, places.get(act.sentence) ?? [], lexicon.places);
    },
    sizeOf: (act) => sizes.sizeOf(act),
    sceneOf(index) {
      const sentence = doc.sentences[index];
      return sentence ? sceneOf(sentence, places.get(index) ?? [], lexicon.places) : null;
    },
    home: () => homeOf(doc.places),
  };
}
