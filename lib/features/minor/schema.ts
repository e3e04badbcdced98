import { z } from "zod";
import { MINOR_CALL_OUTCOMES } from "@/lib/domain/minor/call";
import { RISKS } from "@/lib/domain/minor/verification";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";

export const minorCallSchema = z.object({ outcome: z.enum(MINOR_CALL_OUTCOMES, "required") });
export type MinorCallInput = z.output<typeof minorCallSchema>;

const day = z.string().trim().refine(isCalendarDay).catch("");
const answer = z.enum(["", "yes", "no"]).catch("");

/** A person to judge, in the address; what is empty is unknown. Nothing of it is stored. */
export const minorQuerySchema = z.object({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .catch(""),
  on: day,
  born: day,
  age: z
    .string()
    .trim()
    .regex(/^\d{1,3}$/)
    .catch(""),
  consent: answer,
  service: answer,
  counselling: answer,
  risk: z.enum(["", ...RISKS]).catch(""),
});
export type MinorQuery = z.output<typeof minorQuerySchema>;
