/**
 * Dragoman codes political events from news reports.
 * @module
 */
export { createCoder } from "./coder/create-coder.ts";
export type { Coder, CoderOptions, Explanation, QuoteOptions, ReportInput } from "./coder/create-coder.ts";
export { trainClassifier, type TrainedClassifier } from "./classifier/train-classifier.ts";
export type { Classifier, ClassifierHeader } from "./classifier/classifier-file.ts";
export type { AnswerFigures, LabelFigures } from "./classifier/label-figures.ts";
export { readClassifier } from "./lexicon/classifier-files.ts";
export type { ModelRelation, Relation, RelationInput } from "./relations/relate.ts";
export type { FeatureOptions, RelateOptions } from "./relations/relation-coder.ts";
export type {
  AttributionRecord,
  CountRecord,
  DateInfo,
  DisputeRecord,
  EventRecord,
  PartyRecord,
  PlaceRecord,
  Reason,
  SizeRecord,
  SpanRecord,
} from "./core/record.ts";
export type { QuoteRecord, WordsRecord } from "./core/quote-record.ts";
export type { RoleClaim } from "./core/actor-layers.ts";
export type { Category, Sector, Status } from "./core/codes.ts";
export type { Sentence, Token } from "./core/layers.ts";
export { AppError, type ErrorCode } from "./core/errors.ts";
export { CATEGORIES, SECTORS, STATUSES } from "./core/codes.ts";
