/** Hours of one day of the week, ISO 8601 from Monday 1 to Sunday 7, "10:00" to "19:00"; null leaves an end to the hours of every day. */
export type WeekdayHours = { day: number; from: string | null; until: string | null };

/** Hours that a house states: of every day, and of days of the week. */
type StatedHours = {
  opensAt: string | null;
  closesAt: string | null;
  weekdays: readonly WeekdayHours[];
};

/** Part of a day in minutes of its clock; the end is not among them. */
export type DayPart = { from: number; until: number };

/** Minutes at which a day ends. */
export const MIDNIGHT = 24 * 60;

/**
 * Parts of a day of the week that the house leaves open, in their order and apart from each other. Where hours are given by day of the
 * week, a day without its own is closed, and of each the hours of every day hold too.
 */
export function houseHoursOn({ opensAt, closesAt, weekdays }: StatedHours, weekday: number): DayPart[] {
  const everyDay = partOf(opensAt, closesAt);
  const stated =
    weekdays.length === 0
      ? [everyDay]
      : weekdays.filter(({ day }) => day === weekday).map(({ from, until }) => partOf(from, until));
  const parts = stated
    .map((part) => ({
      from: Math.max(part.from, everyDay.from),
      until: Math.min(part.until, everyDay.until),
    }))
    .filter(({ from, until }) => from < until);
  return joined(parts);
}

/** True where the house states hours by day of the week, and none for this one. */
export function isClosedWeekday({ weekdays }: Pick<StatedHours, "weekdays">, weekday: number): boolean {
  return weekdays.length > 0 && weekdays.every(({ day }) => day !== weekday);
}

/** Every hour at which something that the house states begins or ends. */
export function statedClocks({ opensAt, closesAt, weekdays }: StatedHours): string[] {
  const clocks = [opensAt, closesAt, ...weekdays.flatMap(({ from, until }) => [from, until])];
  return clocks.filter((clock) => clock !== null);
}

/** Day of the week of a calendar day, "2026-12-24". */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** Minutes of the day at a clock, "10:30". */
export function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}

/** Clock at minutes of the day, "10:30"; its end is "24:00". */
export function clockOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

/** "00:00" and "24:00" as an end are midnight at the end of the day. */
function partOf(from: string | null, until: string | null): DayPart {
  return {
    from: from === null ? 0 : minutesOf(from),
    until: until === null || until === "00:00" ? MIDNIGHT : minutesOf(until),
  };
}

function joined(parts: readonly DayPart[]): DayPart[] {
  const apart: DayPart[] = [];
  for (const part of parts.toSorted((a, b) => a.from - b.from)) {
    const last = apart.at(-1);
    if (last && part.from <= last.until) last.until = Math.max(last.until, part.until);
    else apart.push(part);
  }
  return apart;
}
