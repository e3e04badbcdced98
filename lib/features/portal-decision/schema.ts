import { z } from "zod";
import { CHOICES, EVENT_OF, NEEDED_BY } from "@/lib/domain/authorisation/choices";
import { portalDecisionSchema } from "@/lib/features/authorisation/schema";
import { beside } from "@/lib/forms/when-read";

const { id, version, reason, conditions, textDigest, listDigest } = portalDecisionSchema.shape;
/** Single line, because it is printed and used in letters. */
const named = z
  .string()
  .transform((text) => text.replace(/\s+/g, " ").trim())
  .pipe(z.string().min(1, "required").max(300, "tooLong"));

/** Choice, its basis and the author with role and power. */
const commonFields = {
  choice: z.enum(CHOICES, "required"),
  conditions,
  reason,
  signatory: named,
  capacity: named,
  power: named,
};

type Chosen = { choice: (typeof CHOICES)[number]; conditions: string[]; reason: string };

/** Requires what the choice needs. */
function needs(field: "conditions" | "reason") {
  const test = (chosen: Chosen) => NEEDED_BY[chosen.choice] !== field || chosen[field].length > 0;
  return [test, beside(field, ["choice"])] as const;
}

/** Refuses conditions beside another choice, which would be lost. */
const CONDITIONS_CHOSEN = [
  ({ choice, conditions: stated }: Chosen) => choice === "conditions" || stated.length === 0,
  beside("conditions", ["choice"], "authorisation.conditionsUnchosen"),
] as const;

export const decisionFieldsSchema = z
  .object(commonFields)
  .refine(...needs("conditions"))
  .refine(...needs("reason"))
  .refine(...CONDITIONS_CHOSEN);

/** `step` is the pressed button: review or signature. */
export const decisionSchema = z
  .object({
    ...commonFields,
    id,
    version,
    textDigest,
    listDigest,
    step: z.enum(["review", "edit", "sign"]),
    /** Token of the review. */
    reading: z.string().max(100).default(""),
    /** Answer of the contact's passkey as JSON; "" where it signs by its session alone. */
    assertion: z.string().max(20_000).default(""),
  })
  .refine(...needs("conditions"))
  .refine(...needs("reason"))
  .refine(...CONDITIONS_CHOSEN)
  .transform(({ choice, step, reading, assertion, ...decision }) => ({
    step,
    reading,
    assertion,
    decision: { ...decision, event: EVENT_OF[choice] },
  }));

export type DecisionInput = z.output<typeof decisionSchema>;
