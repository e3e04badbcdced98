/**
 * A date known to the day, the month or the year, with the words it came from.
 * `value` is "2023", "2024-03" or "2025-02-03" (EDTF level 0); `text` keeps what was written, "" when typed here.
 */
export type PartialDate = { value: string; text: string };

/** True for a year, a year and month, or a full date that exists in the calendar. */
export function isPartialDateValue(value: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (!match) return false;
  const [, year = "", month, day] = match;
  if (month === undefined) return true;
  if (+month < 1 || +month > 12) return false;
  return day === undefined || (+day >= 1 && +day <= daysInMonth(+year, +month));
}

/**
 * Formats a date as forms ask for it, day first: "2025-12-31" → "31/12/2025", "2024-03" → "03/2024". Other
 * text is returned unchanged.
 */
export function dayFirst(text: string): string {
  return isPartialDateValue(text) ? text.split("-").reverse().join("/") : text;
}

/** First day covered, "2024-03" → "2024-03-01". */
export function firstDay(date: PartialDate): string {
  const [year, month = "01", day = "01"] = date.value.split("-");
  return `${year}-${month}-${day}`;
}

/** True when even the first day that a date may mean is to come; "" and null are no date. */
export function isDayAhead(value: string | null | undefined, today: string): boolean {
  return !!value && firstDay({ value, text: "" }) > today;
}

/** Last day covered, "2024-03" → "2024-03-31". */
export function lastDay(date: PartialDate): string {
  const [year = "", month, day] = date.value.split("-");
  if (day) return date.value;
  if (!month) return `${year}-12-31`;
  return `${year}-${month}-${daysInMonth(+year, +month)}`;
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
