import { z } from "zod";
import {
  AGREED_TIMES,
  AUDIENCES,
  CHANNELS,
  CONTRACTS,
  SECTORS,
  SHOWN_NUMBERS,
} from "@/lib/domain/telephone-prospecting/facts";
import { TERRITORIES } from "@/lib/domain/telephone-prospecting/territories";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";

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
  territory: z.enum(["", ...TERRITORIES]).catch(""),
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
