import { z } from "zod";
import { hasTimes, statedTimesSchema, type StatedTimes } from "@/lib/domain/choice/stop-times";
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
  barredLastDay: z.union([z.literal(""), z.string().trim().refine(isCalendarDay, "day")]).default(""),
};

type TypedTimes = {
  barredDays: number[];
  barredFrom: string;
  barredUntil: string;
  barredLastDay: string;
};

/** Times that were typed; null where none were. */
export function typedTimes({
  barredDays: days,
  barredFrom,
  barredUntil,
  barredLastDay,
}: TypedTimes): StatedTimes | null {
  const stated = {
    ...(days.length > 0 && { days }),
    ...(barredFrom !== "" && { from: barredFrom, until: barredUntil }),
    ...(barredLastDay !== "" && { lastDay: barredLastDay }),
  };
  return hasTimes(stated) ? statedTimesSchema.parse(stated) : null;
}

/** Adds an issue beside the hour that is missing, or that says nothing since it is the other one. */
export function checkTypedTimes({ barredFrom, barredUntil }: TypedTimes, context: z.RefinementCtx): void {
  if (barredFrom === "" && barredUntil === "") return;
  const path = barredFrom === "" ? "barredFrom" : "barredUntil";
  if (barredFrom === "" || barredUntil === "")
    context.addIssue({ code: "custom", path: [path], message: "required" });
  else if (barredFrom === barredUntil)
    context.addIssue({ code: "custom", path: [path], message: "sameHour" });
}

/** Values that the fields of a form begin with. */
export function initialTimes(times: StatedTimes | null): Record<string, string | string[]> {
  return {
    barredDays: (times?.days ?? []).map(String),
    barredFrom: times?.from ?? "",
    barredUntil: times?.until ?? "",
    barredLastDay: times?.lastDay ?? "",
  };
}
