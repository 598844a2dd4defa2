import { createPlacedActorStage } from "../actors/index.ts";
import { classesOf } from "../classifier/classes-of.ts";
import type { PredicateTools } from "../classifier/predicate-features.ts";
import { propose, type ProposalTools } from "../classifier/propose.ts";
import type { Classifier } from "../classifier/classifier-file.ts";
import type { FeatureRow } from "../classifier/feature-bag.ts";
import { createClaimsStage } from "../claims/index.ts";
import type { RoleClaim } from "../core/actor-layers.ts";
import type { Doc, Sentence } from "../core/layers.ts";
import { contentHash } from "../core/content-hash.ts";
import type { Fingerprint } from "../core/fingerprint.ts";
import type { EventRecord } from "../core/record.ts";
import type { Report } from "../core/report.ts";
import { createEventsStage, PredicateLookup, type Proposer, SentenceReader, type Trial } from "../events/index.ts";
import { createLemmatiser } from "../language/lemmas/lemmatiser.ts";
import { createTokenStage } from "../language/sentences/stage.ts";
import { createTokenizer } from "../language/sentences/tokenizer.ts";
import { createParser } from "../language/syntax/parser.ts";
import { createSyntaxStage } from "../language/syntax/stage.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { readGeneralModel } from "../lexicon/classifier-files.ts";
import { loadLexicon } from "../lexicon/load-lexicon.ts";
import {
  readLemmaTables,
  readParserModel,
  readSplitterModel,
  readPronounWeights,
  modelsHash,
} from "../lexicon/model-files.ts";
import { modelsDir, packageVersion } from "../lexicon/package-files.ts";
import { Pipeline } from "../pipeline/pipeline.ts";
import { createPlaceStage } from "../places/index.ts";
import { makeReport } from "../readers/report-fields.ts";
import { EraVocabulary } from "../records/era-vocabulary.ts";
import { assembleRecords, type AssemblyTables, type CodedLayers } from "../records/assemble.ts";
import { ContextReader } from "../records/contexts.ts";
import type { ModelRelation, Relation, RelationInput } from "../relations/relate.ts";
import { type FeatureOptions, type RelateOptions, RelationCoder } from "../relations/relation-coder.ts";
import { createDater, type Dater } from "../time/anchoring.ts";
import { createTimeStage } from "../time/expressions.ts";
import { writeQuotes } from "../records/quote-records.ts";
import type { QuoteRecord } from "../core/quote-record.ts";
import { answersFor, sayingDates } from "./act-answers.ts";
import { fingerprintId, fingerprintOf } from "./lexicon-fingerprint.ts";

/** A report as users give it; everything but the text may be missing. */
export interface ReportInput {
  readonly id?: string | null;
  /** Publication date, `YYYY-MM-DD`; without it relative dates stay null. */
  readonly date?: string | null;
  readonly title?: string | null;
  readonly source?: string | null;
  readonly url?: string | null;
  readonly language?: string | null;
  readonly text: string;
}

export interface CoderOptions {
  /** `off` runs the plain JavaScript kernel; the output is the same. */
  readonly simd?: "auto" | "off";
  /** Folders of one's own that are laid over the packaged data, the last one on top; see docs/guide/lexicon.md. */
  readonly lexicon?: string | readonly string[];
  /** `false` codes by frames alone, without the model's proposals for verbs that no frame knows. */
  readonly proposals?: boolean;
}

/** Which attributions `quotes` gives. */
export interface QuoteOptions {
  /** Beliefs, wishes and judgements ("expects", "demands", "condemned the raid") as well as what is said or shown. */
  readonly attitudes?: boolean;
}

/** What was seen while a text was coded: all layers and every frame and operator that was tried. */
export interface Explanation {
  readonly report: Report;
  readonly doc: Doc<CodedLayers>;
  readonly trials: readonly (Trial & { readonly sentence: number })[];
  readonly events: readonly EventRecord[];
}

/** What an event base keeps of a report. */
export interface Reading {
  readonly report: Report;
  readonly sentences: readonly Sentence[];
  readonly events: readonly EventRecord[];
  readonly quotes: readonly QuoteRecord[];
}

/**
 * A coder that is loaded and ready. All methods are synchronous and pure: the same report gives the same records.
 *
 * @example
 * const coder = await createCoder();
 * const events = coder.code({ date: "2024-05-10", text: "Norland expelled two Maran diplomats on Friday." });
 */
