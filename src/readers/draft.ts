/** On what a publication date rests; `given` is the `--date` of the command. */
export const DATE_BASES = ["metadata", "text", "url", "given"] as const;
export type DateBasis = (typeof DATE_BASES)[number];

export interface DatedBy {
  readonly date: string;
  readonly basis: DateBasis;
}

/** A report as its format has it, before dates, names and language are settled. Absent is null. */
export interface Draft {
  readonly id: string | null;
  readonly title: string | null;
  readonly text: string;
  /** From metadata; what the text or the address say is found later, in one place for all formats. */
  readonly date: DatedBy | null;
  readonly url: string | null;
  readonly author: string | null;
  /** Name of the publisher as the source writes it. */
  readonly source: string | null;
  /** Tag as the source writes it: "en-GB". */
  readonly language: string | null;
}

const EMPTY: Draft = {
  id: null,
  title: null,
  text: "",
  date: null,
  url: null,
  author: null,
  source: null,
  language: null,
};

export function draftOf(fields: Partial<Draft> & Pick<Draft, "text">): Draft {
  return { ...EMPTY, ...fields };
}
