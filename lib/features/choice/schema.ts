import { z } from "zod";
import { POWERS } from "@/lib/domain/minor/authorisation";
import { RISKS, VERIFICATION_MEANS } from "@/lib/domain/minor/verification";
import {
  APPOINTMENT,
  CHOICE_ACTS,
  CHOICE_OUTCOMES,
  CHOICE_SOURCES,
  RECORDED_ACTS,
} from "@/lib/domain/choice/choices";
import { COUNTRY_COLUMNS } from "@/lib/domain/choice/country-column";
import { CONSENT_ITEMS } from "@/lib/domain/telephone-prospecting/facts";
import { ZONES } from "@/lib/domain/time/zones";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import { checkTypedTimes, STOP_TIMES_FIELDS, TIMES_READ } from "@/lib/forms/stop-times-fields";
import { beside, onClock, whenRead } from "@/lib/forms/when-read";
import { blankAsNull, requiredText, text, ticked } from "@/lib/forms/typed-fields";

/** Number as it is dialled, or e-mail address; it is made a key before anything is stored. */
const contact = requiredText(254);

/** Country, of a transfer where data go to; blank is every country, and of no other act than a transfer. */
const country = z.union([z.literal(""), z.string().regex(/^[A-Z]{2}$/, "invalid")]).default("");

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A choice with its moment, by the clock of Casablanca; an appointment also with its day and hour by the clock of the person. */
const choiceFields = z.object({
  controllerId: z.uuid("required"),
  contact,
  act: z.enum(RECORDED_ACTS, "required"),
  purpose: text(200),
  country,
  outcome: z.enum(CHOICE_OUTCOMES, "required"),
  on: z.string().trim().refine(isCalendarDay, "date"),
  time: z.string().trim().regex(TIME, "invalid"),
  callOn: z.union([z.literal(""), z.string().trim().refine(isCalendarDay, "date")]).default(""),
  callTime: z.union([z.literal(""), z.string().trim().regex(TIME, "invalid")]).default(""),
  callZone: z.union([z.literal(""), z.enum(ZONES)]).default(""),
  ...STOP_TIMES_FIELDS,
  source: z.enum(CHOICE_SOURCES, "required"),
  proof: text(500),
  /** Said once a stop of the same person was shown: the agreement comes after it. */
  isAfterStop: ticked,
  /** Said once the day of an appointment was found to be far ahead: it is the one that the person named. */
  isFarAhead: ticked,
  validUntil: z.union([z.literal(""), z.string().trim().refine(isCalendarDay, "date")]).default(""),
});

export const choiceSchema = choiceFields
  .superRefine(checkTypedTimes, whenRead(...TIMES_READ))
  .superRefine(...onClock({ day: "on", time: "time" }))
  .refine(({ act, callOn }) => act !== APPOINTMENT || callOn !== "", beside("callOn", ["act"]))
  .refine(({ act, callTime }) => act !== APPOINTMENT || callTime !== "", beside("callTime", ["act"]));
export type ChoiceInput = z.output<typeof choiceSchema>;

/** Somebody to look up; a number without a code is one of the country, or of any client's where none is named. */
export const choiceLookupSchema = z.object({
  contact,
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .catch(""),
});
export type ChoiceLookup = z.output<typeof choiceLookupSchema>;

/**
 * The person whose choices are shown: a key, never a number. The territory, or the other country, is that of the number:
 * "none" of an address or where no country has it, empty where nobody knows.
 */
export const personQuerySchema = z.object({
  /** Country of the last look-up, offered again. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .catch(""),
  territory: z
    .string()
    .regex(/^(?:|none|[A-Z]{2})$/)
    .catch(""),
  person: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .catch(""),
  /** Other keys under which the person may stand, "<key>.<key>"; empty of most. */
  also: z
    .string()
    .regex(/^[0-9a-f]{64}(?:\.[0-9a-f]{64}){0,3}$/)
    .catch("")
    .transform((text) => (text === "" ? [] : text.split("."))),
  /**
   * Everybody whose number it may be, "MA.<key>,FR.<key>", where several countries have it; empty otherwise. Behind a key stand the
   * others under which its person may stand.
   */
  among: z
    .string()
    .regex(/^(?:[A-Z]{2}|none)(?:\.[0-9a-f]{64}){1,5}(?:,(?:[A-Z]{2}|none)(?:\.[0-9a-f]{64}){1,5}){1,11}$/)
    .catch("")
    .transform(readAmong),
});

