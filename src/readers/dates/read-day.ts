/** A written moment. The day is the writer's own: a report of 23:30 in New York is of that day, whatever the day in London. */
export interface Moment {
  readonly day: string;
  /** Null when only a day is written. */
  readonly time: { readonly hour: number; readonly minute: number; readonly second: number } | null;
  /** Minutes east of Greenwich; null when none is written. */
  readonly offset: number | null;
}

const MONTHS: readonly string[] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH_NAME =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

/** Names of zones in headers (RFC 822 and usage), minutes east. */
const ZONES: Readonly<Record<string, number>> = {
  ut: 0, utc: 0, gmt: 0, z: 0, wet: 0,
  bst: 60, cet: 60, west: 60, cest: 120, eet: 120, eest: 180, msk: 180,
  est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420, akst: -540, akdt: -480, hst: -600, ast: -240, adt: -180,
  jst: 540, ist: 330, et: -240, pt: -420,
}; // prettier-ignore

const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?`;
const ZONE = String.raw`\s*(?:\(?(z|[a-z]{2,4})\b\)?)?\s*([+-]\d{1,2}:?\d{2})?`;

const ISO = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t\s]+${CLOCK}${ZONE})?`, "i");
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:t?(\d{2})(\d{2})(\d{2})?)?(z)?(?!\d)/i;
const SLASHES = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/;
const ORDINAL = /^(\d{4})-(\d{3})(?!\d)/;
const MONTH_ONLY = /^(\d{4})-(\d{2})(?![\d-])/;
const DAY_FIRST = new RegExp(
  String.raw`^(?:[a-z]{2,9}\.?,?\s*)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(${MONTH_NAME})\.?,?[\s-]+(\d{4}|\d{2})(?!\d|:)(?:[\s,]+(?:at\s+|[-–|]\s*)?${CLOCK}${ZONE})?`,
  "i",
);
const MONTH_FIRST = new RegExp(
  String.raw`^(?:[a-z]{3,9}\.?,?\s+)?(${MONTH_NAME})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)(?:[\s,]+(?:at\s+|[-–|]\s*)?${CLOCK}${ZONE})?`,
  "i",
);
/** The C library's form: "Sun Jan  4 16:29:06 PST 2004". */
const ASCTIME = new RegExp(String.raw`^[a-z]{3},?\s+(${MONTH_NAME})\s+(\d{1,2})\s+${CLOCK}${ZONE}\s+(\d{4})`, "i");

/** Reads a moment in the forms that feeds, headers, pages and letters use; null for what is none or no day of the calendar. */
export function readMoment(written: string): Moment | null {
  const text = written.replace(/\s+/g, " ").trim().slice(0, 80);
  let m = ISO.exec(text);
  if (m) return moment(m[1], m[2], m[3], m.slice(4));
  m = COMPACT.exec(text);
  if (m) return moment(m[1], m[2], m[3], [m[4], m[5], m[6], undefined, m[7], undefined]);
  m = SLASHES.exec(text);
  if (m) return moment(m[1], m[2], m[3], []);
  m = ORDINAL.exec(text);
  if (m) return ofYearDay(Number(m[1]), Number(m[2]));
  m = MONTH_ONLY.exec(text);
  if (m) return moment(m[1], m[2], "1", []);
  m = DAY_FIRST.exec(text);
  if (m) return moment(fullYear(m[3]), monthNumber(m[2]), m[1], m.slice(4));
  m = MONTH_FIRST.exec(text);
  if (m) return moment(m[3], monthNumber(m[1]), m[2], m.slice(4));
  m = ASCTIME.exec(text);
  if (m) return moment(m[9], monthNumber(m[1]), m[2], m.slice(3, 9));
  return null;
}

/** The day of a written moment, YYYY-MM-DD. */
export function dayOf(written: string): string | null {
  return readMoment(written)?.day ?? null;
}

type Part = string | undefined;

function moment(year: Part, month: Part, day: Part, clock: readonly Part[]): Moment | null {
  const date = calendarDay(Number(year), Number(month), Number(day));
  if (date === null) return null;
  const [h, min, s, half, zone, shift] = clock;
  if (h === undefined || min === undefined) return { day: date, time: null, offset: null };
  const afternoon = /^p/i.test(half ?? "");
  const hour = (Number(h) % (half ? 12 : 24)) + (afternoon ? 12 : 0);
  return { day: date, time: { hour, minute: Number(min), second: Number(s ?? 0) }, offset: offsetOf(zone, shift) };
}

function offsetOf(zone: Part, shift: Part): number | null {
  const m = /^([+-])(\d{1,2}):?(\d{2})$/.exec(shift ?? "");
  if (m) return (m[1] === "-" ? -1 : 1) * (Number(m[2]) * 60 + Number(m[3]));
  return zone === undefined ? null : (ZONES[zone.toLowerCase()] ?? null);
}

/** A day between 1500 and 2199 that the calendar has. */
function calendarDay(year: number, month: number, day: number): string | null {
  if (!(year >= 1500 && year < 2200)) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

function ofYearDay(year: number, day: number): Moment | null {
  if (day < 1 || day > 366) return null;
  const date = new Date(Date.UTC(year, 0, day));
  return { day: date.toISOString().slice(0, 10), time: null, offset: null };
}

function monthNumber(name: Part): string {
  return String(MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1);
}

/** RFC 2822, section 4.3: two figures are of this century below 50. */
function fullYear(written: Part): string {
  if (written?.length !== 2) return written ?? "";
  return String(Number(written) + (Number(written) < 50 ? 2000 : 1900));
}
