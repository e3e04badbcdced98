import { z } from "zod";
import { hasTimes, statedTimesSchema, type StatedTimes, WEEKDAYS } from "@/lib/domain/choice/stop-times";
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
  /** Part of each day of the week, by `windowKey`. */
  barredWindows: z.record(z.string().regex(/^d[1-7]$/), z.object({ from: clock, until: clock })).default({}),
  barredLastDay: z.union([z.literal(""), z.string().trim().refine(isCalendarDay, "day")]).default(""),
};

type TypedTimes = {
  barredDays: number[];
  barredFrom: string;
  barredUntil: string;
  barredWindows: Record<string, { from: string; until: string }>;
  barredLastDay: string;
};

/** Names the fields of a day of the week. */
export function windowKey(day: number): string {
  return `d${day}`;
}

/** Times that were typed; null where none were. */
export function typedTimes({
  barredDays: days,
  barredFrom,
  barredUntil,
  barredWindows,
  barredLastDay,
}: TypedTimes): StatedTimes | null {
  const windows = WEEKDAYS.flatMap((day) => {
    const { from = "", until = "" } = barredWindows[windowKey(day)] ?? {};
    // A day that is refused whole has no part.
    return from === "" || until === "" || from === until || days.includes(day) ? [] : [{ day, from, until }];
  });
  const stated = {
    ...(days.length > 0 && { days }),
    ...(barredFrom !== "" && { from: barredFrom, until: barredUntil }),
    ...(windows.length > 0 && { windows }),
    ...(barredLastDay !== "" && { lastDay: barredLastDay }),
  };
  return hasTimes(stated) ? statedTimesSchema.parse(stated) : null;
}

/** Adds an issue beside an hour that is missing, or that says nothing since it is the other one. */
export function checkTypedTimes(
  { barredFrom, barredUntil, barredWindows }: TypedTimes,
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
  { from, until }: { from: string; until: string },
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
  const windows = times?.windows ?? [];
  return {
    barredDays: (times?.days ?? []).map(String),
    barredFrom: times?.from ?? "",
    barredUntil: times?.until ?? "",
    barredWindows: Object.fromEntries(
      windows.map(({ day, from, until }) => [windowKey(day), { from, until }]),
    ),
    barredLastDay: times?.lastDay ?? "",
  };
}
