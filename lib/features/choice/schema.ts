import { z } from "zod";
import { POWERS } from "@/lib/domain/minor/authorisation";
import { RISKS, VERIFICATION_MEANS } from "@/lib/domain/minor/verification";
import { CHOICE_ACTS, CHOICE_OUTCOMES, CHOICE_SOURCES } from "@/lib/domain/choice/choices";
import { CONSENT_ITEMS } from "@/lib/domain/telephone-prospecting/facts";
import { TERRITORIES } from "@/lib/domain/telephone-prospecting/territories";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import { blankAsNull, requiredText, text } from "@/lib/forms/typed-fields";

/** Number as it is dialled, or e-mail address; it is made a key before anything is stored. */
const contact = requiredText(254);

/** Country that data go to; blank is every country, and of no other act than a transfer. */
const country = z.union([z.literal(""), z.string().regex(/^[A-Z]{2}$/, "invalid")]).default("");

/** A choice with its moment, by the clock of Casablanca. */
export const choiceSchema = z.object({
  controllerId: z.uuid("required"),
  contact,
  act: z.enum(CHOICE_ACTS, "required"),
  purpose: text(200),
  country,
  outcome: z.enum(CHOICE_OUTCOMES, "required"),
  on: z.string().trim().refine(isCalendarDay, "date"),
  time: z
    .string()
    .trim()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "invalid"),
  source: z.enum(CHOICE_SOURCES, "required"),
  proof: text(500),
  validUntil: z.union([z.literal(""), z.string().trim().refine(isCalendarDay, "date")]).default(""),
});
export type ChoiceInput = z.output<typeof choiceSchema>;

/** Somebody to look up; a number without a code is one of the country, of France where none is named. */
export const choiceLookupSchema = z.object({
  contact,
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .catch("FR"),
});
export type ChoiceLookup = z.output<typeof choiceLookupSchema>;

/**
 * The person whose choices are shown: a key, never a number. The territory is that of the number, by whose clock hours are
 * judged: "none" outside France or of an address, empty where nobody knows.
 */
export const personQuerySchema = z.object({
  /** Country of the last look-up, offered again. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .catch(""),
  territory: z.enum(["", "none", ...TERRITORIES]).catch(""),
  person: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .catch(""),
});

const answer = blankAsNull(z.enum(["yes", "no"]).nullable());

/** Collection of consents to be called; the five items of R223-1 are answered one by one. */
export const collectionSchema = z.object({
  controllerId: z.uuid("required"),
  title: requiredText(200),
  purpose: text(300),
  wording: requiredText(8000),
  ...(Object.fromEntries(CONSENT_ITEMS.map((item) => [item, answer])) as Record<
    (typeof CONSENT_ITEMS)[number],
    typeof answer
  >),
  proofPlace: requiredText(1000),
});
export type CollectionInput = z.output<typeof collectionSchema>;

/** Largest file of consents: some 300,000 lines. */
export const MAX_CONSENT_BYTES = 32 * 1024 * 1024;

export const CONSENT_EXTENTS = ["whole", "sampled"] as const;
export const consentExtentSchema = z.enum(CONSENT_EXTENTS);
export type ConsentExtent = z.output<typeof consentExtentSchema>;

export const refusedLinesSchema = z.object({
  id: z.uuid(),
  language: z.enum(["fr", "en", "ar"]).default("fr"),
});
export type RefusedLines = z.output<typeof refusedLinesSchema>;

/** Largest list that is checked: more than two million numbers. */
export const MAX_LIST_BYTES = 32 * 1024 * 1024;

/** A list of numbers with the question that is asked about each; `day` is a day in Paris. */
export const listCheckSchema = z.object({
  controllerId: z.uuid("required"),
  act: z.enum(CHOICE_ACTS, "required"),
  purpose: text(200),
  country,
  day: z.string().trim().refine(isCalendarDay, "date"),
});
export type ListCheck = z.output<typeof listCheckSchema>;

/** The form as it is sent; what is refused in it is given back. */
export const listFormSchema = z.object({
  file: z.instanceof(File).nullable().catch(null),
  controllerId: z.string().catch(""),
  act: z.string().catch(""),
  purpose: z.string().catch(""),
  country: z.string().catch(""),
  day: z.string().catch(""),
  language: z.enum(["fr", "en", "ar"]).catch("fr"),
});
export type ListForm = z.output<typeof listFormSchema>;

/** Values that the form is given back with, and the check that is shown. */
export const listCheckQuerySchema = z.object({
  controllerId: z.string().max(40).catch(""),
  act: z.enum(CHOICE_ACTS).catch("telephone"),
  purpose: z.string().max(200).catch(""),
  country: z.string().max(2).catch(""),
  day: z.string().trim().refine(isCalendarDay).catch(""),
  at: z.string().max(20).catch(""),
  error: z.string().max(40).catch(""),
  check: z.uuid().catch(""),
});
export type ListCheckQuery = z.output<typeof listCheckQuerySchema>;

/** Authorisation of a child's choice: who, by which power, verified how, and its proof. */
export const authorisationSchema = z.object({
  choiceId: z.uuid(),
  parent: requiredText(200),
  power: z.enum(POWERS, "required"),
  country,
  born: z.string().trim().refine(isCalendarDay, "date"),
  risk: z.enum(RISKS, "required"),
  means: z.enum(VERIFICATION_MEANS, "required"),
  authorisedOn: z.string().trim().refine(isCalendarDay, "date"),
  proof: requiredText(500),
});
export type AuthorisationInput = z.output<typeof authorisationSchema>;

export const choiceQuerySchema = z.object({ choice: z.uuid().catch("") });