export interface Coder {
  /** Versions of code, lexicon and model, as in the record's `coder`. */
  readonly version: string;
  code(report: ReportInput): readonly EventRecord[];
  /** What the marked source does to the marked target. */
  relate(row: RelationInput, options?: RelateOptions): Relation;
  /** The same by a model of one's own, see `readClassifier`. */
  relateWith(model: Classifier, row: RelationInput, options?: RelateOptions): ModelRelation;
  /** A row's features, for `trainClassifier`. */
  features(row: RelationInput, options?: FeatureOptions): FeatureRow;
  /** What those features were read with: versions of lexicon and general model. */
  featureVersions(): { readonly lexicon: string; readonly general: string };
  /** Sentences, tokens, tags, lemmas and Universal Dependencies. */
  parse(text: string): readonly Sentence[];
  explain(report: ReportInput): Explanation;
  /** Who says what in the report, in the order of the text. */
  quotes(report: ReportInput, options?: QuoteOptions): readonly QuoteRecord[];
  /** Everything that an event base keeps of a report, from one pass. */
  read(report: ReportInput): Reading;
  /** The id of this coder's fingerprint, which is made in no time. */
  readonly fingerprintId: string;
  /** What this coder knows, for comparison with another: re-coding asks which reports an edit of the lexicon can change. */
  fingerprint(): Fingerprint;
  /** What the report says about offices and memberships of named persons, in the order of the text. */
  roleClaims(report: ReportInput): readonly RoleClaim[];
}

/** Loads lexicon and models and makes a coder; broken files are an `AppError` that names the file and the remedy. */
export async function createCoder(options: CoderOptions = {}): Promise<Coder> {
  return new LoadedCoder(await loadLexicon(options.lexicon), options.simd ?? "auto", options.proposals ?? true);
}

/** The single verbs that frames and operators name. */
function verbBases({ ontology }: Lexicon): readonly string[] {
  const verbs = [...Object.keys(ontology.frameIndex.verb), ...Object.keys(ontology.operatorIndex.verb)];
  return verbs.map((v) => v.split(" ", 1)[0] ?? v);
}

/** Chosen on the development reports so that proposals are right more often than not; see docs/measurements.md. */
const PROPOSAL_THRESHOLD = 0.8;

class LoadedCoder implements Coder {
  readonly version: string;
  private readonly lexicon: Lexicon;
  private readonly language: Pipeline<"report" | "tokenized" | "sentences">;
  private readonly actors: Pipeline<
    "report" | "tokenized" | "sentences" | "times" | "mentions" | "entities" | "roleClaims" | "places"
  >;
  private readonly coding: Pipeline<CodedLayers | "tokenized">;
  private readonly lookup: PredicateLookup;
  /** Reads by frames alone; relation coding has its own place for proposals. */
  private readonly reader: SentenceReader;
  private readonly proposer: Proposer | null;
  private readonly assembly: AssemblyTables;
  private readonly relations: RelationCoder;
  private loadedGeneral: Classifier | null = null;
  private madePredicates: PredicateTools | null = null;

  constructor(lexicon: Lexicon, simd: "auto" | "off", proposals: boolean) {
    this.lexicon = lexicon;
    const model = readParserModel(modelsDir);
    this.language = Pipeline.start()
      .use(createTokenStage(createTokenizer(lexicon.language, readSplitterModel(modelsDir))))
      .use(
        createSyntaxStage(
          createParser(model, { simd }),
          createLemmatiser(readLemmaTables(modelsDir), verbBases(lexicon)),
          new Set(model.manifest.temporalNouns),
        ),
      );
    this.actors = this.language
      .use(createTimeStage(lexicon.time))
      .use(createPlaceStage(lexicon.places))
      .use(createPlacedActorStage(lexicon.actors, readPronounWeights(modelsDir)));
    this.lookup = new PredicateLookup(lexicon.ontology);
    this.reader = new SentenceReader(this.lookup, lexicon.status);
    this.proposer = proposals ? this.createProposer() : null;
    this.coding = this.codingBy(new SentenceReader(this.lookup, lexicon.status, { proposer: this.proposer }));
    this.relations = new RelationCoder({
      reader: this.reader,
      lookup: this.lookup,
      predicates: () => this.predicates(),
      general: () => this.general(),
    });
    this.version = `dragoman ${packageVersion()} lexicon ${lexicon.version} model ${model.manifest.hash.slice(0, 12)}`;
    this.assembly = {
      ontology: lexicon.ontology,
      words: this.lookup,
      contexts: new ContextReader(lexicon.contexts),
      eras: new EraVocabulary(lexicon.eraWords),
      coder: this.version,
    };
  }

  code(input: ReportInput): readonly EventRecord[] {
    const doc = this.coding.run(reportOf(input));
    return this.assemble(doc, this.daterOf(doc));
  }

