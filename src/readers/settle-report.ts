import type { Issue } from "../core/errors.ts";
import type { Report, ReportOrigin } from "../core/report.ts";
import { publicationDate } from "./dates/publication-date.ts";
import type { DateBasis, Draft } from "./draft.ts";
import { makeReport, type RecordPlace } from "./report-fields.ts";
import { agencyOf } from "./sources/agency-of.ts";
import { isEnglish, languageOf } from "./sources/language-of.ts";
import { hostOf, publisherOf } from "./sources/publisher-of.ts";

/** A report with what its source tells of it. */
export interface SourcedReport extends Report, ReportOrigin {
  readonly date_basis: DateBasis | null;
}

export interface SettleHow {
  readonly givenDate: string | null;
  readonly anyLanguage: boolean;
  readonly fetched: string | null;
}

type Settled = { readonly value: SourcedReport } | { readonly issue: Issue } | { readonly language: string };

/** Makes a report of a draft of whatever format: date, publisher, agency and language are settled here, one way for all. */
export function settleReport(draft: Draft, { path, line }: RecordPlace, how: SettleHow): Settled {
  if (!draft.text.trim())
    return {
      issue: { code: "INPUT_FIELD", data: { path, line, field: "text", reason: "is empty; a report needs its text" } },
    };
  const language = how.anyLanguage ? "en" : languageFound(draft);
  if (!isEnglish(language)) return { language };
  const dated = publicationDate(draft, how.fetched);
  const publisher = publisherOf(draft.source, draft.url);
  const report = makeReport({
    ...draft,
    date: dated?.date ?? null,
    source: publisher?.name ?? draft.source ?? hostOf(draft.url),
    language,
  });
  const basis = dated?.basis ?? (report.date === null ? null : "text");
  const date = report.date ?? how.givenDate;
  return {
    value: {
      ...report,
      date,
      // The id of a report without one is made from its date as well.
      id: draft.id ?? makeReport({ ...draft, text: report.text, date }).id,
      date_basis: basis ?? (date === null ? null : "given"),
      author: draft.author,
      source_country: publisher?.country || null,
      agency: agencyOf(report.text, draft.author),
    },
  };
}

/** What the words show goes before what the source says: pages of translated papers often keep the tag of the original. */
function languageFound({ text, title, language }: Draft): string {
  const seen = languageOf(`${title ?? ""}\n${text}`);
  if (seen !== "en") return seen;
  // A short line shows nothing; then the tag decides.
  return language !== null && !isEnglish(language) && text.length < 200 ? language.toLowerCase() : "en";
}

/** Only what the source tells of the report. */
export function originOf({ date_basis, author, source_country, agency }: SourcedReport): ReportOrigin {
  return { date_basis, author, source_country, agency };
}
