import { addDaysToDay, addMonthsToDay } from "@/lib/domain/time/calendar-day";
import { instantAt, startOfDay, todayIn, type Zone } from "@/lib/domain/time/zones";
import {
  DAYS_AHEAD,
  intersect,
  intersectAll,
  LAWFUL_PARTS,
  nextWindow,
  windowsOf,
  type CallingWindow,
  type WindowsOn,
} from "./calling-hours";
import { PROSPECTING_RULES, ruleOf, type ProspectingRule, type RuleId } from "./statute";
import { isLocalHoliday, zonesOf, type Territory } from "./territories";
import {
  clockOf,
  houseHoursOn,
  isClosedWeekday,
  MIDNIGHT,
  minutesOf,
  weekdayOf,
  type DayPart,
  type WeekdayHours,
} from "./weekday-hours";

/** Rules of the house beside the law: each asks for more than a rule of the statute, and none for less. Null adds nothing. */
export type Tightening = {
  /** Calls and attempts allowed within thirty days; the law allows four. */
  attempts: number | null;
  /** Hours of the consumer's day outside of which nobody calls, "10:30"; the law's end at 20:00. */
  opensAt: string | null;
  closesAt: string | null;
  /** Hours by day of the week; where any are given, a day without its own is closed. */
  weekdays: readonly WeekdayHours[];
  /** Months for which a consent is relied on; the law's longest is twelve. */
  consentMonths: number | null;
  /** Closes the local holidays of a territory, which the law leaves open. */
  closesLocalHolidays: boolean;
  /** Further days without calls, "2026-12-24". */
  closedDays: readonly string[];
  /** Rules applied from a day before the law's own. */
  early: readonly { rule: RuleId; from: string }[];
};

export const NO_TIGHTENING: Tightening = {
  attempts: null,
  opensAt: null,
  closesAt: null,
  weekdays: [],
  consentMonths: null,
  closesLocalHolidays: false,
  closedDays: [],
  early: [],
};

/** Limits of the law itself, beyond which no house may go. */
export const LAWFUL = { attempts: 4, opensAt: "10:00", closesAt: "20:00", consentMonths: 12 } as const;

/** Rules of calls that may be applied early: those with a beginning. */
export const EARLY_RULES: readonly RuleId[] = PROSPECTING_RULES.filter(
  ({ binds, from }) => binds === "call" && from > "2016-01-01",
).map(({ id }) => id);

export type TighteningField =
  keyof Tightening | `early.${number}.from` | `weekdays.${number}.${keyof WeekdayHours}`;
export type Loosening = { field: TighteningField; key: "looser" | "notEarlier" | "hoursCrossed" };

/** Names each field that would allow more than the law, or nothing at all. */
export function looseningsOf(house: Tightening): Loosening[] {
  const { attempts, opensAt, closesAt, consentMonths, early } = house;
  const found: (Loosening | false)[] = [
    attempts !== null && attempts > LAWFUL.attempts && { field: "attempts", key: "looser" },
    opensAt !== null && opensAt < LAWFUL.opensAt && { field: "opensAt", key: "looser" },
    closesAt !== null && closesAt > LAWFUL.closesAt && { field: "closesAt", key: "looser" },
    (opensAt ?? LAWFUL.opensAt) >= (closesAt ?? LAWFUL.closesAt) && {
      field: "closesAt",
      key: "hoursCrossed",
    },
    ...house.weekdays.flatMap((row, index) => looseningsOfDay(row, index, house)),
    consentMonths !== null &&
      consentMonths > LAWFUL.consentMonths && { field: "consentMonths", key: "looser" },
    ...early.map(
      ({ rule, from }, index): Loosening | false =>
        from >= ruleOf(rule).from && { field: `early.${index}.from`, key: "notEarlier" },
    ),
  ];
  return found.filter((loosening) => loosening !== false);
}

/**
 * Names what a day of the week would allow beyond the law, or the hour that leaves nothing of it beside the hours of every day. Saturday
 * and Sunday may be stated: the law, judged first, closes them in France.
 */
function looseningsOfDay({ day, from, until }: WeekdayHours, index: number, house: Tightening) {
  const of = <Field extends keyof WeekdayHours>(name: Field) => `weekdays.${index}.${name}` as const;
  const isLeft = lawfulHouseHoursOn({ ...house, weekdays: [{ day, from, until }] }, day).length > 0;
  const found: (Loosening | false)[] = [
    from !== null && from < LAWFUL.opensAt && { field: of("from"), key: "looser" },
    until !== null && until > LAWFUL.closesAt && { field: of("until"), key: "looser" },
    !isLeft && { field: of("until"), key: "hoursCrossed" },
  ];
  return found;
}

