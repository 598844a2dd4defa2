/** What a series can count by. Days are texts, `YYYY-MM-DD`, so that they sort as they follow each other. */
export const PERIODS = ["day", "week", "month", "quarter", "year"] as const;
export type Period = (typeof PERIODS)[number];

const DAY = 86_400_000;

/** The first day of the period that holds a day; weeks begin on Monday. */
export function startOfPeriod(day: string, by: Period): string {
  const [year = 0, month = 1] = partsOf(day);
  switch (by) {
    case "day":
      return day;
    case "week":
      return addDays(day, -mondayDistance(day));
    case "month":
      return `${day.slice(0, 8)}01`;
    case "quarter":
      return dayOf(year, month - ((month - 1) % 3), 1);
    case "year":
      return dayOf(year, 1, 1);
  }
}

/** The first day of the period after the one that begins at `start`. */
export function nextPeriod(start: string, by: Period): string {
  const [year = 0, month = 1] = partsOf(start);
  switch (by) {
    case "day":
      return addDays(start, 1);
    case "week":
      return addDays(start, 7);
    case "month":
      return dayOf(year, month + 1, 1);
    case "quarter":
      return dayOf(year, month + 3, 1);
    case "year":
      return dayOf(year + 1, 1, 1);
  }
}

/** `2024-05-07`, `2024-W19`, `2024-05`, `2024-Q2` or `2024`. */
export function periodName(start: string, by: Period): string {
  switch (by) {
    case "day":
      return start;
    case "week":
      return weekName(start);
    case "month":
      return start.slice(0, 7);
    case "quarter":
      return `${start.slice(0, 4)}-Q${Math.ceil((partsOf(start)[1] ?? 1) / 3)}`;
    case "year":
      return start.slice(0, 4);
  }
}

/** The first days of all periods from the one that holds `first` to the one that holds `last`; stops after `limit`. */
export function periodsBetween(first: string, last: string, by: Period, limit: number): readonly string[] {
  const starts: string[] = [];
  for (let start = startOfPeriod(first, by); start <= last && starts.length < limit; start = nextPeriod(start, by))
    starts.push(start);
  return starts;
}

/** ISO 8601: a week belongs to the year of its Thursday. */
function weekName(monday: string): string {
  const year = addDays(monday, 3).slice(0, 4);
  const firstMonday = startOfPeriod(`${year}-01-04`, "week");
  const week = Math.round((timeOf(monday) - timeOf(firstMonday)) / DAY / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}

function mondayDistance(day: string): number {
  return (new Date(timeOf(day)).getUTCDay() + 6) % 7;
}

function addDays(day: string, days: number): string {
  return textOf(new Date(timeOf(day) + days * DAY));
}

/** Months may run over the year. */
function dayOf(year: number, month: number, day: number): string {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return textOf(date);
}

function timeOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function textOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function partsOf(day: string): readonly number[] {
  return day.split("-").map(Number);
}
