import { addDaysToDay } from "./calendar-day";
import { easterSunday, frenchHolidays, nextWorkingDay, orthodoxEasterSunday } from "./public-holidays";

/**
 * Public holidays of a whole country, as its own law has them on the day of writing; what a region or a town adds is
 * not among them, nor days on which only offices of the state close. Read as a line of words:
 * `05-01` every year · `E+1`, `O-2` days after Easter, Western or Orthodox · `05-25>1` the first Monday (ISO: 1) on or
 * after that day · `02-01=5>1` that day itself on a Friday, else the first Monday after · `12-25*` given on the next
 * working day when it falls on a weekend, `01-27^` on a Sunday · `E+26@-2023`, `12-24@2025-` until, or since, a year,
 * `05-08@!2026` every year but that one.
 */
const RULES: Record<string, string> = {
  AD: "01-01 01-06 E-48@2025- 03-14 E-2 E+1 05-01 E+50 08-15 09-08 11-01 12-08 12-25 12-26",
  AT: "01-01 01-06 E+1 05-01 E+39 E+50 E+60 08-15 10-26 11-01 12-08 12-25 12-26",
  BE: "01-01 E+1 05-01 E+39 E+50 07-21 08-15 11-01 11-11 12-25",
  BG: "01-01* 03-03* O-2 O+1 05-01* 05-06* 05-24* 09-06* 09-22* 12-24* 12-25* 12-26*",
  CH: "01-01 E-2 E+1 E+39 E+50 08-01 12-25 12-26",
  CY: "01-01 01-06 O-48 03-25 04-01 O-2 O+1 05-01 O+50 08-15 10-01 10-28 12-25 12-26",
  CZ: "01-01 E-2 E+1 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26",
  DE: "01-01 E-2 E+1 05-01 E+39 E+50 10-03 12-25 12-26",
  DK: "01-01 E-3 E-2 E+1 E+26@-2023 E+39 E+50 12-25 12-26",
  EE: "01-01 02-24 E-2 05-01 06-23 06-24 08-20 12-24 12-25 12-26",
  ES: "01-01 01-06 E-2 05-01 08-15 10-12 11-01 12-06 12-08 12-25",
  FI: "01-01 01-06 E-2 E+1 05-01 E+39 12-06 12-25 12-26",
  GB: "01-01* E-2 E+1 05-01>1 05-25>1 12-25* 12-26*",
  GR: "01-01 01-06 O-48 03-25 O-2 O+1 05-01 O+50 08-15 10-28 12-25 12-26",
  HR: "01-01 01-06 E+1 05-01 05-30 E+60 06-22 08-05 08-15 11-01 11-18 12-25 12-26",
  HU: "01-01 03-15 E-2 E+1 05-01 E+50 08-20 10-23 11-01 12-25 12-26",
  IE: "01-01 02-01=5>1@2023- 03-17 E+1 05-01>1 06-01>1 08-01>1 10-25>1 12-25 12-26",
  IS: "01-01 E-3 E-2 E+1 04-19>4 05-01 E+39 E+50 06-17 08-01>1 12-25 12-26",
  IT: "01-01 01-06 E+1 04-25 05-01 06-02 08-15 10-04@2026- 11-01 12-08 12-25 12-26",
  LI: "01-01 01-06 E+1 05-01 E+39 E+50 E+60 08-15 09-08 11-01 12-08 12-25 12-26",
  LT: "01-01 02-16 03-11 E+1 05-01 06-24 07-06 08-15 11-01 11-02 12-24 12-25 12-26",
  LU: "01-01 E+1 05-01 05-09 E+39 E+50 06-23 08-15 11-01 12-25 12-26",
  LV: "01-01 E-2 E+1 05-01 05-04* 06-23 06-24 11-18* 12-24 12-25 12-26 12-31",
  MA: "01-01 01-11 01-14@2024- 05-01 07-30 08-14 08-20 08-21 10-31@2025- 11-06 11-18",
  MC: "01-01^ 01-27^ E+1 05-01^ E+39 E+50 E+60 08-15 11-01 11-19^ 12-08 12-25^",
  MT: "01-01 02-10 03-19 03-31 E-2 05-01 06-07 06-29 08-15 09-08 09-21 12-08 12-13 12-25",
  NL: "01-01 E+1 04-27 E+39 E+50 12-25 12-26",
  NO: "01-01 E-3 E-2 E+1 05-01 05-17 E+39 E+50 12-25 12-26",
  PL: "01-01 01-06 E+1 05-01 05-03 E+60 08-15 11-01 11-11 12-24@2025- 12-25 12-26",
  PT: "01-01 E-2 04-25 05-01 E+60 06-10 08-15 10-05 11-01 12-01 12-08 12-25",
  RO: "01-01 01-02 01-06@2024- 01-07@2024- 01-24 O-2 O+1 05-01 O+50 06-01 08-15 11-30 12-01 12-25 12-26",
  SE: "01-01 01-06 E-2 E+1 05-01 E+39 06-06 12-25 12-26",
  SI: "01-01 01-02 02-08 E+1 04-27 05-01 05-02 06-25 08-15 10-31 11-01 12-25 12-26",
  SK: "01-01 01-06 E-2 E+1 05-01 05-08@!2026 07-05 08-29 09-15@!2026 11-01 11-17@-2024 12-24 12-25 12-26",
};

