/** A line of a table divided by tabs. No cell may hold what divides cells or rows, nor a quotation mark, which many readers take for one of their own. */
export function tabRow(cells: readonly (string | number | null)[], nullMark: string): string {
  return cells
    .map((c) => (c === null || c === "" ? nullMark : typeof c === "number" ? String(c) : plainCell(c)))
    .join("\t");
}

/** The text as a cell of such a table can carry it. */
export function plainCell(text: string): string {
  return /[\s"]/.test(text) ? text.replace(/\s+/g, " ").replaceAll('"', "'").trim() : text;
}
