/** Subjects of an instruction that a person may state, 28(3)(a). */
export const STATED_KINDS = [
  "processing",
  "campaign",
  "consultation",
  "rights-request",
  "erasure",
  "sub-processing",
  "transfer",
  "security",
  "other",
] as const;
export type StatedKind = (typeof STATED_KINDS)[number];

/** "unsaid": recorded before its subject was asked for; nobody has stated it since. */
export const INSTRUCTION_KINDS = [...STATED_KINDS, "unsaid"] as const;
export type InstructionKind = (typeof INSTRUCTION_KINDS)[number];

/** Work that names the instruction which it executes. */
export const INSTRUCTION_USES = ["campaign", "consultation", "rights-request"] as const;
export type InstructionUse = (typeof INSTRUCTION_USES)[number];

/** Kinds of instruction that each work may execute: one to erase orders no calls. */
export const KINDS_OF_USE: Record<InstructionUse, readonly StatedKind[]> = {
  campaign: ["campaign"],
  consultation: ["consultation"],
  "rights-request": ["rights-request", "erasure"],
};

/** Whether an instruction orders such work; "unsaid" while nobody stated what it is about. */
export type KindFit = "fits" | "other" | "unsaid";

export function kindFit(kind: InstructionKind, use: InstructionUse): KindFit {
  if (kind === "unsaid") return "unsaid";
  return KINDS_OF_USE[use].includes(kind) ? "fits" : "other";
}
