/** Whether a text is a day of the calendar, written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  // A day that the month does not have moves into the next one.
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Whole days from one date to another, both `YYYY-MM-DD`; negative when `to` is the earlier one. */
export function daysBetween(from: string, to: string): number {
  // A date without a time is the beginning of that day in the time zone of Greenwich.
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The day a number of days after another one, both `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
