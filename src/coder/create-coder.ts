import { createPlacedActorStage } from "../actors/index.ts";
import { createClaimsStage } from "../claims/index.ts";
import type { Doc, Sentence } from "../core/layers.ts";
import type { EventRecord } from "../core/record.ts";
import type { Report } from "../core/report.ts";
import { createEventsStage, PredicateLookup, SentenceReader, type Trial } from "../events/index.ts";
import { createLemmatiser } from "../language/lemmas/lemmatiser.ts";
import { createTokenStage } from "../language/sentences/stage.ts";
import { createTokenizer } from "../language/sentences/tokenizer.ts";
import { createParser } from "../language/syntax/parser.ts";
import { createSyntaxStage } from "../language/syntax/stage.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { loadCompiledLexicon } from "../lexicon/load-compiled.ts";
import { readLemmaTables, readParserModel, readSplitterModel } from "../lexicon/model-files.ts";
import { modelsDir, packageVersion } from "../lexicon/package-files.ts";
import { Pipeline } from "../pipeline/pipeline.ts";
import { createPlaceStage } from "../places/index.ts";
import { makeReport } from "../readers/report-fields.ts";
import { assembleRecords, type AssemblyTables, type CodedLayers } from "../records/assemble.ts";
import { ContextReader } from "../records/contexts.ts";
import { relate, type Relation, type RelationInput } from "../relations/relate.ts";
import { createTimeStage } from "../time/expressions.ts";
import { answersFor } from "./act-answers.ts";

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
  /** A data folder of one's own in place of the packaged lexicon. */
  readonly lexicon?: string;
}

export interface RelateOptions {
  /** Answer `event: null` where nothing speaks for a category. */
  readonly abstain?: boolean;
}

/** What was seen while a text was coded: all layers and every frame and operator that was tried. */
export interface Explanation {
  readonly report: Report;
  readonly doc: Doc<CodedLayers>;
  readonly trials: readonly (Trial & { readonly sentence: number })[];
  readonly events: readonly EventRecord[];
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
  /** Sentences, tokens, tags, lemmas and Universal Dependencies. */
  parse(text: string): readonly Sentence[];
  explain(report: ReportInput): Explanation;
}

/** Loads lexicon and models and makes a coder; broken files are an `AppError` that names the file and the remedy. */
export async function createCoder(options: CoderOptions = {}): Promise<Coder> {
  const lexicon = options.lexicon === undefined ? loadCompiledLexicon() : await readOwnLexicon(options.lexicon);
  return new LoadedCoder(lexicon, options.simd ?? "auto");
}

/** The readers and their libraries are loaded only when a data folder of one's own is asked for. */
async function readOwnLexicon(dataDir: string): Promise<Lexicon> {
  const { readLexicon } = await import("../lexicon/lexicon.ts");
  return readLexicon(dataDir);
}

class LoadedCoder implements Coder {
  readonly version: string;
  private readonly lexicon: Lexicon;
  private readonly language: Pipeline<"report" | "tokenized" | "sentences">;
  private readonly actors: Pipeline<
    "report" | "tokenized" | "sentences" | "times" | "mentions" | "entities" | "places"
  >;
  private readonly coding: Pipeline<CodedLayers | "tokenized">;
  private readonly lookup: PredicateLookup;
  private readonly reader: SentenceReader;
  private readonly assembly: AssemblyTables;

  constructor(lexicon: Lexicon, simd: "auto" | "off") {
    this.lexicon = lexicon;
    const model = readParserModel(modelsDir);
    this.language = Pipeline.start()
      .use(createTokenStage(createTokenizer(lexicon.language, readSplitterModel(modelsDir))))
      .use(createSyntaxStage(createParser(model, { simd }), createLemmatiser(readLemmaTables(modelsDir))));
    this.actors = this.language
      .use(createTimeStage(lexicon.time))
      .use(createPlaceStage(lexicon.places))
      .use(createPlacedActorStage(lexicon.actors));
    this.lookup = new PredicateLookup(lexicon.ontology);
    this.reader = new SentenceReader(this.lookup, lexicon.statusWords);
    this.coding = this.codingBy(this.reader);
    this.version = `dragoman ${packageVersion()} lexicon ${lexicon.version} model ${model.manifest.hash.slice(0, 12)}`;
    this.assembly = { ontology: lexicon.ontology, contexts: new ContextReader(lexicon.contexts), coder: this.version };
  }

  code(input: ReportInput): readonly EventRecord[] {
    return this.assemble(this.coding.run(reportOf(input)));
  }

  relate(row: RelationInput, options: RelateOptions = {}): Relation {
    const doc = this.actors.run(reportOf({ id: row.id, text: row.text }));
    return relate(doc, row, { reader: this.reader, lookup: this.lookup, abstain: options.abstain ?? false });
  }

  parse(text: string): readonly Sentence[] {
    return this.language.run(reportOf({ text })).sentences;
  }

  explain(input: ReportInput): Explanation {
    const trials: (Trial & { readonly sentence: number })[] = [];
    const reader = new SentenceReader(this.lookup, this.lexicon.statusWords, (sentence, trial) =>
      trials.push({ sentence, ...trial }),
    );
    const doc = this.codingBy(reader).run(reportOf(input));
    return { report: doc.report, doc, trials, events: this.assemble(doc) };
  }

  private codingBy(reader: SentenceReader): Pipeline<CodedLayers | "tokenized"> {
    return this.actors.use(createEventsStage(reader)).use(createClaimsStage(this.lexicon.reportingCues));
  }

  private assemble(doc: Doc<CodedLayers>): readonly EventRecord[] {
    return assembleRecords(doc, answersFor(doc, this.lexicon), this.assembly);
  }
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