const NEVER = 8;

/** Territories whose working days are counted by article L3133-1 of the French labour code. */
const FRENCH: readonly string[] = ["FR", "GF", "GP", "MF", "BL", "MQ", "RE", "YT", "NC", "PF", "PM", "WF"];

/** Countries with holidays of the Islamic calendar, which a sighting of the moon decides: the fixed ones alone are stated. */
const MOVING: readonly string[] = ["MA"];

/** True where every holiday of a country is known; elsewhere weekends are, and in Morocco the fixed holidays. */
export function knowsHolidaysOf(country: string): boolean {
  return FRENCH.includes(country) || (country in RULES && !MOVING.includes(country));
}

/** The public holidays of a country (ISO 3166-1 alpha-2) in a year, sorted; none where they are not known. */
export function countryHolidays(country: string, year: number): string[] {
  if (FRENCH.includes(country)) return frenchHolidays(year);
  const stated = (RULES[country] ?? "").split(" ").flatMap((rule) => readRule(rule, year));
  const days = new Set(stated.map(({ day }) => day));
  for (const { day, movesFrom } of stated)
    if (weekdayOf(day) >= movesFrom) days.add(nextWorkingDay(day, days));
  return [...days].sort();
}

type HolidayRules = {
  day: string;
  /** The ISO weekday from which it is given on the next working day. */ movesFrom: number;
};

function readRule(rule: string, year: number): HolidayRules[] {
  const [when, years = "-"] = rule.split("@");
  const [from, until] = years.split("-");
  if (years === `!${year}`) return [];
  if (!when || (from && year < Number(from)) || (until && year > Number(until))) return [];
  const movesFrom = when.endsWith("*") ? 6 : when.endsWith("^") ? 7 : NEVER;
  return [{ day: dayOf(when.replace(/[*^]$/, ""), year), movesFrom }];
}

function dayOf(when: string, year: number): string {
  if (when.startsWith("E")) return addDaysToDay(easterSunday(year), Number(when.slice(1)));
  if (when.startsWith("O")) return addDaysToDay(orthodoxEasterSunday(year), Number(when.slice(1)));
  const [start = "", weekday] = when.split(">");
  const [fixed, itself] = start.split("=");
  const day = `${year}-${fixed}`;
  if (weekday === undefined || weekdayOf(day) === Number(itself)) return day;
  return addDaysToDay(day, (Number(weekday) - weekdayOf(day) + 7) % 7);
}

/** ISO 8601: Monday 1 to Sunday 7. */
function weekdayOf(isoDay: string): number {
  return new Date(`${isoDay}T00:00:00Z`).getUTCDay() || 7;
}
