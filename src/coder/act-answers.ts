import type { Act, Predication } from "../core/event-layers.ts";
import type { Doc } from "../core/layers.ts";
import type { PlaceMention } from "../core/place-layers.ts";
import { NO_SIZE } from "../core/record.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { homeOf, placeOf, sceneOf } from "../places/index.ts";
import type { ActAnswers, CodedLayers } from "../records/assemble.ts";
import { sizeOf } from "../sizes/index.ts";
import { createDater } from "../time/anchoring.ts";

/** Binds the questions of time, place and size to one document. */
export function answersFor(doc: Doc<CodedLayers>, lexicon: Lexicon): ActAnswers {
  const dater = createDater(doc, lexicon.time);
  const places = new Map<number, PlaceMention[]>();
  for (const p of doc.places) places.set(p.sentence, [...(places.get(p.sentence) ?? []), p]);
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
      };
      return placeOf(at, sentence, places.get(act.sentence) ?? [], lexicon.places);
    },
    sceneOf(index) {
      const sentence = doc.sentences[index];
      return sentence ? sceneOf(sentence, places.get(index) ?? [], lexicon.places) : null;
    },
    home: () => homeOf(doc.places),
    sizeOf(act, predication) {
      const sentence = doc.sentences[act.sentence];
      return sentence
        ? sizeOf(
            { sentence: act.sentence, head: predication.token, category: act.category, trigger: act.trigger },
            sentence,
            lexicon.sizes,
          )
        : NO_SIZE;
    },
  };
}
