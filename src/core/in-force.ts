/** True when a term that runs from one day to another, an empty one being open, holds on the day; an unknown day counts as the end of time. */
export function inForce(term: { readonly from: string; readonly to: string }, date: string | null): boolean {
  if (date === null) return term.to === "";
  // "~" stands behind every digit: a term that ends in "2019" lasts all the year.
  return (term.from === "" || date >= term.from) && (term.to === "" || date <= `${term.to}~`);
}
