/** The time, in milliseconds since 1970, that a `Retry-After` header asks to wait for; null when it says nothing readable. */
export function retryAfter(header: string | undefined, now: number): number | null {
  const value = header?.trim() ?? "";
  if (/^\d{1,9}$/.test(value)) return now + Number(value) * 1000;
  // A date of HTTP begins with its weekday; Date.parse alone would take "-5" for a year.
  const date = /^[A-Z][a-z]{2,8}, /.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(now, date);
}
