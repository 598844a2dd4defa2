/**
 * Trains the sentence splitter and writes models/en/sentences.bin.
 *
 *   npm run build && node train/train_sentences.mjs TREEBANKS [--final]
 *
 * TREEBANKS is a folder with ewt-{train,dev,test}.conllu and gum-{train,dev}.conllu of Universal Dependencies. Trained on EWT train and GUM train
 * less a held-out tenth of its documents; the threshold is chosen on EWT dev and that tenth; EWT test and GUM dev are read
 * only with --final. The features are those of the runtime (dist/), so that training and running cannot differ. Deterministic.
 *
 * Method: logistic regression over hashed features (AdaGrad), then pruned in steps to the features that matter, trained on after each step, and
 * stored as one byte a weight.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rawTextOf, spanF1 } from "../dist/eval/raw-text.js";
import { FEATURES_PER_GAP as F, gapFeatures, paragraphForms, viewParagraph } from "../dist/src/language/sentences/gap-features.js";
import { findParagraphs } from "../dist/src/language/sentences/paragraphs.js";
import { mayPart } from "../dist/src/language/sentences/split-sentences.js";
import { decodeSplitterModel, encodeSplitterModel, HASH_BITS } from "../dist/src/language/sentences/splitter-model.js";
import { CLASS, formFeatures, normalise } from "../dist/src/language/sentences/token-features.js";
import { createTokenizer } from "../dist/src/language/sentences/tokenizer.js";
import { createTokenCutter } from "../dist/src/language/tokens/cut-tokens.js";
import { readLanguageTables } from "../dist/src/lexicon/language-tables.js";

const SIZE = 1 << HASH_BITS;
const RATE = 0.1;
const DECAY = 0.03;
const FIRST_EPOCHS = 4;
const FEWEST_SEEN = 3;
const KEEP = [160_000, 100_000, 75_000];
const FEWEST_TAGGED = 6;
const THRESHOLDS = [-1, -0.8, -0.6, -0.4, -0.2, 0];

const folder = process.argv[2];
if (folder === undefined) throw new Error("usage: node train/train_sentences.mjs TREEBANKS [--final]");
const root = join(import.meta.dirname, "..");
const tables = readLanguageTables(join(root, "data"));
const cutTokens = createTokenCutter(tables);
const treebank = (name) => join(folder, `${name}.conllu`);
/** The same tenth as train/conllu.py `is_held_out`. */
const isHeldOut = (document) => createHash("sha1").update(document).digest()[0] % 10 === 0;
const isTraining = (document) => !isHeldOut(document);

function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
}

/** Words with the parts of speech that they mostly have ("NN", "VBD/VBN"), and endings ("-ing") for rare words. */
function learnTags() {
  const words = new Map();
  for (const [name, keeps] of [["ewt-train", () => true], ["gum-train", isTraining]]) {
    let document = "";
    for (const line of readFileSync(treebank(name), "utf8").split("\n")) {
      if (line.startsWith("# newdoc")) document = line.slice(line.indexOf("=") + 1).trim();
      const [id = "", form = "", , , xpos = ""] = line.split("\t");
      if (!/^\d+$/.test(id) || !keeps(document)) continue;
      count(words, normalise(form), xpos, 1);
    }
  }
  const tagged = new Map();
  const endings = new Map();
  for (const [word, counts] of words) {
    if (!/^['.-]*[a-z][a-z'.-]*$/.test(word)) continue;
    const total = sum(counts);
    if (total >= FEWEST_TAGGED) tagged.set(word, frequent(counts, 0.15 * total));
    if (total <= 5) for (const [tag, n] of counts) count(endings, `-${word.slice(-3)}`, tag, n);
  }
  for (const [ending, counts] of endings)
    if (sum(counts) >= 5) tagged.set(ending, frequent(counts, 0.25 * sum(counts)));
  return groupByTag(tagged);
}

function count(table, key, value, n) {
  const counts = table.get(key) ?? new Map();
  table.set(key, counts.set(value, (counts.get(value) ?? 0) + n));
}

const sum = (counts) => [...counts.values()].reduce((a, b) => a + b, 0);

function frequent(counts, least) {
  const entries = [...counts].filter(([, n]) => n > least).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return entries.slice(0, 2).map(([tag]) => tag).join("/");
}

/** Pairs of tags that few words have fall back to their first tag. */
function groupByTag(tagged) {
  const sizes = new Map();
  for (const tag of tagged.values()) sizes.set(tag, (sizes.get(tag) ?? 0) + 1);
  const groups = new Map();
  for (const [word, tag] of [...tagged].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const name = sizes.get(tag) < 5 ? tag.split("/")[0] : tag;
    groups.set(name, [...(groups.get(name) ?? []), word]);
  }
  const sorted = [...groups].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  return Object.fromEntries(sorted.map(([tag, list]) => [tag, list.join(" ")]));
}

