/**
 * Trains the weights by which a third-person pronoun finds its antecedent and writes models/en/pronouns.json.
 *
 *   npm run build && node train/train_pronouns.mjs TREEBANKS [--folds] [--cache FILE]
 *
 * TREEBANKS is a folder with gum-train.conllu of Universal Dependencies, with its entity annotations. GUM dev is not read. With --folds, the
 * documents are cut into five parts and each is scored by weights of the others; nothing is written then. --cache keeps the parsed
 * documents between runs. Candidates and features are those of the runtime (dist/), so that training and running cannot differ.
 *
 * Method: softmax over the candidates of each pronoun, likelihood of all that are right, ridge penalty, AdaGrad over the whole data; earlier
 * pronouns of the document stand in their right chains. Deterministic.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mentionsOf, pronounCases, readCoreference } from "../dist/eval/coreference.js";
import { rawTextOf } from "../dist/eval/raw-text.js";
import { pronounClassOf } from "../dist/src/actors/coreference/candidates.js";
import { featuresOf } from "../dist/src/actors/coreference/pronoun-features.js";
import { Quotations } from "../dist/src/actors/coreference/quotations.js";
import { resolveMentions } from "../dist/src/actors/coreference/resolve.js";
import { findHeads } from "../dist/src/actors/mentions/find-heads.js";
import { phraseOf } from "../dist/src/actors/mentions/phrase.js";
import { ActorKnowledge } from "../dist/src/actors/resolution/knowledge.js";
import { addPlaces } from "../dist/src/actors/resolution/placed-names.js";
import { readMention } from "../dist/src/actors/resolution/read-mention.js";
import { pickEntry, SentenceView } from "../dist/src/actors/resolution/sentence-view.js";
import { createCoder } from "../dist/src/index.js";
import { readActorTables } from "../dist/src/lexicon/actor-tables.js";

/** Genres of connected prose; conversations and forum posts are left out. News counts double: it is what the coder reads. */
const GENRES = /^GUM_(news|interview|bio|court|essay|voyage|speech|academic|textbook)_/;
const NEWS = /^GUM_(news|interview)_/;
/** What may be an actor counts more: the coder asks for nothing else. */
const ACTORS = new Set(["person", "group", "organisation", "country"]);
const ACTOR_WEIGHT = { person: 1, plural: 2, thing: 2 };
const CLASSES = ["person", "plural", "thing"];
/**
 * Where weights start and to which the penalty pulls them: in news of politics bodies and countries act, own and speak, of which GUM has few.
 */
const PRIOR = {
  person: {},
  plural: { "says thing": -1, "says person": 0.5, "says body": 0.5 },
  thing: {
    "speaking body": 3,
    "link ccomp of a body": 1,
    "link own of a body": 0.5,
    "link conj of a body": 0.5,
    "link parataxis of a body": 1.5,
    "link acl of a body": 0.5,
    "says body": 1.5,
    "subject of act body": 0.5,
    "owner of person body": 1,
    "owner of body body": 1,
    "owner of unit body": 1,
    "owner of other body": 0.5,
  },
};
const FEWEST = 4;
const RIDGE = 3;
const PASSES = 250;
const RATE = 0.3;
const FOLDS = 5;

const root = join(import.meta.dirname, "..");
const { folder, folds, cache } = readArguments(process.argv.slice(2));
const knowledge = new ActorKnowledge(readActorTables(join(root, "data")));
const examples = (await readDocuments()).map(examplesOf).flat();
if (folds) crossValidate();
else writeWeights(Object.fromEntries(CLASSES.map((cls) => [cls, train(cls, examples.filter((e) => e.cls === cls))])));

function readArguments(args) {
  const at = args.indexOf("--cache");
  const cache = at < 0 ? null : args.splice(at, 2)[1];
  const folder = args.find((a) => !a.startsWith("--"));
  if (folder === undefined) throw new Error("usage: node train/train_pronouns.mjs TREEBANKS [--folds] [--cache FILE]");
  return { folder, folds: args.includes("--folds"), cache };
}

async function readDocuments() {
  if (cache !== null && existsSync(cache)) return readFileSync(cache, "utf8").trim().split("\n").map((l) => JSON.parse(l));
  const path = join(folder, "gum-train.conllu");
  const keeps = (id) => GENRES.test(id);
  const { text, sentences, tokens, documents } = rawTextOf(path, keeps);
  const coder = await createCoder();
  const out = [];
  for (const [id, words] of readCoreference(path)) {
    if (!keeps(id)) continue;
    const start = sentences[documents.indexOf(id)].start;
    const end = sentences[documents.lastIndexOf(id)].end;
    const own = tokens.filter((t) => t.start >= start && t.end <= end).map((t) => t.start - start);
    const { doc } = coder.explain({ id, text: text.slice(start, end) });
    out.push({ id, words, tokens: own, sentences: doc.sentences, places: doc.places, report: doc.report });
  }
  if (cache !== null) writeFileSync(cache, out.map((d) => JSON.stringify(d)).join("\n"));
  return out;
}

