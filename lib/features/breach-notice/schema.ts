import { z } from "zod";
import { ROUTES } from "@/lib/domain/breach/notice-addresses";

const MOST_TEXT = 8000;
const text = z.string().trim().max(MOST_TEXT, "tooLong").default("");
/** "" where it is not known yet. */
const count = z
  .string()
  .trim()
  .default("")
  .transform((typed) => typed.replace(/[\s\u00a0\u202f]/g, ""))
  .pipe(z.union([z.literal(""), z.string().regex(/^\d{1,9}$/, "count")]))
  .transform((figures) => (figures === "" ? null : Number(figures)));
const tick = z
  .string()
  .default("")
  .transform((value) => value === "on" || value === "yes");

export const noticeDraftSchema = z.object({ partId: z.uuid() });
export type NoticeDraftInput = z.output<typeof noticeDraftSchema>;

/** Fields of a draft that a person may word anew; instants and the nature stand in the breach's file. */
const noticeFields = {
  whatHappened: text,
  cause: text,
  systems: text,
  personCategories: text,
  persons: count,
  dataKinds: text,
  records: count,
  protection: text,
  contactPoint: text,
  consequences: text,
  measures: text,
};
export const EDITED_FIELDS = Object.keys(noticeFields) as (keyof typeof noticeFields)[];

/** Recipients beside the night contacts: the address on the controller's sheet, or nobody by mail. */
export const MAIN_RECIPIENT = "main";
export const NO_RECIPIENT = "none";

export const noticeSaveSchema = z.object({
  id: z.uuid(),
  version: z.coerce.number().int(),
  act: z.enum(["save", "issue"]).catch("save"),
  ...noticeFields,
  locale: z.enum(["fr", "en", "ar"]),
  isFinal: tick,
  lateReason: z.string().trim().max(2000, "tooLong").default(""),
  mandate: z.string().trim().max(300, "tooLong").default(""),
  recipient: z.union([z.enum(ROUTES), z.literal(NO_RECIPIENT), z.uuid()]).default(NO_RECIPIENT),
  silenceMinutes: z.coerce
    .number("minutes")
    .int("minutes")
    .min(5, "minutes")
    .max(1440, "minutes")
    .default(60),
  areNamesConfirmed: tick,
  /** Notices to this controller that the page showed as issued. */
  seenIssued: z
    .union([z.literal("").transform(() => null), z.coerce.number().int().min(0)])
    .nullable()
    .default(null),
  /** A drill reaches a client only where this is chosen. */
  reachesClient: tick,
});
export type NoticeSave = z.output<typeof noticeSaveSchema>;

export const noticeRefreshSchema = z.object({ id: z.uuid(), version: z.coerce.number().int() });
export type NoticeRefresh = z.output<typeof noticeRefreshSchema>;

export const noticeWithdrawSchema = z.object({
  id: z.uuid(),
  version: z.coerce.number().int(),
  reason: z.string().trim().min(1, "required").max(1000, "tooLong"),
});
export type NoticeWithdraw = z.output<typeof noticeWithdrawSchema>;

export const INFORMED_KINDS = ["call-made", "no-answer", "known-elsewhere", "acknowledged"] as const;

export const noticeInformedSchema = z.object({
  partId: z.uuid(),
  kind: z.enum(INFORMED_KINDS, "required"),
  /** A calendar day and a time in Casablanca. */
  day: z.iso.date("date"),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "time"),
  who: z.string().trim().min(1, "required").max(200, "tooLong"),
  contactId: z.union([z.uuid(), z.literal("")]).default(""),
  source: z.string().trim().max(1000, "tooLong").default(""),
});
export type NoticeInformed = z.output<typeof noticeInformedSchema>;

/** In the portal. */
export const noticeAcknowledgeSchema = z.object({ id: z.uuid() });

export const packFormatSchema = z.object({ id: z.uuid(), format: z.enum(["pdf", "json"]) });
export type PackFormat = z.output<typeof packFormatSchema>;
