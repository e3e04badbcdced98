import { z } from "zod";
import { AUDIENCES, SECTORS } from "@/lib/domain/telephone-prospecting/facts";
import { TERRITORIES } from "@/lib/domain/telephone-prospecting/territories";
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
  /** Name of the professional; blank is the controller. */
  professional: text(300),
  product: text(300),
  sector: z.enum(SECTORS).nullable().default(null),
  audience: z.enum(CAMPAIGN_AUDIENCES).nullable().default(null),
  territories: z.array(z.enum(TERRITORIES)).max(TERRITORIES.length).default([]),
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
});
export type CampaignContent = z.output<typeof campaignContentSchema>;
