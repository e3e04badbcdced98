import { z } from "zod";
import { REFUSAL_GROUNDS } from "@/lib/domain/rights-request/facts";
import { blankAsNull, text } from "@/lib/forms/typed-fields";

/** Answers of a signatory: an instruction, a refusal, or a fact of the controller's own clock. */
export const PORTAL_ANSWERS = [
  "execute",
  "execute-and-answer",
  "refused",
  "extension-announced",
  "identity-doubted",
  "identity-confirmed",
] as const;
export type PortalAnswer = (typeof PORTAL_ANSWERS)[number];

/** Answers that are instructions, article 28(3)(a): they need the power to give them. */
export function isInstruction(answer: PortalAnswer): answer is "execute" | "execute-and-answer" {
  return answer === "execute" || answer === "execute-and-answer";
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
  })
  .superRefine(({ answer, power, ground }, context) => {
    if (isInstruction(answer) && power === "")
      context.addIssue({ code: "custom", path: ["power"], message: "required" });
    if (answer === "refused" && ground === null)
      context.addIssue({ code: "custom", path: ["ground"], message: "required" });
  });
export type RightsAnswer = z.output<typeof rightsAnswerSchema>;