/** Days of the week on which the law lets anybody be called, Monday to Friday, D223-9. */
export const LAWFUL_WEEKDAYS: readonly number[] = [1, 2, 3, 4, 5];

/** Parts of a day of the week that the house leaves open between the first and the last hour of the law. */
export function lawfulHouseHoursOn(house: Tightening, weekday: number): DayPart[] {
  const law = { from: minutesOf(LAWFUL.opensAt), until: minutesOf(LAWFUL.closesAt) };
  return houseHoursOn(house, weekday).flatMap((part) => intersect(part, law));
}

/** True where the house leaves no hour of the law open on any day of the week: nobody is ever called under it. */
export function closesWholeWeek(house: Tightening): boolean {
  return LAWFUL_WEEKDAYS.every((weekday) =>
    houseHoursOn(house, weekday).every((part) =>
      LAWFUL_PARTS.every((law) => intersect(part, law).length === 0),
    ),
  );
}

/** The statute with the rules that the house applies early, in force from the earlier day. */
export function advanceStatute(statute: readonly ProspectingRule[], house: Tightening): ProspectingRule[] {
  return statute.map((rule) => {
    const days = house.early.filter((one) => one.rule === rule.id).map(({ from }) => from);
    const from = [rule.from, ...days].sort()[0] ?? rule.from;
    return { ...rule, from };
  });
}

/** Closed where one of the territories in which the person may be has a holiday. */
export function isClosedDay(house: Tightening, territories: readonly Territory[], day: string): boolean {
  if (house.closedDays.includes(day) || isClosedWeekday(house, weekdayOf(day))) return true;
  return house.closesLocalHolidays && territories.some((territory) => isLocalHoliday(territory, day));
}

/** Weeks in which a window is looked for on a lone day of the week: holidays never take one more than five weeks in a row. */
const WEEKS_AHEAD = 8;

/** The window of the law and of the house that an instant is in, or the next one. */
export function nextHouseWindow(
  house: Tightening,
  territories: readonly Territory[],
  at: number,
): CallingWindow | null {
  const { weekdays, closedDays } = house;
  const daysAhead =
    weekdays.length === 0 ? DAYS_AHEAD + closedDays.length : 7 * (WEEKS_AHEAD + closedDays.length);
  return nextWindow(zonesOf(territories), at, windowsUnder(house, territories), daysAhead);
}

/** Windows of one day in which the law and the house are open by the clock of every zone. */
export function houseWindowsOn(
  house: Tightening,
  territories: readonly Territory[],
  day: string,
): CallingWindow[] {
  const windowsOn = windowsUnder(house, territories);
  return intersectAll(zonesOf(territories).map((zone) => windowsOn(zone, day)));
}

/** Rules that close hours. */
const HOURS: readonly RuleId[] = ["T5a", "T5b"];

function windowsUnder(house: Tightening, territories: readonly Territory[]): WindowsOn {
  const days = house.early.filter(({ rule }) => HOURS.includes(rule)).map(({ from }) => from);
  const [bindFrom] = [ruleOf("T5a").from, ...days].sort();
  return (zone, day) =>
    isClosedDay(house, territories, day)
      ? []
      : intersectAll([windowsOf(zone, day, bindFrom), hoursOf(house, zone, day)]);
}

/** The last day on which the house relies on a consent: its own, or the one that the house's months leave it. */
export function lastReliedDay(
  { consentMonths }: Tightening,
  zone: Zone,
  { givenAt, until }: { givenAt: number; until: string },
): string {
  if (consentMonths === null) return until;
  const last = addMonthsToDay(todayIn(zone, givenAt), consentMonths);
  return last < until ? last : until;
}

function hoursOf(house: Tightening, zone: Zone, day: string): CallingWindow[] {
  const at = (minutes: number) =>
    minutes === MIDNIGHT ? startOfDay(zone, addDaysToDay(day, 1)) : instantAt(zone, day, clockOf(minutes));
  return houseHoursOn(house, weekdayOf(day)).map(({ from, until }) => ({ from: at(from), until: at(until) }));
}
