import { z } from "zod";
import { ANSWERS } from "@/lib/domain/consultation/answer";
import { CONSENT_PAGE } from "@/lib/domain/consultation/consent-page";
import {
  CONSULTED_LANGUAGES,
  consultationContentSchema,
  MOST_QUESTIONS,
  questionSchema,
} from "@/lib/domain/consultation/content";
import { CONSULTATION_EVENTS } from "@/lib/domain/consultation/lifecycle";
import { LINK_WORTHS } from "@/lib/domain/consultation/link";
import { blankAsNull, count, eventForm, place, requiredText, rowsOf, text } from "@/lib/forms/typed-fields";

const content = consultationContentSchema.shape;

/** A form that leaves the field out has its default; one that leaves it blank is refused. */
const statedCount = (schema: typeof content.contactDays) =>
  z.preprocess((value) => (value === undefined || value === "" ? value : Number(value)), schema);

const question = questionSchema.extend({ act: blankAsNull(questionSchema.shape.act) });

/** A consultation as its form sends it. */
export const consultationFieldsSchema = z.object({
  title: requiredText(200),
  instructionId: blankAsNull(z.uuid().nullable()),
  instructionReason: text(1000),
  firstDay: blankAsNull(content.firstDay),
  lastDay: blankAsNull(content.lastDay),
  months: count(content.months),
  contactDays: statedCount(content.contactDays),
  questions: rowsOf(question, MOST_QUESTIONS),
});

export const consultationCreateSchema = consultationFieldsSchema.extend({ controllerId: z.uuid("required") });
export const consultationUpdateSchema = consultationFieldsSchema.extend(place);
export const consultationMoveSchema = eventForm(CONSULTATION_EVENTS);

export const consultationIdSchema = z.object({ id: z.uuid() });

/** Revocation of one link, of a consultation whose others stay. */
export const linkRevokeSchema = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  reason: requiredText(500),
  /** Asked where an agreement given through the link holds. */
  worth: blankAsNull(z.enum(LINK_WORTHS).nullable()).default(null),
});

/** Form of one link: "q1" is the answer to the first question; one that was left blank is none. */
export const answerSchema = z.object({
  token: z.string().max(200),
  language: z.enum(CONSULTED_LANGUAGES).catch("fr"),
  /** Version of the page that was shown; a page opened before there were versions sends none. */
  page: z.coerce.number().int().min(1).max(CONSENT_PAGE).catch(1),
  answers: z.record(z.string(), z.enum(ANSWERS)),
});

/** Files of people: two hundred bytes for each of 100,000, and more. */
export const MAX_PEOPLE_BYTES = 32 * 1024 * 1024;

export const refusedPeopleSchema = z.object({
  id: z.uuid(),
  language: z.enum(["fr", "en", "ar"]).default("fr"),
});

export type ConsultationFields = z.output<typeof consultationFieldsSchema>;
export type ConsultationCreate = z.output<typeof consultationCreateSchema>;
export type ConsultationUpdate = z.output<typeof consultationUpdateSchema>;
export type ConsultationMove = z.output<typeof consultationMoveSchema>;
export type ConsultationId = z.output<typeof consultationIdSchema>;
export type LinkRevoke = z.output<typeof linkRevokeSchema>;
export type AnswerInput = z.output<typeof answerSchema>;
export type RefusedPeople = z.output<typeof refusedPeopleSchema>;