  relate(row: RelationInput, options: RelateOptions = {}): Relation {
    return this.relations.relate(this.actorsOf(row), row, options);
  }

  relateWith(model: Classifier, row: RelationInput, options: RelateOptions = {}): ModelRelation {
    return this.relations.relateWith(model, this.actorsOf(row), row, options);
  }

  features(row: RelationInput, options: FeatureOptions = {}): FeatureRow {
    return this.relations.features(this.actorsOf(row), row, options);
  }

  featureVersions(): { readonly lexicon: string; readonly general: string } {
    return { lexicon: this.lexicon.version, general: this.general().header.version };
  }

  private actorsOf(row: RelationInput): Doc<"sentences" | "mentions" | "entities"> {
    return this.actors.run(reportOf({ id: row.id, text: row.text }));
  }

  parse(text: string): readonly Sentence[] {
    return this.language.run(reportOf({ text })).sentences;
  }

  quotes(input: ReportInput, { attitudes = false }: QuoteOptions = {}): readonly QuoteRecord[] {
    const doc = this.coding.run(reportOf(input));
    const quotes = this.quotesOf(doc, this.daterOf(doc));
    return attitudes ? quotes : quotes.filter(isSaid);
  }

  private quotesOf(doc: Doc<CodedLayers>, dater: Dater): readonly QuoteRecord[] {
    return writeQuotes(doc, sayingDates(dater), this.version);
  }

  roleClaims(input: ReportInput): readonly RoleClaim[] {
    return this.actors.run(reportOf(input)).roleClaims;
  }

  explain(input: ReportInput): Explanation {
    const trials: (Trial & { readonly sentence: number })[] = [];
    const reader = new SentenceReader(this.lookup, this.lexicon.status, {
      onTrial: (sentence, trial) => trials.push({ sentence, ...trial }),
      proposer: this.proposer,
    });
    const doc = this.codingBy(reader).run(reportOf(input));
    return { report: doc.report, doc, trials, events: this.assemble(doc, this.daterOf(doc)) };
  }

  read(input: ReportInput): Reading {
    const doc = this.coding.run(reportOf(input));
    const dater = this.daterOf(doc);
    const quotes = this.quotesOf(doc, dater).filter(isSaid);
    return { report: doc.report, sentences: doc.sentences, events: this.assemble(doc, dater), quotes };
  }

  fingerprint(): Fingerprint {
    return fingerprintOf(this.lexicon, this.models());
  }

  get fingerprintId(): string {
    return fingerprintId(this.lexicon.version, this.models());
  }

  /** Everything but the lexicon that decides how a text is coded. */
  private models(): string {
    return contentHash([packageVersion(), modelsHash(modelsDir), String(this.proposer !== null)]);
  }

  private createProposer(): Proposer {
    const plain = new Set(this.lexicon.plainVerbs);
    let tools: ProposalTools | null = null;
    return (p, context) => {
      if (p.kind !== "verb" || plain.has(p.lemma)) return null;
      tools ??= {
        ...this.predicates(),
        model: this.general().model,
        threshold: PROPOSAL_THRESHOLD,
      };
      const found = propose(p, context, tools);
      return found && { ...found, rule: `proposal.${this.general().header.version}` };
    };
  }

  /** The inverse of all word classes is large, and most runs never ask for it. */
  private predicates(): PredicateTools {
    return (this.madePredicates ??= { lookup: this.lookup, classesOf: classesOf(this.lookup.tables.classes) });
  }

  private general(): Classifier {
    return (this.loadedGeneral ??= readGeneralModel(modelsDir));
  }

  private codingBy(reader: SentenceReader): Pipeline<CodedLayers | "tokenized"> {
    const { reportingCues, attributionWords } = this.lexicon;
    return this.actors.use(createEventsStage(reader)).use(createClaimsStage(reportingCues, attributionWords));
  }

  private daterOf(doc: Doc<CodedLayers>): Dater {
    return createDater(doc, this.lexicon.time);
  }

  private assemble(doc: Doc<CodedLayers>, dater: Dater): readonly EventRecord[] {
    return assembleRecords(doc, answersFor(doc, this.lexicon, dater), this.assembly);
  }
}

/** What is said or shown; beliefs, wishes and judgements are no quotations. */
function isSaid({ sort }: QuoteRecord): boolean {
  return sort === "says" || sort === "shows";
}

function reportOf(input: ReportInput): Report {
  return makeReport({
    id: input.id ?? null,
    date: input.date ?? null,
    title: input.title ?? null,
    source: input.source ?? null,
    url: input.url ?? null,
    language: input.language ?? null,
    text: input.text,
  });
}
