import {
  clockOfSpan,
  commonSpans,
  type DaySpan,
  DAY_MINUTES,
  fillDay,
  joinSpans,
  restOfDay,
  roundSpans,
} from "@/lib/domain/choice/day-spans";
import { DAY_PARTS, type StatedTimes, WEEKDAYS } from "@/lib/domain/choice/stop-times";

/** Parts of each day of a week, Monday first. */
export type Week = readonly (readonly DaySpan[])[];

const WHOLE_DAY: readonly DaySpan[] = [{ from: 0, until: DAY_MINUTES }];

/** Gives named parts of named days; without days they are of every day, and without parts the days are whole. */
export function weekOf(days: readonly number[], spans: readonly DaySpan[]): Week {
  const parts = spans.length > 0 ? spans : days.length > 0 ? WHOLE_DAY : [];
  return WEEKDAYS.map((day) => (days.length === 0 || days.includes(day) ? parts : []));
}

export function joinWeeks(weeks: readonly Week[]): Week {
  return WEEKDAYS.map((_, index) => joinSpans(weeks.flatMap((week) => week[index] ?? [])));
}

export function restOfWeek(week: Week): Week {
  return week.map(restOfDay);
}

/** Takes the times of another week out of a week. */
export function withoutWeek(week: Week, other: Week): Week {
  return week.map((spans, index) => commonSpans(spans, restOfDay(other[index] ?? [])));
}

type HeldWeek = {
  times: Pick<StatedTimes, "days" | "from" | "until" | "windows">;
  /** True where a day has more parts than are held: the shortest times between them are taken too. */
  takesMore: boolean;
};

/** Puts refused times as an objection holds them; null where nothing of the week is left. */
export function timesOfWeek(week: Week): HeldWeek | null {
  const days = WEEKDAYS.filter((_, index) => fillDay(week[index] ?? []));
  if (days.length === WEEKDAYS.length) return null;
  const others = WEEKDAYS.filter((day) => !days.includes(day)).map((day) => ({
    day,
    spans: roundSpans(week[day - 1] ?? []),
  }));
  const ofDays = days.length > 0 ? { days } : {};
  const [first, ...more] = others.map(({ spans }) => spans);
  const isOfEach = more.every((spans) => JSON.stringify(spans) === JSON.stringify(first));
  const [part] = first ?? [];
  if (isOfEach && part && first?.length === 1)
    return { times: { ...ofDays, ...clockOfSpan(part) }, takesMore: false };
  const windows = others.flatMap(({ day, spans }) =>
    coverSpans(spans).map((span) => ({ day, ...clockOfSpan(span) })),
  );
  return {
    times: { ...ofDays, ...(windows.length > 0 && { windows }) },
    takesMore: others.some(({ spans }) => spans.length > DAY_PARTS.length),
  };
}

/** Closes the shortest times between the parts of a day until no more are left than are held. */
function coverSpans(spans: readonly DaySpan[]): readonly DaySpan[] {
  if (spans.length <= DAY_PARTS.length) return spans;
  const gaps = spans.map(({ until }, index) => {
    const next = spans[(index + 1) % spans.length]?.from ?? 0;
    return { from: until, until: next, length: (next - until + DAY_MINUTES) % DAY_MINUTES };
  });
  const [shortest] = gaps.toSorted((one, other) => one.length - other.length);
  return shortest ? coverSpans(roundSpans([...spans, shortest])) : spans;
}