/** In transcribed speech a dash ends an utterance that is broken off; written prose would learn the wrong thing from that. */
const isTranscript = (document) => /_(?:conversation|vlog|court|podcast|interview)_/.test(document);

/** Paragraphs with their tokens and, per token, whether a gold sentence ends there. */
function readParagraphs(name, keeps) {
  const raw = rawTextOf(treebank(name), keeps);
  const documents = new Map(raw.sentences.map((s, i) => [s.end, raw.documents[i]]));
  return findParagraphs(raw.text).map(({ start, end }) => {
    const tokens = cutTokens(raw.text, start, end);
    return { tokens, gold: tokens.map((t) => documents.has(t.end)), spoken: isTranscript(documents.get(end) ?? "") };
  });
}

/**
 * Reports come with their paragraphs run together too, so a part of the training text is used again with neighbouring paragraphs joined; only
 * where the first ends in a full stop, as nobody joins a headline so.
 */
function joinSome(paragraphs, random) {
  const joined = [];
  let open;
  for (const next of paragraphs) {
    const last = open?.tokens.at(-1)?.form ?? "";
    if (open !== undefined && /[.!?]$/.test(last) && open.tokens.length < 400 && random() < 0.8) {
      const shift = (open.tokens.at(-1)?.end ?? 0) + 1 - (next.tokens[0]?.start ?? 0);
      const moved = next.tokens.map((t) => ({ form: t.form, start: t.start + shift, end: t.end + shift }));
      open = { ...open, tokens: [...open.tokens, ...moved], gold: [...open.gold, ...next.gold] };
      continue;
    }
    if (open !== undefined) joined.push(open);
    open = next;
  }
  return open === undefined ? joined : [...joined, open];
}

const ENDINGS = ["U.S.", "U.N.", "U.K.", "D.C.", "E.U.", "Inc.", "Corp.", "Co.", "Ltd.", "Jr.", "a.m.", "p.m.", "Ph.D.", "Calif.", "Ave.", "St."];
const STATES = ["U.S.", "U.N.", "U.K.", "E.U."];
const TITLES = ["Mr.", "Mrs.", "Ms.", "Gen.", "Sen.", "Dr.", "Gov.", "Col.", "U.S.", "U.N.", "St."];
const NAME = /^[A-Z][a-z]{2,}$/;
const OPENERS = new Set("The A An He She It They We I You In On At But And This That These Those There When While If After Before His Her Their Its As For With By From Some Many Most All Other".split(" "));

const pick = (list, random) => list[Math.floor(random() * list.length)];

/** What word `i`, not the last of a sentence, is exchanged for: a title or state at its beginning, a state in a name, any other elsewhere. */
function abbreviationFor(tokens, gold, i, random) {
  const [form, next] = [tokens[i].form, tokens[i + 1]?.form ?? ""];
  if (i === 0 || gold[i] || tokens[i + 1] === undefined) return undefined;
  if (gold[i - 1]) return NAME.test(form) && !OPENERS.has(form) && random() < 0.1 ? pick(TITLES, random) : undefined;
  if (NAME.test(form) && NAME.test(next)) return random() < 0.04 ? pick(STATES, random) : undefined;
  return /^[a-z]+$/.test(form) && /^[a-z]{2,}$/.test(next) && random() < 0.01 ? pick(ENDINGS, random) : undefined;
}

/**
 * Treebanks have few sentences that end in an abbreviation. In a part of the text that is used again, the last word of some sentences gives way
 * to one; only before words that open sentences, so that "U.S. President" is not touched. Other
 * words give way to abbreviations too, so that both are seen.
 */
function endInAbbreviations({ tokens, gold, spoken }, random) {
  const kept = { tokens: [], gold: [], spoken };
  for (let i = 0; i < tokens.length; i++) {
    const swapped = abbreviationFor(tokens, gold, i, random);
    if (swapped !== undefined) {
      kept.tokens.push({ ...tokens[i], form: swapped });
      kept.gold.push(false);
      continue;
    }
    const ends = tokens[i + 1]?.form === "." && gold[i + 1] && OPENERS.has(tokens[i + 2]?.form ?? "");
    if (ends && /^[A-Za-z]+$/.test(tokens[i].form) && random() < 0.15) {
      const form = pick(ENDINGS, random);
      kept.tokens.push({ form, start: tokens[i].start, end: tokens[i + 1].end });
      kept.gold.push(true);
      i++;
    } else {
      kept.tokens.push(tokens[i]);
      kept.gold.push(gold[i]);
    }
  }
  return kept;
}

/** One row of hashed features a gap. */
function extract(paragraphs, tags) {
  const rows = [];
  for (const { tokens, gold, spoken } of paragraphs) {
    const view = viewParagraph(paragraphForms(tokens, (form) => formFeatures(form, tags.tags, tags.finite)));
    let since = 0;
    for (let i = 0; i + 1 < tokens.length; i++) {
      if (mayPart(view, tokens, i) && !(spoken && view.forms[i].class === CLASS.dash)) {
        const row = new Int32Array(F);
        gapFeatures(view, i, since, row);
        rows.push({ row: row.map((h) => h & (SIZE - 1)), label: gold[i] ? 1 : 0 });
      }
      if (gold[i]) since = i + 1;
    }
  }
  return rows;
}

