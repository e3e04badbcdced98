import { z } from "zod";
import {
  type ClockSpan,
  clockOfSpan,
  type DaySpan,
  fillDay,
  roundSpans,
  spanOfClock,
} from "@/lib/domain/choice/day-spans";
import {
  DAY_PARTS,
  hasTimes,
  statedTimesSchema,
  type StatedTimes,
  WEEKDAYS,
  windowsOn,
} from "@/lib/domain/choice/stop-times";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import { several } from "./typed-fields";

const clock = z
  .union([z.literal(""), z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "invalid")])
  .default("");

/** Fields in which a form asks for the times to which an objection is limited; all blank is at any time. */
export const STOP_TIMES_FIELDS = {
  barredDays: z.preprocess(several, z.array(z.coerce.number().int().min(1).max(7)).max(7)),
  barredFrom: clock,
  barredUntil: clock,
  /** Parts of each day of the week, by `windowKey`. */
  barredWindows: z
    .record(z.string().regex(/^d[1-7]b?$/), z.object({ from: clock, until: clock }))
    .default({}),
  barredLastDay: z.union([z.literal(""), z.string().trim().refine(isCalendarDay, "day")]).default(""),
};

type TypedTimes = {
  barredDays: number[];
  barredFrom: string;
  barredUntil: string;
  barredWindows: Record<string, ClockSpan>;
  barredLastDay: string;
};

/** Names the fields of one part of a day of the week. */
export function windowKey(day: number, part: (typeof DAY_PARTS)[number]): string {
  return part === 1 ? `d${day}` : `d${day}b`;
}

/** Times that were typed, what overlaps or touches within a day joined; null where none were. */
export function typedTimes({
  barredDays,
  barredFrom,
  barredUntil,
  barredWindows,
  barredLastDay,
}: TypedTimes): StatedTimes | null {
  const typed = WEEKDAYS.map((day) => ({ day, spans: typedSpans(barredWindows, day) }));
  const days = WEEKDAYS.filter(
    (day) => barredDays.includes(day) || typed.some((one) => one.day === day && fillDay(one.spans)),
  );
  // A day that is refused whole has no part.
  const windows = typed
    .filter(({ day }) => !days.includes(day))
    .flatMap(({ day, spans }) => roundSpans(spans).map((span) => ({ day, ...clockOfSpan(span) })));
  const stated = {
    ...(days.length > 0 && { days }),
    ...(isPart({ from: barredFrom, until: barredUntil }) && { from: barredFrom, until: barredUntil }),
    ...(windows.length > 0 && { windows }),
    ...(barredLastDay !== "" && { lastDay: barredLastDay }),
  };
  return hasTimes(stated) ? statedTimesSchema.parse(stated) : null;
}

function typedSpans(barredWindows: TypedTimes["barredWindows"], day: number): DaySpan[] {
  return DAY_PARTS.flatMap((part) => {
    const { from = "", until = "" } = barredWindows[windowKey(day, part)] ?? {};
    return isPart({ from, until }) ? [spanOfClock({ from, until })] : [];
  });
}

/** False of hours that `checkTypedTimes` refuses. */
function isPart({ from, until }: ClockSpan): boolean {
  return from !== "" && until !== "" && from !== until;
}

/** Fields that `checkTypedTimes` reads. */
export const TIMES_READ = ["barredFrom", "barredUntil", "barredWindows"] as const;

/** Adds an issue beside an hour that is missing, or that says nothing since it is the other one. */
export function checkTypedTimes(
  { barredFrom, barredUntil, barredWindows }: Omit<TypedTimes, "barredDays" | "barredLastDay">,
  context: z.RefinementCtx,
): void {
  checkHours(
    { from: barredFrom, until: barredUntil },
    { from: ["barredFrom"], until: ["barredUntil"] },
    context,
  );
  for (const [key, hours] of Object.entries(barredWindows)) {
    const of = ["barredWindows", key];
    checkHours(hours, { from: [...of, "from"], until: [...of, "until"] }, context);
  }
}

function checkHours(
  { from, until }: ClockSpan,
  paths: { from: string[]; until: string[] },
  context: z.RefinementCtx,
): void {
  if (from === "" && until === "") return;
  const path = from === "" ? paths.from : paths.until;
  if (from === "" || until === "") context.addIssue({ code: "custom", path, message: "required" });
  else if (from === until) context.addIssue({ code: "custom", path, message: "sameHour" });
}

/** Values that the fields of a form begin with. */
export function initialTimes(times: StatedTimes | null): Record<string, unknown> {
  const windows = WEEKDAYS.flatMap((day) =>
    DAY_PARTS.map((part) => [windowKey(day, part), windowsOn(times?.windows, day)[part - 1]] as const),
  ).flatMap(([key, window]) => (window ? [[key, { from: window.from, until: window.until }] as const] : []));
  return {
    barredDays: (times?.days ?? []).map(String),
    barredFrom: times?.from ?? "",
    barredUntil: times?.until ?? "",
    barredWindows: Object.fromEntries(windows),
    barredLastDay: times?.lastDay ?? "",
  };
}
