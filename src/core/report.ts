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
