import { z } from "zod";
import { CHOICES, EVENT_OF, NEEDED_BY } from "@/lib/domain/authorisation/choices";
import { portalDecisionSchema } from "@/lib/features/authorisation/schema";

const { id, version, reason, conditions, textDigest, listDigest } = portalDecisionSchema.shape;
const named = z.string().trim().min(1, "required").max(300, "tooLong");

/** What the screen asks: the choice, what it rests on, and who makes it, as what and by what power. */
const said = {
  ...{ choice: z.enum(CHOICES, "required"), conditions, reason },
  ...{ signatory: named, capacity: named, power: named },
};

type Chosen = { choice: (typeof CHOICES)[number]; conditions: string[]; reason: string };

function isMissing({ choice, ...rest }: Chosen): boolean {
  const needed = NEEDED_BY[choice];
  return needed !== null && rest[needed].length === 0;
}

export const decisionFieldsSchema = z.object(said).superRefine((decision, ctx) => {
  if (isMissing(decision))
    ctx.addIssue({ code: "custom", path: [NEEDED_BY[decision.choice]!], message: "required" });
});

/** A form is read again before it is signed: `step` says what was pressed. */
export const decisionSchema = z
  .object({ ...said, id, version, textDigest, listDigest, step: z.enum(["review", "edit", "sign"]) })
  .superRefine((decision, ctx) => {
    if (isMissing(decision))
      ctx.addIssue({ code: "custom", path: [NEEDED_BY[decision.choice]!], message: "required" });
  })
  .transform(({ choice, step, conditions, ...decision }) => ({
    step,
    decision: {
      ...decision,
      event: EVENT_OF[choice],
      conditions: choice === "conditions" ? conditions : [],
    },
  }));

export type DecisionInput = z.output<typeof decisionSchema>;
