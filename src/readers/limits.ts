/** What a reader takes at most. Each limit stands far above what news has and far below what fills a machine. */

/** A report's text: a line of JSON lines, a plain file, a page, a letter. A novel has one or two megabytes. */
export const MAX_REPORT_BYTES = 10_000_000;

/** A file that must be read whole but holds many reports: a JSON array, a feed, a zip archive from a pipe. */
export const MAX_WHOLE_FILE_BYTES = 100_000_000;

/** What one member of an archive may become, and how many times its packed size; text packs 3 to 20 times. */
export const MAX_EXPANDED_BYTES = 20_000_000_000;
export const MAX_EXPANSION_RATIO = 200;
/** Below this size no ratio is a danger: an empty table packs a thousand times. */
export const EXPANSION_BYTES_FREE = 20_000_000;

/** Archives in archives: a zip of WARC.gz files needs three. */
export const MAX_DEPTH = 4;

/** Elements in one another; pages have 10 to 60. The parsers behind us go down by recursion. */
export const MAX_ELEMENT_DEPTH = 400;
/** Elements of a page; long live blogs have 20,000. */
export const MAX_ELEMENTS = 150_000;

/** So much of an input is looked at to find its format. */
export const HEAD_BYTES = 65_536;
