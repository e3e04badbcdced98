import { z } from "zod";
import { DECISION_OUTCOMES } from "@/lib/domain/call-script/approval";
import { SCRIPT_EVENTS } from "@/lib/domain/call-script/lifecycle";
import { SCRIPT_LANGUAGES } from "@/lib/domain/call-script/mentions";
import { READING_KINDS, READING_MEANS } from "@/lib/domain/call-script/readers";
import { SECTORS } from "@/lib/domain/telephone-prospecting/facts";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import {
  blankAsNull,
  eventForm,
  perLine,
  place,
  requiredText,
  text,
  version,
} from "@/lib/forms/typed-fields";
import { beside } from "@/lib/forms/when-read";

/** Longest text of a script, in characters: an hour of speech. */
const LONGEST = 60_000;

/** A browser sends each line's end as two characters; the text that is approved has one. */
const spoken = z
  .string()
  .transform((typed) => typed.replace(/\r\n?/g, "\n").trim())
  .pipe(z.string().min(1, "required").max(LONGEST, "tooLong"));

const fields = {
  title: requiredText(300),
  sector: blankAsNull(z.enum(SECTORS).nullable()),
  language: z.enum(SCRIPT_LANGUAGES, "required").default("fr"),
  isRecorded: blankAsNull(z.union([z.boolean(), z.enum(["yes", "no"])]).nullable()).transform((answer) =>
    typeof answer === "string" ? answer === "yes" : answer,
  ),
  text: spoken,
};

export const callScriptCreateSchema = z.object({ controllerId: z.uuid("required"), ...fields });
/** A script stays with the controller that it was written for. */
export const callScriptUpdateSchema = z.object({ ...place, ...fields });
export const callScriptMoveSchema = eventForm(SCRIPT_EVENTS);
export const callScriptRequestSchema = z.object(place);

/** Most agents of one list, and the longest name. */
const MOST_AGENTS = 500;
const LONGEST_NAME = 120;

export const callScriptReadingSchema = z
  .object({
    id: z.uuid(),
    edition: version,
    kind: z.enum(READING_KINDS, "required"),
    agents: z.preprocess(
      perLine,
      z.array(z.string().max(LONGEST_NAME, "tooLong")).min(1, "required").max(MOST_AGENTS, "tooMany"),
    ),
    on: z.string().trim().refine(isCalendarDay, "date"),
    means: z.union([z.literal(""), z.enum(READING_MEANS)]).default(""),
  })
  .refine(({ kind, means }) => kind !== "read" || means !== "", beside("means", ["kind"]));

/** In the portal; `digest` is of the text that was shown. */
export const scriptDecisionSchema = z
  .object({
    id: z.uuid(),
    digest: z.string().regex(/^[0-9a-f]{64}$/, "invalid"),
    outcome: z.enum(DECISION_OUTCOMES, "required"),
    power: requiredText(300),
    reason: text(2000),
    /** Answer of the passkey as JSON; empty where the session alone gives it. */
    assertion: z.string().max(16_384).default(""),
  })
  .refine(({ outcome, reason }) => outcome === "approved" || reason !== "", beside("reason", ["outcome"]));

/** Two editions to compare; what is no number is none. */
export const editionsQuerySchema = z.object({
  from: version.nullable().catch(null),
  to: version.nullable().catch(null),
});

export type CallScriptCreate = z.output<typeof callScriptCreateSchema>;
export type CallScriptUpdate = z.output<typeof callScriptUpdateSchema>;
export type CallScriptMove = z.output<typeof callScriptMoveSchema>;
export type CallScriptPlace = z.output<typeof callScriptRequestSchema>;
export type CallScriptReadings = z.output<typeof callScriptReadingSchema>;
export type ScriptDecision = z.output<typeof scriptDecisionSchema>;