/** One example for each pronoun with a right candidate: the features of all its candidates, and which are right. */
function examplesOf(document, index) {
  const wanted = wantedOf(document);
  const out = [];
  const { drafts, quotations } = draftsOf(document);
  resolveMentions(drafts, quotations, (m, candidates, ledger) => {
    const starts = wanted.get(m.token.start);
    if (starts === undefined) return null;
    const right = candidates.map((c) => c.chain.mentions.some((p) => starts.has(p.token.start)));
    if (candidates.length > 1 && right.includes(true)) {
      const features = featuresOf(m, candidates, ledger);
      const news = NEWS.test(document.id);
      const actor = ACTORS.has(candidates[right.indexOf(true)].chain.kind);
      const weight = (news ? 2 : 1) * (actor ? ACTOR_WEIGHT[pronounClassOf(m)] : 1);
      out.push({ cls: pronounClassOf(m), fold: index % FOLDS, news, actor, weight, features, right });
    }
    return candidates[right.indexOf(true)] ?? null;
  });
  return out;
}

/** The mentions of a document as the actor stage drafts them. */
function draftsOf({ sentences, places, report }) {
  const matches = sentences.map((s) => addPlaces(knowledge.names.scan(s), s.index, places, knowledge));
  const countries = new Map();
  for (const match of matches.flat()) {
    const { code } = pickEntry(match, countries);
    if (code !== "") countries.set(code, (countries.get(code) ?? 0) + 1);
  }
  const drafts = [];
  const views = sentences.map((s, i) => new SentenceView(s, knowledge, report.date, matches[i], countries));
  views.forEach((view, i) => {
    const { sentence } = view;
    for (const { head, kind } of findHeads(view)) {
      const range = phraseOf(sentence, head);
      const reading = readMention(view, head, kind, range);
      drafts.push({ id: drafts.length, view, sentence: i, token: view.token(head), kind, range, textEnd: range.last, reading });
    }
  });
  return { drafts, quotations: new Quotations(views) };
}

/** For each pronoun the character offsets at which its referent is named. */
function wantedOf({ words, tokens }) {
  return new Map(pronounCases(words).map(({ word, nominals }) => [tokens[word], new Set(nominals.map((k) => tokens[k]))]));
}

function train(cls, list) {
  const counts = new Map();
  for (const e of list) for (const f of new Set(e.features.flat())) counts.set(f, (counts.get(f) ?? 0) + 1);
  const common = [...counts].filter(([, n]) => n >= FEWEST).map(([f]) => f);
  const names = [...new Set([...common, ...Object.keys(PRIOR[cls])])].sort();
  const index = new Map(names.map((f, i) => [f, i]));
  const data = list.map((e) => ({ ...e, features: e.features.map((fs) => fs.flatMap((f) => index.get(f) ?? [])) }));
  const prior = Float64Array.from(names, (f) => PRIOR[cls][f] ?? 0);
  const weights = prior.slice();
  const squares = new Float64Array(names.length).fill(1e-8);
  for (let pass = 0; pass < PASSES; pass++) {
    const gradient = weights.map((w, i) => RIDGE * (prior[i] - w));
    for (const e of data) addGradient(gradient, weights, e);
    gradient.forEach((g, i) => {
      squares[i] += g * g;
      weights[i] += (RATE * g) / Math.sqrt(squares[i]);
    });
  }
  return Object.fromEntries(names.map((f, i) => [f, weights[i]]));
}

function addGradient(gradient, weights, { features, right, weight }) {
  const scores = features.map((fs) => fs.reduce((sum, f) => sum + weights[f], 0));
  const top = Math.max(...scores);
  const all = scores.map((s) => Math.exp(s - top));
  const whole = all.reduce((a, b) => a + b, 0);
  const good = all.reduce((a, b, i) => a + (right[i] ? b : 0), 0);
  features.forEach((fs, i) => {
    const step = weight * ((right[i] ? all[i] / good : 0) - all[i] / whole);
    for (const f of fs) gradient[f] += step;
  });
}

function crossValidate() {
  for (const cls of CLASSES) {
    const own = examples.filter((e) => e.cls === cls);
    const results = [];
    for (let fold = 0; fold < FOLDS; fold++) {
      const weights = train(cls, own.filter((e) => e.fold !== fold));
      for (const e of own.filter((e) => e.fold === fold)) results.push({ news: e.news, actor: e.actor, right: e.right[bestOf(e, weights)] });
    }
    for (const [name, keeps] of [["all", () => true], ["news", (r) => r.news], ["actors", (r) => r.actor]]) {
      const kept = results.filter(keeps);
      console.log(`${cls} ${name}: ${((100 * kept.filter((r) => r.right).length) / kept.length).toFixed(1)} % of ${kept.length}`);
    }
  }
}

function bestOf({ features }, weights) {
  const scores = features.map((fs) => fs.reduce((sum, f) => sum + (weights[f] ?? 0), 0));
  return scores.indexOf(Math.max(...scores));
}

function writeWeights(tables) {
  const rows = CLASSES.map((cls) => {
    const kept = Object.entries(tables[cls]).map(([f, w]) => [f, Math.round(w * 100)]);
    return [cls, Object.fromEntries(kept.filter(([, w]) => w !== 0))];
  });
  writeFileSync(join(root, "models/en/pronouns.json"), `${JSON.stringify(Object.fromEntries(rows), null, 1)}\n`);
}