function train(rows) {
  const weights = new Float32Array(SIZE);
  const squares = new Float32Array(SIZE);
  const seen = new Uint32Array(SIZE);
  const alive = new Uint8Array(SIZE);
  for (const { row } of rows) for (const f of row) if (++seen[f] >= FEWEST_SEEN) alive[f] = 1;
  const random = seeded(7);
  const epoch = () => {
    for (let i = rows.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [rows[i], rows[j]] = [rows[j], rows[i]];
    }
    for (const { row, label } of rows) {
      let score = 0;
      for (let j = 0; j < F; j++) score += weights[row[j]];
      const error = 1 / (1 + Math.exp(-score)) - label;
      if (Math.abs(error) < 1e-3) continue;
      for (let j = 0; j < F; j++) {
        const f = row[j];
        if (alive[f] === 0) continue;
        const gradient = error + DECAY * weights[f];
        squares[f] += gradient * gradient;
        weights[f] -= (RATE * gradient) / Math.sqrt(squares[f] + 1e-3);
      }
    }
  };
  for (let e = 0; e < FIRST_EPOCHS; e++) epoch();
  for (const keep of KEEP) {
    const order = [];
    for (let f = 0; f < SIZE; f++) if (alive[f] === 1 && weights[f] !== 0) order.push(f);
    const worth = (f) => Math.abs(weights[f]) * Math.sqrt(seen[f]);
    order.sort((a, b) => worth(b) - worth(a) || a - b);
    for (const f of order.slice(keep)) alive[f] = weights[f] = 0;
    epoch();
    console.log(`kept ${Math.min(keep, order.length)} of ${order.length} features`);
  }
  return weights;
}

/** One byte a weight; the few weights beyond the 99.9th percentile are cut to it. */
function quantise(weights, tags) {
  const sizes = [...weights].map(Math.abs).filter((w) => w > 0).sort((a, b) => a - b);
  const scale = 127 / sizes[Math.floor(sizes.length * 0.999)];
  const positions = [];
  const bytes = [];
  weights.forEach((w, f) => {
    const byte = Math.max(-127, Math.min(127, Math.round(w * scale)));
    if (byte === 0) return;
    positions.push(f);
    bytes.push(byte);
  });
  return (threshold) => encodeSplitterModel({ threshold: Math.round(threshold * scale), tags, positions, weights: bytes });
}

function scoreOn(file, name, keeps) {
  const raw = rawTextOf(treebank(name), keeps);
  const sentences = createTokenizer(tables, decodeSplitterModel(file))(raw.text);
  return {
    sentences: spanF1(raw.sentences, sentences).f1,
    tokens: spanF1(raw.tokens, sentences.flatMap((s) => s.tokens)).f1,
  };
}

function main() {
  const names = learnTags();
  const tags = decodeSplitterModel(encodeSplitterModel({ threshold: 0, tags: names, positions: [], weights: [] }));
  const paragraphs = [readParagraphs("ewt-train"), readParagraphs("gum-train", isTraining)];
  const joined = paragraphs.map((list) => {
    const random = seeded(3);
    return joinSome(list, random).map((paragraph) => endInAbbreviations(paragraph, random));
  });
  const rows = extract([...paragraphs, ...joined].flat(), tags);
  console.log(`${rows.length} gaps, ${rows.filter((r) => r.label === 1).length} of them boundaries`);
  const fileFor = quantise(train(rows), names);
  let best = { f1: 0, file: new Uint8Array() };
  for (const threshold of THRESHOLDS) {
    const file = fileFor(threshold);
    const ewt = scoreOn(file, "ewt-dev").sentences;
    const gum = scoreOn(file, "gum-train", isHeldOut).sentences;
    console.log(`threshold ${threshold}: EWT dev ${ewt.toFixed(2)}, GUM held out ${gum.toFixed(2)}`);
    if (ewt + gum > best.f1) best = { f1: ewt + gum, file };
  }
  const path = join(root, "models", "en", "sentences.bin");
  writeFileSync(path, best.file);
  console.log(`${path}: ${best.file.length} bytes`);
  if (!process.argv.includes("--final")) return;
  const isNews = (document) => document.startsWith("GUM_news");
  for (const [label, name, keeps] of [["EWT test", "ewt-test"], ["GUM dev", "gum-dev"], ["GUM dev news", "gum-dev", isNews]]) {
    const { sentences, tokens } = scoreOn(best.file, name, keeps);
    console.log(`${label}: sentences ${sentences.toFixed(2)}, tokens ${tokens.toFixed(2)}`);
  }
}

main();
