import { z } from "zod";
import {
  AGREED_TIMES,
  AUDIENCES,
  CHANNELS,
  CONTRACTS,
  SECTORS,
  SHOWN_NUMBERS,
} from "@/lib/domain/telephone-prospecting/facts";
import { EARLY_RULES, looseningsOf } from "@/lib/domain/telephone-prospecting/tightening";
import { TERRITORIES } from "@/lib/domain/telephone-prospecting/territories";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import { whenRead } from "@/lib/forms/when-read";
import { blankAsNull, count, perLine, requiredText, rowsOf, ticked } from "@/lib/forms/typed-fields";

const day = z.string().trim().refine(isCalendarDay).catch("");
const time = z
  .string()
  .trim()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .catch("");
const answer = z.enum(["", "yes", "no"]).catch("");

/** Moment at which hours are shown, by the clock of Casablanca; empty is now. */
export const momentQuerySchema = z.object({ on: day, time });
export type MomentQuery = z.output<typeof momentQuerySchema>;

export const statuteQuerySchema = z.object({ on: day, beside: day });
export type StatuteQuery = z.output<typeof statuteQuerySchema>;

/** A call to judge, in its address. What is left empty is unknown. */
export const callQuerySchema = z.object({
  on: day,
  time,
  /** French territory or any other country, ISO 3166, in which the person is. */
  territory: z.union([z.literal(""), z.enum(TERRITORIES), z.string().regex(/^[A-Z]{2}$/)]).catch(""),
  /** Client for whom the call is: its own laws bind it wherever the person is. */
  client: z.union([z.literal(""), z.uuid()]).catch(""),
  audience: z.enum(["", ...AUDIENCES]).catch(""),
  channel: z.enum(["", ...CHANNELS]).catch(""),
  sector: z.enum(["", ...SECTORS]).catch(""),
  contract: z.enum(["", ...CONTRACTS]).catch(""),
  agreedTime: z.enum(["", ...AGREED_TIMES]).catch(""),
  attempts: z
    .string()
    .trim()
    .regex(/^\d{1,4}$/)
    .catch(""),
  refused: answer,
  refusedOn: day,
  objected: answer,
  objectedOn: day,
  consent: answer,
  consentOn: day,
  consentUntil: day,
  withdrawn: answer,
  withdrawnOn: day,
  items: z.enum(["", "all", "some"]).catch(""),
  proof: answer,
  callBack: answer,
  callBackOn: day,
  callBackProven: answer,
  callBackObject: answer,
  saleOwn: answer,
  saleSimilar: answer,
  saleCollected: answer,
  saleRefusalThen: answer,
  saleRefusalEach: answer,
  scrubbed: answer,
  scrubbedOn: day,
  listed: answer,
  shownNumber: z.enum(["", ...SHOWN_NUMBERS]).catch(""),
  authenticated: answer,
  abroad: answer,
  robot: answer,
  dialler: answer,
});
export type CallQuery = z.output<typeof callQuerySchema>;

/** Most days that a house closes at once: two years of weekdays would be no house. */
const MOST_CLOSED_DAYS = 120;
const clock = blankAsNull(
  z
    .string()
    .trim()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "invalid")
    .nullable(),
);
const lawfulDay = z.string().trim().refine(isCalendarDay, "date");

const weekdayRow = z.object({
  // A blank is 0.
  day: z.coerce.number("required").int("required").min(1, "required").max(7, "required"),
  from: clock,
  until: clock,
});
/** Parts of days of the week, at most: four of each. */
const MOST_WEEKDAY_ROWS = 28;

/** Form of what the organisation asks beyond the law; a field that would allow more is refused. */
export const houseRuleSchema = z
  .object({
    /** 0 before the first saving. */
    version: z.coerce.number().int().min(0).max(2_147_483_647),
    attempts: count(z.number("invalid").int("invalid").min(0, "invalid").nullable()),
    opensAt: clock,
    closesAt: clock,
    weekdays: rowsOf(weekdayRow, MOST_WEEKDAY_ROWS),
    consentMonths: count(z.number("invalid").int("invalid").min(1, "invalid").nullable()),
    closesLocalHolidays: ticked,
    closedDays: z.preprocess(perLine, z.array(lawfulDay).max(MOST_CLOSED_DAYS, "tooMany").default([])),
    early: rowsOf(z.object({ rule: z.enum(EARLY_RULES, "required"), from: lawfulDay }), EARLY_RULES.length),
    reason: requiredText(2000),
  })
  .superRefine(
    (house, ctx) => {
      for (const { field, key } of looseningsOf(house))
        ctx.addIssue({ code: "custom", path: field.split("."), message: `telephone.${key}` });
    },
    whenRead("attempts", "opensAt", "closesAt", "weekdays", "consentMonths", "early"),
  );
export type HouseRuleSave = z.output<typeof houseRuleSchema>;
