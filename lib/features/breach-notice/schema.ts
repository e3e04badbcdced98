import { z } from "zod";
import { ROUTES } from "@/lib/domain/breach/notice-addresses";
import { OWN_ANSWERS, OWN_NOTIFICATIONS } from "@/lib/domain/breach/own-notification";
import { INFORMED_KINDS } from "@/lib/domain/breach/informed-lines";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import { instantAt, ZONES } from "@/lib/domain/time/zones";
import { rowsOf } from "@/lib/forms/typed-fields";
import { refuseSkippedHour } from "@/lib/forms/typed-instant";
import { beside, whenRead } from "@/lib/forms/when-read";

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

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
  /** Joint controllers of the client, 26(1): an address that each is written to at, or why none. */
  joint: rowsOf(
    z.object({
      name: z.string().trim().max(2000, "tooLong"),
      addressee: z.string().trim().max(300, "tooLong").default(""),
      address: z.string().trim().max(254, "tooLong").default(""),
      typed: z
        .string()
        .trim()
        .max(254, "tooLong")
        .pipe(z.union([z.literal(""), z.email("email")]))
        .default(""),
      isShared: tick,
      reason: z.string().trim().max(1000, "tooLong").default(""),
    }),
    100,
  ),
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

const informedFields = {
  kind: z.enum(INFORMED_KINDS, "required"),
  /** A calendar day and a time in Casablanca. */
  day: z.iso.date("date"),
  time: z.string().regex(TIME, "time"),
  who: z.string().trim().min(1, "required").max(200, "tooLong"),
  contactId: z.union([z.uuid(), z.literal("")]).default(""),
  source: z.string().trim().max(1000, "tooLong").default(""),
};
export const noticeInformedSchema = z.object({ partId: z.uuid(), ...informedFields });
export type NoticeInformed = z.output<typeof noticeInformedSchema>;

/** A line of how a controller came to know, as it should have been, or that it never was. */
export const informedCorrectionSchema = z.object({
  correctsId: z.uuid(),
  ...informedFields,
  isWithdrawn: tick,
  reason: z.string().trim().min(1, "required").max(1000, "tooLong"),
});
export type InformedCorrection = z.output<typeof informedCorrectionSchema>;

/** In the portal. */
export const noticeAcknowledgeSchema = z.object({ id: z.uuid() });

/**
 * Reads what a controller tells in its portal of its own duties; `id` is the incident, or a notice of it. Day and hour are those of the
 * notification, or of the decision, by the clock of `zone`; forms of before were shown with that of Paris.
 */
export const ownNotificationSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(OWN_NOTIFICATIONS, "required"),
    answer: z.enum(OWN_ANSWERS, "required"),
    day: z.string().trim().refine(isCalendarDay, "day"),
    time: z.string().trim().regex(TIME, "breach-notice.time"),
    zone: z.enum(ZONES).default("Europe/Paris"),
    authority: z.string().trim().max(300, "tooLong").default(""),
    reference: z.string().trim().max(200, "tooLong").default(""),
    delayReason: z.string().trim().max(2000, "tooLong").default(""),
    note: z.string().trim().max(2000, "tooLong").default(""),
    correctsId: z
      .union([z.literal("").transform(() => null), z.uuid()])
      .nullable()
      .default(null),
    reason: z.string().trim().max(1000, "tooLong").default(""),
  })
  .superRefine(
    ({ day, time, zone }, context) => refuseSkippedHour(context, { day, time }, { zone, path: "time" }),
    whenRead("day", "time", "zone"),
  )
  .refine(
    ({ kind, answer, authority }) => kind !== "authority-stated" || answer !== "done" || authority !== "",
    beside("authority", ["kind", "answer"]),
  )
  .refine(({ answer, note }) => answer !== "decided-not" || note !== "", beside("note", ["answer"]))
  .refine(({ correctsId, reason }) => correctsId === null || reason !== "", beside("reason", ["correctsId"]))
  .refine(
    ({ answer, correctsId }) => answer !== "withdrawn" || correctsId !== null,
    beside("answer", ["correctsId"]),
  )
  .transform(({ day, time, zone, authority, delayReason, ...typed }) => {
    // Persons are told of no authority and within no hours, art. 34.
    const isAuthority = typed.kind === "authority-stated";
    return {
      ...typed,
      authority: isAuthority ? authority : "",
      delayReason: isAuthority ? delayReason : "",
      at: instantAt(zone, day, time),
    };
  });
export type OwnNotificationInput = z.output<typeof ownNotificationSchema>;

export const packFormatSchema = z.object({ id: z.uuid(), format: z.enum(["pdf", "json"]) });
export type PackFormat = z.output<typeof packFormatSchema>;
