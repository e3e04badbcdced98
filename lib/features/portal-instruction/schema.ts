import { z } from "zod";
import { instructionFieldsSchema, instructionMoveSchema } from "@/lib/features/instruction/schema";

const { text, effectiveOn, transferEffect, transferText, recordIds, supersedesId } =
  instructionFieldsSchema.shape;
const { id, version, note, writing } = instructionMoveSchema.shape;

/** By what it binds its company: "annex 3", "power of 3 March". */
const power = z.string().trim().min(1, "required").max(300, "tooLong");

/** An instruction as a contact writes it: whose it is and when it came, the session says. */
export const instructionGiveSchema = z.object({
  ...{ text, effectiveOn, transferEffect, transferText, recordIds, supersedesId, power },
  /** The contested one in whose place it comes, and the version of it that was read. */
  amends: z.union([z.literal("").transform(() => null), id]).default(null),
  version: version.default(1),
});

/** What the portal lets a controller answer without writing another instruction. */
const PORTAL_ANSWERS = ["confirm-in-writing", "acknowledge", "confirm", "withdraw"] as const;

export const instructionAnswerSchema = z
  .object({
    id,
    version,
    event: z.enum(PORTAL_ANSWERS, "required"),
    power: power.or(z.literal("")),
    note,
    writing,
  })
  // Whoever says that a letter came binds nobody.
  .refine(({ event, power }) => event === "acknowledge" || power !== "", {
    path: ["power"],
    error: "required",
  });

export type InstructionGive = z.output<typeof instructionGiveSchema>;
export type InstructionAnswer = z.output<typeof instructionAnswerSchema>;
