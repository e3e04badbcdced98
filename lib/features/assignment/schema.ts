import { z } from "zod";
import { ASKED_ACTS } from "@/lib/domain/assignment/assignment";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import { text } from "@/lib/forms/typed-fields";
import { beside } from "@/lib/forms/when-read";

/** Key of a line in the address of its page and in its form. */
export const lineSchema = z.string().trim().min(1).max(300);

/** Reads one act on a line; `seen` is the number of the last act that the page showed. */
export const assignmentSchema = z
  .object({
    line: lineSchema,
    seen: z.coerce.number().int().min(0).max(2_147_483_647),
    act: z.enum(ASKED_ACTS),
    member: z.uuid().or(z.literal("")).default(""),
    untilOn: z.string().trim().refine(isCalendarDay, "date").or(z.literal("")).default(""),
    word: text(500),
  })
  .refine(({ act, member }) => act !== "give" || member !== "", beside("member", ["act"]));
export type AssignmentInput = z.output<typeof assignmentSchema>;
