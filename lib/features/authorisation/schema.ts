import { z } from "zod";
import { AUTHORISATION_EVENTS, DECISION_CHANNELS } from "@/lib/domain/authorisation/types";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import { instantAt } from "@/lib/domain/time/zones";
import { line, perLine, several, version } from "@/lib/forms/typed-fields";
import { onClock } from "@/lib/forms/when-read";

const words = z.string().trim().max(4000, "tooLong").default("");
const day = z.string().trim().refine(isCalendarDay, "day");
const time = z
  .string()
  .trim()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "authorisation.time");

export const requestsPrepareSchema = z.object({
  subProcessorId: z.uuid("required"),
  controllerIds: z.preprocess(several, z.array(z.uuid()).min(1, "required").max(500, "tooMany")),
});

export const requestFieldsSchema = z.object({
  recipient: z.union([z.literal(""), z.email("email").max(300, "tooLong")]).default(""),
  text: z
    .string()
    .transform((text) => text.replace(/\r\n?/g, "\n").trim())
    .pipe(z.string().min(1, "required").max(20_000, "tooLong")),
});

export const requestEditSchema = requestFieldsSchema.extend({ id: z.uuid(), version });

/** Draft and version read: "id version". */
const draft = z
  .string()
  .regex(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12} [1-9][0-9]{0,8}$/, "invalid")
  .transform((stated) => ({ id: stated.slice(0, 36), version: Number(stated.slice(37)) }));

const reference = z.string().regex(/^A-[0-9]{1,8}$/);

/** Range of numbers prepared just now; null when listing drafts. */
export const preparedSchema = z.object({ from: reference, to: reference }).nullable().catch(null);

export const requestsSendSchema = z.object({
  requests: z.preprocess(several, z.array(draft).min(1, "required").max(500, "tooMany")),
});

/** Required evidence depends on the event's table. Day and hour are in Casablanca's time. */
export const requestMoveFieldsSchema = z.object({
  event: z.enum(AUTHORISATION_EVENTS).exclude(["submit", "notify", "ask-confirmation", "supersede"]),
  on: day,
  time,
  channel: z
    .union([z.literal("").transform(() => null), z.enum(DECISION_CHANNELS).exclude(["portal"])])
    .default(null),
  source: z.string().trim().max(1000, "tooLong").default(""),
  document: z.union([z.literal(""), z.uuid()]).default(""),
  signatory: line,
  capacity: line,
  power: line,
  reason: words,
  conditions: z.preprocess(perLine, z.array(z.string().max(1000, "tooLong")).max(30, "tooMany")).default([]),
  conditionId: z.union([z.literal(""), z.uuid()]).default(""),
});

export const requestMoveSchema = requestMoveFieldsSchema
  .extend({ id: z.uuid(), version })
  .superRefine(...onClock({ day: "on", time: "time" }))
  .transform(({ on, time, ...values }) => ({
    ...values,
    at: new Date(instantAt("Africa/Casablanca", on, time)),
  }));

/** Decides on the text and list that were shown. */
export const portalDecisionSchema = z.object({
  id: z.uuid(),
  version,
  event: z.enum(["approve", "refuse", "object", "revoke"]),
  signatory: line,
  capacity: line,
  power: line,
  reason: words,
  conditions: z.preprocess(perLine, z.array(z.string().max(1000, "tooLong")).max(30, "tooMany")).default([]),
  textDigest: z.string().max(64),
  listDigest: z.string().max(64),
});

export const confirmationAskSchema = z.object({ id: z.uuid(), version });

export type RequestsPrepare = z.output<typeof requestsPrepareSchema>;
export type RequestEdit = z.output<typeof requestEditSchema>;
export type RequestsSend = z.output<typeof requestsSendSchema>;
export type RequestMove = z.output<typeof requestMoveSchema>;
export type PortalDecision = z.output<typeof portalDecisionSchema>;
export type ConfirmationAsk = z.output<typeof confirmationAskSchema>;