function readAmong(text: string): { territory: string; person: string; also: string[] }[] {
  return text === ""
    ? []
    : text.split(",").map((one) => {
        const [territory = "", person = "", ...also] = one.split(".");
        return { territory, person, also };
      });
}

/** A person as a page asks for them: by key, by the other keys under which they may stand, and by the country of the number. */
type AskedPerson = { person: string; also: readonly string[]; territory: string };

/** Makes the part of an address by which the page of choices asks for a person. */
export function askedBy({ person, also, territory }: AskedPerson): string {
  const others = also.length === 0 ? "" : `&also=${also.join(".")}`;
  return `person=${person}${others}&territory=${territory}`;
}

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

/** Country, ISO 3166, that a form states for the numbers of a whole file; null where nobody was asked. */
export const numberCountrySchema = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .nullable()
  .catch(null);

export const countryColumnSchema = z.union([z.literal(""), z.enum(COUNTRY_COLUMNS)]).catch("");
export type CountryColumn = z.output<typeof countryColumnSchema>;

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
  /** Campaign whose messages they are, and whose sale may allow them without consent, L34-5 CPCE. */
  campaignId: z.union([z.literal(""), z.uuid()]).default(""),
  numberCountry: country,
  countryColumn: countryColumnSchema.default(""),
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
  campaignId: z.string().catch(""),
  numberCountry: z.string().catch(""),
  countryColumn: z.string().catch(""),
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
  campaignId: z.string().max(40).catch(""),
  numberCountry: z.string().max(2).catch(""),
  countryColumn: countryColumnSchema,
  at: z.string().max(20).catch(""),
  error: z.string().max(40).catch(""),
  check: z.uuid().catch(""),
});
export type ListCheckQuery = z.output<typeof listCheckQuerySchema>;

const email = z
  .string()
  .trim()
  .max(254, "tooLong")
  .pipe(z.email("email"))
  .transform((address) => address.toLowerCase());

/** Holder who is asked to authorise a child's choice, or did: name, power, language; birthdate and country of the child. */
const parental = {
  choiceId: z.uuid(),
  parent: requiredText(200),
  power: z.enum(POWERS, "required"),
  language: z.enum(["fr", "en", "ar"], "required").default("fr"),
  country,
  born: z.string().trim().refine(isCalendarDay, "date"),
  risk: z.enum(RISKS, "required"),
  /** Said once the doubt was shown. */
  isSecond: ticked,
  isBornOther: ticked,
};

/** Authorisation that is asked through a personal link. */
export const authorisationRequestSchema = z.object({ ...parental, email });
export type AuthorisationRequest = z.output<typeof authorisationRequestSchema>;

/** Authorisation that was received: verified how, when, and its proof. */
export const authorisationSchema = z.object({
  ...parental,
  email: z.union([z.literal(""), email]).default(""),
  means: z.enum(VERIFICATION_MEANS, "required"),
  authorisedOn: z.string().trim().refine(isCalendarDay, "date"),
  proof: requiredText(500),
  isEarlier: ticked,
});
export type AuthorisationInput = z.output<typeof authorisationSchema>;

export const PARENTAL_WAYS = ["ask", "received"] as const;
export const parentalQuerySchema = z.object({
  choice: z.uuid().catch(""),
  way: z.enum(PARENTAL_WAYS).catch("received"),
  /** Territory by which the person was looked up: the page goes back to it. */
  territory: personQuerySchema.shape.territory,
});

/** Form of a holder's link. */
export const PARENTAL_ANSWERS = ["authorise", "decline", "withdraw"] as const;
export const parentalAnswerSchema = z.object({
  token: z.string().max(200),
  language: z.enum(["fr", "en", "ar"]).catch("fr"),
  answer: z.enum(PARENTAL_ANSWERS),
  /** Ticked by whoever declares to be a holder of parental responsibility. */
  declares: z.string().nullish(),
});
export type ParentalAnswer = z.output<typeof parentalAnswerSchema>;

/** Act that the form begins with. */
/** Act that a link to the form names; null where it names none. */
export const choiceFormQuerySchema = z.object({
  act: z.enum(RECORDED_ACTS).nullable().catch(null),
});
