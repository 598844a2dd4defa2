/** What a source tells of a report beside what is coded. Absent is null. */
export interface ReportOrigin {
  /** On what the date rests: metadata, text, url, or the date that was given. */
  readonly date_basis: string | null;
  readonly author: string | null;
  /** Country of the publisher, ISO 3166 with three letters. */
  readonly source_country: string | null;
  /** The news agency whose text it is, when the text says so. */
  readonly agency: string | null;
}

/** One news report as it is coded. Readers make it; nothing below them changes it. */
export interface Report {
  readonly id: string;
  /** Publication date, `YYYY-MM-DD`; null when unknown, then relative dates stay null. */
  readonly date: string | null;
  readonly title: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly language: string;
  /** The text that all offsets refer to. */
  readonly text: string;
}
