import { z } from "zod";
import { activitySchema, certificationSchema } from "@/lib/domain/public-page/content";
import { PUBLIC_PARTS } from "@/lib/domain/public-page/parts";
import { RIGHTS } from "@/lib/domain/rights-request/rights";
import { blankAsNull, line, requiredText, rowsOf, several, text } from "@/lib/forms/typed-fields";

const MOST_CERTIFICATIONS = 30;

/** Address, texts and chosen parts. `version` is 0 before the first saving. */
export const publicPageSchema = z
  .object({
    version: z.coerce.number().int().min(0).max(2_147_483_647),
    address: z
      .string()
      .trim()
      .toLowerCase()
      .min(3, "addressForm")
      .max(60, "tooLong")
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "addressForm"),
    parts: z.preprocess(several, z.array(z.enum(PUBLIC_PARTS))),
    activityFr: activitySchema.shape.fr,
    activityEn: activitySchema.shape.en,
    activityAr: activitySchema.shape.ar,
    certifications: rowsOf(
      certificationSchema.extend({ until: blankAsNull(certificationSchema.shape.until) }),
      MOST_CERTIFICATIONS,
    ),
  })
  .transform(({ activityFr: fr, activityEn: en, activityAr: ar, ...settings }) => ({
    ...settings,
    activity: { fr, en, ar },
  }));
export type PublicPageInput = z.output<typeof publicPageSchema>;

export const openSchema = z.object({ version: z.coerce.number().int().positive().max(2_147_483_647) });
export type Opening = z.output<typeof openSchema>;

export const closeSchema = openSchema.extend({ reason: requiredText(1000) });
export type Closing = z.output<typeof closeSchema>;

export const subscriberIdSchema = z.object({ id: z.uuid() });
export type SubscriberId = z.output<typeof subscriberIdSchema>;

export const subscribeSchema = z.object({
  email: z
    .string()
    .trim()
    .max(254, "tooLong")
    .pipe(z.email("email"))
    .transform((email) => email.toLowerCase()),
});
export type Subscribing = z.output<typeof subscribeSchema>;

export const subscriptionTokenSchema = z.object({ token: z.string().max(200) });
export type SubscriptionToken = z.output<typeof subscriptionTokenSchema>;

/** Ways in which a person may be answered. */
export const ANSWER_MEANS = ["mail", "telephone"] as const;

/** A request as its person writes it: the client may be unknown, and nothing names them but what an answer needs. */
export const publicRequestSchema = z.object({
  rights: z.preprocess(several, z.array(z.enum(RIGHTS)).min(1, "required")),
  client: line,
  words: text(2000),
  name: text(200),
  answerBy: z.enum(ANSWER_MEANS, "required"),
  contact: requiredText(200),
  /** Number on which an objector to calls is called, where the answer goes elsewhere; "" where it is not said. */
  calledNumber: text(200),
  /** Country of a number without its code; "" is none. */
  numberCountry: z.union([z.literal(""), z.string().regex(/^[A-Z]{2}$/, "invalid")]).default(""),
  language: z.enum(["fr", "en", "ar"]),
});
export type PublicRequest = z.output<typeof publicRequestSchema>;
