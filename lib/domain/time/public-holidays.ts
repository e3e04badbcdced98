import { addDaysToDay } from "./calendar-day";

/** Fixed days, "07-14"; and days that move with Easter, as offsets in days. */
const FIXED = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"];
/** Easter Monday, Ascension, Whit Monday. Easter and Pentecost are Sundays, and not in the list. */
const AFTER_EASTER = [1, 39, 50];

/**
 * The holidays of article L3133-1 of the French labour code in a year, sorted: eleven days, or ten where two fall
 * together. Those of Alsace-Moselle and of
 * the overseas departments are not among them.
 */
export function frenchHolidays(year: number): string[] {
  const easter = easterSunday(year);
  const days = [
    ...FIXED.map((day) => `${year}-${day}`),
    ...AFTER_EASTER.map((after) => addDaysToDay(easter, after)),
  ];
  return [...new Set(days)].sort();
}

/** Excludes Saturday, Sunday and holidays. `holidays` cover the year, or several. */
export function isWorkingDay(isoDay: string, holidays: ReadonlySet<string>): boolean {
  const weekday = new Date(`${isoDay}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(isoDay);
}

/** The first working day after a day. */
export function nextWorkingDay(isoDay: string, holidays: ReadonlySet<string>): string {
  let day = addDaysToDay(isoDay, 1);
  while (!isWorkingDay(day, holidays)) day = addDaysToDay(day, 1);
  return day;
}

/** Easter of the Gregorian calendar, by the anonymous algorithm that Meeus gives (Astronomical Algorithms, ch. 8). */
export function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const leap = Math.floor(century / 4);
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leap - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * correction + 114;
  const month = Math.floor(days / 31);
  const day = (days % 31) + 1;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Easter of the Orthodox churches: Meeus' rule for the Julian calendar, and the thirteen days since 1900 to 2099. */
export function orthodoxEasterSunday(year: number): string {
  const moon = (19 * (year % 19) + 15) % 30;
  const toSunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
  const days = moon + toSunday + 114;
  const julian = `${year}-${String(Math.floor(days / 31)).padStart(2, "0")}-${String((days % 31) + 1).padStart(2, "0")}`;
  return addDaysToDay(julian, 13);
}
