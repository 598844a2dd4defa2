const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The day that a feed or page writes, in the zone in which it writes it: the day in the newsroom. Null for what is no day. */
export function writtenDay(written: string | undefined): string | null {
  const text = written?.trim() ?? "";
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const mail = /^(?:[a-z]+,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{4}|\d{2})(?!\d)/i.exec(text);
  if (!mail) return null;
  const year = Number(mail[3]);
  const month = MONTHS.indexOf((mail[2] ?? "").toLowerCase()) + 1;
  return dayOf(year < 70 ? year + 2000 : year < 100 ? year + 1900 : year, month, Number(mail[1]));
}

function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}
