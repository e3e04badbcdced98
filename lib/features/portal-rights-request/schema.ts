import { z } from "zod";
import { ANSWER_CONTENTS, ANSWER_MEANS, REFUSAL_GROUNDS } from "@/lib/domain/rights-request/facts";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import { TIMES_ANSWERS } from "@/lib/domain/rights-request/times-asked";
import { RIGHTS } from "@/lib/domain/rights-request/rights";
import { instantAt, ZONES } from "@/lib/domain/time/zones";
import { blankAsNull, several, text, ticked } from "@/lib/forms/typed-fields";
import { refuseSkippedHour } from "@/lib/forms/typed-instant";
import { beside, whenRead } from "@/lib/forms/when-read";

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Answers of a signatory: an instruction, a refusal, or a fact of the controller's own clock. */
export const PORTAL_ANSWERS = [
  "execute",
  "execute-and-answer",
  "refused",
  "extension-announced",
  "identity-doubted",
  "identity-confirmed",
  /** The controller answered the person itself. */
  "answered",
] as const;
export type PortalAnswer = (typeof PORTAL_ANSWERS)[number];

/** Answers that are instructions, article 28(3)(a): they need the power to give them. */
export function isInstruction(answer: PortalAnswer): answer is "execute" | "execute-and-answer" {
  return answer === "execute" || answer === "execute-and-answer";
}

/** Ways of an answer that is not an e-mail of the processor's outbox. */
export const OWN_MEANS = ANSWER_MEANS.filter((means) => means !== "letter");

/** Zone of the day and hour that a form of the portal was shown with; forms of before were shown with that of Paris. */
const shownZone = z.enum(ZONES).default("Europe/Paris");

/** A request that the controller received and lodges, with the instant of its own receipt by the clock of `zone`. */
export const lodgingSchema = z
  .object({
    rights: z.preprocess(several, z.array(z.enum(RIGHTS)).min(1, "required")),
    receivedOn: z.string().trim().refine(isCalendarDay, "day"),
    receivedTime: z.string().trim().regex(TIME, "invalid"),
    zone: shownZone,
    name: text(200),
    contact: text(200),
    words: text(4000),
    /** Kept as it is, though a part of the contact is read neither as a number nor as an address. */
    isContactMeant: ticked,
    /** Asked where the words of an objection name times. */
    timesAnswer: blankAsNull(z.enum(TIMES_ANSWERS).nullable()).default(null),
    /** Another request than the one that the same person is known to have made. */
    isAnother: ticked,
  })
  .superRefine(
    (typed, context) =>
      refuseSkippedHour(
        context,
        { day: typed.receivedOn, time: typed.receivedTime },
        { zone: typed.zone, path: "receivedTime" },
      ),
    whenRead("receivedOn", "receivedTime", "zone"),
  )
  .transform(({ receivedOn, receivedTime, zone, ...typed }) => ({
    ...typed,
    at: instantAt(zone, receivedOn, receivedTime),
  }));
export type Lodging = z.output<typeof lodgingSchema>;

/** Requires a field without which it is not known that the person was answered, when, how and what. */
function saidOfAnswer<Field extends "answeredOn" | "answeredTime" | "means" | "told">(field: Field) {
  const test = (typed: { answer: PortalAnswer } & Record<Field, string | null>) =>
    typed.answer !== "answered" || typed[field] !== null;
  return [test, beside(field, ["answer"])] as const;
}

export const rightsAnswerSchema = z
  .object({
    id: z.uuid(),
    version: z.coerce.number().int().min(0).max(100_000),
    answer: z.enum(PORTAL_ANSWERS, "required"),
    ground: blankAsNull(z.enum(REFUSAL_GROUNDS).nullable()).default(null),
    /** Basis of the contact's power: "annex 3", "power of 3 March". */
    power: text(300),
    /** Added to the instruction; it names nobody. */
    note: text(1000),
    zone: shownZone,
    /** Day and hour of the answer to the person, by the clock of `zone`. */
    answeredOn: blankAsNull(z.string().refine(isCalendarDay, "day").nullable()).default(null),
    answeredTime: blankAsNull(z.string().regex(TIME, "invalid").nullable()).default(null),
    means: blankAsNull(z.enum(OWN_MEANS).nullable()).default(null),
    told: blankAsNull(z.enum(ANSWER_CONTENTS).nullable()).default(null),
  })
  .superRefine(
    (typed, context) =>
      refuseSkippedHour(
        context,
        { day: typed.answeredOn, time: typed.answeredTime },
        { zone: typed.zone, path: "answeredTime" },
      ),
    whenRead("answeredOn", "answeredTime", "zone"),
  )
  .refine(...saidOfAnswer("answeredOn"))
  .refine(...saidOfAnswer("answeredTime"))
  .refine(...saidOfAnswer("means"))
  .refine(...saidOfAnswer("told"))
  .refine(({ answer, power }) => !isInstruction(answer) || power !== "", beside("power", ["answer"]))
  .refine(({ answer, ground }) => answer !== "refused" || ground !== null, beside("ground", ["answer"]));
export type RightsAnswer = z.output<typeof rightsAnswerSchema>;
