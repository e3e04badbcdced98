import { z } from "zod";
import { instructionFieldsSchema, instructionMoveSchema } from "@/lib/features/instruction/schema";
import { beside } from "@/lib/forms/when-read";

const { text, kind, effectiveOn, transferEffect, transferText, recordIds, supersedesId } =
  instructionFieldsSchema.shape;
const { id, version, note, writing } = instructionMoveSchema.shape;

/** Basis of the contact's power: "annex 3", "power of 3 March". */
const power = z.string().trim().min(1, "required").max(300, "tooLong");

/** Answer of the passkey as JSON; empty where the session alone gives the act. */
const assertion = z.string().max(16_384).default("");

/** Controller and instant come from the session. */
export const instructionGiveSchema = z.object({
  text,
  kind,
  effectiveOn,
  transferEffect,
  transferText,
  recordIds,
  supersedesId,
  power,
  /** Contested instruction to replace, with the version read. */
  amends: z.union([z.literal("").transform(() => null), id]).default(null),
  version: version.default(1),
  assertion,
});

/** Answers that need no new instruction. */
const PORTAL_ANSWERS = ["confirm-in-writing", "acknowledge", "confirm", "withdraw"] as const;

export const instructionAnswerSchema = z
  .object({
    id,
    version,
    event: z.enum(PORTAL_ANSWERS, "required"),
    power: power.or(z.literal("")),
    note,
    writing,
    assertion,
  })
  // An acknowledgement binds nobody, so it needs no power.
  .refine(({ event, power }) => event === "acknowledge" || power !== "", beside("power", ["event"]));

export type InstructionGive = z.output<typeof instructionGiveSchema>;
export type InstructionAnswer = z.output<typeof instructionAnswerSchema>;
