import { z } from "zod";
import { CHOICES, EVENT_OF, NEEDED_BY } from "@/lib/domain/authorisation/choices";
import { portalDecisionSchema } from "@/lib/features/authorisation/schema";

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

/** Requires what the choice needs, and refuses conditions beside another choice, which would be lost. */
function checkChoice({ choice, ...values }: Chosen, ctx: z.RefinementCtx): void {
  const needed = NEEDED_BY[choice];
  const ask = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
  if (needed !== null && values[needed].length === 0) ask(needed, "required");
  if (choice !== "conditions" && values.conditions.length > 0)
    ask("conditions", "authorisation.conditionsUnchosen");
}

export const decisionFieldsSchema = z.object(commonFields).superRefine(checkChoice);

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
  .superRefine(checkChoice)
  .transform(({ choice, step, reading, assertion, ...decision }) => ({
    step,
    reading,
    assertion,
    decision: { ...decision, event: EVENT_OF[choice] },
  }));

export type DecisionInput = z.output<typeof decisionSchema>;
