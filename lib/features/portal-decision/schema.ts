import { z } from "zod";
import { CHOICES, EVENT_OF, NEEDED_BY } from "@/lib/domain/authorisation/choices";
import { portalDecisionSchema } from "@/lib/features/authorisation/schema";

const { id, version, reason, conditions, textDigest, listDigest } = portalDecisionSchema.shape;
/** One line, whatever is sent: it is printed, and said in letters. */
const named = z
  .string()
  .transform((text) => text.replace(/\s+/g, " ").trim())
  .pipe(z.string().min(1, "required").max(300, "tooLong"));

/** What the screen asks: the choice, what it rests on, and who makes it, as what and by what power. */
const said = {
  ...{ choice: z.enum(CHOICES, "required"), conditions, reason },
  ...{ signatory: named, capacity: named, power: named },
};

type Chosen = { choice: (typeof CHOICES)[number]; conditions: string[]; reason: string };

/** What a choice must bring, and what would be lost without a word: conditions beside another choice. */
function checkChoice({ choice, ...said }: Chosen, ctx: z.RefinementCtx): void {
  const needed = NEEDED_BY[choice];
  const ask = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
  if (needed !== null && said[needed].length === 0) ask(needed, "required");
  if (choice !== "conditions" && said.conditions.length > 0)
    ask("conditions", "authorisation.conditionsUnchosen");
}

export const decisionFieldsSchema = z.object(said).superRefine(checkChoice);

/** A form is read again before it is signed: `step` says what was pressed. */
export const decisionSchema = z
  .object({
    ...{ ...said, id, version, textDigest, listDigest },
    step: z.enum(["review", "edit", "sign"]),
    /** The token of what was shown to be read again. */
    reading: z.string().max(100).default(""),
  })
  .superRefine(checkChoice)
  .transform(({ choice, step, reading, ...decision }) => ({
    step,
    reading,
    decision: { ...decision, event: EVENT_OF[choice] },
  }));

export type DecisionInput = z.output<typeof decisionSchema>;
