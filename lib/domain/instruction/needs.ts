import type { InstructionEventKind } from "./types";
import type { Act } from "@/lib/domain/nouns/policy";

/**
 * Filing a received text requires the right to write; events that bind the organisation require a steward.
 */
export const EVENT_NEEDS: Record<InstructionEventKind, Act> = {
  "confirm-in-writing": "instruction.write",
  check: "instruction.decide",
  accept: "instruction.decide",
  contest: "instruction.decide",
  acknowledge: "instruction.write",
  confirm: "instruction.decide",
  amend: "instruction.decide",
  withdraw: "instruction.decide",
};
