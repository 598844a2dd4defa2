import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import type { Amount } from "./measure.ts";

/** wink-nlp with sentences and part-of-speech tags, the nearest thing in pure JavaScript; it has no syntax. */
export function winkTagger(): (text: string) => Amount {
  const nlp = winkNLP(model, ["sbd", "pos"]);
  return (text) => {
    const doc = nlp.readDoc(text);
    return { tokens: doc.tokens().length(), sentences: doc.sentences().length() };
  };
}
