import { z } from "zod";
import { AUDIENCES, SECTORS } from "@/lib/domain/telephone-prospecting/facts";
import { isFrenchPlace, TERRITORIES } from "@/lib/domain/telephone-prospecting/territories";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";

/**
 * Grounds on which a controller has people called: their consent, an ongoing contract with a related object, their
 * request to be called back, a press subscription; "opposition-list" is the scrub that was enough before consent became
 * the rule.
 */
export const CAMPAIGN_BASES = ["consent", "contract", "call-back", "press", "opposition-list"] as const;

export const CAMPAIGN_AUDIENCES = [...AUDIENCES, "both"] as const;

export const ANSWERS = ["yes", "no"] as const;

const text = (max: number) => z.string().trim().max(max, "tooLong").default("");
/** Country, ISO 3166, outside the French territories: they have rules of their own. */
const foreignCountry = z
  .string()
  .regex(/^[A-Z]{2}$/, "invalid")
  .refine((country) => !isFrenchPlace(country), "invalid");

const day = z.string().refine(isCalendarDay, "day").nullable().default(null);
const answer = z.enum(ANSWERS).nullable().default(null);

/** Number that the people called see, in E.164; its kind is read from its digits. */
export const campaignNumberSchema = z.object({
  number: z.string().regex(/^\+[1-9]\d{5,14}$/, "number"),
  /** "yes" where the operator vouches for it. */
  authenticated: answer,
});

/** Document of one campaign. Null and the empty list are unknown. */
export const campaignContentSchema = z.object({
  /** Written reason for which an instruction is executed that is not examined, or is about something else; "" otherwise. */
  instructionReason: text(1000),
  /** Name of the professional; blank is the controller. */
  professional: text(300),
  product: text(300),
  sector: z.enum(SECTORS).nullable().default(null),
  audience: z.enum(CAMPAIGN_AUDIENCES).nullable().default(null),
  territories: z.array(z.enum(TERRITORIES)).max(TERRITORIES.length).default([]),
  /** Other countries that are called, whose law on calls is not judged here. */
  countries: z.array(foreignCountry).max(50, "tooMany").default([]),
  provenance: text(4000),
  basis: z.enum(CAMPAIGN_BASES).nullable().default(null),
  firstDay: day,
  lastDay: day,
  numbers: z.array(campaignNumberSchema).max(50, "tooMany").default([]),
  /** Calls leave from outside France. */
  abroad: answer,
  /** A machine speaks. */
  robot: answer,
  /** A machine dials. */
  dialler: answer,
  /** Messages are written too, by e-mail or SMS: L34-5 CPCE. */
  writes: answer,
  // Conditions of the exception for customers, in its order.
  saleOwn: answer,
  saleSimilar: answer,
  saleCollected: answer,
  saleRefusalThen: answer,
  saleRefusalEach: answer,
});
export type CampaignContent = z.output<typeof campaignContentSchema>;
