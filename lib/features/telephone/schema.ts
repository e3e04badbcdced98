import { z } from "zod";
import {
  AGREED_TIMES,
  AUDIENCES,
  CHANNELS,
  CONTRACTS,
  SECTORS,
  SHOWN_NUMBERS,
} from "@/lib/domain/telephone-prospecting/facts";
import {
  EARLY_RULES,
  looseningsOf,
  NO_TIGHTENING,
  type Tightening,
} from "@/lib/domain/telephone-prospecting/tightening";
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
const typedClock = z
  .string()
  .trim()
  .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, "invalid")
  .nullable();
/** Hour of a house; midnight at either end of the day leaves that end to the law. */
const clockBut = (...midnights: readonly string[]) =>
  blankAsNull(typedClock.transform((clock) => (clock === null || midnights.includes(clock) ? null : clock)));
const opening = clockBut("00:00");
const closing = clockBut("00:00", "24:00");
const lawfulDay = z.string().trim().refine(isCalendarDay, "date");

const weekdayRow = z
  .object({
    // A blank is 0.
    day: z.coerce.number("required").int("required").min(1, "required").max(7, "required"),
    from: opening,
    until: closing,
  })
  .superRefine(
    ({ from, until }, ctx) => {
      const row = { day: 1, from, until };
      for (const { field, key } of looseningsOf({ ...NO_TIGHTENING, weekdays: [row] }))
        ctx.addIssue({ code: "custom", path: field.split(".").slice(2), message: `telephone.${key}` });
    },
    whenRead("from", "until"),
  );
/** Parts of days of the week, at most: four of each. */
const MOST_WEEKDAY_ROWS = 28;

/** Refuses what one field allows beyond the law, beside the others that it is read with, whatever is wrong elsewhere. */
function refusing<Field extends keyof Tightening>(field: Field, ...others: (keyof Tightening)[]) {
  const read: (keyof Tightening)[] = [field, ...others];
  const check = (house: Pick<Tightening, Field>, ctx: z.RefinementCtx) => {
    const stated = Object.entries(house).filter(([name]) => read.some((one) => one === name));
    for (const found of looseningsOf({ ...NO_TIGHTENING, ...Object.fromEntries(stated) })) {
      const path = found.field.split(".");
      if (path[0] === field) ctx.addIssue({ code: "custom", path, message: `telephone.${found.key}` });
    }
  };
  return [check, whenRead(...read)] as const;
}

/** Form of what the organisation asks beyond the law; a field that would allow more is refused. */
export const houseRuleSchema = z
  .object({
    /** 0 before the first saving. */
    version: z.coerce.number().int().min(0).max(2_147_483_647),
    attempts: count(z.number("invalid").int("invalid").min(0, "invalid").nullable()),
    opensAt: opening,
    closesAt: closing,
    weekdays: rowsOf(weekdayRow, MOST_WEEKDAY_ROWS),
    consentMonths: count(z.number("invalid").int("invalid").min(1, "invalid").nullable()),
    closesLocalHolidays: ticked,
    closedDays: z.preprocess(perLine, z.array(lawfulDay).max(MOST_CLOSED_DAYS, "tooMany").default([])),
    early: rowsOf(z.object({ rule: z.enum(EARLY_RULES, "required"), from: lawfulDay }), EARLY_RULES.length),
    reason: requiredText(2000),
  })
  .superRefine(...refusing("attempts"))
  .superRefine(...refusing("opensAt"))
  .superRefine(...refusing("closesAt", "opensAt"))
  .superRefine(...refusing("weekdays", "opensAt", "closesAt"))
  .superRefine(...refusing("consentMonths"))
  .superRefine(...refusing("early"));
export type HouseRuleSave = z.output<typeof houseRuleSchema>;
